"""A copy that came in, taken back; and answers that were lost, brought back."""

import pytest
from playwright.sync_api import expect

from tests.copies.conftest import (
    NEW,
    OLD,
    WORDS,
    accept,
    answer,
    attempt,
    bring,
    copy_text,
    everything,
    record,
    saved_copy,
    told,
    values,
)


def test_bringing_in_can_be_taken_back(open_tab):
    """E8 — undo restores exactly what was there, after a reload too, and in other tabs."""
    tab, mine = open_tab(exercise="modul/to"), open_tab("my-page")
    answer(tab, "som det var")
    before = everything(mine)
    bring(mine.page, copy_text(answers=[record(at=NEW)], attempts=[attempt()], setAside=["x"]))
    accept(mine.page)
    expect(tab.field("text")).to_have_value("fra kopien")
    undo = mine.page.get_by_role("button", name="Fortryd")
    mine.page.reload()
    undo.click()
    expect(told(mine.page)).to_have_text(WORDS["undone"])
    assert everything(mine) == before
    expect(tab.field("text")).to_have_value("som det var")
    expect(undo).to_be_hidden()
    expect(mine.page.get_by_role("button", name="Hent en kopi ind")).to_be_focused()
    tab.type("line", "videre")
    tab.is_saved()
    assert values(mine)["modul/to", "line"] == "videre"


def test_an_answer_since_ends_the_undo(open_tab):
    """E8 — an answer given after the copy came in is never lost by an undo."""
    mine = open_tab("my-page")
    bring(mine.page, copy_text(answers=[record(exercise="modul/en", at=OLD)]))
    accept(mine.page)
    undo = mine.page.get_by_role("button", name="Fortryd")
    expect(undo).to_be_visible()
    tab = open_tab(exercise="modul/to")
    answer(tab, "siden")
    expect(undo).to_be_hidden()
    assert mine.ask("(store) => store.undo()") is False
    assert values(mine)["modul/to", "text"] == "siden"


def test_an_undo_can_be_refused_and_a_wipe_takes_it(open_tab):
    """E8 — «Behold svarene» lets go of what was before; so does a wipe."""
    tab, mine = open_tab(exercise="modul/to"), open_tab("my-page")
    answer(tab, "før")
    for year, way in enumerate(("Behold svarene", "wipe"), 2998):
        bring(mine.page, copy_text(answers=[record(at=f"{year}-01-01T00:00:00Z", value=way)]))
        accept(mine.page)
        if way == "wipe":
            mine.ask("(store) => store.clear()")
        else:
            mine.page.get_by_role("button", name=way, exact=True).click()
        expect(mine.page.get_by_role("button", name="Fortryd")).to_be_hidden()
        assert mine.ask("(store) => store.canUndo()") is False
        mine.page.reload()
    assert everything(mine)["answers"] == []


@pytest.mark.parametrize("way", ["Hent en kopi ind", "Jeg har ingen kopi"])
def test_answers_the_browser_threw_away_are_offered_back(open_tab, way):
    """C21 — gone without a wipe: a calm message above all else, with the way back in two taps."""
    tab, mine = open_tab(exercise="modul/to"), open_tab("my-page")
    answer(tab, "smidt væk")
    _, text = saved_copy(mine.page)
    tab.page.close()
    mine.page.goto("about:blank")
    empty = open_tab("empty")
    empty.page.evaluate("indexedDB.deleteDatabase('coursewright:kursus')")
    mine.page.goto(mine.address)
    notice = mine.page.locator(".cw-notice[data-role=evicted]")
    expect(notice).to_contain_text(WORDS["evicted"])
    if way == "Jeg har ingen kopi":
        notice.get_by_role("button", name=way).click()
    else:
        with mine.page.expect_file_chooser() as chooser:
            notice.get_by_role("button", name=way).click()
        chooser.value.set_files({"name": "k.json", "mimeType": "", "buffer": text.encode()})
        accept(mine.page)
        assert "smidt væk" in values(mine).values()
    expect(notice).to_have_count(0)
    mine.page.reload()
    expect(mine.page.locator("cw-my-data")).to_be_visible()
    assert mine.ask("(store) => store.evicted") is False
