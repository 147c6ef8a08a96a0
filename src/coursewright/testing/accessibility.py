"""Accessibility by machine: axe with the rules of WCAG 2.2, levels A and AA."""

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
"""All of them, by their tags."""

Checker = Callable[..., list[str]]

_IS_THERE = "() => typeof globalThis.axe?.run === 'function'"
_RUN = """async ([within, options]) =>
  (await axe.run(within ?? document, options)).violations"""


def make_checker() -> Checker:
    """Give `check(page, within=None, rules=RULES) -> violations`, one readable line each.

    within: a CSS selector that limits what is looked at. rules: axe's tags or names of rules.
    Raises ImportError where axe-playwright-python is not installed.
    """
    script: str = import_module("axe_playwright_python.sync_playwright").Axe().axe_script

    def check(page: "Page", within: str | None = None, rules: Sequence[str] = RULES) -> list[str]:
        if not page.evaluate(_IS_THERE):  # half a megabyte, once for each page is enough
            page.evaluate(script)
        options = {"runOnly": list(rules), "resultTypes": ["violations"]}
        found = page.evaluate(_RUN, [within, options])
        return [line for rule in found for line in _lines(rule)]

    return check


def _lines(rule: dict[str, Any]) -> list[str]:
    return [_line(rule, node) for node in rule["nodes"]]


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    target = " ".join(map(str, node["target"]))
    said = re.sub(r"\s+", " ", node.get("failureSummary", ""))
    return f"{rule['id']} at {target}: {said}"
