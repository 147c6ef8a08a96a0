"""«Min side» and the counters on overview pages."""

import pytest
from playwright.sync_api import expect

FILL = """async (store, [exercise, attempts]) => {
    let id = 0;
    for (const [round, at, result] of attempts) {
        const made = { id: `a${(id += 1)}`, exercise, round, at, version: "v1" };
        const attempts = [{ ...made, response: {}, result }];
        await store.save(exercise, { round, changes: [], attempts });
    }
}"""
MANY = """async (store, [count, size]) => {
    const word = "ord og ".repeat(size / 7);
    const changes = [...Array(count).keys()].map((number) =>
        ({ field: `linje-${number}`, value: `${number}: ${word}`, typed: true }));
    const attempts = [...Array(count).keys()].map((number) => ({
        id: `b${number}`, exercise: "modul/to", round: number + 1, at: "2024-11-03T12:00:00Z",
        version: "v1", response: { text: word }, result: { text: `${number}: ${word}` } }));
    await store.save("modul/to", { round: 1, changes, attempts });
}"""
READS = """
    globalThis.reads = [];
    for (const name of ["getAll", "get", "openCursor"]) {
        const original = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...all) {
            if (this.name !== "meta") reads.push(`${this.name}.${name}`);
            return original.apply(this, all);
        };
    }
"""


def _item(tab, exercise):
    return tab.page.locator(f"[data-exercise='{exercise}']")


def test_a_scale_is_shown_in_words_and_as_a_line(open_tab):
    """The newest result, and the last value of each round with its date."""
    tab = open_tab("my-page")
    scale = {"from": 1, "to": 10}
    rounds = [
        (1, "2023-11-03T12:00:00Z", {"text": "2 af 10", "value": 2, **scale}),
        (1, "2023-11-03T12:01:00Z", {"text": "4 af 10", "value": 4, **scale}),
        (2, "2023-11-17T12:00:00Z", {"text": "6 af 10", "value": 6, **scale}),
    ]
    tab.ask(FILL, ["modul/en", rounds])
    item = _item(tab, "modul/en")
    expect(item.locator(".cw-my-result")).to_have_text("6 af 10 17. nov. 2023")
    expect(item.locator(".cw-series__list")).to_have_text("3. nov. 2023: 4 · 17. nov. 2023: 6")
    expect(item.locator(".cw-series__dot")).to_have_count(2)


def test_without_numbers_the_last_time_is_named(open_tab):
    """A result without a value: «Sidst: …», and a profile beside the one before."""
    tab = open_tab("my-page")
    parts = [{"title": "Lytter", "value": 3}, {"title": "Spørger", "value": 2}]
    now = [{"title": "Lytter", "value": 4}, {"title": "Ny del", "value": 1}]
    rounds = [
        (1, "2023-11-03T12:00:00Z", {"text": "Godt begyndt", "parts": parts}),
        (2, "2023-11-17T12:00:00Z", {"text": "Godt på vej", "parts": now}),
    ]
    tab.ask(FILL, ["modul/tre", rounds])
    item = _item(tab, "modul/tre")
    expect(item.locator(".cw-my-before")).to_have_text("Sidst: Godt begyndt 3. nov. 2023")
    expect(item.locator(".cw-my-part")).to_have_text(["Lytter: 4 (sidst 3)", "Ny del: 1"])


def test_free_text_is_shown_as_text(open_tab):
    """What was typed is text with its line breaks, never markup; the label stands beside it."""
    tab, mine = open_tab(exercise="modul/to"), open_tab("my-page")
    tab.type("text", "Første linje\n<img src=x onerror=alert(1)> {count}")
    tab.tap("many", "a")
    tab.is_saved()
    text = _item(mine, "modul/to").locator(".cw-my-text")
    expect(text).to_have_text("Mit mål Første linje\n<img src=x onerror=alert(1)> {count}")
    assert mine.page.locator("cw-my-page img").count() == 0


