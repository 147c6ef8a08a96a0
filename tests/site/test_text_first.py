"""The text of a page is on the screen before its scripts are fetched."""

import re

import pytest
from playwright.sync_api import Page

from coursewright.testing.awake import asleep
from tests.site.courses import Built
from tests.site.pages_server import PagesServer

LESSON = "motivation/indefra-og-udefra/"
PAINTED = """() => performance.getEntriesByName("first-contentful-paint")[0].startTime"""
FETCHED = """(ending) => performance.getEntriesByType("resource")
  .filter(({ name }) => name.endsWith(ending)).map(({ startTime }) => startTime)"""
UNPAINTED = "PerformanceObserver.prototype.observe = () => {};"
UNSEEN = f"""
Object.defineProperty(Document.prototype, "hidden", {{ get: () => true }});
{UNPAINTED}
"""
UNTOLD = """Object.defineProperty(PerformanceObserver, "supportedEntryTypes", { value: [] });"""


def test_a_lessons_scripts_wait_until_it_is_painted(page: Page, served: PagesServer) -> None:
    page.goto(f"{served.address}{LESSON}")
    assert asleep(page) == []
    painted = page.evaluate(PAINTED)
    for script in ("/exercise.mjs", "/store.mjs", "/offline.mjs"):
        fetched = page.evaluate(FETCHED, script)
        assert fetched, script
        assert min(fetched) >= painted, script


def test_what_waits_for_nothing(reference: Built) -> None:
    """The menu and the search, and «Min side», which is made by its scripts."""
    assert re.search(r'<script type="module" src="[^"]*/every-page.mjs"', reference.page(LESSON))
    mine = reference.page("min-side")
    assert re.search(r'<script type="module" src="[^"]*/my-page.mjs">', mine)
    assert "data-starts" in reference.page(LESSON)
    assert "data-starts" not in mine


@pytest.mark.parametrize(
    "before", [UNSEEN, UNTOLD, UNPAINTED], ids=["unseen", "untold", "unpainted"]
)
def test_where_no_painting_is_told_they_start_all_the_same(
    page: Page, served: PagesServer, before: str
) -> None:
    """A tab behind another, a browser that does not tell, and a window that nobody can see."""
    page.add_init_script(before)
    page.goto(f"{served.address}{LESSON}")
    assert asleep(page) == []
