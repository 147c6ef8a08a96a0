"""Several tabs of the same course at once."""

import random
from typing import Any

import pytest
from playwright.sync_api import expect

FIELDS = ("text", "line", "count", "pick")
# Work through a list of [exercise, field, value] as fast as the store takes them.
WORK = """async (store, jobs) => {
    for (const [exercise, field, value] of jobs)
        await store.save(exercise, { round: 1, changes: [{ field, value }], attempts: [] });
}"""
COUNT = """async (store, times) => {
    const all = [];
    for (let time = 0; time < times; time += 1)
        all.push(store.update("modul/tal", "sum", (sum = "0") => String(Number(sum) + 1)));
    await Promise.all(all);
}"""
HOSTILE: list[Any] = [
    {"look": {"answers": [{"field": "text", "value": "ondt"}]}},
    {"look": "x" * 100_000},
    {"look": "__proto__"},
    {"wiped": True},
    {"look": ["modul/en"], "value": "ondt"},
    {"look": "modul/en", "answers": [{"exercise": "modul/en", "field": "text", "value": "ondt"}]},
    {"exercise": "modul/en", "field": "text", "value": "<img src=x onerror=alert(1)>"},
    {"look": None, "epoch": "ondt"},
    "wipe",
    12,
    None,
    [],
]


def _together(tabs: list[Any], script: str, arguments: list[Any]) -> None:
    """Start the same script in all tabs, then wait for all of them."""
    for tab, argument in zip(tabs, arguments, strict=True):
        tab.ask(f"(store, all) => {{ window.work = ({script})(store, all); }}", argument)
    for tab in tabs:
        tab.page.evaluate("window.work")


@pytest.mark.parametrize("count", [2, 3])
def test_tabs_with_different_questions_lose_nothing(open_tab, count):
    """C4 — 2 and 3 tabs, different questions, 1,000 seeded random operations: none is lost."""
    chance = random.Random(count)
    tabs = [open_tab(exercise=f"modul/q{number}") for number in range(count)]
    jobs: list[list[list[str]]] = [[] for _ in tabs]
    expected: dict[str, dict[str, str]] = {}
    for operation in range(1000):
        number = chance.randrange(count)
        exercise, field = f"modul/q{number}", chance.choice(FIELDS)
        expected.setdefault(exercise, {})[field] = str(operation)
        jobs[number].append([exercise, field, str(operation)])
    _together(tabs, WORK, jobs)
    assert tabs[0].stored() == expected
    orders = [record["order"] for record in tabs[0].ask("(s) => s.everything()")["answers"]]
    assert max(orders) == 1000
    for number, tab in enumerate(tabs):
        tab.shows("text", expected[f"modul/q{number}"]["text"])


def test_readers_in_three_tabs_at_once(open_tab):
    """C4 — the same through the forms: what was typed and tapped in each tab is stored."""
    tabs = [open_tab(exercise=f"modul/q{number}") for number in range(3)]
    for number, tab in enumerate(tabs):
        tab.type("text", f"Tekst {number}")
        tab.tap("value", "147"[number])
    for tab in tabs:
        tab.is_saved()
    assert tabs[0].stored() == {
        f"modul/q{number}": {"text": f"Tekst {number}", "value": "147"[number]}
        for number in range(3)
    }


def test_the_other_tab_shows_the_newest_answer(open_tab):
    """C5 — two tabs, same question: the other tab updates where nothing is unsaved."""
    one, other = open_tab(), open_tab()
    one.type("text", "Fra den ene")
    other.shows("text", "Fra den ene")
    other.tap("value", "4")
    one.shows("value", "4")
    one.page.get_by_role("button", name="Svar igen").click()
    other.shows("text", None)
    other.type("text", "Ny runde")
    one.shows("text", "Ny runde")
    assert other.page.evaluate("document.querySelector('cw-sample').round") == 2


