"""The course with the keys alone, on a screen of 360 px: Tab, Enter, Space, arrows, Escape."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from coursewright.testing.awake import asleep
from coursewright.testing.filling import fill_stop
from tests.site.answering import SAVED
from tests.site.keys import BACK, button, follow, tab, tab_to, watched_page
from tests.site.pages_server import PagesServer

MODULE = "kursusdage"
"""The shortest."""

LESSON = "motivation/hvor-lysten-kommer-fra/"
IS_ONWARD = "() => document.activeElement.matches('.cw-onward__next')"
IN_AN_EXERCISE = "() => Boolean(document.activeElement.closest('.cw-form'))"


@pytest.fixture
def page(browser: Browser, browser_context_args: dict, served: PagesServer) -> Iterator[Page]:
    """The front page; from here on nothing is opened by its address."""
    with watched_page(browser, browser_context_args, served.origin) as page:
        page.goto(served.address)
        yield page


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
    assert asleep(page) == []
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


@pytest.mark.parametrize("way", [LESSON, "min-side/"])
def test_the_way_back_is_seen_too(page: Page, served: PagesServer, way: str) -> None:
    """G2 — from the last stop to the first: nothing that is gone to hides below the header."""
    page.goto(f"{served.address}{way}")
    page.locator(".cw-aloud:visible").first.wait_for()
    assert asleep(page) == []
    stops = 0
    while tab(page, BACK):
        stops += 1
    assert stops > 20
