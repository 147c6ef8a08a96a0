"""Accessibility by machine: axe with the rules of WCAG 2.2, levels A and AA."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

Checker = Callable[..., list[str]]


def make_checker() -> Checker:
    """Give `check(page, within=None) -> violations`, one readable line each.

    within: a CSS selector that limits what is looked at. Raises ImportError where
    axe-playwright-python is not installed.
    """
    axe: Any = import_module("axe_playwright_python.sync_playwright").Axe()

    def check(page: "Page", within: str | None = None) -> list[str]:
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        found = axe.run(page, context=within, options=options)
        return [line for rule in found.response["violations"] for line in _lines(rule)]

    return check


def _lines(rule: dict[str, Any]) -> list[str]:
    return [_line(rule, node) for node in rule["nodes"]]


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    target = " ".join(map(str, node["target"]))
    said = re.sub(r"\s+", " ", node.get("failureSummary", ""))
    return f"{rule['id']} at {target}: {said}"
