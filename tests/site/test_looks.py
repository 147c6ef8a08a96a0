"""Every page of the reference course on a phone and a desk, light and dark."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from coursewright.testing.accessibility import Checker
from coursewright.testing.everywhere import amiss_everywhere
from tests.site.courses import Built
from tests.site.pages_server import PagesServer

PARTS = 4
"""So that more than one browser can share the pages."""


def addresses(built: Built, server: PagesServer) -> list[str]:
    found = (path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html"))
    return sorted(server.address + name.removesuffix("index.html") for name in found)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_for_everybody(
    reference: Built, served: PagesServer, browser: Browser, axe: Checker, part: int
) -> None:
    """G1, G9, G10, G12, G18, G19 — light, dark, at 320, 360 and 1280 px, enlarged, and as heard."""
    context = browser.new_context(reduced_motion="reduce", locale="da-DK")
    page = context.new_page()
    found = {}
    for address in addresses(reference, served)[part::PARTS]:
        page.goto(address)
        found[address] = amiss_everywhere(page, axe)
    context.close()
    assert {address: said for address, said in found.items() if said} == {}


ODD_ICONS = """icons => icons.map(icon => [icon.parentElement.className, getComputedStyle(icon)])
  .filter(([, {fill, color}]) => fill !== color).map(([name]) => name)"""


def test_icons_can_be_seen_in_the_dark(served: PagesServer, browser: Browser) -> None:
    """An icon has the colour of the words beside it, not the black that it was drawn in."""
    context = browser.new_context(color_scheme="dark", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{served.address}motivation/")
    icons = ".cw-header__tools svg, .cw-aloud svg, .cw-scheme svg"
    assert page.locator(icons).count() > 3
    assert page.eval_on_selector_all(icons, ODD_ICONS) == []
    context.close()


@pytest.mark.parametrize(("width", "in_a_row"), [(360, 1), (1280, 2)])
def test_cards_stand_apart(
    served: PagesServer, browser: Browser, width: int, in_a_row: int
) -> None:
    """Module cards have room between them, one below the other or side by side."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(served.address)
    boxes = [card.bounding_box() for card in page.locator(".cw-module-card").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops.count(tops[0]) >= in_a_row
    first, below = boxes[0], next(box for box in boxes if box and box["y"] > tops[0])
    assert first and below["y"] - first["y"] - first["height"] >= 8
    context.close()


def test_one_heading_leads_each_page(reference: Built) -> None:
    for path in reference.site.rglob("*.html"):
        assert path.read_text(encoding="utf-8").count("<h1") == 1, path


def test_colours_can_be_changed_and_stay(
    served: PagesServer, browser: Browser, browser_context_args: dict[str, Any]
) -> None:
    """The reader's choice of dark colours holds on the next page, under the course's own name.

    Each button says what it leads to."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.goto(served.address)
    page.get_by_text("Skift til mørke farver").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{served.address}motivation/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    keys = page.evaluate("Object.keys(localStorage)")
    assert keys
    assert all(key.startswith("coursewright:jobrettede-samtaler:") for key in keys)
    page.get_by_text("Skift til lyse farver").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    context.close()
