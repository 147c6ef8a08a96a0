"""A participant's way through the first module, on a phone, over two visits."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect

from coursewright.testing.awake import asleep
from coursewright.testing.watch import Watch
from tests.site.pages_server import PagesServer

SCALE = "motivation/selvscore-start"
CHECKLIST = "motivation/min-sidste-snak"
SAVED = "Gemt på denne telefon"
WRITTEN = "Jeg har prøvet det før."


@pytest.fixture(params=["served", "served_by_zensical"])
def site(request: pytest.FixtureRequest) -> PagesServer:
    """The course as each engine builds it."""
    server: PagesServer = request.getfixturevalue(request.param)
    return server


@pytest.fixture
def visit(
    playwright: Playwright,
    browser_type_launch_args: dict[str, Any],
    browser_context_args: dict[str, Any],
    site: PagesServer,
    tmp_path: Path,
) -> Iterator[Any]:
    """Open the phone's browser, again and again with the same memory; it is watched each time."""
    opened: list[BrowserContext] = []
    problems: list[str] = []

    def start() -> Page:
        for context in opened:
            context.close()
        opened.clear()
        settings = {**browser_type_launch_args, **browser_context_args}
        context = playwright.chromium.launch_persistent_context(tmp_path / "phone", **settings)
        opened.append(context)
        watches.append(Watch(context, site.origin))
        return context.pages[0]

    watches: list[Watch] = []
    yield start
    for context in opened:
        context.close()
    problems += [problem for watch in watches for problem in watch.problems]
    assert problems == []


def exercise(page: Page, address: str) -> Locator:
    return page.locator(f'[data-exercise="{address}"]')


def number(within: Locator, name: str, value: int) -> Locator:
    return within.locator(f'label:has(input[name="{name}"][value="{value}"])')


def asked(scale: Locator) -> Locator:
    """The one follow-up question that shows."""
    return scale.locator("[data-role='question']:visible")


def result(form: Locator) -> Locator:
    return form.locator(".cw-checklist__result")


def saved(form: Locator) -> Locator:
    return form.locator('[data-role="saved"]')


def fill_checklist(page: Page, value: int) -> Locator:
    form = exercise(page, CHECKLIST)
    for name in ("snak-personlig", "snak-aabent", "snak-lytter", "snak-pris"):
        number(form, name, value).click()
    form.get_by_role("button", name="Se resultatet").click()
    return form


def first_visit(page: Page, address: str) -> None:
    """Answer a scale and a checklist, and see the question and the band that fit."""
    page.goto(address)
    page.get_by_role("link", name="Begynd her").click()
    expect(page.locator("h1")).to_have_text("Hvor kommer lysten fra?")
    assert asleep(page) == []
    scale = exercise(page, SCALE)
    expect(scale.locator("input:checked")).to_have_count(0)
    number(scale, "value", 4).click()
    expect(asked(scale)).to_contain_text("Hvorfor 4 og ikke 3?")
    scale.locator("textarea:visible").fill(WRITTEN)
    expect(saved(scale)).to_have_text(SAVED)

    page.goto(f"{address}motivation/en-samtale/")
    assert asleep(page) == []
    form = fill_checklist(page, 1)
    expect(result(form)).to_contain_text("Nu ved du, hvor du kan begynde")
    expect(form.locator("[data-role='count']")).to_have_text("4 af 4 besvaret")
    expect(saved(form)).to_have_text(SAVED)


def scale_again(page: Page, address: str) -> None:
    """Find the number and the words of the first visit; answer again and see both numbers."""
    page.goto(f"{address}motivation/hvor-lysten-kommer-fra/")
    assert asleep(page) == []
    scale = exercise(page, SCALE)
    expect(scale.locator('input[value="4"]')).to_be_checked()
    expect(asked(scale)).to_contain_text("Hvorfor 4 og ikke 3?")
    expect(scale.locator("textarea:visible")).to_have_value(WRITTEN)
    scale.get_by_role("button", name="Svar igen").click()
    expect(scale.locator("input:checked")).to_have_count(0)
    number(scale, "value", 7).click()
    history = scale.locator("[data-role='history']")
    expect(history).to_contain_text(re.compile(r": 4 .*: 7"))
    expect(saved(scale)).to_have_text(SAVED)


def checklist_again(page: Page, address: str) -> None:
    """Find the band of the first visit; answer again and see how much has moved."""
    page.goto(f"{address}motivation/en-samtale/")
    assert asleep(page) == []
    form = exercise(page, CHECKLIST)
    expect(result(form)).to_contain_text("Nu ved du, hvor du kan begynde")
    form.get_by_role("button", name="Svar igen").click()
    fill_checklist(page, 3)
    expect(result(form)).to_contain_text("Den anden fik ordet")
    expect(result(form)).to_contain_text("8 mere")
    expect(saved(form)).to_have_text(SAVED)


def test_two_visits(visit: Any, site: PagesServer) -> None:
    """Answer, close the browser, come back and find everything; answer again, see the change."""
    first_visit(visit(), site.address)
    page = visit()
    scale_again(page, site.address)
    checklist_again(page, site.address)

    page.goto(f"{site.address}min-side/")
    line = page.locator(f'li[data-exercise="{SCALE}"]')
    expect(line).to_contain_text("7 af 10")
    expect(line.locator("svg")).to_be_visible()
    expect(page.locator(f'li[data-exercise="{CHECKLIST}"]')).to_contain_text("12 af 12")
    expect(page.locator(".cw-my-progress").first).to_contain_text("2 af")
    page.goto(site.address)
    page.get_by_role("link", name="Fortsæt: Motivation").click()
    page.get_by_role("link", name="Fortsæt: Hvor kommer lysten fra?").click()
    expect(page.locator("h1")).to_have_text("Hvor kommer lysten fra?")


def test_without_scripts(
    browser: Any, browser_context_args: dict[str, Any], site: PagesServer
) -> None:
    """With scripts off the lesson reads, its forms can be filled; the page says what is lost."""
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    page = context.new_page()
    page.goto(f"{site.address}motivation/hvor-lysten-kommer-fra/")
    expect(page.get_by_text("ikke gemt")).to_be_visible()
    scale = exercise(page, SCALE)
    number(scale, "value", 6).click()
    expect(scale.locator('input[value="6"]')).to_be_checked()
    expect(scale.get_by_role("heading", name="Dit tal i dag")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Næste"))).to_be_visible()
    context.close()
