"""The text of a page is on the screen before its scripts are fetched."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.courses import Built
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


def test_what_waits_for_nothing(reference: Built) -> None:
    """The menu and the search, and «Min side», which is made by its scripts."""
    assert re.search(r'<script type="module" src="[^"]*/every-page.mjs">', reference.page(LESSON))
    mine = reference.page("min-side")
    assert re.search(r'<script type="module" src="[^"]*/my-page.mjs">', mine)
    assert "data-starts" in reference.page(LESSON)
    assert "data-starts" not in mine


@pytest.mark.parametrize("before", [UNSEEN, UNTOLD], ids=["unseen", "untold"])
def test_where_nothing_is_painted_they_start_at_once(
    page: Page, served: PagesServer, before: str
) -> None:
    """A tab behind another, and a browser that does not tell of painting."""
    page.add_init_script(before)
    page.goto(f"{served.address}{LESSON}")
    awake(page)
