"""The text of a page is on the screen before its scripts are fetched."""

import re

import pytest
from playwright.sync_api import Page, expect

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
SHIFTS = """window.shifted = 0;
new PerformanceObserver((seen) => {
  for (const { value } of seen.getEntries()) window.shifted += value;
}).observe({ type: "layout-shift", buffered: true });"""
SHIFTED = """() => new Promise((then) => {
  requestAnimationFrame(() => requestAnimationFrame(() => then(window.shifted)));
})"""
"""A shift is told after the frame that it is seen in."""

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


def test_nothing_jumps_on_my_page(page: Page, served: PagesServer) -> None:
    """What comes first depends on what is stored, and the script that knows comes after the text.

    A shift of 0.1 is what Web Vitals still calls good; a list that jumps down gives 0.4.
    """
    page.add_init_script(SHIFTS)
    page.goto(f"{served.address}min-side/")
    expect(page.get_by_role("heading", name="Her samler det sig")).to_be_visible()
    assert page.evaluate(SHIFTED) < 0.05


def test_my_page_comes_up_even_if_its_script_does_not(page: Page, served: PagesServer) -> None:
    page.route("**/my-page.mjs", lambda route: route.abort())
    page.goto(f"{served.address}min-side/")
    lessons = page.locator(".cw-my-page").get_by_role("link", name="Motivation")
    expect(lessons).to_be_hidden()
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    expect(lessons).to_be_visible()
