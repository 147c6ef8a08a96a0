"""A quadrant → what its template and its script need."""

from typing import Any

from coursewright.core.inputs import ScaleInput
from coursewright.core.kinds import PageContext
from coursewright.exercises.quadrant.axes import Asked, Source, Taken
from coursewright.exercises.quadrant.model import Quadrant


def view(quadrant: Quadrant, context: PageContext) -> dict[str, Any]:
    """Give the rows of numbers or where they come from, the field, and the script's spec."""
    axes = quadrant.axes.items()
    return {
        "rows": [_row(name, axis) for name, axis in axes if isinstance(axis, Asked)],
        "taken": [_taken(axis, context) for axis in quadrant.taken().values()],
        "titles": {name: context.inline(axis.title).striptags() for name, axis in axes},
        "ends": {name: _ends(_source(name, axis), context) for name, axis in axes},
        "corners": quadrant.corners.named(),
        "spec": {"axes": [_spec(name, axis, context) for name, axis in axes]},
    }


def _row(name: str, axis: Asked) -> ScaleInput:
    """Make the question of a scale that is asked here."""
    numbers = axis.model_dump(exclude={"title", "question"})
    return ScaleInput(id=name, ask=axis.question, answer="scale", **numbers)


def _taken(axis: Taken, context: PageContext) -> dict[str, Any]:
    """Give the exercise that asks, and what its numbers mean."""
    anchors = axis.source.numbers.anchors.items()
    words = [f"{_shown(number)} = {context.inline(text).striptags()}" for number, text in anchors]
    return {"title": axis.title, "link": context.link(axis.of), "anchors": " · ".join(words)}


def _source(name: str, axis: Asked | Taken) -> Source:
    return axis.source if isinstance(axis, Taken) else Source(name, axis)


def _ends(source: Source, context: PageContext) -> str:
    low, high = (_shown(number) for number in (source.numbers.from_, source.numbers.to))
    ends: str = context.words["ends"]
    return ends.format(low=low, high=high)


def _spec(name: str, axis: Asked | Taken, context: PageContext) -> dict[str, object]:
    """Give a scale's numbers, and where they are kept: `of` is missing where that is here."""
    field, numbers = _source(name, axis)
    return {
        "name": name,
        "title": context.inline(axis.title).striptags(),
        "from": numbers.from_,
        "to": numbers.to,
        "step": numbers.step,
        "field": field,
        **({"of": axis.of} if isinstance(axis, Taken) else {}),
    }


def _shown(number: int) -> str:
    """Write a number with a real minus."""
    return str(number).replace("-", "−")
