"""An exercise used from beginning to end, by keyboard, on a small phone, and looked at on the way.

For a room's own tests; needs Playwright. Each check fails with its reason.

    @every_good_example("scale")
    def test_it_can_be_used_from_beginning_to_end(example, exercise_page, axe):
        use_from_beginning_to_end(exercise_page(example, language="da"), axe)
"""

import re

from playwright.sync_api import Page, expect

from coursewright.testing.accessibility import Checker, amiss_in_both
from coursewright.testing.filling import Stop, fill_by_keyboard, press_main_buttons, values_of
from coursewright.testing.heard import amiss_in_names

SLIP = re.compile(r"\{[\w-]+\}|\bundefined\b|\bnull\b|\bNaN\b|\[object")
"""What is seen where a word or a value is missing."""

FAINT = 3
"""Below this contrast a ring around the focus is not seen (WCAG 1.4.11)."""

PATIENCE = 10_000
"""Milliseconds: past them something is wrong, however slow the computer."""

STEP = 100
"""Milliseconds between two looks at a page that is still at work."""

WIDE_SPACING = """.cw-exercise * { line-height: 1.5 !important;
  letter-spacing: .12em !important; word-spacing: .16em !important }"""
"""The spacing of WCAG 1.4.12."""

_TEXT = """() => Array.from(document.querySelectorAll(".cw-form > :not(.cw-announce)"))
  .filter((one) => one.checkVisibility()).map((one) => one.innerText).join("\\n")"""
"""What a hidden element would say (its innerText is not empty) does not count."""

_STORE = """const { AnswerStore } = await import(
  document.querySelector("script[src*='/assets/coursewright/']").src
    .replace(/\\/assets\\/coursewright\\/.*/, "/assets/coursewright/web/store.mjs"));
  const store = AnswerStore.for(document.querySelector("[data-course]").dataset.course);"""
_EXPORT = f"async () => {{ {_STORE} return store.export(); }}"
_RESTORE = f"async (copy) => {{ {_STORE} return store.restore(copy); }}"

_ENLARGE = """(style) => {
  document.documentElement.style.fontSize = "200%";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}"""

_CUT_OFF = """() => Array.from(document.querySelectorAll(".cw-exercise *"))
  .filter((one) => one.checkVisibility() && !one.closest(".cw-hidden, .cw-announce"))
  .filter((one) => one.matches("textarea") || getComputedStyle(one).overflow === "hidden")
  .filter((one) => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2)
  .map((one) => one.outerHTML.slice(0, 120))"""

_MOVING = """() => Array.from(document.querySelectorAll(".cw-exercise, .cw-exercise *"))
  .filter((one) => {
    const style = getComputedStyle(one);
    const times = `${style.transitionDuration},${style.animationDuration}`;
    return times.split(",").some((time) => parseFloat(time) > 0.01);
  }).map((one) => one.outerHTML.slice(0, 120))"""


def use_from_beginning_to_end(page: Page, axe: Checker) -> None:
    """Fill in an exercise with the keys alone; look at it empty, filled, with a result, on paper.

    AssertionError where axe finds something, a control cannot be reached or seen, a text is cut
    off or missing, or an answer does not come back. The page is not the same afterwards.
    """
    check_accessible(page, axe)
    check_stops(fill_by_keyboard(page))
    check_accessible(page, axe)
    if press_main_buttons(page):
        check_accessible(page, axe)
    assert SLIP.findall(text_of(page)) == []
    check_printed(page)
    check_stands_still(page)
    check_fits(page, 320)
    check_fits(page, 1280)
    if values_of(page):
        check_restored(page)
    check_large_text_fits(page)


def check_stops(stops: list[Stop]) -> None:
    """Wherever the Tab key stops can be seen and hit, and stands on a screen of 360 px."""
    check_seen(stops)
    small = [stop.what for stop in stops if min(stop.width, stop.height) < 24]
    assert small == [], "too small to hit"


