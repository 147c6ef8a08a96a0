"""The guide's pages as a reader meets them: on a small phone, in light and in dark."""

import pytest

from coursewright.testing.everywhere import amiss_everywhere
from coursewright.testing.watch import Watch
from tests.site.pages_server import PagesServer

PARTS = 2
"""So that more than one browser can share the pages."""


@pytest.fixture(scope="module")
def served_guide(guide_site):
    with PagesServer(guide_site, "coursewright/guide") as server:
        yield server


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_can_be_read_by_everybody(guide_site, served_guide, browser, axe, part):
    """G1, G9, G10, G12, G18, G19, F1: no barrier, nothing too wide, no other site, no complaint."""
    context = browser.new_context(reduced_motion="reduce")
    watch = Watch(context, served_guide.origin)
    page = context.new_page()
    found = {}
    for file in sorted(guide_site.rglob("*.html"))[part::PARTS]:
        way = file.relative_to(guide_site).as_posix().removesuffix("index.html")
        page.goto(served_guide.address + way)
        found[way] = amiss_everywhere(page, axe)
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
