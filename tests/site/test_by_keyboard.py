"""A module with the keys alone, on a screen of 360 px: Tab, Enter, Space, arrows, Escape."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from coursewright.testing.filling import MOST_STOPS, Stop, fill_stop, next_stop
from coursewright.testing.looking import check_seen
from coursewright.testing.watch import Watch
from tests.site.answering import SAVED
from tests.site.pages_server import PagesServer

MODULE = "kursusdage"
"""The shortest."""

HAS_FOCUS = "(one) => one === document.activeElement"
IS_ONWARD = "() => document.activeElement.matches('.cw-onward__next')"
IN_AN_EXERCISE = "() => Boolean(document.activeElement.closest('.cw-form'))"


@pytest.fixture
def page(browser: Browser, browser_context_args: dict, served: PagesServer) -> Iterator[Page]:
    """The front page; from here on nothing is opened by its address."""
    context = browser.new_context(**browser_context_args, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    watch = Watch(context, served.origin)
    page = context.new_page()
    page.goto(served.address)
    yield page
    context.close()
    assert watch.problems == []


def tab(page: Page) -> Stop | None:
    """Go to the next stop, which is seen, has a ring, and is not beside the screen; or past all."""
    stop = next_stop(page)
    if stop:
        check_seen([stop])
        assert stop.uncovered, f"it cannot be seen: {stop.what}"
    return stop


def tab_to(page: Page, wanted: Locator) -> None:
    expect(wanted).to_be_attached()
    for _ in range(MOST_STOPS):
        assert tab(page), "it was never reached"
        if wanted.evaluate(HAS_FOCUS):
            return
    raise AssertionError("the Tab key goes in circles")


def follow(page: Page, link: Locator, way: str) -> None:
    """Go to a link, press Enter, and wait for the page that it leads to."""
    tab_to(page, link)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(way))
    page.wait_for_load_state("load")


def answer_on_the_way(page: Page) -> bool:
    """Fill in each control as the Tab key comes to it; gives whether it came to «Næste»."""
    filled: set[str] = set()
    while stop := tab(page):
        if page.evaluate(IS_ONWARD):
            return True
        if stop.control and stop.key not in filled and page.evaluate(IN_AN_EXERCISE):
            filled.add(stop.key)
            fill_stop(page, stop)
    return False


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_a_module_from_the_front_page_to_my_page(page: Page) -> None:
    """G2, G3 — the menu, every lesson, every answer, and the way to «Min side»."""
    tab_to(page, button(page, "Menu"))
    page.keyboard.press("Enter")
    expect(button(page, "Luk menuen")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button(page, "Menu")).to_be_focused()
    page.keyboard.press("Enter")
    follow(page, page.locator(f"#cw-menu a[href$='{MODULE}/']").first, f"/{MODULE}/$")
    follow(page, page.get_by_role("link", name="Begynd modulet"), f"/{MODULE}/.")
    assert answer_on_the_way(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mellem-dagene/")
    page.wait_for_load_state("load")
    assert not answer_on_the_way(page), "the last lesson leads on"
    expect(page.locator("cw-logbook [data-role=saved]")).to_have_text(SAVED)
    mine = page.locator("header").get_by_role("link", name="Min side")
    follow(page, mine, "/min-side/$")
    part = page.locator(f'[data-module="{MODULE}"]')
    expect(part.locator(".cw-my-progress")).to_have_text("1 af 1 øvelser")


def test_a_page_is_found_by_typing(page: Page) -> None:
    """G2 — the search opens, a result is gone to and opened; Escape gives the focus back."""
    tab_to(page, button(page, "Søg i kurset"))
    page.keyboard.press("Enter")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(button(page, "Søg i kurset")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("Mit mål for mine samtaler")
    expect(page.locator(".cw-search__result").first).to_be_visible()
    follow(
        page,
        page.get_by_role("link", name="Mit mål for mine samtaler"),
        "/motivation/dit-naeste-skridt/#mit-samtalemaal-title$",
    )
