"""The text of a page is on the screen before its scripts are fetched."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.pages_server import PagesServer

LESSON = "motivation/indefra-og-udefra/"
PAINTED = """() => performance.getEntriesByName("first-contentful-paint")[0].startTime"""
FETCHED = """(ending) => performance.getEntriesByType("resource")
  .filter(({ name }) => name.endsWith(ending)).map(({ startTime }) => startTime)"""
UNSEEN = """
Object.defineProperty(Document.prototype, "hidden", { get: () => true });
PerformanceObserver.prototype.observe = () => {};
"""
UNTOLD = """Object.defineProperty(PerformanceObserver, "supportedEntryTypes", { value: [] });"""


def awake(page: Page) -> None:
    """Wait until the first exercise's script has run."""
    expect(page.locator(".cw-exercise").first).to_have_attribute("data-state", re.compile("."))


def test_a_lessons_scripts_wait_until_it_is_painted(page: Page, served: PagesServer) -> None:
    page.goto(f"{served.address}{LESSON}")
    awake(page)
    painted = page.evaluate(PAINTED)
    for script in ("/exercise.mjs", "/store.mjs", "/offline.mjs"):
        fetched = page.evaluate(FETCHED, script)
        assert fetched, script
        assert min(fetched) >= painted, script
    assert page.evaluate(FETCHED, "/every-page.mjs")[0] < painted


def test_my_page_waits_for_nothing(page: Page, served: PagesServer) -> None:
    """What it shows is made by its scripts."""
    page.goto(f"{served.address}min-side/")
    expect(page.locator("cw-my-page [data-part=begin]")).to_be_visible()
    assert min(page.evaluate(FETCHED, "/my-page.mjs")) < page.evaluate(PAINTED)


@pytest.mark.parametrize("before", [UNSEEN, UNTOLD], ids=["unseen", "untold"])
def test_where_nothing_is_painted_they_start_at_once(
    page: Page, served: PagesServer, before: str
) -> None:
    """A tab behind another, and a browser that does not tell of painting."""
    page.add_init_script(before)
    page.goto(f"{served.address}{LESSON}")
    awake(page)
