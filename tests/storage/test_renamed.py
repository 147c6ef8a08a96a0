"""An exercise that was renamed: its answers are followed, and stay where they are."""

import re

import pytest
from playwright.sync_api import expect

NAMES = {"exercise": "modul/ny", "more": ' data-was="modul/gammel tema/aeldst"'}
NEW, OLD = "modul/ny", "modul/gammel"
DEAF = "delete globalThis.BroadcastChannel;"
ROUNDS = "document.querySelector('cw-sample').earlier().map(({ result }) => result.value)"
BOTH = "new Map([['modul/gammel', 'modul/ny'], ['tema/aeldst', 'modul/ny']])"
SAVED = "[data-role=saved]"


def answer(open_tab, value, **names):
    """Answer as somebody does who has this edition of the page, and leave."""
    tab = open_tab(**names)
    tab.is_ready()
    tab.tap("value", value)
    tab.is_saved()
    tab.page.close()


def set_aside(tab):
    return [record["value"] for record in tab.ask("(store) => store.export()")["setAside"]]


def test_answers_rounds_and_attempts_are_followed(open_tab):
    """C13 — renamed, and its module too: all is there; what is new goes to the new id."""
    old = open_tab(exercise="tema/aeldst")
    old.tap("value", "1")
    old.type("text", "Fra dengang")
    old.page.keyboard.press("Tab")
    old.is_saved()
    old.page.get_by_role("button", name="Svar igen").click()
    old.tap("value", "4")
    old.is_saved()
    before = old.stored()
    old.page.close()
    tab = open_tab(**NAMES)
    tab.shows("value", "4")
    tab.is_saved()
    assert tab.page.evaluate(ROUNDS) == [1]
    tab.page.get_by_role("button", name="Svar igen").click()
    tab.tap("value", "7")
    tab.type("text", "Nu")
    tab.is_saved()
    tab.page.reload()
    tab.shows("value", "7")
    tab.shows("text", "Nu")
    assert tab.page.evaluate(ROUNDS) == [1, 4]
    assert tab.page.evaluate("document.querySelector('cw-sample').round") == 3
    assert tab.stored() == {**before, NEW: {"value": "7", "text": "Nu"}}
    assert set_aside(tab) == []


def test_what_was_emptied_under_the_new_id_stays_empty(open_tab):
    """C13 — the newest answer of a field counts, and an empty one is an answer."""
    old = open_tab(exercise=OLD)
    old.type("text", "Det gamle")
    old.is_saved()
    tab = open_tab(**NAMES)
    tab.shows("text", "Det gamle")
    tab.type("text", "")
    tab.page.keyboard.press("Tab")
    tab.is_ready()
    tab.until("async () => document.querySelector('cw-sample').dataset.state === 'empty'")
    tab.page.reload()
    tab.is_ready()
    tab.shows("text", None)
    assert old.stored()[OLD] == {"text": "Det gamle"}


def test_a_name_may_come_back(open_tab):
    """C13 — a becomes b, and b becomes a again: the newest answer is shown each time."""
    there = {"exercise": "modul/b", "more": ' data-was="modul/a"'}
    back = {"exercise": "modul/a", "more": ' data-was="modul/b"'}
    answer(open_tab, "1", exercise="modul/a")
    answer(open_tab, "4", **there)
    tab = open_tab(**back)
    tab.shows("value", "4")
    tab.tap("value", "7")
    tab.is_saved()
    other = open_tab(**there)
    other.shows("value", "7")
    assert other.page.evaluate("document.querySelector('cw-sample').attempts.length") == 3
    assert set_aside(other) == []


def test_an_old_page_beside_a_new_one(open_tab):
    """C13, C5: a tab of the edition before, still open: each shows what the other stores."""
    old, new = open_tab(exercise=OLD), open_tab(**NAMES)
    old.type("text", "Fra den gamle side")
    new.shows("text", "Fra den gamle side")
    new.type("text", "Fra den nye")
    new.is_saved()
    old.type("text", "Igen fra den gamle")
    new.shows("text", "Igen fra den gamle")
    assert set_aside(new) == []


def test_what_an_old_page_wrote_unseen_is_set_aside(open_tab):
    """C13, C5: a tab that heard nothing of it replaces what stands under the earlier id."""
    old, deaf = open_tab(exercise=OLD), open_tab(init=DEAF, **NAMES)
    deaf.is_ready()
    old.type("text", "Ingen så det")
    old.is_saved()
    deaf.type("text", "Uvidende")
    deaf.is_saved()
    assert set_aside(deaf) == ["Ingen så det"]
    assert open_tab(**NAMES).stored()[OLD] == {"text": "Ingen så det"}


