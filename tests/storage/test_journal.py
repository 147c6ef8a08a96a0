"""What a leaving page sent and what never arrived: the next page takes it in."""

import json
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error, expect

from tests.storage.test_leaving import HIDE

# From here on whatever is written stays under way; asking for it keeps the transaction alive.
HOLD = """() => {
    const commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = function () {
        if (this.mode === "readonly") return commit.call(this);
        const hold = () => { this.objectStore("meta").get("epoch").onsuccess = hold; };
        hold();
    };
}"""
NEVER_OPENS = "() => { IDBFactory.prototype.open = () => ({}); }"
LEFT = "Object.entries(localStorage).filter(([key]) => key.includes(':leaving:'))"
KEEP = """([key, text]) => localStorage.setItem(key, text)"""
DEAF = "delete globalThis.BroadcastChannel;"
PREFIX = "coursewright:kursus:leaving:"


def crash(tab) -> None:
    """The page's process dies; nothing that was under way arrives."""
    with tab.page.expect_event("crash"), suppress(Error):
        tab.page.goto("chrome://crash")
    tab.page.close()


def lost_on_leaving(open_tab, text: str = "Lige før", **page: Any):
    """A page that wrote while it left, and died before the database had any of it."""
    tab = open_tab(**page)
    tab.type("text", "Først")
    tab.page.keyboard.press("Tab")
    tab.is_saved()
    tab.page.evaluate(HOLD)
    tab.tap("value", "7")
    tab.type("text", text)
    tab.page.evaluate(HIDE)
    noted = tab.page.evaluate(LEFT)
    crash(tab)
    return noted


def facts(tab):
    everything = tab.ask("(store) => store.export()")
    values = [attempt["result"]["value"] for attempt in everything["attempts"]]
    return values, [record["value"] for record in everything["setAside"]]


def test_what_was_under_way_is_taken_in(open_tab):
    """C2 — the transaction of a leaving page never completes: answer and attempt are there."""
    lost_on_leaving(open_tab)
    tab = open_tab()
    tab.shows("text", "Lige før")
    tab.shows("value", "7")
    tab.is_saved()
    assert tab.stored() == {"modul/en": {"text": "Lige før", "value": "7"}}
    values, aside = facts(tab)
    assert values == [7, 7], "the tap, and the finished text; each once"
    assert aside == []
    assert tab.page.evaluate(LEFT) == []


def test_any_page_of_the_course_takes_it_in(open_tab):
    """C2 — the next page is another exercise; a tab that is open shows it at once."""
    open_one = open_tab()
    lost_on_leaving(open_tab)
    open_tab(exercise="modul/to").is_ready()
    open_one.shows("text", "Lige før")


def test_the_first_answer_before_the_database_is_open(open_tab):
    """C2 — the very first answer, on a phone whose database opens too slowly."""
    tab = open_tab()
    tab.is_ready()
    tab.page.evaluate(NEVER_OPENS)
    tab.tap("value", "4")
    tab.page.evaluate(HIDE)
    tab.page.close(run_before_unload=True)
    later = open_tab()
    later.shows("value", "4")
    later.is_saved()
    assert facts(later) == ([4], [])


def test_what_arrived_is_not_taken_in_again(open_tab):
    """The page cannot know that all of it arrived: nothing is doubled, nothing set aside."""
    tab = open_tab()
    tab.tap("value", "1")
    tab.is_saved()
    tab.page.evaluate("Storage.prototype.removeItem = () => {}")
    tab.type("text", "Alt kom frem")
    tab.page.evaluate(HIDE)
    tab.is_saved()
    assert len(tab.page.evaluate(LEFT)) == 1
    before = tab.ask("(store) => store.everything()")
    tab.page.close()
    later = open_tab()
    later.shows("text", "Alt kom frem")
    after = later.ask("(store) => store.everything()")
    assert (after["answers"], after["setAside"]) == (before["answers"], [])
    assert after["attempts"] == before["attempts"]
    assert later.page.evaluate(LEFT) == []


def test_a_later_answer_stays(open_tab):
    """C5 — somebody answered in another tab before it was taken in: that stays, this is kept."""
    other = open_tab(init=DEAF)
    other.is_ready()
    lost_on_leaving(open_tab)
    other.type("text", "Senere")
    other.is_saved()
    later = open_tab()
    later.shows("text", "Senere")
    later.shows("value", "7")
    assert set(facts(later)[1]) == {"Først", "Lige før"}, "neither was seen by the other tab"


