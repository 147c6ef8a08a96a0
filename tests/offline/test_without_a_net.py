"""What works when there is no net, on any page of a course."""

from playwright.sync_api import expect

from coursewright.testing.accessibility import Checker
from coursewright.testing.everywhere import amiss_everywhere
from tests.offline.phone import READY, Phone
from tests.site.keys import follow, tab, tab_to


def test_other_ways_to_write_an_address(phone: Phone) -> None:
    """D3 — a query, a fragment or index.html lead to the kept page."""
    phone.visit()
    phone.go_offline()
    for tail in ("m/a/?x=1", "m/a/#a-skala", "m/a/index.html", "?x=1", "index.html"):
        page = phone.open(tail)
        expect(page.locator("h1")).to_have_text("Lektion a" if "m/a" in tail else "Forside")
        assert page.url.endswith(tail)
    assert phone.asked == []


def test_an_address_without_its_slash(phone: Phone) -> None:
    """D4 — the page comes under its full address, with its style and its query."""
    phone.visit()
    phone.go_offline()
    page = phone.open("m/a?x=1#a-skala")
    assert page.url == f"{phone.host.address}m/a/?x=1#a-skala"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.cw-exercise')).padding") != "0px"
    )


def test_a_page_that_is_not_kept(phone: Phone) -> None:
    """D5 — says so in Danish, in its own place, with links that work."""
    phone.visit()
    phone.go_offline()
    page = phone.open("findes/ikke/her")
    expect(page.get_by_role("heading", level=1)).to_have_text("Siden er ikke gemt på telefonen")
    assert page.url.endswith("/findes/ikke/her")
    page.get_by_role("link", name="Modul m").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Modul m")
    page.goto(f"{phone.host.address}findes/ikke/her")
    page.get_by_role("link", name="Gå til forsiden").click()
    expect(page.locator("cw-offline")).to_have_text(READY)


def test_that_page_is_for_everybody(phone: Phone, axe: Checker) -> None:
    """D5, G1, G2, G9, G10, G12, G18, G19 — met by a bookmark: seen, heard, and left by the keys."""
    phone.visit()
    phone.go_offline()
    phone.page.emulate_media(reduced_motion="reduce")
    page = phone.open("findes/ikke/her")
    assert amiss_everywhere(page, axe) == []
    assert page.title().startswith("Siden er ikke gemt på telefonen")
    page.set_viewport_size({"width": 360, "height": 740})
    while tab(page):
        pass
    follow(page, page.locator("article").get_by_role("link", name="Modul m"), "/m/$")
    expect(page.get_by_role("heading", level=1)).to_have_text("Modul m")
    phone.open("findes/ikke/her")
    tab_to(page, page.get_by_role("button", name="Menu"))
    page.keyboard.press("Enter")
    follow(page, page.locator("#cw-menu").get_by_role("link", name="Min side"), "/min-side/$")
    expect(page.get_by_role("heading", level=1)).to_have_text("Min side")
    assert phone.asked == []