def test_an_atomic_change_begins_with_the_earlier_value(open_tab):
    tab = open_tab("empty")
    sums = tab.page.evaluate(
        """async () => {
            const { AnswerStore } = await import("/web/store.mjs");
            const store = AnswerStore.for("kursus");
            const one = (sum = "0") => String(Number(sum) + 1);
            await store.update("modul/gammel", "sum", one);
            await store.update("modul/gammel", "sum", one);
            const { value } = await store.update("modul/ny", "sum", one, { was: ["modul/gammel"] });
            const again = await store.update("modul/ny", "sum", one, { was: ["modul/gammel"] });
            const old = (await store.read("modul/gammel")).answers.get("sum");
            return [value, again.value, old.value];
        }"""
    )
    assert sums == ["3", "4", "2"]


def test_everything_can_be_had_under_the_ids_of_now(open_tab):
    answer(open_tab, "1", exercise="tema/aeldst")
    answer(open_tab, "4", exercise=OLD)
    answer(open_tab, "7", exercise="modul/en")
    tab = open_tab(**NAMES)
    raw = tab.ask("(store) => store.everything()")
    assert [record["exercise"] for record in raw["answers"]] == ["tema/aeldst", OLD, "modul/en"]
    assert all("was" not in record for record in raw["answers"])
    now = tab.ask(f"(store) => store.everything({BOTH})")
    facts = [(record["exercise"], record.get("was"), record["value"]) for record in now["answers"]]
    assert facts == [(NEW, OLD, "4"), ("modul/en", None, "7")]
    followed = [(attempt["exercise"], attempt.get("was")) for attempt in now["attempts"]]
    assert followed == [(NEW, "tema/aeldst"), (NEW, OLD), ("modul/en", None)]
    assert tab.ask("(store) => store.everything()") == raw


def test_a_link_finds_the_earlier_answers(open_tab):
    """C13 — an exercise that refers to a renamed one."""
    answer(open_tab, "4", exercise=OLD)
    plan = open_tab("rows", exercise="modul/plan", links="modul/en modul/ny,modul/gammel")
    result = "document.querySelector('cw-rowed').linked('modul/ny').attempts.at(-1)?.result.text"
    plan.until(f"{result} === '4 af 10'")
    late = open_tab(exercise=OLD)
    late.tap("value", "7")
    plan.until(f"{result} === '7 af 10'")


def test_progress_counts_an_answer_under_an_earlier_id(open_tab):
    """C13 — counted once, whatever it was called; the way on leads past it."""
    steps = open_tab("steps").page
    expect(steps.get_by_role("link", name="Begynd")).to_be_visible()
    answer(open_tab, "4", exercise=OLD)
    counts = steps.locator("[data-role=text]")
    expect(counts).to_have_text(["1 af 1", ""])
    onward = steps.get_by_role("link", name="Fortsæt: To")
    expect(onward).to_have_attribute("href", re.compile("#two$"))
    answer(open_tab, "4", exercise="modul/fire")
    answer(open_tab, "7", exercise="modul/fem")
    expect(counts).to_have_text(["1 af 1", "1 af 2"])


def test_a_field_that_is_gone_is_kept(open_tab):
    """C13 — an item without a control: not shown, not touched, exported."""
    tab = open_tab()
    tab.ask(
        """(store) => store.save("modul/en", { round: 2, version: "v0", attempts: [],
            changes: [{ field: "nedlagt", value: "Stadig mit" }] })"""
    )
    tab.page.reload()
    tab.is_ready()
    tab.tap("value", "4")
    tab.is_saved()
    assert tab.stored()["modul/en"] == {"nedlagt": "Stadig mit", "value": "4"}
    assert tab.page.evaluate("Object.keys(document.querySelector('cw-sample').values())") == [
        "value"
    ]
    copy = tab.ask("(store) => store.export()")
    assert "Stadig mit" in [record["value"] for record in copy["answers"]]


@pytest.mark.parametrize("field", ["pick", "value", "count"])
def test_an_answer_of_another_type_is_kept(open_tab, field):
    """C13 — retyped: what the field has no place for stays until the reader answers, then aside."""
    tab = open_tab()
    tab.ask(
        """(store, field) => store.save("modul/en", { round: 1, version: "v0", attempts: [],
            changes: [{ field, value: "Med mine egne ord", typed: true }] })""",
        field,
    )
    tab.page.reload()
    tab.is_ready()
    tab.shows(field, None)
    tab.type("line", "noget andet")
    tab.is_saved()
    assert tab.stored()["modul/en"][field] == "Med mine egne ord"
    answers = {"pick": "x", "value": "4", "count": "12"}
    tab.page.evaluate(
        "([field, value]) => document.querySelector('cw-sample').set(field, value)",
        [field, answers[field]],
    )
    expect(tab.page.locator(SAVED)).to_contain_text("Gemt")
    assert tab.stored()["modul/en"][field] == answers[field]
    assert set_aside(tab) == ["Med mine egne ord"]


def test_an_exercise_that_moved_keeps_its_answers(open_tab):
    """C13 — at another place of the course, or on another page: by its id, never by its place."""
    answer(open_tab, "4", exercise="modul/en")
    moved = open_tab(at="/preview", exercise="modul/en")
    moved.shows("value", "4")