def test_it_is_followed_to_a_new_name(open_tab):
    """C13 — the next page is a new edition, in which the exercise has another id."""
    lost_on_leaving(open_tab)
    later = open_tab(exercise="modul/ny", more=' data-was="modul/en"')
    later.shows("text", "Lige før")
    later.shows("value", "7")


def test_a_wipe_takes_it_along(open_tab):
    """C18, C20: wiped before anybody took it in: nothing is left, nothing comes back."""
    wiping = open_tab("empty")
    noted = lost_on_leaving(open_tab)
    assert "Lige før" in noted[0][1]
    wiping.page.evaluate(
        """async () => {
            const { AnswerStore } = await import("/web/store.mjs");
            await AnswerStore.for("kursus").clear();
        }"""
    )
    assert wiping.page.evaluate("Object.keys(localStorage)") == []
    later = open_tab()
    later.is_ready()
    later.shows("text", None)
    assert later.stored() == {}


@pytest.mark.parametrize("again", [False, True])
def test_what_is_noted_after_a_wipe_is_dropped(open_tab, again):
    """C18 — a page that slept through the wipe notes its text late: of another epoch, dropped."""
    noted = lost_on_leaving(open_tab)
    tab = open_tab()
    tab.shows("text", "Lige før")
    tab.ask("(store) => store.clear()")
    tab.shows("text", None)
    if again:
        tab.tap("value", "1")
        tab.is_saved()
    tab.page.evaluate(KEEP, noted[0])
    later = open_tab(exercise="modul/to")
    later.is_ready()
    assert later.page.evaluate(LEFT) == []
    assert later.stored() == ({"modul/en": {"value": "1"}} if again else {})
    if not again:
        assert later.page.evaluate("indexedDB.databases()") == []


HOSTILE = [
    "",
    "null",
    "[]",
    "{",
    '{"epoch": null}',
    json.dumps({"epoch": None, "exercise": "m/e", "was": [], "records": [{}], "bases": [1]}),
    json.dumps(
        {"epoch": 7, "exercise": [], "was": "x", "records": [], "bases": [], "attempts": []}
    ),
    json.dumps({"epoch": None, "exercise": "m/e", "was": [], "records": "__proto__", "bases": []}),
]


def test_what_is_no_entry_is_thrown_away(open_tab):
    """C14, F9: whatever else stands there."""
    tab = open_tab("empty")
    for number, text in enumerate(HOSTILE):
        tab.page.evaluate(KEEP, [f"{PREFIX}{number}", text])
    tab.page.evaluate(KEEP, ["coursewright:andet:leaving:1", "null"])
    later = open_tab()
    later.is_ready()
    assert later.stored() == {}
    assert later.page.evaluate(LEFT) == [["coursewright:andet:leaving:1", "null"]]
    later.tap("value", "4")
    later.is_saved()


def test_a_long_text_is_not_noted_but_sent(open_tab):
    """There is little room beside the database; what is too large for it goes there only."""
    tab = open_tab()
    tab.is_ready()
    tab.field("text").focus()
    tab.page.evaluate("document.querySelector('[name=text]').value = 'x'.repeat(300_000)")
    tab.page.evaluate(
        "document.querySelector('[name=text]').dispatchEvent(new InputEvent('input',"
        " {bubbles: true}))"
    )
    tab.page.evaluate(HIDE)
    assert tab.page.evaluate(LEFT) == []
    tab.is_saved()
    assert len(tab.stored()["modul/en"]["text"]) == 300_000


def test_an_ordinary_leave_leaves_nothing_noted(open_tab, site):
    tab = open_tab()
    tab.tap("value", "4")
    tab.type("text", "Farvel")
    tab.page.goto(f"{site}/pages/sample.html?exercise=modul/to")
    tab.is_ready()
    tab.ask("(store) => store.everything()")
    expect(tab.page.locator(".cw-notice")).to_have_count(0)
    assert tab.page.evaluate(LEFT) == []
    assert tab.stored()["modul/en"] == {"value": "4", "text": "Farvel"}
