"""A diagram → what its template needs."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from coursewright.core.kinds import PageContext
from coursewright.exercises.diagram.bars import Bars, spans
from coursewright.exercises.diagram.circles import Circle, Overlap, place_of
from coursewright.exercises.diagram.model import Diagram
from coursewright.exercises.diagram.places import Axis, Fields
from coursewright.exercises.diagram.ring import FEW, RADII, arrows, nodes

_SPACE = "\u00a0"
"""A number and its unit are not parted."""


def view(diagram: Diagram, context: PageContext) -> dict[str, Any]:
    """Give the figure's name, what is special to it, and the line below it."""
    draw = _SPECIAL.get(diagram.figure)
    return {
        "figure": diagram.figure,
        "notes": _notes(diagram, context),
        **(draw(diagram, context) if draw else {}),
    }


def _notes(diagram: Diagram, context: PageContext) -> list[Markup]:
    """Give the lines below the figure: what to see, how many answered, where it comes from."""
    notes = [context.inline(diagram.caption)] if diagram.caption else []
    small = []
    if diagram.bars and diagram.bars.n:
        small.append(Markup.escape(context.words["answers"].format(count=diagram.bars.n)))
    if diagram.source:
        said = Markup.escape(context.words["source"])
        small.append(said.format(source=context.inline(diagram.source)))
    return [*notes, *([Markup(" ").join(small)] if small else [])]


def _circles(diagram: Diagram, context: PageContext) -> dict[str, Any]:
    circles = diagram.circles or []
    return {
        "bare": not diagram.overlaps and not any(one.text or one.mark for one in circles),
        "overlaps": [_overlap(one, circles, context) for one in diagram.overlaps],
    }


def _overlap(overlap: Overlap, circles: list[Circle], context: PageContext) -> dict[str, Any]:
    """Give an overlap with its place and the names of its circles, in the circles' order."""
    names = [context.inline(one.title) for one in circles if one.id in overlap.of]
    return {
        "overlap": overlap,
        "place": place_of(overlap, circles),
        "where": Markup(" + ").join(names),
    }


def _cycle(diagram: Diagram, _: PageContext) -> dict[str, Any]:
    stages = diagram.cycle or []
    few = len(stages) <= FEW
    return {
        "few": few,
        "bare": few and not any(one.text or one.mark for one in stages),
        "radius": RADII[len(stages)],
        "nodes": nodes(len(stages)),
        "arrows": arrows(len(stages)),
    }


def _bars(diagram: Diagram, context: PageContext) -> dict[str, Any]:
    bars = diagram.bars
    if bars is None:
        return {}
    rows = zip(bars.parts, spans(bars), strict=True)
    return {
        "rows": [
            {"bar": bar, "span": span, "value": _amount(bar.value, bars, context)}
            for bar, span in rows
        ],
    }


def _amount(value: float, bars: Bars, context: PageContext) -> str:
    """Write a number as the language does, with its unit."""
    number = f"{value:.10g}"
    shown = number if context.language == "en" else number.replace(".", ",")
    unit = str(context.inline(bars.counted_in).striptags()) if bars.counted_in else ""
    return f"{shown}{_SPACE}{unit}" if unit else shown


def _fields(diagram: Diagram, context: PageContext) -> dict[str, Any]:
    return {"corners": _corners(diagram.fields, context) if diagram.fields else []}


def _corners(fields: Fields, context: PageContext) -> list[dict[str, Any]]:
    """Give the four fields with their place in words, in the order one reads them."""

    def said(axis: Axis, end: str) -> Markup:
        way = Markup("{title}: {end}")
        return way.format(title=context.inline(axis.title), end=context.inline(end))

    up, across = fields.up, fields.across
    ends = [(row, column) for row in (up.high, up.low) for column in (across.low, across.high)]
    names = ("top_left", "top_right", "bottom_left", "bottom_right")
    return [
        {"piece": getattr(fields.corners, name), "place": [said(up, row), said(across, column)]}
        for name, (row, column) in zip(names, ends, strict=True)
    ]


_SPECIAL: dict[str, Callable[[Diagram, PageContext], dict[str, Any]]] = {
    "circles": _circles,
    "cycle": _cycle,
    "bars": _bars,
    "fields": _fields,
}
