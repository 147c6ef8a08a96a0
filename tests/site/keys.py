"""A page gone through with the Tab key, where each stop can be seen."""

import re

from playwright.sync_api import Locator, Page, expect

from coursewright.testing.filling import MOST_STOPS, Stop, next_stop
from coursewright.testing.looking import check_seen

BACK = "Shift+Tab"
HAS_FOCUS = "(one) => one === document.activeElement"


def tab(page: Page, key: str = "Tab") -> Stop | None:
    """Go to the next stop, which is seen, has a ring, and is not beside the screen; or past all."""
    return check_stop(next_stop(page, key))


def check_stop(stop: Stop | None) -> Stop | None:
    """Hold that nothing lies over where the focus is, and that it has a ring."""
    if stop:
        check_seen([stop])
        assert stop.uncovered, f"it cannot be seen: {stop.what}"
    return stop


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    expect(wanted).to_be_attached()
    for _ in range(MOST_STOPS):
        assert tab(page, key), "it was never reached"
        if wanted.evaluate(HAS_FOCUS):
            return
    raise AssertionError("the Tab key goes in circles")


def follow(page: Page, link: Locator, way: str) -> None:
    """Go to a link, press Enter, and wait for the page that it leads to."""
    tab_to(page, link)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(way))
    page.wait_for_load_state("load")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)
