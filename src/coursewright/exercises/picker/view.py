"""A picker → what its template and its script need."""

from collections.abc import Iterator
from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.picker.model import Picker

MANY = 8
"""More options than this are searched and filtered."""

LINES = 5
"""So many numbered lines there are on paper where any number can be chosen."""


def view(picker: Picker, context: PageContext) -> dict[str, Any]:
    """Give the template's values: options in groups, lines for paper, and the script's spec."""
    is_long = len(picker.options) > MANY
    lines = min(picker.most or LINES, len(picker.options) + picker.own)
    return {
        "groups": list(_groups(picker, context)),
        "own": list(_own(picker, context)),
        "how_many": _how_many(picker, context),
        "lines": range(1, lines + 1) if picker.rank or picker.why else (),
        "spec": {
            "most": picker.most,
            "least": picker.least,
            "rank": picker.rank,
            "why": context.inline(picker.why).striptags() if picker.why else "",
            "find": is_long,
        },
    }


def _groups(picker: Picker, context: PageContext) -> Iterator[dict[str, object]]:
    for title, options in picker.groups():
        chosen = [
            {
                "value": option.value,
                "text": context.inline(option.text),
                "detail": context.inline(option.detail) if option.detail else "",
            }
            for option in options
        ]
        yield {"title": context.inline(title), "options": chosen}


def _own(picker: Picker, context: PageContext) -> Iterator[dict[str, object]]:
    for number, name in enumerate(picker.own_names(), 1):
        label = context.words["own"]
        yield {"name": name, "label": label if picker.own == 1 else f"{label} {number}"}


def _how_many(picker: Picker, context: PageContext) -> str:
    """Say how many can be chosen; nothing where it is any number."""
    least, most = picker.least, picker.most
    if most is None:
        key = "at-least" if least > 1 else ""
    elif least == most:
        key = "exactly"
    else:
        key = "between" if least > 1 else "up-to"
    return context.words[key].format(least=least, most=most) if key else ""
