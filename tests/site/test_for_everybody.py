"""What holds on every page for people who do not see it, do not use a mouse, or need time."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coursewright.testing.watch import Watch
from tests.site.courses import Built
from tests.site.pages_server import PagesServer

LESSON = "motivation/hvor-lysten-kommer-fra/"
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SCRIPTS = Path(__file__).parents[2] / "src" / "coursewright"


@pytest.fixture
def page(browser: Browser, served: PagesServer) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="da-DK")
    watch = Watch(context, served.origin)
    yield context.new_page()
    context.close()
    assert watch.problems == []


def pages(built: Built) -> dict[str, str]:
    """Give (where it stands, its HTML) of every page."""
    found = sorted(built.site.rglob("*.html"))
    return {path.relative_to(built.site).as_posix(): path.read_text("utf-8") for path in found}


def test_a_page_says_which_one_it_is(reference: Built) -> None:
    """G4 — every page's title is its own, and begins with what its heading says."""
    titles = {name: TITLE.findall(html) for name, html in pages(reference).items()}
    assert all(len(found) == 1 for found in titles.values())
    assert [title for title, times in Counter(map(str, titles.values())).items() if times > 1] == []


def test_going_on_is_a_whole_new_page(page: Page, served: PagesServer) -> None:
    """G4 — a link loads the page anew: its title, its top, and the keyboard at its beginning."""
    page.goto(f"{served.address}{LESSON}")
    page.evaluate("window.stays = true")
    before = page.title()
    page.locator(".cw-onward__next").press("Enter")
    page.wait_for_function("() => !window.stays && document.readyState === 'complete'")
    assert page.title() != before
    assert page.locator("h1").inner_text() in page.title()
    assert page.evaluate("[scrollY, document.activeElement === document.body]") == [0, True]
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()


def test_nothing_has_to_be_dragged_along_a_line(reference: Built) -> None:
    """G7 — no slider, neither in a page nor made by a script: numbers are tapped or typed."""
    assert [name for name, html in pages(reference).items() if 'type="range"' in html] == []
    made = re.compile(r"""\b(?:type|role)\W{1,4}(?:range|slider)\b""")
    scripts = [*SCRIPTS.rglob("*.mjs"), *SCRIPTS.rglob("*.jinja")]
    assert len(scripts) > 100
    assert [path.name for path in scripts if made.search(path.read_text("utf-8"))] == []


def test_a_page_takes_its_time(served: PagesServer, page: Page) -> None:
    """G20 — four hours later everything is where it was, and nothing has asked for anything.

    The answer was kept without interrupting: one polite status, no dialog, no alert.
    """
    page.clock.install()
    page.goto(f"{served.address}{LESSON}")
    scale = page.locator("cw-scale[data-state]").first
    scale.locator("label.cw-number").nth(3).click()
    scale.locator("textarea:visible").fill("Jeg tænker stadig.")
    page.clock.run_for(1000)
    expect(scale.locator('[data-role="saved"]')).to_have_text("Gemt på denne telefon")
    expect(scale.locator(".cw-announce")).to_have_attribute("aria-live", "polite")
    url, text = page.url, page.locator("main").inner_text()
    page.clock.fast_forward("04:00:00")
    assert page.url == url
    assert page.locator("main").inner_text() == text
    expect(scale.locator("textarea:visible")).to_have_value("Jeg tænker stadig.")
    expect(page.locator("dialog[open], [role=alert]:visible")).to_have_count(0)


def test_nothing_interrupts(reference: Built) -> None:
    """G5, G20 — no page loads itself anew or speaks over its reader, but one in a foreign frame."""
    for name, html in pages(reference).items():
        assert not re.search(r'http-equiv="?refresh|aria-live="assertive"', html, re.IGNORECASE), (
            name
        )
        assert re.findall(r'<(\w+)[^>]*role="alert"[^>]*hidden', html) == ["p"], name
        assert html.count('role="alert"') == 1, name


MOVING = """() => [...document.querySelectorAll("*")].filter((one) => ["", "::before", "::after"]
  .some((part) => {
    const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one, part);
    const times = `${transitionDuration},${animationDuration}`.split(",");
    const longest = Math.max(...times.map(parseFloat));
    return longest > 0.01 || (part === "" && scrollBehavior === "smooth");
  })).map((one) => `${one.localName}.${one.className}`)"""


@pytest.mark.parametrize("address", ["", LESSON, "min-side/", "workbook/motivation/"])
def test_nothing_moves_for_those_who_asked_for_rest(
    served: PagesServer, page: Page, address: str
) -> None:
    """G13 — neither the exercises nor what is around them: menu, header, search."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served.address}{address}")
    assert page.evaluate(MOVING) == []