@pytest.mark.parametrize("choice", ["Behold mit svar", "Brug det andet svar"])
def test_unsaved_text_is_not_replaced_by_another_tab(open_tab, choice):
    """C5 — both tabs typed: the reader's text stays, both can be chosen, neither is lost."""
    one, other = open_tab(), open_tab()
    one.is_ready()
    other.is_ready()
    one.page.evaluate("window.setTimeout = () => 0")  # its typing is never quite finished
    one.type("text", "Mit eget")
    other.type("text", "Fra den anden")
    box = one.page.locator("[data-role=other]")
    expect(box).to_contain_text("Fra den anden")
    expect(one.field("text")).to_have_value("Mit eget")
    other.shows("text", "Mit eget")
    box.get_by_role("button", name=choice).click()
    chosen = "Mit eget" if choice.startswith("Behold") else "Fra den anden"
    other.shows("text", chosen)
    one.shows("text", chosen)
    expect(box).to_have_count(0)
    copy = one.ask("(store) => store.export()")
    assert {record["value"] for record in copy["setAside"]} == {"Fra den anden"}
    assert one.stored() == {"modul/en": {"text": chosen}}


def test_a_tab_that_hears_nothing_overwrites_nothing_silently(open_tab):
    """C5 — no message reaches the tab: what it replaces unseen is set aside, not lost."""
    deaf = open_tab(init="BroadcastChannel = undefined; delete globalThis.BroadcastChannel;")
    deaf.is_ready()
    other = open_tab()
    other.type("text", "Fra den anden")
    other.is_saved()
    deaf.type("text", "Fra den døve")
    deaf.is_saved()
    copy = other.ask("(store) => store.export()")
    assert [record["value"] for record in copy["answers"]] == ["Fra den døve"]
    assert [record["value"] for record in copy["setAside"]] == ["Fra den anden"]


def test_the_same_exercise_twice_on_a_page_shows_one_answer(open_tab):
    """C5 — one page, the exercise placed twice: the other place follows."""
    tab = open_tab()
    tab.is_ready()
    tab.page.evaluate(
        "() => document.querySelector('main').append(document.querySelector('cw-sample')"
        ".cloneNode(true))"
    )
    tab.tap("value", "7")
    tab.until(
        "[...document.querySelectorAll('cw-sample')].every((one) => one.values().value === '7')"
    )


def test_increments_of_three_tabs_add_up(open_tab):
    """C6 — 500 increments × 3 tabs: the exact total."""
    tabs = [open_tab() for _ in range(3)]
    _together(tabs, COUNT, [500] * 3)
    assert tabs[0].stored()["modul/tal"] == {"sum": "1500"}


def test_messages_from_elsewhere_carry_nothing(open_tab):
    """F9 — hostile BroadcastChannel, postMessage and storage events change nothing."""
    tab, other = open_tab(), open_tab()
    tab.type("text", "Mit svar")
    tab.is_saved()
    before = tab.ask("(store) => store.everything()")
    tab.page.evaluate("window.setTimeout = () => 0")
    tab.type("count", "12")  # not stored yet, and only here
    other.page.evaluate(
        """(messages) => {
            const channel = new BroadcastChannel("coursewright:kursus");
            for (const message of messages) channel.postMessage(message);
        }""",
        HOSTILE,
    )
    tab.page.evaluate(
        """(messages) => {
            for (const data of messages) {
                window.postMessage(data, "*");
                const text = JSON.stringify(data);
                const about = { key: "coursewright:kursus:answers", newValue: text };
                window.dispatchEvent(new StorageEvent("storage", about));
            }
        }""",
        HOSTILE,
    )
    other.type("line", "bagefter")  # its message comes after all of those
    tab.shows("line", "bagefter")
    tab.shows("text", "Mit svar")
    tab.shows("count", "12")
    after = tab.ask("(store) => store.everything()")
    assert [r for r in after["answers"] if r["field"] == "text"] == before["answers"]
    assert tab.page.locator("img").count() == 0
    assert tab.page.evaluate("({}).value === undefined")
