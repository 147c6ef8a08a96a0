"""A copy of the answers, out of one browser and into another."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

TOLD = "[role=status]"


@pytest.fixture
def new_phone(chromium):
    context = chromium.new_context(locale="da-DK", timezone_id="Europe/Copenhagen")
    yield context
    context.close()


def saved_copy(tab, folder):
    """Press «Gem en kopi»; gives the file."""
    with tab.page.expect_download() as download:
        tab.page.get_by_role("button", name="Gem en kopi", exact=True).click()
    file = Path(folder) / download.value.suggested_filename
    download.value.save_as(file)
    return file


def choose(page, file):
    page.locator("input[type=file]").set_input_files(file)


def answer(tab, text, value="4"):
    tab.type("text", text)
    tab.tap("value", value)
    tab.is_saved()


def everything(tab):
    return tab.ask("(store) => store.everything()")


def write(folder, **changes):
    """A copy with one answer; `changes` replace parts of it."""
    record = {
        "exercise": "modul/to",
        "field": "text",
        "value": "fra kopien",
        "typed": True,
        "round": 1,
        "version": "v1",
        "title": "Min plan",
        "at": "2024-11-03T12:00:00.000Z",
        "order": 7,
    }
    copy = {
        "format": 1,
        "course": "kursus",
        "exported": "2024-11-03T12:00:00.000Z",
        "answers": [record],
        "attempts": [],
        "setAside": [],
    }
    file = Path(folder) / "kopi.json"
    file.write_text(json.dumps({**copy, **changes}), "utf-8")
    return file


def test_a_copy_moves_to_a_new_phone(open_tab, new_phone, site, tmp_path):
    """E1, E10: the same answers and attempts, and a second time changes nothing."""
    answer(open_tab(exercise="modul/to"), "Æblegrød \u2028 😀\nlinje to")
    mine = open_tab("my-page")
    expect(mine.page.locator(".cw-my-text")).to_be_visible()
    file = saved_copy(mine, tmp_path)
    assert file.name.startswith("kursus-20")
    before = everything(mine)
    page = new_phone.new_page()
    page.goto(f"{site}/pages/my-page.html")
    for _ in range(2):
        choose(page, file)
        expect(page.locator("[data-role=copy-text]")).to_contain_text("har 2 svar")
        page.get_by_role("button", name="Ja").click()
        expect(page.locator(".cw-my-text")).to_contain_text("Æblegrød")
    expect(page.locator(TOLD)).to_have_text("0 svar er hentet ind.")
    mine.page = page
    after = everything(mine)
    assert after["attempts"] == before["attempts"]
    assert [(a["field"], a["value"], a["at"]) for a in after["answers"]] == [
        (a["field"], a["value"], a["at"]) for a in before["answers"]
    ]


def test_the_newer_answer_stays_and_the_other_is_set_aside(open_tab, tmp_path):
    """E8 — newest wins, in either direction; nothing is deleted."""
    answer(open_tab(exercise="modul/to"), "nyt på telefonen")
    mine = open_tab("my-page")
    choose(mine.page, write(tmp_path))
    mine.page.get_by_role("button", name="Ja").click()
    expect(mine.page.locator(TOLD)).to_have_text("0 svar er hentet ind.")
    expect(mine.page.locator(".cw-my-text")).to_contain_text("nyt på telefonen")
    newer = json.loads(write(tmp_path).read_text("utf-8"))["answers"]
    newer[0]["at"] = "2999-01-01T00:00:00.000Z"
    choose(mine.page, write(tmp_path, answers=newer))
    mine.page.get_by_role("button", name="Ja").click()
    expect(mine.page.locator(".cw-my-text")).to_contain_text("fra kopien")
    assert "nyt på telefonen" in [record["value"] for record in everything(mine)["setAside"]]


def test_attempts_of_two_phones_stand_in_the_order_of_their_time(open_tab, tmp_path):
    answer(open_tab(exercise="modul/to"), "her")
    mine = open_tab("my-page")
    attempts = everything(mine)["attempts"]
    older = {**attempts[0], "id": "ældre", "at": "2020-01-01T00:00:00.000Z"}
    choose(mine.page, write(tmp_path, attempts=[older]))
    mine.page.get_by_role("button", name="Ja").click()
    expect(mine.page.locator(TOLD)).to_contain_text("hentet ind")
    assert [one["id"] for one in everything(mine)["attempts"]] == ["ældre", attempts[0]["id"]]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"course": "et-andet"}, "et andet kursus: et-andet"),
        ({"format": 99}, "nyere udgave"),
        ({"answers": [{"exercise": "modul/to"}]}, "beskadiget"),
        ({"attempts": "x"}, "beskadiget"),
        ({"format": None}, "ikke en kopi"),
    ],
)
def test_what_is_no_copy_of_this_course_changes_nothing(open_tab, tmp_path, changes, told):
    """E3, E4: refused with the reason."""
    answer(open_tab(exercise="modul/to"), "her")
    mine = open_tab("my-page")
    before = everything(mine)
    choose(mine.page, write(tmp_path, **changes))
    expect(mine.page.locator(TOLD)).to_contain_text(told)
    expect(mine.page.locator("[data-role=bring-in]")).to_be_hidden()
    assert everything(mine) == before


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>", b"\x89PNG\r\n", "{}".encode("utf-16"), b"[" * 200_000, b"null", b'"a"'],
)
def test_a_file_of_another_sort_is_told(open_tab, tmp_path, content):
    """E4, E5."""
    mine = open_tab("my-page")
    file = tmp_path / "noget.json"
    file.write_bytes(content)
    choose(mine.page, file)
    expect(mine.page.locator(TOLD)).to_have_text("Filen er ikke en kopi af svar fra et kursus.")


def test_no_leaves_everything_as_it_was(open_tab, tmp_path):
    mine = open_tab("my-page")
    choose(mine.page, write(tmp_path))
    mine.page.get_by_role("button", name="Nej").click()
    assert everything(mine)["answers"] == []


def test_a_failure_half_way_changes_nothing(open_tab, tmp_path):
    """E9 — all or nothing."""
    answer(open_tab(exercise="modul/to"), "her")
    mine = open_tab("my-page")
    before = everything(mine)
    mine.page.evaluate(
        """() => { const add = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function (...all) {
          if (this.name === "attempts") throw new DOMException("full", "QuotaExceededError");
          return add.apply(this, all); } }"""
    )
    attempts = [{**before["attempts"][0], "id": "ny"}]
    newer = json.loads(write(tmp_path).read_text("utf-8"))["answers"]
    newer[0]["at"] = "2999-01-01T00:00:00.000Z"
    choose(mine.page, write(tmp_path, answers=newer, attempts=attempts))
    mine.page.get_by_role("button", name="Ja").click()
    expect(mine.page.locator(TOLD)).to_contain_text("Intet er ændret.")
    assert everything(mine)["answers"] == before["answers"]
    assert everything(mine)["attempts"] == before["attempts"]
