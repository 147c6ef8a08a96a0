"""The reading settings: seen at once, kept, worn by every page, gone with the answers."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from coursewright.testing.accessibility import Checker
from tests.site.pages_server import PagesServer

Opened = Callable[..., Page]

KEY = "coursewright:lille-kursus:reading"
LARGEST = {"size": "160", "space": "most", "font": "legible", "colours": "calm"}
TAPS = ("Størst", "Mest", "Ekstra tydelig", "Rolige")
HOSTILE = ('{"size":"999","space":["most"],"font":{"a":1}}', '{"colours":"\\"><b>","size":160}')
STORE = "([key, value]) => localStorage.setItem(key, value)"
ATTRIBUTES = """() => Object.keys(document.documentElement.dataset)
  .filter((name) => name.startsWith("cw"))"""
WORN = """() => {
  const text = getComputedStyle(document.querySelector("article p:not([class])"));
  return [parseFloat(text.fontSize), text.letterSpacing, text.fontFamily.split(",")[0]];
}"""


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Gør det lettere at læse")


def open_settings(page: Page) -> Locator:
    page.get_by_role("button", name="Aa").click()
    expect(dialog(page)).to_be_visible()
    return dialog(page)


def set_largest(page: Page) -> None:
    shown = open_settings(page)
    for name in TAPS:
        shown.locator("label", has_text=name).click()
    page.keyboard.press("Escape")


@pytest.fixture
def large(reader: BrowserContext, served: PagesServer) -> Iterator[BrowserContext]:
    """A phone on which everything is set to the largest before the page is opened."""
    page = reader.new_page()
    page.goto(served.address)
    page.evaluate(STORE, [KEY, json.dumps(LARGEST)])
    page.close()
    yield reader


def test_what_is_set_is_seen_at_once_and_stays(open_lesson: Opened) -> None:
    """On this page, after a reload, and on the other pages; the letters are the course's own."""
    page = open_lesson()
    before = page.evaluate(WORN)
    fonts: list[str] = []
    page.context.on("request", lambda one: fonts.append(one.url) if ".woff2" in one.url else None)
    page.reload()
    assert fonts == []
    set_largest(page)
    worn = page.evaluate(WORN)
    assert worn[0] == pytest.approx(before[0] * 1.6)
    assert worn[1] != before[1]
    assert worn[2] == '"Atkinson Hyperlegible"'
    page.wait_for_function("() => [...document.fonts].some(({ status }) => status === 'loaded')")
    assert fonts
    page.reload()
    assert page.evaluate(WORN) == worn
    page.goto(page.url.replace("m/l/", "mere/"))
    assert page.evaluate(WORN) == worn


def test_it_is_set_before_anything_is_painted(open_lesson: Opened, large: BrowserContext) -> None:
    """The attributes are there before there is a word of the article."""
    page = large.new_page()
    page.add_init_script(
        """new MutationObserver((_, observer) => {
          if (!document.querySelector(".cw-header")) return;
          observer.disconnect();
          window.early = document.documentElement.dataset.cwSize;
        }).observe(document, { childList: true, subtree: true })"""
    )
    page.goto(open_lesson().url)
    assert page.evaluate("() => window.early") == "160"


def test_reset_and_keyboard(open_lesson: Opened) -> None:
    """Opened, changed, reset and closed with the keys; the focus comes back to the button."""
    page = open_lesson()
    button = page.get_by_role("button", name="Aa")
    button.focus()
    page.keyboard.press("Enter")
    expect(dialog(page)).to_be_visible()
    dialog(page).get_by_role("radio", name="Normal").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-cw-size", "120")
    dialog(page).get_by_role("button", name="Nulstil").press("Enter")
    assert page.evaluate("() => document.documentElement.dataset.cwSize ?? null") is None
    expect(dialog(page).get_by_role("radio", name="Normal").first).to_be_checked()
    dialog(page).get_by_role("button", name="Luk").press("Enter")
    expect(button).to_be_focused()


def test_other_tabs_follow_and_nonsense_is_ignored(open_lesson: Opened) -> None:
    """F9 — what another tab stores is worn here, where it is one of our values."""
    page, other = open_lesson(), open_lesson()
    set_largest(other)
    expect(page.locator("html")).to_have_attribute("data-cw-size", "160")
    for value in (*HOSTILE, "[", "7", "null"):
        other.evaluate(STORE, [KEY, value])
        expect(page.locator("html")).not_to_have_attribute("data-cw-size", "160")
        assert page.evaluate(ATTRIBUTES) == ["cwAloud"]
        other.evaluate(STORE, [KEY, '{"size":"160"}'])
        expect(page.locator("html")).to_have_attribute("data-cw-size", "160")


def test_it_holds_on_paper(open_lesson: Opened, large: BrowserContext) -> None:
    """G17 — the reader's letters are printed, black on white."""
    page = open_lesson()
    worn = page.evaluate(WORN)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(WORN) == worn
    colours = page.evaluate(
        "() => [getComputedStyle(document.querySelector('article p:not([class])')).color,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    expect(page.locator(".cw-aloud:visible, .cw-aa:visible")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_largest_setting_is_accessible_and_fits(
    open_lesson: Opened, large: BrowserContext, axe: Checker, scheme: Any
) -> None:
    """G10, G12: calm colours keep their contrast; nothing scrolls sideways at 320 px."""
    page = open_lesson()
    page.emulate_media(color_scheme=scheme)
    for address in ("m/l/", "m/", "min-side/", ""):
        page.goto(page.url.split("/coursewright/")[0] + f"/coursewright/{address}")
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 700})
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width, address
        assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    open_settings(page)
    assert axe(page, ".cw-settings") == []


def test_it_is_wiped_with_the_answers(open_lesson: Opened, large: BrowserContext) -> None:
    """C20 — of what a borrowed phone was told, nothing is left; another course keeps its own."""
    page = open_lesson()
    page.evaluate("() => localStorage.setItem('coursewright:lille-kursus-2:reading', '{}')")
    page.evaluate(
        """async () => {
          const { AnswerStore } = await import("../../assets/coursewright/web/store.mjs");
          await AnswerStore.for("lille-kursus").clear();
        }"""
    )
    kept = page.evaluate("() => Object.keys(localStorage)")
    assert kept == ["coursewright:lille-kursus-2:reading"]
    page.reload()
    assert page.evaluate(ATTRIBUTES) == ["cwAloud"]


def test_where_nothing_can_be_kept_it_works_for_this_page(open_lesson: Opened) -> None:
    """C8 — the browser gives no storage: the page is worn as it is set, and nothing fails."""
    page = open_lesson()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.reload()
    set_largest(page)
    expect(page.locator("html")).to_have_attribute("data-cw-size", "160")


def test_without_scripts_there_is_no_button(browser: Any, served: PagesServer) -> None:
    """G15 — nothing is there that could not do anything."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}m/l/")
    expect(page.locator(".cw-aa:visible, .cw-aloud:visible")).to_have_count(0)
    context.close()
