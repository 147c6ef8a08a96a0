"""The words an answer was given to stay with it."""

import pytest
from playwright.sync_api import expect

NOTE = "[data-role=reworded]"
WORDS = {
    "value": ("Hvor meget?", None),  # the option says what its value says
    "text": ("Hvorfor?", None),
    "line": ("Kort", None),
    "day": ("Dag", None),
    "many": ("Flere", "A, C"),
    "lone": ("Ja", "✓"),
    "pick": ("Vælg", "Y"),
    "picks": ("Vælg flere", "X, Y"),
}
REWORDED = {"version": "v2", "ask": "Hvor vigtigt er det?"}


def answered(open_tab, **page):
    tab = open_tab(**page)
    tab.is_ready()
    tab.tap("value", "4")
    tab.type("text", "Fordi")
    tab.page.keyboard.press("Tab")
    tab.is_saved()
    return tab


def test_a_record_holds_what_asked_and_what_was_chosen(open_tab):
    tab = answered(open_tab)
    tab.page.evaluate(
        """() => document.querySelector("cw-sample").answer({ line: "kort", day: "2024-11-03",
            many: ["a", "c"], lone: "ja", pick: "y", picks: ["x", "y"] })"""
    )
    tab.is_saved()
    found = {
        record["field"]: (record["asked"], record.get("said"))
        for record in tab.ask("(store) => store.everything()")["answers"]
    }
    assert found == WORDS


def test_a_field_that_is_never_seen_has_no_words(open_tab):
    tab = open_tab()
    tab.is_ready()
    tab.page.evaluate(
        """() => {
            const field = document.createElement("input");
            Object.assign(field, { type: "hidden", name: "order" });
            document.querySelector("form").append(field);
            document.querySelector("cw-sample").set("order", "b a");
        }"""
    )
    tab.is_saved()
    [record] = tab.ask("(store) => store.everything()")["answers"]
    assert (record["value"], "asked" in record, "said" in record) == ("b a", False, False)


@pytest.mark.parametrize("letters", [999_990, 1_000_001])
def test_the_words_count_towards_the_size_of_an_answer(open_tab, letters):
    """C7 — what could not be read again with its words is refused aloud."""
    tab = open_tab()
    tab.is_ready()
    tab.page.evaluate(
        """(letters) => {
            const field = document.querySelector("[name=text]");
            field.value = "x".repeat(letters);
            field.dispatchEvent(new Event("change", {bubbles: true}));
        }""",
        letters,
    )
    tab.page.locator("[data-role=trouble]").wait_for()
    assert tab.stored() == {}


def test_an_answer_is_read_under_the_words_it_was_given_to(open_tab, words):
    """C13 — the wording has changed: the old question stands at the answer, until the next one."""
    answered(open_tab).page.close()
    tab = open_tab(**REWORDED)
    note = tab.page.locator(NOTE)
    expect(note).to_have_text(words["reworded"].format(text="Hvor meget?"))
    expect(tab.page.locator(".cw-announce")).to_be_empty()
    tab.tap("value", "7")
    expect(note).to_have_count(0)
    tab.is_saved()
    tab.page.reload()
    tab.shows("value", "7")
    tab.is_saved()
    expect(note).to_have_count(0)


def test_several_questions_are_folded_into_one_line(open_tab, words):
    answered(open_tab).page.close()
    tab = open_tab(**REWORDED, why="Hvad er din grund?")
    note = tab.page.locator(NOTE)
    expect(note.locator("summary")).to_have_text(words["reworded-many"].format(count=2))
    expect(note.get_by_text("Hvorfor?")).to_be_hidden()
    note.locator("summary").click()
    expect(note.locator("li")).to_have_text(["Hvor meget?", "Hvorfor?"])
    tab.tap("value", "7")
    expect(note).to_have_text(words["reworded"].format(text="Hvorfor?"))


@pytest.mark.parametrize(
    "page", [{"version": "v2"}, {"ask": "Hvor vigtigt er det?"}, {"version": "v1"}]
)
def test_nothing_is_said_where_the_question_is_the_same(open_tab, page):
    """Another part of the exercise was edited, or only how the page writes the question."""
    answered(open_tab).page.close()
    tab = open_tab(**page)
    tab.shows("value", "4")
    tab.is_saved()
    expect(tab.page.locator(NOTE)).to_have_count(0)


def test_an_emptied_answer_has_no_old_question(open_tab):
    tab = answered(open_tab)
    tab.page.get_by_role("button", name="Svar igen").click()
    tab.shows("value", None)
    tab.until("document.querySelector('[data-state]').dataset.state === 'empty'")
    tab.page.close()
    tab = open_tab(**REWORDED, why="Hvad er din grund?")
    tab.is_ready()
    tab.shows("value", None)
    expect(tab.page.locator(NOTE)).to_have_count(0)


def test_the_old_question_is_shown_as_text(open_tab):
    """F3 — whatever the words were."""
    hostile = "<img src=x onerror=alert(1)>"
    tab = open_tab()
    tab.ask(
        """(store, asked) => store.save("modul/en", { round: 1, version: "v0", attempts: [],
            changes: [{ field: "value", value: "4", asked }] })""",
        hostile,
    )
    tab.page.reload()
    expect(tab.page.locator(NOTE)).to_contain_text(hostile)
    assert tab.page.locator(f"{NOTE} img").count() == 0
