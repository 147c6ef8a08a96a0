"""A balance → what its template and its script need."""

from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.balance.model import Balance

LINES = 4
"""How many lines each list has on paper."""


def view(balance: Balance, context: PageContext) -> dict[str, Any]:
    """Give the lists of each way, and the script's spec."""
    lists = [_list(balance, *each, context) for each in balance.lists()]
    return {
        "ways": [lists[start : start + 2] for start in range(0, len(lists), 2)],
        "lines": range(1, LINES + 1),
        "tip": context.inline(balance.tip) if balance.tip else context.words["what-tips"],
        "spec": _spec(balance, lists),
    }


def _list(balance: Balance, name: str, side: str, way: Any, context: PageContext) -> dict[str, Any]:
    """Give one list: its name, its side, and what stands above it."""
    asked = balance.sides[side]
    return {
        "name": name,
        "side": side,
        "way": context.inline(way.title).striptags() if way else "",
        "title": context.inline(asked.title).striptags() if asked.title else context.words[side],
        "ask": asked.ask,
        "examples": asked.examples,
    }


def _spec(balance: Balance, lists: list[dict[str, Any]]) -> dict[str, object]:
    """Give the lists with the pan they weigh on, and what the pans are called.

    Of two ways, what speaks against one weighs for the other.
    """
    pans = (0, 1, 1, 0)
    keys = ("name", "side", "way", "title")
    shown = [
        {"pan": pan, **{key: each[key] for key in keys}}
        for each, pan in zip(lists, pans, strict=False)
    ]
    firsts = (lists[0], lists[len(lists) // 2])
    return {
        "most": balance.weights,
        "lists": shown,
        "pans": [each["way"] or each["title"] for each in firsts],
    }
