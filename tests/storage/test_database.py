"""Databases of other releases, and records that are not what they should be."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

FIXTURES = Path(__file__).parent / "fixtures"
RAW = """
    const promised = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const rows = async (name, store) => {
        const db = await promised(indexedDB.open(name));
        const all = await promised(db.transaction(store).objectStore(store).getAll());
        db.close();
        return all;
    };
"""
# A raw database from a dump: {name, version, stores: {name: {keyPath, autoIncrement, indexes, rows,
# keys}}}; keys only where there is no key path.
LOAD = """async (dump) => {
    const request = indexedDB.open(dump.name, dump.version);
    request.onupgradeneeded = () => {
        for (const [name, { keyPath, autoIncrement, indexes, rows, keys }] of
                Object.entries(dump.stores)) {
            const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
            for (const index of indexes) store.createIndex(index, index);
            rows.forEach((row, at) => keys ? store.put(row, keys[at]) : store.put(row));
        }
    };
    (await promised(request)).close();
}"""
UPGRADE = """async (aborts) => {
    const { AnswerStore, MIGRATIONS } = await import("/web/store.mjs");
    let tries = 0;
    const next = (db, transaction) => {
        tries += 1;
        db.createObjectStore("further");
        transaction.objectStore("answers").clear();
        if (tries <= aborts) transaction.abort();
        else transaction.objectStore("answers").put(globalThis.row);
    };
    const store = new AnswerStore("kursus", [...MIGRATIONS, next]);
    globalThis.row = (await rows("coursewright:kursus", "answers"))[0];
    const read = await store.read("modul/en").catch((error) => error.name);
    return { tries, state: store.state, text: read.answers?.get("text")?.value ?? read };
}"""
DAMAGED = """async () => {
    const db = await promised(indexedDB.open("coursewright:kursus"));
    const transaction = db.transaction(["answers", "attempts", "meta"], "readwrite");
    const [answers, attempts] = ["answers", "attempts"].map((n) => transaction.objectStore(n));
    const sound = { exercise: "modul/en", round: 1, version: "v1", at: "2024-11-03", order: 5 };
    answers.put({ ...sound, field: "line", value: 7 });
    answers.put({ ...sound, field: "count", value: "12", order: NaN });
    answers.put({ ...sound, field: "day", value: "x".repeat(1_100_000) });
    answers.put({ ...sound, field: "pick", value: "x", round: "1" });
    answers.put({ exercise: "modul/en", field: "lone" });
    const attempt = { ...sound, order: undefined, response: {}, result: { text: "7" } };
    delete attempt.order;
    attempts.add({ ...attempt, result: { text: "7", value: NaN } });
    attempts.add({ ...attempt, result: null });
    attempts.add({ ...attempt, response: 12n });
    transaction.objectStore("meta").put("seven", "counter");
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    db.close();
}"""


def test_a_newer_database_is_left_alone(open_tab, words):
    """C10 — VersionError: the page asks for a reload, the form stands, nothing is wiped."""
    tab = open_tab("empty")
    tab.page.evaluate(
        """async () => {
            const request = indexedDB.open("coursewright:kursus", 99);
            request.onupgradeneeded = () => request.result.createObjectStore("future").put(1, "a");
            await new Promise((resolve) => { request.onsuccess = resolve; });
            request.result.close();
        }"""
    )
    newer = open_tab()
    expect(newer.page.locator(".cw-notice")).to_contain_text("Genindlæs")
    newer.type("text", "Stadig her")
    newer.page.locator("[data-role=trouble]").wait_for()
    assert newer.field("text").input_value() == "Stadig her"
    assert newer.page.evaluate(
        f"(async () => {{ {RAW} return rows('coursewright:kursus', 'future') }})()"
    ) == [1]
    newer.page.get_by_role("button", name="Genindlæs").click()
    newer.page.wait_for_load_state()
    expect(newer.page.locator(".cw-notice")).to_have_text(words["newer"] + words["reload"])


def test_an_open_page_notices_a_newer_release(open_tab):
    """C10 — another tab upgrades the database: this one lets go, and asks for a reload."""
    tab = open_tab()
    tab.type("text", "Før")
    tab.is_saved()
    other = open_tab("empty")
    other.page.evaluate(
        """async () => {
            const request = indexedDB.open("coursewright:kursus", 99);
            await new Promise((resolve) => { request.onsuccess = request.onblocked = resolve; });
        }"""
    )
    expect(tab.page.locator(".cw-notice")).to_contain_text("Genindlæs")
    assert tab.field("text").input_value() == "Før"


@pytest.mark.parametrize(("aborts", "text", "tries"), [(1, "Fra før", 2), (99, "AbortError", 3)])
def test_an_aborted_upgrade_keeps_the_old_data(open_tab, aborts, text, tries):
    """C11 — upgrade aborted half-way: old data intact, tried again."""
    tab = open_tab()
    tab.type("text", "Fra før")
    tab.is_saved()
    bare = open_tab("empty")
    tab.page.close()
    bare.page.evaluate(f"() => {{ {RAW} Object.assign(window, {{ rows }}); }}")
    found = bare.page.evaluate(UPGRADE, aborts)
    state = "open" if aborts == 1 else "blocked"
    assert found == {"tries": tries, "text": text, "state": state}
    kept = bare.page.evaluate("rows('coursewright:kursus', 'answers')")
    assert [record["value"] for record in kept] == ["Fra før"]


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*.json")), ids=lambda file: file.stem)
def test_databases_of_earlier_releases_open(open_tab, file):
    """C12 — the database of every earlier release opens, and all its answers are shown.

    Format 1 stands here twice: as it was released, and with the words of answers.
    """
    dump = json.loads(file.read_text("utf-8"))
    bare = open_tab("empty")
    bare.page.evaluate(f"(dump) => {{ {RAW} return ({LOAD})(dump); }}", dump)
    tab = open_tab()
    for record in dump["stores"]["answers"]["rows"]:
        if record["exercise"] == "modul/en":
            tab.shows(record["field"], record["value"])
    assert tab.page.evaluate("document.querySelector('cw-sample').earlier().length") == 1
    everything = tab.ask("(store) => store.everything()")
    assert everything["setAside"] == []
    for name in ("answers", "attempts"):
        rows = sorted(dump["stores"][name]["rows"], key=lambda row: row["order"])
        assert everything[name] == rows
    tab.tap("value", "1")
    tab.is_saved()
    orders = [record["order"] for record in tab.ask("(store) => store.everything()")["answers"]]
    assert max(orders) > max(record["order"] for record in everything["answers"])


def test_damaged_records_are_set_aside(open_tab, site):
    """C14 — wrong type, NaN, huge: that one is set aside and exported, the rest works."""
    tab = open_tab()
    tab.tap("value", "7")
    tab.type("text", "Helt fin")
    tab.is_saved()
    tab.page.goto(f"{site}/pages/empty.html")
    tab.page.evaluate(f"async () => {{ {RAW} await ({DAMAGED})(); }}")
    tab.page.goto(tab.address)
    tab.shows("text", "Helt fin")
    for damaged in ("line", "count", "day", "pick", "lone"):
        tab.shows(damaged, None)
    copy = json.loads(tab.ask("async (store) => JSON.stringify(await store.export())"))
    assert {record["field"] for record in copy["answers"]} == {"value", "text"}
    assert {attempt["result"]["text"] for attempt in copy["attempts"]} == {"7 af 10"}
    assert len(copy["setAside"]) == 8
    tab.type("line", "Nyt og helt")
    tab.is_saved()
    after = tab.ask("(store) => store.export()")
    assert len(after["setAside"]) == 8, "what a new answer replaces is kept"
    assert tab.stored()["modul/en"]["line"] == "Nyt og helt"
    page = open_tab("my-page").page
    expect(page.locator("[data-exercise='modul/en']")).to_contain_text("Helt fin")