def test_counts_follow_other_tabs(open_tab):
    """«1 af 3 øvelser» by module and on cards, while another tab answers."""
    tab, mine = open_tab(), open_tab("my-page")
    expect(mine.page.locator("[data-role=progress]")).to_have_text("0 af 3 øvelser")
    expect(mine.page.locator("cw-progress [data-role=text]")).to_be_empty()
    tab.tap("value", "7")
    expect(mine.page.locator("[data-role=progress]")).to_have_text("1 af 3 øvelser")
    expect(mine.page.locator("cw-progress [data-role=text]")).to_have_text("1 af 3 øvelser")
    expect(mine.page.locator("cw-progress progress")).to_have_js_property("value", 1)
    expect(_item(mine, "modul/en")).to_have_attribute("data-state", "answered")
    expect(_item(mine, "modul/to")).to_have_attribute("data-state", "empty")


def test_answers_to_what_is_gone_are_shown(open_tab):
    """C13 — a question removed: kept, and shown as an answer from an earlier edition."""
    tab, mine = open_tab(exercise="modul/nedlagt"), open_tab("my-page")
    earlier = mine.page.locator("[data-role=earlier]")
    expect(earlier).to_be_hidden()
    tab.type("text", "Et gammelt svar")
    tab.is_saved()
    expect(earlier).to_be_visible()
    expect(earlier.locator("li")).to_contain_text("Vigtighed")
    expect(earlier.locator("li")).to_contain_text("Et gammelt svar")


def test_a_thousand_entries_are_read_once_and_all_shown(open_tab):
    """C23 — 1,000 entries of 2,000 chars: one getAll per store, every one of them on the page."""
    tab = open_tab("empty")
    tab.page.evaluate("document.body.dataset.course = 'kursus'")
    tab.ask(MANY, [1000, 2000])
    mine = open_tab("my-page", init=READS)
    expect(_item(mine, "modul/to").locator(".cw-my-text")).to_have_count(1000)
    expect(_item(mine, "modul/to").locator(".cw-my-result")).to_contain_text("999: ord")
    reads = mine.page.evaluate("reads")
    assert sorted(set(reads)) == ["answers.getAll", "aside.getAll", "attempts.getAll"]
    assert len(reads) <= 6, "one reading for the page and one for its counters"


def test_a_full_history_does_not_make_typing_read_it(open_tab):
    """C23 — with 1,000 attempts stored a pause in typing writes one record and reads none."""
    tab = open_tab("empty")
    tab.page.evaluate("document.body.dataset.course = 'kursus'")
    tab.ask(MANY, [1000, 2000])
    writer = open_tab(exercise="modul/to", init=READS)
    writer.until("document.querySelector('cw-sample').attempts.length === 1000")
    writer.page.evaluate("reads.length = 0")
    writer.field("line").press_sequentially("endnu en linje", delay=5)
    writer.is_saved()
    assert "attempts.getAll" not in writer.page.evaluate("reads")
    assert "answers.getAll" not in writer.page.evaluate("reads")


@pytest.mark.parametrize("init", ["", "IDBFactory.prototype.open = () => { throw new Error(); };"])
def test_an_empty_or_blocked_phone_is_calm(open_tab, init):
    """Nothing answered, or nothing readable: the list of links stands."""
    mine = open_tab("my-page", init=init)
    expect(mine.page.get_by_text("Vigtighed" if init else "Ikke svaret endnu: 3")).to_be_visible()
    expect(mine.page.locator(".cw-notice")).to_have_count(1 if init else 0)
    expect(mine.page.locator("[data-role=answer]").first).to_be_empty()
    assert init or mine.page.evaluate("indexedDB.databases()") == []


def test_what_is_not_answered_yet_is_folded_away(open_tab):
    """Answers come first; the rest waits below, in the order of the course."""
    tab = open_tab("my-page")
    rest = tab.page.locator("[data-role=rest]")
    expect(rest.locator("summary")).to_have_text("Ikke svaret endnu: 3")
    tab.ask(FILL, ["modul/to", [(1, "2023-11-03T12:00:00Z", {"text": "Min plan"})]])
    expect(rest.locator("summary")).to_have_text("Ikke svaret endnu: 2")
    expect(_item(tab, "modul/to")).to_be_visible()
    expect(_item(tab, "modul/en")).to_be_hidden()
    folded = rest.locator("[data-exercise]")
    assert [one.get_attribute("data-exercise") for one in folded.all()] == ["modul/en", "modul/tre"]
    tab.ask("(store) => store.clear()")
    expect(rest.locator("summary")).to_have_text("Ikke svaret endnu: 3")
    in_order = [one.get_attribute("data-exercise") for one in folded.all()]
    assert in_order == ["modul/en", "modul/to", "modul/tre"]
