"""«Min side» with the keys alone: read through, ticked, copied, brought in again, wiped."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from coursewright.testing.filling import this_stop
from tests.copies.conftest import WORDS, told
from tests.site.answering import answer_all
from tests.site.keys import BACK, button, check_stop, tab, tab_to, watched_page
from tests.site.pages_server import PagesServer

PLAN = "motivation/dit-naeste-skridt/"
IS_FOLDED = "() => document.activeElement.matches('details:not([open]) > summary')"
IN_THE_QUESTION = "() => Boolean(document.activeElement.closest('dialog[open]'))"


@pytest.fixture
def page(browser: Browser, browser_context_args: dict, served: PagesServer) -> Iterator[Page]:
    """«Min side» after a lesson with a plan and its day, which was answered by taps."""
    with watched_page(browser, browser_context_args, served.origin) as page:
        page.clock.set_fixed_time("2026-11-20T12:00:00Z")  # the day that is set is still to come
        page.goto(f"{served.address}{PLAN}")
        answer_all(page)
        page.goto(f"{served.address}min-side/")
        expect(page.locator(".cw-my-step--first")).to_be_visible()
        yield page


def press(page: Page, name: str, key: str = "Tab") -> Locator:
    """Go to a button and press Enter."""
    there = button(page, name)
    tab_to(page, there, key)
    page.keyboard.press("Enter")
    return there


def save(page: Page, name: str) -> str:
    """Go to a button that saves a copy, press it, and stay there; gives the copy's text."""
    with page.expect_download() as download:
        there = press(page, name)
    expect(told(page)).to_have_text(WORDS["saved"])
    expect(there).to_be_focused()
    assert check_stop(this_stop(page))
    return download.value.path().read_text("utf-8")


def bring_in(page: Page, copy: str) -> None:
    """Go back to where a copy's text is pasted, have it looked into, and say yes."""
    tab_to(page, page.get_by_label(WORDS["paste-label"]), BACK)
    page.keyboard.insert_text(copy)
    there = press(page, WORDS["paste"])
    expect(button(page, WORDS["import-yes"])).to_be_focused()
    page.keyboard.press("Enter")
    expect(told(page)).to_have_text(WORDS["restored"])
    expect(there).to_be_focused()


def wipe(page: Page) -> None:
    """Go to «Ryd telefonen», and past the answer that keeps everything to the one that does not."""
    there = press(page, WORDS["clear"])
    expect(button(page, WORDS["clear-no"])).to_be_focused()
    press(page, WORDS["clear-yes"], BACK)
    expect(told(page)).to_have_text(WORDS["cleared"])
    expect(there).to_be_focused()


def test_all_of_it_is_read_and_ticked(page: Page) -> None:
    """G2 — every stop is seen, every fold opens; a tick stays where the keyboard is."""
    tick = page.locator(".cw-my-step--first input[type=checkbox]")
    tab_to(page, tick)
    page.keyboard.press("Space")
    expect(tick).to_be_checked()
    expect(tick).to_be_focused()
    folds = 0
    while tab(page):
        if page.evaluate(IS_FOLDED):
            folds += 1
            page.keyboard.press("Enter")
    expect(page.locator("cw-my-page details:not([open]):visible")).to_have_count(0)
    assert folds > page.locator(".cw-my-lessons").count()


def test_copies_are_taken_and_brought_in(page: Page) -> None:
    """G2, G8 — open and locked, as text and as a file; what is refused leads to its field; undo."""
    copy = save(page, WORDS["export"])
    tab_to(page, page.get_by_text(WORDS["more"]))
    page.keyboard.press("Enter")
    passphrase = page.get_by_label(WORDS["seal-label"])
    tab_to(page, passphrase)
    page.keyboard.type("kort")
    press(page, WORDS["seal"])
    expect(told(page)).to_have_text(WORDS["tooShort"])
    expect(passphrase).to_be_focused()
    page.keyboard.type(" og nu langt nok")
    assert "sealed" in save(page, WORDS["seal"])
    there = press(page, WORDS["copy-text"])
    expect(told(page)).to_have_text(WORDS["copied"])
    expect(there).to_be_focused()
    wipe(page)
    bring_in(page, copy)
    expect(page.locator(".cw-my-step--first")).to_be_visible()
    press(page, WORDS["undo"], BACK)
    expect(told(page)).to_have_text(WORDS["undone"])
    expect(button(page, WORDS["import"])).to_be_focused()
    expect(page.locator(".cw-my-step--first")).to_have_count(0)


def test_the_phone_is_wiped(page: Page) -> None:
    """G2, C20 — the question holds the keyboard, can be left, and gives the focus back."""
    there = press(page, WORDS["clear"])
    no = button(page, WORDS["clear-no"])
    expect(no).to_be_focused()
    for _ in range(6):
        assert tab(page) is None or page.evaluate(IN_THE_QUESTION)
    page.keyboard.press("Escape")
    expect(there).to_be_focused()
    expect(page.locator(".cw-my-step--first")).to_be_visible()
    page.keyboard.press("Enter")
    expect(no).to_be_focused()
    with page.expect_download():
        press(page, WORDS["export-first"], BACK)
    expect(page.locator("[data-role=told]")).to_have_text(WORDS["saved"])
    press(page, WORDS["clear-yes"])
    expect(told(page)).to_have_text(WORDS["cleared"])
    expect(there).to_be_focused()
    expect(page.locator("cw-my-page [data-exercise]:not([data-state=empty])")).to_have_count(0)
    assert tab(page) is not None, "there is a way on from here"
