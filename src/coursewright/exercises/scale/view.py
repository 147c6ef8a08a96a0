"""A scale → what its template and its script need."""

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from coursewright.core.kinds import PageContext
from coursewright.exercises.scale.model import PLACEHOLDERS, FollowUp, Scale

_TAG = re.compile(r"(<[^<>]*>)")
_KNOWN = re.compile(r"(?<!\{)\{(" + "|".join(PLACEHOLDERS) + r")\}(?!\})")
_FEW_WORDS = 3
"""So many anchors stand side by side under the numbers; more become a list."""


def view(scale: Scale, context: PageContext) -> dict[str, Any]:
    """Give the template's values: rows of numbers, follow-ups, and the script's spec."""
    numbers = list(_numbers(scale, context))
    anchored = [number for number in numbers if number["anchor"]]
    return {
        "rows": _rows(scale, context),
        "numbers": numbers,
        "anchored": anchored,
        "few_words": len(anchored) <= _FEW_WORDS,
        "earlier": context.link(scale.compare_with) if scale.compare_with else None,
        "column": len(anchored) == len(numbers) > _FEW_WORDS,
        "follow_ups": [_follow_up(scale, asked, context) for asked in scale.follow_ups],
        "spec": _spec(scale, context),
    }


def _numbers(scale: Scale, context: PageContext) -> Iterator[dict[str, object]]:
    for number in scale.numbers():
        anchor = scale.anchors.get(number)
        words = context.inline(anchor).striptags() if anchor else ""
        yield {"value": number, "label": _shown(number), "anchor": words}


def _rows(scale: Scale, context: PageContext) -> list[dict[str, object]]:
    """Give each row's field name and legend: one row, or two for a pair."""
    if scale.pair is None:
        return [{"name": "value", "legend": context.inline(scale.question)}]
    return [
        {"name": "before", "legend": context.inline(scale.pair.before)},
        {"name": "after", "legend": context.inline(scale.pair.after)},
    ]


def _follow_up(scale: Scale, asked: FollowUp, context: PageContext) -> dict[str, object]:
    first, last = asked.when
    return {
        "id": asked.id,
        "first": first,
        "last": last,
        "condition": _condition(scale, asked, context),
        "ask": _with_places(context.inline(asked.ask), context),
    }


def _condition(scale: Scale, asked: FollowUp, context: PageContext) -> str:
    """Say on paper for which numbers the question is meant; nothing where it is for all."""
    first, last = asked.when
    if (first, last) == (scale.from_, scale.to):
        return ""
    key = "if-one" if first == last else "if-range"
    text: str = context.words[key]
    return text.format(first=_shown(first), last=_shown(last))


def _with_places(html: Markup, context: PageContext) -> Markup:
    """Put a place for the script to fill where a placeholder stood, outside of tags only."""

    def place(match: re.Match[str]) -> str:
        name = match[1]
        words = Markup.escape(context.words[f"neutral-{name}"])
        return f'<span data-fill="{name}">{words}</span>'

    pieces = [p if p.startswith("<") else _KNOWN.sub(place, p) for p in _TAG.split(str(html))]
    return Markup("".join(pieces))  # noqa: S704  (made of safe HTML and escaped words)


def _spec(scale: Scale, context: PageContext) -> dict[str, object]:
    pair = scale.pair
    names = pair and [context.inline(words).striptags() for words in (pair.before, pair.after)]
    ends: dict[str, object] = {"from": scale.from_, "to": scale.to, "step": scale.step}
    spec = {**ends, "pair": names}
    return {**spec, "since": scale.compare_with} if scale.compare_with else spec


def _shown(number: int) -> str:
    """Write a number with a real minus."""
    return str(number).replace("-", "−")
