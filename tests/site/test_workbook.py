"""The reference course's workbooks: whole, linked, and out of the way."""

import re

from playwright.sync_api import Page

from tests.site.courses import Built
from tests.site.pages_server import PagesServer

READY = "[data-book=choices]"


def test_the_whole_course_comes_from_its_modules(served: PagesServer, page: Page) -> None:
    """The reference course: every exercise is on the paper, under the menu's words nowhere."""
    page.goto(f"{served.address}workbook/")
    page.locator(READY).wait_for(timeout=60_000)
    parts = page.locator(".cw-part[data-module]")
    assert parts.count() == page.locator("a[data-part]").count()
    links = page.locator(".cw-contents li a").evaluate_all(
        "(all) => all.map((one) => one.hash.slice(1))"
    )
    assert links and all(page.locator(f"[id='{at}']").count() == 1 for at in links)


def test_it_is_linked_and_stays_out_of_menu_and_search(reference: Built) -> None:
    for address in ("motivation", "", "min-side"):
        assert re.search(r'href="[./]*workbook/', reference.page(address)), address
    menu = reference.page("motivation").split("cw-nav__list")[1].split("</nav>")[0]
    assert "workbook" not in menu
    found = (reference.site / "search" / "search_index.json").read_text("utf-8")
    assert '"location":"workbook' not in found
