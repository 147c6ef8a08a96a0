"""A copy brought in: looked into, asked about, all or nothing, and taken back."""

import json

import pytest
from playwright.sync_api import expect

from tests.copies.conftest import (
    FIXTURES,
    NEW,
    OLD,
    WORDS,
    accept,
    answer,
    attempt,
    bring,
    copy_text,
    counts,
    everything,
    record,
    saved_copy,
    values,
)


@pytest.mark.parametrize("file", ["copy-1.json", "copy-2.json"])
def test_copies_of_every_release_are_read(open_tab, file):
    """E3 — a copy of another version: what an earlier release saved comes in whole."""
    mine = open_tab("my-page")
    text = (FIXTURES / file).read_text("utf-8")
    bring(mine.page, text)
    assert counts(mine.page)[0] == "Resultater i kopien: 4"
    expect(mine.page.locator("[data-role=found]")).to_contain_text("og har 4 svar.")
    accept(mine.page)
    copy, found = json.loads(text), everything(mine)
    assert found["answers"] == copy["answers"]
    assert found["attempts"] == copy["attempts"]
    item = mine.page.locator("[data-exercise='modul/en']")
    expect(item).to_contain_text("Jeg vil gerne lære det, æøå 😀")


def test_a_copy_that_a_program_saved_again_is_understood(open_tab):
    """E4 — with a byte order mark, and in UTF-16."""
    mine = open_tab("my-page")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        text = copy_text(answers=[record(value=f"Æblegrød 😀 {encoding}")])
        bring(mine.page, json.dumps(json.loads(text), ensure_ascii=False).encode(encoding))
        accept(mine.page)
        assert values(mine) == {("modul/to", "text"): f"Æblegrød 😀 {encoding}"}
        mine.ask("(store) => store.clear()")


def test_the_question_tells_what_would_become_of_it(open_tab):
    """E7, E8: new, newer, older, the same, and what this edition does not have; then it is so."""
    tab = open_tab(exercise="modul/to")
    answer(tab, "nyere her")
    tab.type("line", "ens")
    tab.type("day", "2024-11-03")
    tab.until(
        "async () => (await import('/web/store.mjs')).AnswerStore.for('kursus').read('modul/to')"
        ".then(({ answers }) => answers.has('day'))"
    )
    mine = open_tab("my-page")
    stored = {one["field"]: one for one in everything(mine)["answers"]}
    answers = [
        record(field="text", value="ældre i kopien", at=OLD),
        {**stored["line"]},
        record(field="day", value="2025-01-01", at=NEW),
        record(exercise="modul/en", field="value", value="9"),
        record(exercise="modul/nedlagt", value="fra før", title="Nedlagt"),
    ]
    bring(mine.page, copy_text(answers=answers, attempts=[attempt(), attempt(id="a2")]))
    assert counts(mine.page) == [
        "Resultater i kopien: 2",
        "Svar, der er nye her: 2",
        "Svar, der er ældre her og bliver skiftet ud: 1",
        "Svar, der er nyere her og bliver stående: 1",
        "Svar, der er ens begge steder: 1",
        WORDS["count-gone"].format(count=1),
    ]
    accept(mine.page)
    expected = {"text": "nyere her", "line": "ens", "day": "2025-01-01", "value": "4"}
    assert values(mine) == {
        **{("modul/to", field): value for field, value in expected.items()},
        ("modul/en", "value"): "9",
        ("modul/nedlagt", "text"): "fra før",
    }
    assert [one["value"] for one in everything(mine)["setAside"]] == ["2024-11-03"]
    expect(mine.page.locator("[data-role=earlier]")).to_contain_text("fra før")


def test_answers_follow_a_renamed_exercise(open_tab):
    """E3, E8: a copy from before a rename meets an answer from after it; the newer one wins."""
    tab, mine = open_tab(exercise="modul/tre"), open_tab("my-page")
    answer(tab, "skrevet efter")
    copy = copy_text(answers=[record(exercise="modul/gammel", at=OLD, value="skrevet før")])
    bring(mine.page, copy)
    assert counts(mine.page) == ["Svar, der er nyere her og bliver stående: 1"]
    accept(mine.page, WORDS["nothingNew"])
    bring(mine.page, copy_text(answers=[record(exercise="modul/gammel", at=NEW, value="nyt")]))
    accept(mine.page)
    assert values(mine)["modul/tre", "text"] == "nyt"
    expect(tab.field("text")).to_have_value("nyt")


