"""A checklist → what its template and its script need."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from coursewright.core.kinds import PageContext
from coursewright.exercises.checklist.model import Checklist
from coursewright.exercises.checklist.parts import Band, Item


def view(checklist: Checklist, context: PageContext) -> dict[str, Any]:
    """Give the template's values: the numbers, how to read them on paper, the script's spec."""
    numbers = list(_numbers(checklist, context))
    return {
        "numbers": numbers,
        "anchored": [number for number in numbers if number["anchor"]],
        "bands": [_band(band, context) for band in checklist.bands],
        "guide": _guide(checklist, context),
        "tips": [item for item in checklist.items() if item.tip],
        "exceptions": list(_exceptions(checklist, context)),
        "taken": {
            section.items_from: context.link(section.items_from)
            for section in checklist.sections
            if section.items_from
        },
        "earlier": context.link(checklist.compare_with) if checklist.compare_with else None,
        "other_title": _other_title(checklist, context),
        "spec": _spec(checklist, context),
    }


def _other_title(checklist: Checklist, context: PageContext) -> Markup:
    """Give the heading of another's view."""
    name = context.inline(checklist.other.name) if checklist.other else ""
    return Markup.escape(context.words["other-title"]).format(name=name)


def _numbers(checklist: Checklist, context: PageContext) -> Iterator[dict[str, object]]:
    for number in checklist.scale.numbers():
        anchor = checklist.scale.anchors.get(number)
        words = context.inline(anchor).striptags() if anchor else ""
        yield {"value": number, "label": _shown(number, context), "anchor": words}


def _band(band: Band, context: PageContext) -> dict[str, object]:
    ends = {"from": _shown(band.from_, context), "to": _shown(band.to, context)}
    return {"range": context.words["band-range"].format(**ends), "band": band}


def _guide(checklist: Checklist, context: PageContext) -> str:
    """Say what to do with the numbers on paper."""
    if checklist.bands:
        key = "add-up"
    elif len(checklist.sections) > 1:
        key = "add-up-parts"
    else:
        key = "look-for"
    text: str = context.words[key]
    return text


def _exceptions(checklist: Checklist, context: PageContext) -> Iterator[Markup]:
    """Say which statements do not simply count their number."""
    ends = checklist.scale.from_ + checklist.scale.to
    for item in checklist.items():
        key = _exception(item)
        if key:
            values = {"sum": _shown(ends, context), "weight": _shown(item.weight, context)}
            sentence = Markup.escape(context.words[key])
            yield sentence.format(text=context.inline(item.text), **values)


def _exception(item: Item) -> str:
    if item.reversed:
        return "turn-round" if item.weight == 1 else "turn-and-multiply"
    return "" if item.weight == 1 else "multiply"


def _spec(checklist: Checklist, context: PageContext) -> dict[str, object]:
    """Give the numbers that `scoring.mjs` counts with; see there for the units."""
    scale = checklist.scale
    totals = checklist.totals()
    spans = [totals.units(band.from_, band.to) for band in checklist.bands]
    count = len(checklist.items())
    return {
        **({"other": context.inline(checklist.other.name).striptags()} if checklist.other else {}),
        "scale": {"from": scale.from_, "to": scale.to, "step": scale.step},
        "per": totals.per,
        "sections": _sections(checklist, iter(totals.weights), context),
        "bands": [{"from": first, "to": last} for first, last in spans],
        "strengths": checklist.pick_strengths,
        "growth": checklist.pick_growth,
        "enough": checklist.enough or count,
        "since": checklist.compare_with,
    }


def _sections(
    checklist: Checklist, weights: Iterator[int], context: PageContext
) -> list[dict[str, object]]:
    return [
        {
            **({"id": section.id} if section.id else {}),
            "title": context.inline(section.title or "").striptags(),
            "from": section.items_from,
            "items": [
                {"id": item.id, "weight": next(weights), "reversed": item.reversed}
                for item in section.items
            ],
        }
        for section in checklist.sections
    ]


def _shown(number: float, context: PageContext) -> str:
    """Write a number as the page's language does, with a real minus."""
    text = f"{number:g}".replace("-", "−")
    return text if context.language == "en" else text.replace(".", ",")
