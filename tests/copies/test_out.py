"""A copy of the answers, out of the browser: as a file, by the share sheet, as text."""

import hashlib
import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.copies.conftest import WORDS, accept, answer, bring, counts, everything, saved_copy, told

SHARES = """
    globalThis.shared = [];
    navigator.canShare = ({ files }) => files.length === 1;
    navigator.share = async ({ files: [file] }) => {
        globalThis.asked = (globalThis.asked ?? 0) + 1;
        if (globalThis.refusal) throw new DOMException("no", globalThis.refusal);
        shared.push([file.name, file.type, await file.text()]);
    };
"""
# Another computer's address without https, as a phone sees a trainer's preview.
PLAIN_HTTP = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });"


def checksum(copy: dict[str, Any]) -> str:
    """The checksum as the decision describes it, made another way."""
    parts = [copy[name] for name in ("course", "exported", "answers", "attempts", "setAside")]
    plain = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def test_a_copy_says_what_it_is(open_tab):
    """E15 — the name: the course and the day; inside: format, course, time, counts, checksum."""
    answer(open_tab(exercise="modul/to"), 'Æblegrød 😀 med \\ og "')
    mine = open_tab("my-page")
    mine.page.clock.set_fixed_time("2024-11-03T23:30:00+01:00")
    name, text = saved_copy(mine.page)
    copy = json.loads(text)
    assert name == "kursus-2024-11-03.json"
    assert re.fullmatch(r"[\w-]+\.json", name, re.ASCII)
    head = {name: copy[name] for name in ("format", "database", "course", "title", "exported")}
    assert head == {
        "format": 2,
        "database": 1,
        "course": "kursus",
        "title": "Et lille kursus",
        "exported": "2024-11-03T22:30:00.000Z",
    }
    lists = {name: copy[name] for name in ("answers", "attempts", "setAside")}
    assert lists == everything(mine)
    assert copy["counts"] == {name: len(found) for name, found in lists.items()}
    assert copy["sha256"] == checksum(copy)
    expect(told(mine.page)).to_have_text(WORDS["saved"])


def test_the_day_in_the_name_is_the_readers_own(open_tab):
    """E15 — half past midnight in Copenhagen is not yesterday; a course's odd id is made safe."""
    mine = open_tab("my-page")
    mine.page.clock.set_fixed_time("2024-06-30T22:30:00Z")
    assert saved_copy(mine.page)[0] == "kursus-2024-07-01.json"
    name = mine.page.evaluate(
        """async () => {
            const { copyName } = await import("/web/copies.mjs");
            return copyName("a:b/../c?æ".repeat(40), "2024-07-01");
        }"""
    )
    assert re.fullmatch(r"[\w-]{1,80}-2024-07-01\.json", name, re.ASCII)


def test_nothing_answered_makes_a_copy_too(open_tab):
    """E2 — a valid file, and a friendly word; bringing it in says the same."""
    mine = open_tab("my-page")
    _, text = saved_copy(mine.page)
    expect(told(mine.page)).to_have_text(f"{WORDS['saved']} {WORDS['emptyCopy']}")
    copy = json.loads(text)
    assert (copy["answers"], copy["attempts"], copy["sha256"]) == ([], [], checksum(copy))
    bring(mine.page, text)
    assert counts(mine.page) == []
    expect(mine.page.locator("[data-role=nothing-new]")).to_have_text(WORDS["emptyCopy"])
    accept(mine.page, WORDS["nothingNew"])


def test_a_phone_with_a_share_sheet_gets_the_file_there(open_tab):
    """E12 — shared as a file; closing the sheet says nothing; a refusal makes it a download."""
    answer(open_tab(exercise="modul/to"), "delt")
    tab = open_tab("my-page", init=SHARES)
    page = tab.page
    button = page.get_by_role("button", name="Gem en kopi", exact=True)
    page.evaluate("globalThis.refusal = 'AbortError'")
    button.click()
    tab.until("() => globalThis.asked === 1")  # the sheet was there before it is closed
    page.evaluate("globalThis.refusal = null")
    expect(told(page)).to_be_empty()
    button.click()
    expect(told(page)).to_have_text(WORDS["shared"])
    [(name, kind, text)] = page.evaluate("shared")
    assert (name[:7], kind) == ("kursus-", "application/json")
    assert json.loads(text)["answers"][-1]["title"] == "Vigtighed"
    page.evaluate("globalThis.refusal = 'NotAllowedError'")
    assert saved_copy(page)[1]
    expect(told(page)).to_have_text(WORDS["saved"])


def test_a_copy_goes_out_and_in_as_text(open_tab, phone, new_phone, site):
    """E12 — where files are awkward: everything on the clipboard, and pasted on another phone."""
    answer(open_tab(exercise="modul/to"), "som tekst <b>&amp;")
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    mine = open_tab("my-page")
    before = everything(mine)
    mine.page.bring_to_front()
    mine.page.get_by_text(WORDS["more"]).click()
    mine.page.get_by_role("button", name="Kopiér som tekst").click()
    expect(told(mine.page)).to_have_text(WORDS["copied"])
    text = mine.page.evaluate("navigator.clipboard.readText()")
    page = new_phone.new_page()
    page.goto(f"{site}/pages/my-page.html")
    page.get_by_text(WORDS["more"]).click()
    paste = page.get_by_role("button", name="Hent teksten ind")
    paste.click()
    expect(told(page)).to_have_text(WORDS["nothingPasted"])
    page.get_by_label("Sæt teksten fra en kopi ind her").fill(f"\n{text}\n ")
    paste.click()
    accept(page)
    expect(page.get_by_label("Sæt teksten fra en kopi ind her")).to_have_value("")
    expect(paste).to_be_focused()
    mine.page = page
    assert everything(mine)["attempts"] == before["attempts"]


@pytest.mark.parametrize("init", ["", PLAIN_HTTP], ids=["https", "http"])
def test_a_copy_without_a_checksum_is_marked_and_read(open_tab, init):
    """E11 — where nothing can be computed none is made; reading such a copy only says so."""
    answer(open_tab(exercise="modul/to"), "uden")
    mine = open_tab("my-page", init=init)
    _, text = saved_copy(mine.page)
    assert ("sha256" in json.loads(text)) is (init == "")
    for role, hidden in (("no-sealing", not init), ("sealing", bool(init))):
        part = mine.page.locator(f"[data-role={role}]")
        expect(part).to_have_js_property("hidden", hidden)
    bring(mine.page, text)
    doubt = mine.page.locator("[data-role=doubt]")
    expect(doubt).to_have_text(WORDS["unchecked"] if init else "")
    assert doubt.is_hidden() is (init == "")
    accept(mine.page, WORDS["nothingNew"])


def test_a_copy_that_cannot_be_made_says_so(open_tab):
    mine = open_tab("my-page", init="IDBFactory.prototype.open = () => { throw new Error(); };")
    mine.page.get_by_role("button", name="Gem en kopi", exact=True).click()
    expect(told(mine.page)).to_have_text(WORDS["notSaved"])