def check_seen(stops: list[Stop]) -> None:
    """Wherever the Tab key stops has a ring that stands out, on a screen of 360 px."""
    assert [stop.what for stop in stops if stop.contrast < FAINT] == [], "focus cannot be seen"
    assert [stop.what for stop in stops if stop.right > 360] == [], "beside the screen"


def squeeze(text: str) -> str:
    """Give a text with single spaces."""
    return " ".join(text.split())


def text_of(page: Page) -> str:
    """Give the exercise's visible text, but not what was announced: that is gone after a reload."""
    text: str = page.evaluate(_TEXT)
    return text


def check_accessible(page: Page, axe: Checker) -> None:
    """Axe finds nothing, in light colours and in dark, and everything has a name of its own."""
    assert [*amiss_in_both(page, axe), *amiss_in_names(page)] == []


def check_fits(page: Page, width: int) -> None:
    """Nothing scrolls sideways. width: of the screen, in CSS pixels."""
    page.set_viewport_size({"width": width, "height": 740})
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= width, f"{wide} px of content on {width} px"


def check_large_text_fits(page: Page) -> None:
    """Text twice as large, widely spaced; the page is not the same afterwards."""
    page.evaluate(_ENLARGE, WIDE_SPACING)
    check_fits(page, 360)
    assert page.evaluate(_CUT_OFF) == []


def check_stands_still(page: Page) -> None:
    """Nothing moves for those who have asked for that."""
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(_MOVING) == []


def check_restored(page: Page) -> None:
    """The same answers, the same text and the same state after a reload."""
    saved = page.locator('[data-role="saved"]').first
    expect(saved).not_to_be_empty(timeout=PATIENCE)
    before = _seen(page)
    page.reload()
    expect(saved).not_to_be_empty(timeout=PATIENCE)
    assert _settled(page, before) == before


def _seen(page: Page) -> tuple[list[tuple[str, str]], str, str | None]:
    return values_of(page), squeeze(text_of(page)), state_of(page)


def _settled(page: Page, wanted: object) -> object:
    """Give what is seen, once it is what is wanted or some time has gone by."""
    for _ in range(PATIENCE // STEP):
        if _seen(page) == wanted:
            break
        page.wait_for_timeout(STEP)
    return _seen(page)


def check_brought_in(page: Page, other: Page) -> None:
    """A copy of what `page` has stored, brought into another browser, shows the same answers."""
    copy = page.evaluate(_EXPORT)
    assert copy["answers"] or copy["attempts"]
    other.evaluate(_RESTORE, copy)
    expect(other.locator('[data-role="saved"]').first).not_to_be_empty(timeout=PATIENCE)
    assert _settled(other, _seen(page)) == _seen(page)
    again = other.evaluate(_EXPORT)
    assert len(again["answers"]) == len(copy["answers"])
    assert again["attempts"] == copy["attempts"]


def state_of(page: Page) -> str | None:
    """Give "empty", "answered" or "result"."""
    return page.locator(".cw-exercise").get_attribute("data-state")


def check_printed(page: Page) -> None:
    """Black on white, with all that is on the screen but the buttons, and nothing cut off.

    A day's line to write down stands beside its button; on paper the day itself is enough.
    """
    buttons = page.locator(".cw-exercise button:visible").all_inner_texts()
    foot = "\n".join(page.locator(".cw-foot, .cw-plain-date").all_inner_texts())
    left_out = [*buttons, *foot.splitlines()]
    on_screen = {squeeze(line) for line in text_of(page).splitlines()}
    page.emulate_media(media="print", color_scheme="dark")
    printed = squeeze(text_of(page))
    wanted = on_screen - {squeeze(line) for line in left_out}
    assert [line for line in wanted if line not in printed] == []
    assert page.evaluate(_CUT_OFF) == []
    background = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert background in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    page.emulate_media(media="screen", color_scheme="light")
