"""Accessibility by machine: axe with the rules of WCAG 2.2, levels A and AA."""

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
"""All of them, by their tags."""

ORDER_RULES = ("best-practice",)
"""Headings, landmarks and names of tables: what WCAG asks for without a rule of its own."""

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""Those that other colours can break; all others are the same in light and dark."""

Scheme = Literal["light", "dark"]

SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
"""What a reader's system asks for → what a page of the site calls it."""

Checker = Callable[..., list[str]]

_IS_THERE = "() => typeof globalThis.axe?.run === 'function'"
_RUN = """async ([within, options]) =>
  (await axe.run(within ?? document, options)).violations"""

_WEAR = """async (name) => {
  scrollTo({ top: 0, behavior: "instant" });
  const { dataset } = document.body;
  if (dataset.mdColorScheme) dataset.mdColorScheme = name;
  const ends = document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ends.map(({ finished }) => finished));
}"""
"""Colours that are still on their way are nobody's, and what is half below the header is not so
small for good."""


def make_checker() -> Checker:
    """Give `check(page, within=None, rules=RULES, without=()) -> violations`, a line each.

    within: a CSS selector that limits what is looked at. rules: axe's tags or names of rules.
    without: names of rules that are left out. Raises ImportError where axe-playwright-python is
    not installed.
    """
    script: str = import_module("axe_playwright_python.sync_playwright").Axe().axe_script

    def check(
        page: "Page",
        within: str | None = None,
        rules: Sequence[str] = RULES,
        without: Sequence[str] = (),
    ) -> list[str]:
        if not page.evaluate(_IS_THERE):  # half a megabyte, once for each page is enough
            page.evaluate(script)
        off = {name: {"enabled": False} for name in without}
        options = {"runOnly": list(rules), "rules": off, "resultTypes": ["violations"]}
        found = page.evaluate(_RUN, [within, options])
        return [line for rule in found for line in _lines(rule)]

    return check


def wear(page: "Page", scheme: Scheme) -> None:
    """Put a page in light or dark colours without loading it anew, and wait until it wears them."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(_WEAR, SCHEMES[scheme])


def amiss_in_both(
    page: "Page", check: Checker, within: str | None = None, rules: Sequence[str] = RULES
) -> list[str]:
    """Give what breaks a rule in light colours, and what does in dark; the page is light then.

    within, rules: as for a `Checker`; in dark only those are asked again that ask for colours.
    """
    wear(page, "light")
    found = [f"light: {line}" for line in check(page, within, rules)]
    wear(page, "dark")
    found += [f"dark: {line}" for line in check(page, within, COLOUR_RULES)]
    wear(page, "light")
    return found


def _lines(rule: dict[str, Any]) -> list[str]:
    return [_line(rule, node) for node in rule["nodes"]]


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    target = " ".join(map(str, node["target"]))
    said = re.sub(r"\s+", " ", node.get("failureSummary", ""))
    return f"{rule['id']} at {target}: {said}"
