"""A page gone through with the Tab key, where each stop can be seen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from coursewright.testing.awake import asleep
from coursewright.testing.filling import MOST_STOPS, Stop, next_stop
from coursewright.testing.looking import check_seen
from coursewright.testing.watch import Watch

BACK = "Shift+Tab"
HAS_FOCUS = "(one) => one === document.activeElement"


@contextmanager
def watched_page(browser: Browser, settings: dict[str, Any], origin: str) -> Iterator[Page]:
    """Give an empty page of a reader of one's own, and hold in the end that nothing went wrong."""
    context = browser.new_context(**settings, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    watch = Watch(context, origin)
    yield context.new_page()
    context.close()
    assert watch.problems == []


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
    assert asleep(page) == []


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)
