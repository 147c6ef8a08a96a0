"""The reference course's workbooks: whole, linked, and out of the way."""

import re

from playwright.sync_api import Page

from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from tests.site.courses import ROOT, Built
from tests.site.pages_server import PagesServer

READY = "[data-book=choices]"


def test_the_whole_course_comes_from_its_lessons(served: PagesServer, page: Page) -> None:
    """Every exercise of the reference course once, what to try and the keys; all links lead."""
    course = load_course(ROOT, find_kinds()).course
    assert course
    page.goto(f"{served.address}workbook/")
    page.locator(READY).wait_for(timeout=60_000)
    found = page.locator(".cw-part[data-module] .cw-exercise")
    addresses = found.evaluate_all("(all) => all.map((one) => one.dataset.exercise)")
    assert addresses == [placed.address for placed in course.exercises()]
    lessons = [lesson for module in course.modules for lesson in module.lessons]
    assert page.locator(".cw-try-it > h4").count() == sum(bool(each.try_it) for each in lessons)
    quizzes = sum(placed.kind == "quiz" for placed in course.exercises())
    assert page.locator(".cw-keys__one").count() == quizzes
    ids = page.locator("[id]").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    links = page.locator(".cw-book a[href^='#']").evaluate_all(
        "(all) => all.map((one) => decodeURIComponent(one.hash.slice(1)))"
    )
    assert links and set(links) <= set(ids)


def test_it_is_linked_and_stays_out_of_menu_and_search(reference: Built) -> None:
    for address in ("motivation", "", "min-side"):
        assert re.search(r'href="[./]*workbook/', reference.page(address)), address
    menu = reference.page("motivation").split("cw-nav__list")[1].split("</nav>")[0]
    assert "workbook" not in menu
    found = (reference.site / "search" / "search_index.json").read_text("utf-8")
    assert '"location":"workbook' not in found
