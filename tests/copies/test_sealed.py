"""A copy locked with a passphrase."""

import json
import unicodedata

import pytest
from playwright.sync_api import expect

from tests.copies.conftest import (
    FIXTURES,
    WORDS,
    accept,
    answer,
    bring,
    everything,
    saved_copy,
    told,
)

PASSPHRASE = "blå himmel over Århus"
# As slow as it must be in earnest; here once per test is enough.
FAST = """
    const derive = SubtleCrypto.prototype.deriveKey;
    SubtleCrypto.prototype.deriveKey = function (how, ...rest) {
        (globalThis.rounds ??= []).push(how.iterations);
        return derive.call(this, { ...how, iterations: 10 }, ...rest);
    };
"""


@pytest.fixture
def mine(open_tab):
    answer(open_tab(exercise="modul/to"), "hemmeligt æøå 😀")
    tab = open_tab("my-page", init=FAST)
    tab.page.get_by_text(WORDS["more"]).click()
    return tab


def lock(page, passphrase):
    page.get_by_label(WORDS["seal-label"]).fill(passphrase)
    return saved_copy(page, "Gem en låst kopi")[1]


def unlock(page, passphrase):
    page.get_by_label(WORDS["unseal-label"], exact=True).fill(passphrase)
    page.keyboard.press("Enter")


def test_a_locked_copy_tells_only_what_it_is(mine):
    """E13 — outside: format, course, title, time. Inside nothing can be read. 600,000 rounds."""
    text = lock(mine.page, PASSPHRASE)
    copy = json.loads(text)
    assert set(copy) == {"format", "course", "title", "exported", "sealed", "content"}
    assert "hemmeligt" not in text
    assert copy["sealed"]["rounds"] == 600_000
    assert mine.page.evaluate("rounds") == [600_000]
    again = json.loads(lock(mine.page, PASSPHRASE))
    assert again["sealed"]["salt"] != copy["sealed"]["salt"]
    assert again["sealed"]["iv"] != copy["sealed"]["iv"]
    expect(mine.page.get_by_label(WORDS["seal-label"])).to_be_empty()
    expect(told(mine.page)).to_have_text(WORDS["saved"])


def test_it_opens_with_the_passphrase_however_it_is_typed(mine):
    """E13 — a wrong one is told and nothing happens; æøå put together in two ways is the same."""
    text = lock(mine.page, unicodedata.normalize("NFD", PASSPHRASE))
    before = everything(mine)
    mine.ask("(store) => store.clear()")
    bring(mine.page, text)
    unlock(mine.page, PASSPHRASE.lower())
    expect(mine.page.locator("[data-role=refused]")).to_have_text(WORDS["wrongPassphrase"])
    assert everything(mine)["answers"] == []
    unlock(mine.page, unicodedata.normalize("NFC", PASSPHRASE))
    accept(mine.page)
    assert everything(mine) == before


def test_the_limits_of_a_passphrase_are_told(mine):
    """E13 — eight characters at least, as a reader counts them; 10,000 are fine."""
    field = mine.page.get_by_label(WORDS["seal-label"])
    for short in ("", "1234567", unicodedata.normalize("NFD", "ååååååå")):
        field.fill(short)
        mine.page.get_by_role("button", name="Gem en låst kopi").click()
        expect(told(mine.page)).to_have_text(WORDS["tooShort"])
        expect(field).to_be_focused()
    long = "et langt kodeord " * 600
    bring(mine.page, lock(mine.page, long))
    unlock(mine.page, long)
    accept(mine.page, WORDS["nothingNew"])


@pytest.mark.parametrize("part", ["exported", "title", "content", "sealed"])
def test_what_stands_outside_cannot_be_changed(mine, part):
    """E11, E13: another time, title, text or salt, and it does not open."""
    copy = json.loads(lock(mine.page, PASSPHRASE))
    changed = {
        "exported": "2020-01-01T00:00:00.000Z",
        "title": "Et andet",
        "content": "AAAA" + copy["content"][4:],
        "sealed": {**copy["sealed"], "salt": copy["sealed"]["iv"]},
    }
    bring(mine.page, json.dumps({**copy, part: changed[part]}))
    unlock(mine.page, PASSPHRASE)
    expect(mine.page.locator("[data-role=refused]")).to_have_text(WORDS["wrongPassphrase"])
    mine.page.get_by_role("button", name="Nej").click()
    expect(mine.page.locator("[data-role=unseal]")).to_be_hidden()


def test_a_locked_copy_of_this_release_opens(open_tab):
    """E3, E13: a fixture that every later release must open, in earnest."""
    mine = open_tab("my-page")
    bring(mine.page, (FIXTURES / "copy-2-locked.json").read_text("utf-8"))
    unlock(mine.page, PASSPHRASE)
    accept(mine.page)
    inside = json.loads((FIXTURES / "copy-2.json").read_text("utf-8"))
    assert everything(mine)["answers"] == inside["answers"]


def test_where_nothing_can_be_locked_it_is_said(open_tab):
    """E13 — on an address without https: no lock is offered, and a locked copy is told."""
    init = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });"
    mine = open_tab("my-page", init=init)
    mine.page.get_by_text(WORDS["more"]).click()
    expect(mine.page.get_by_text(WORDS["no-seal"])).to_be_visible()
    expect(mine.page.get_by_label(WORDS["seal-label"])).to_be_hidden()
    bring(mine.page, (FIXTURES / "copy-2-locked.json").read_text("utf-8"))
    expect(told(mine.page)).to_have_text(WORDS["cannotUnseal"])
