"""The guide's pages as a reader meets them: on a small phone, in light and in dark."""

import pytest

from coursewright.testing.watch import Watch
from tests.site.pages_server import PagesServer

WIDEST = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def served_guide(guide_site):
    with PagesServer(guide_site, "guide") as server:
        yield server


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_everybody(guide_site, served_guide, browser, axe, scheme):
    """G1, F1: no violation, nothing wider than the screen, no other site, no complaint."""
    size = {"width": 320, "height": 740}
    context = browser.new_context(viewport=size, color_scheme=scheme)
    watch = Watch(context, served_guide.origin)
    page = context.new_page()
    found = {}
    for file in sorted(guide_site.rglob("index.html")):
        way = file.parent.relative_to(guide_site).as_posix()
        page.goto(served_guide.address + ("" if way == "." else f"{way}/"))
        found[way] = axe(page)
        if page.evaluate(WIDEST) > 0:
            found[way].append("wider than the screen")
    context.close()
    assert {way: wrong for way, wrong in found.items() if wrong} == {}
    assert watch.problems == []


def test_the_galleries_keep_answers(served_guide, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{served_guide.address}gallery/scale/")
    page.locator("cw-scale .cw-number").first.click()
    page.locator('cw-scale [data-role="saved"]:not(:empty)').first.wait_for()
    page.reload()
    page.locator("cw-scale input:checked").first.wait_for(state="attached")
    context.close()
