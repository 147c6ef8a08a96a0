"""A talk → what its template and its script need."""

from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.dialogue.model import Dialogue
from coursewright.exercises.dialogue.parts import Choice, Openness

A_LOT = 2
"""From here on a change is told without «a little»."""


def view(dialogue: Dialogue, context: PageContext) -> dict[str, Any]:
    """Give the template's values: numbers of lines and endings on paper, and the script's spec."""
    other = context.inline(dialogue.other).striptags()
    return {
        "number": {place.id: number for number, place in enumerate(dialogue.places(), 1)},
        "change": lambda choice: _change(choice, other, context),
        "spec": _spec(dialogue, other),
    }


def _change(choice: Choice, other: str, context: PageContext) -> dict[str, str] | None:
    """Say what a choice does to the other; None where it leaves them as they are."""
    if choice.openness == 0:
        return None
    way = "up" if choice.openness > 0 else "down"
    key = way if abs(choice.openness) >= A_LOT else f"{way}-little"
    return {"way": way, "words": context.words[key].format(other=other)}


def _spec(dialogue: Dialogue, other: str) -> dict[str, object]:
    ways = {
        line.id: {each.value: {"to": each.to, "openness": each.openness} for each in line.choices}
        for line in dialogue.lines
    }
    return {
        "start": dialogue.lines[0].id,
        "ways": ways,
        "endings": [ending.id for ending in dialogue.endings],
        "openness": dialogue.openness and _openness(dialogue.openness),
        "other": other,
    }


def _openness(openness: Openness) -> dict[str, object]:
    """Give the meter; its words as [from which number, word], lowest first."""
    return {"start": openness.start, "to": openness.to, "words": sorted(openness.words.items())}