def test_attempts_come_together_in_the_order_of_their_time(open_tab):
    """E8, E10: an older attempt comes before the one that is here; a second time nothing comes."""
    answer(open_tab(exercise="modul/to"), "her")
    mine = open_tab("my-page")
    here = [one["id"] for one in everything(mine)["attempts"]]
    older = [attempt(id="ældre", at=OLD), attempt(id="ældre", at=OLD), attempt(id="så", at=OLD)]
    for said in (WORDS["restored"], WORDS["nothingNew"]):
        bring(mine.page, copy_text(answers=[], attempts=older))
        accept(mine.page, said)
        assert [one["id"] for one in everything(mine)["attempts"]] == ["ældre", "så", *here]


def test_the_same_file_twice_changes_nothing(open_tab):
    """E10 — idempotent, damaged records included."""
    answer(open_tab(exercise="modul/to"), "en gang")
    mine = open_tab("my-page")
    bring(mine.page, copy_text(setAside=[{"odd": [1, {"a": None}]}, "x", None]))
    accept(mine.page)
    before = everything(mine)
    for _ in range(2):
        bring(mine.page, saved_copy(mine.page)[1])
        expect(mine.page.locator("[data-role=nothing-new]")).to_have_text(WORDS["nothingNew"])
        accept(mine.page, WORDS["nothingNew"])
    assert everything(mine) == before


@pytest.mark.parametrize("store", ["answers", "attempts", "aside", "meta"])
def test_a_failure_half_way_changes_nothing(open_tab, store):
    """E9 — all or nothing, wherever it fails."""
    answer(open_tab(exercise="modul/to"), "her")
    mine = open_tab("my-page")
    before = everything(mine)
    mine.page.evaluate(
        """(name) => { for (const way of ["add", "put"]) {
        const original = IDBObjectStore.prototype[way];
        IDBObjectStore.prototype[way] = function (...all) {
          if (this.name === name) throw new DOMException("full", "QuotaExceededError");
          return original.apply(this, all);
        } } }""",
        store,
    )
    changes = {"answers": [record(at=NEW)], "attempts": [attempt()], "setAside": ["x"]}
    bring(mine.page, copy_text(**changes))
    accept(mine.page, WORDS["notRestored"])
    assert everything(mine) == before
    assert mine.ask("(store) => store.canUndo()") is False


def test_no_leaves_everything_as_it_was(open_tab):
    mine = open_tab("my-page")
    bring(mine.page, copy_text())
    mine.page.locator("[data-act=import-no]").click()
    assert everything(mine)["answers"] == []


def test_a_changed_copy_is_only_taken_on_purpose(open_tab):
    """E11 — the checksum is wrong: said, and the button says what it does."""
    answer(open_tab(exercise="modul/to"), "rigtigt")
    mine = open_tab("my-page")
    copy = json.loads(saved_copy(mine.page)[1])
    copy["answers"][-1].update(value="lavet om", at=NEW)
    bring(mine.page, json.dumps(copy))
    expect(mine.page.locator("[data-role=doubt]")).to_have_text(WORDS["altered"])
    yes = mine.page.locator("[data-act=import-yes]")
    expect(yes).to_have_text(WORDS["import-anyway"])
    mine.page.keyboard.press("Escape")
    assert "lavet om" not in values(mine).values()
    bring(mine.page, json.dumps(copy))
    accept(mine.page)
    assert "lavet om" in values(mine).values()


def test_the_order_of_names_in_a_file_is_no_change(open_tab):
    """E11 — a program that sorted the names has changed nothing."""
    answer(open_tab(exercise="modul/to"), "æøå \u2028 😀")
    mine = open_tab("my-page")
    copy = json.loads(saved_copy(mine.page)[1])
    bring(mine.page, json.dumps(copy, sort_keys=True, indent=3))
    counts(mine.page)
    expect(mine.page.locator("[data-role=doubt]")).to_be_hidden()
