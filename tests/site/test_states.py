"""What a page shows when something goes wrong, is not there, or is answered: for everybody."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from coursewright.testing.accessibility import Checker, amiss_in_both
from coursewright.testing.heard import amiss_as_heard
from tests.copies.conftest import WORDS, bring, copy_text, saved_copy, told
from tests.copies.test_sealed import FAST, PASSPHRASE, unlock
from tests.reading.conftest import REMOTE, SPEECH
from tests.site.answering import SAVED, answer_all
from tests.site.pages_server import PagesServer
from tests.storage.test_failing import FULL, WITHOUT_STORAGE

SCALE = "motivation/hvor-lysten-kommer-fra/"
CHECKLIST = "modstand/seks-tegn/"
SHEET = "motivation/dit-naeste-skridt/"
PRESS = "label.cw-number"
COURSE = "jobrettede-samtaler"
FROM_LATER = """async (name) => {
  const request = indexedDB.open(name, 99);
  await new Promise((resolve) => { request.onsuccess = resolve; });
  request.result.close();
}"""

FORGET = """async (name) => {
  const request = indexedDB.deleteDatabase(name);
  await new Promise((resolve) => { request.onsuccess = resolve; });
}"""
ASKED_OTHERWISE = """async (name) => {
  const opened = indexedDB.open(name);
  await new Promise((resolve) => { opened.onsuccess = resolve; });
  const transaction = opened.result.transaction("answers", "readwrite");
  const store = transaction.objectStore("answers");
  store.openCursor().onsuccess = ({ target: { result: at } }) => {
    if (!at) return;
    at.update({ ...at.value, version: "00000000", asked: `Før: ${at.value.asked}` });
    at.continue();
  };
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  opened.result.close();
}"""
NEVER_QUITE_TYPED = """() => {
  const later = window.setTimeout;
  window.setTimeout = () => 0;
  window.wake = () => { window.setTimeout = later; };
}"""


def blocked(page: Page) -> Locator:
    return page.locator(".cw-notice")


def from_later(page: Page) -> Locator:
    page.evaluate(FROM_LATER, f"coursewright:{COURSE}")
    page.reload()
    expect(page.locator(".cw-notice")).to_contain_text("Genindlæs")
    return page.locator(".cw-notice")


def full(page: Page) -> Locator:
    scale = page.locator("cw-scale").first
    expect(scale).to_have_attribute("data-state", "empty")
    page.evaluate("full = true")
    scale.locator(PRESS).nth(3).click()
    return scale.locator("[data-role=trouble]")


def sheet_of(page: Page) -> Locator:
    sheet = page.locator("cw-worksheet").first
    expect(sheet).to_have_attribute("data-state", "empty")
    return sheet


def sheet_is_kept(page: Page) -> None:
    sheet = sheet_of(page)
    sheet.locator("[name=hvem]").fill("En kollega")
    sheet.locator("[name=emnet]").fill("Vagterne")
    expect(sheet.locator("[data-role=saved]")).to_have_text(SAVED)
    sheet.locator("[name=emnet]").blur()


def sheet_is_not_stored(page: Page) -> Locator:
    sheet = sheet_of(page)
    page.evaluate("full = true")
    sheet.locator("[name=hvem]").fill("En kollega")
    return sheet.locator("[data-role=trouble]")


def sheet_is_answered_elsewhere(page: Page) -> Locator:
    sheet, other = sheet_of(page), page.context.new_page()
    other.goto(page.url)
    page.evaluate(NEVER_QUITE_TYPED)
    sheet.locator("[name=hvem]").fill("En kollega")
    sheet_of(other).locator("[name=hvem]").fill("Min leder")
    expect(sheet.locator("[data-role=other]")).to_contain_text("Min leder")
    page.evaluate("() => window.wake()")
    other.close()
    return sheet.locator("[data-role=other]")


def sheet_asked_otherwise(page: Page) -> Locator:
    sheet_is_kept(page)
    page.evaluate(ASKED_OTHERWISE, f"coursewright:{COURSE}")
    page.reload()
    told = page.locator("cw-worksheet").first.locator("[data-role=reworded]")
    told.locator("summary").click()
    return told.get_by_text("Før: Hvem vil jeg tale med?")


def thrown_away(page: Page) -> Locator:
    sheet_is_kept(page)
    here = page.url
    page.goto(here.replace(SHEET, "404.html"))
    page.evaluate(FORGET, f"coursewright:{COURSE}")
    page.goto(here)
    return page.locator(".cw-notice[data-role=evicted]")


def unanswered(page: Page) -> Locator:
    checklist = page.locator("cw-checklist[data-state]").first
    checklist.locator(".cw-button:not(.cw-button--quiet):visible").first.click()
    return checklist.locator("[data-role=missing]")


def without_a_voice(page: Page) -> Locator:
    page.evaluate("(voices) => speech.arrive(voices)", [REMOTE])
    page.locator("article > .cw-aloud").click()
    return page.get_by_role("status").filter(has_text="ingen dansk stemme")


def nothing_found(page: Page) -> Locator:
    page.get_by_role("button", name="Søg i kurset", exact=True).click()
    page.get_by_role("searchbox").fill("qqqq")
    return page.get_by_text("Ingen sider har det ord.")


def filled_workbook(page: Page) -> Locator:
    answer_all(page)
    page.goto(page.url.replace(SCALE, "workbook/motivation/"))
    page.locator("[name=what][value=mine]").check()
    return page.locator("[data-book=choices]")


def refused(page: Page) -> Locator:
    bring(page, b"<!DOCTYPE html><title>x</title>")
    expect(told(page)).to_have_text(WORDS["webPage"])
    return told(page)


def of_another_course(page: Page) -> Locator:
    bring(page, copy_text(course="et-andet", title="Det andet kursus"))
    expect(told(page)).to_contain_text("Det andet kursus")
    return told(page)


def too_short(page: Page) -> Locator:
    page.get_by_text(WORDS["more"]).click()
    page.get_by_role("button", name="Gem en låst kopi").click()
    expect(told(page)).to_have_text(WORDS["tooShort"])
    return told(page)


def wrong_passphrase(page: Page) -> Locator:
    page.get_by_text(WORDS["more"]).click()
    page.get_by_label(WORDS["seal-label"]).fill(PASSPHRASE)
    _, text = saved_copy(page, "Gem en låst kopi")
    bring(page, text)
    unlock(page, "et helt andet ord")
    expect(page.locator("[data-role=refused]")).to_have_text(WORDS["wrongPassphrase"])
    return page.locator("[data-role=unseal]")


@dataclass(frozen=True)
class State:
    """make: brings a page into the state, and gives what is to be seen then. init: runs first."""

    make: Callable[[Page], Locator]
    address: str
    init: str = ""


STATES = [
    State(blocked, SCALE, WITHOUT_STORAGE["throws"]),
    State(from_later, SCALE),
    State(full, SCALE, FULL),
    State(sheet_is_not_stored, SHEET, FULL),
    State(sheet_is_answered_elsewhere, SHEET),
    State(sheet_asked_otherwise, SHEET),
    State(thrown_away, SHEET),
    State(unanswered, CHECKLIST),
    State(without_a_voice, SCALE, SPEECH.read_text("utf-8")),
    State(nothing_found, SCALE),
    State(filled_workbook, SCALE),
    State(refused, "min-side/"),
    State(of_another_course, "min-side/"),
    State(too_short, "min-side/"),
    State(wrong_passphrase, "min-side/", FAST),
]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.make.__name__)
def test_what_a_page_shows_then_is_for_everybody(
    browser: Browser,
    browser_context_args: dict,
    served: PagesServer,
    axe: Checker,
    state: State,
) -> None:
    """G1, G8, G18, G19 — no barrier where a message stands, it is in sight, and all is named."""
    context = browser.new_context(**browser_context_args, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    page = context.new_page()
    if state.init:
        page.add_init_script(state.init)
    page.goto(f"{served.address}{state.address}")
    expect(state.make(page)).to_be_visible()
    assert amiss_in_both(page, axe) == []
    assert amiss_as_heard(page) == []
    context.close()
