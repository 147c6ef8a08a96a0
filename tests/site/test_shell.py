"""The menu, the search and the colours around every page, by keyboard and on a phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from coursewright.testing.accessibility import Checker, amiss_in_both
from coursewright.testing.watch import Watch
from tests.site.pages_server import PagesServer

LESSON = "motivation/en-samtale/"


@pytest.fixture
def page(browser: Browser, served: PagesServer) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="da-DK")
    watch = Watch(context, served.origin)
    page = context.new_page()
    page.goto(f"{served.address}{LESSON}")
    yield page
    context.close()
    assert watch.problems == []


def button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.textContent.trim()")
    return text


def test_the_menu_opens_and_closes_by_keyboard(page: Page, axe: Checker) -> None:
    """G1, G3 — what is behind the open menu rests; Escape closes it, and the focus goes back."""
    button(page, "Menu").focus()
    page.keyboard.press("Enter")
    expect(button(page, "Luk menuen")).to_be_focused()
    expect(page.locator(".md-content")).to_have_attribute("inert", "")
    assert amiss_in_both(page, axe) == []
    for _ in range(60):
        page.keyboard.press("Tab")
        inside = page.evaluate("!document.activeElement.closest('.md-content, header, footer')")
        assert inside, focused(page)
    page.keyboard.press("Escape")
    expect(button(page, "Menu")).to_be_focused()
    expect(page.get_by_role("link", name="Kilder")).to_have_count(0)
    assert page.locator("[inert]").count() == 0


def test_the_closed_menu_is_out_of_reach(page: Page) -> None:
    """G2 — no stop of the keyboard is off the screen, from the first to the last."""
    seen: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        left = page.evaluate("document.activeElement.getBoundingClientRect().left")
        assert left >= 0, focused(page)
        if page.evaluate("document.activeElement === document.body"):
            break
        seen.append(focused(page))
    assert seen[0] == "Gå til indholdet"
    assert any("Næste" in text for text in seen)
    assert "Luk menuen" not in seen


def test_the_way_past_the_menu(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "cw-content"


def test_the_menu_without_scripts(browser: Browser, served: PagesServer) -> None:
    """G15 — the menu opens by a tap and by keyboard; nothing is offered that needs a script."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}{LESSON}")
    assert page.locator("header button:visible").count() == 0
    page.locator("label.cw-menu-button").click()
    expect(page.get_by_role("link", name="Forside", exact=True)).to_be_in_viewport(ratio=0.1)
    page.locator("label.cw-nav__close").click()
    expect(page.get_by_role("link", name="Forside", exact=True)).to_have_count(0)
    page.reload()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="Menu")).to_be_checked()
    context.close()


def test_the_search(page: Page, axe: Checker) -> None:
    """Words are found however they are bent; Escape gives the focus back."""
    button(page, "Søg i kurset").click()
    field = page.get_by_role("searchbox", name="Søg i kurset")
    expect(field).to_be_focused()
    field.fill("modstanden")
    results = page.locator(".cw-search__result")
    expect(results.first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="steder")).to_be_visible()
    assert axe(page) == []
    field.fill("qqqq")
    expect(results).to_have_count(0)
    expect(page.get_by_text("Ingen sider har det ord. Prøv et kortere.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(button(page, "Søg i kurset")).to_be_focused()


def test_a_result_leads_to_its_place(page: Page) -> None:
    button(page, "Søg i kurset").click()
    page.get_by_role("searchbox").fill("Mit mål for mine samtaler")
    page.get_by_role("link", name="Mit mål for mine samtaler").click()
    page.wait_for_url("**/motivation/dit-naeste-skridt/#mit-samtalemaal-title")


def test_what_is_typed_is_text(page: Page) -> None:
    """F8 — what is searched for runs nothing and leaves nothing in the address."""
    before = page.url
    button(page, "Søg i kurset").click()
    page.get_by_role("searchbox").fill("<img src=x onerror=alert(1)> samtale")
    expect(page.locator(".cw-search__said")).to_contain_text("sted")
    assert page.locator(".cw-search img").count() == 0
    assert page.url == before


def test_no_single_key_does_anything(page: Page) -> None:
    """A letter spoken or typed outside a field leads nowhere (WCAG 2.1.4)."""
    before = page.url
    for key in "nps/f.,":
        page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.url == before


def test_a_search_that_cannot_be_had(page: Page) -> None:
    """Where the index cannot be fetched the reader is told what to do instead."""
    page.route("**/search_index.json", lambda route: route.fulfill(status=200, body="<html>"))
    button(page, "Søg i kurset").click()
    expect(page.get_by_text("Der kan ikke søges lige nu.")).to_be_visible()


def test_what_is_folded_comes_on_paper(page: Page, served: PagesServer) -> None:
    """G17 — details are open while printing, and as they were afterwards."""
    page.goto(f"{served.address}min-side/")
    page.evaluate(
        "document.querySelector('#cw-content').insertAdjacentElement('beforeend', "
        "Object.assign(document.createElement('details'), {id: 'mere'}))"
    )
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#mere")).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#mere")).not_to_have_attribute("open", "")
