"""A page as it is met: on a small phone, a phone and a desk, in light and in dark, enlarged, heard.

It is loaded once and changes under the reader's hand, as it does when a phone is turned.
"""

from functools import partial
from typing import TYPE_CHECKING

from coursewright.testing.accessibility import (
    COLOUR_RULES,
    ORDER_RULES,
    RULES,
    Checker,
    Scheme,
    wear,
)
from coursewright.testing.awake import asleep
from coursewright.testing.heard import amiss_as_heard

if TYPE_CHECKING:
    from playwright.sync_api import Page

SMALL, PHONE, DESK = 320, 360, 1280
"""CSS pixels; the smallest is a desk at 400 %, too (WCAG 1.4.10)."""

HEIGHT = 740

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""The spacing of WCAG 1.4.12."""

_SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

_DRESS = """([size, style]) => {
  document.documentElement.style.fontSize = size;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""


def amiss_everywhere(page: "Page", check: Checker) -> list[str]:
    """Give what is wrong with a page that has just been opened, for anybody; one line each.

    Colours are what takes long to look at. They do not depend on the width, so that each scheme is
    looked at on one screen: light on a phone, dark on a desk, where the menu is in sight, too.
    It is heard on a desk for the same reason.
    """
    on_a_desk = partial(check, rules=[*RULES, *ORDER_RULES], without=COLOUR_RULES)
    looked = [
        *(f"its script does not run: {address}" for address in asleep(page)),
        *_seen(page, PHONE, "light", check),
        *_seen(page, DESK, "light", on_a_desk),
        *(f"heard: {line}" for line in amiss_as_heard(page)),
        *_seen(page, DESK, "dark", partial(check, rules=COLOUR_RULES)),
    ]
    wear(page, "light")
    return [*looked, *_enlarged(page, check)]


def _seen(page: "Page", width: int, scheme: Scheme, check: Checker) -> list[str]:
    _resize(page, width)
    wear(page, scheme)
    return [f"{width} px, {scheme}: {line}" for line in check(page)]


def _enlarged(page: "Page", check: Checker) -> list[str]:
    _resize(page, SMALL)
    found = [*check(page, rules=["target-size"]), *_sideways(page, "as it is")]
    page.evaluate(_DRESS, ["", SPACED])
    found += _sideways(page, "widely spaced")
    page.evaluate(_DRESS, ["200%", ""])
    found += _sideways(page, "text twice as large")
    page.evaluate(_DRESS, ["", ""])
    return [f"{SMALL} px, {line}" for line in found]


def _sideways(page: "Page", how: str) -> list[str]:
    more = page.evaluate(_SIDEWAYS)
    return [f"{how}: {more} px wider than the screen"] if more > 0 else []


def _resize(page: "Page", width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
