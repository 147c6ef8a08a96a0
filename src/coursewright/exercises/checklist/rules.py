"""What can be wrong with a checklist that has every field right by itself."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from coursewright.core.problems import Finding
from coursewright.exercises.checklist import band_rules
from coursewright.exercises.checklist.totals import FINEST, count_totals, exact

if TYPE_CHECKING:
    from coursewright.exercises.checklist.model import Checklist


def findings(checklist: "Checklist") -> Iterator[Finding]:
    """Find what Numbers finds in the scale, what `band_rules` finds in the bands, and these.

    Codes: duplicate-statement, section-untitled, weight-too-fine, enough-too-many,
    picks-too-many.
    """
    wrong = [
        *(replace(found, path=("scale", *found.path)) for found in checklist.scale.findings()),
        *_weights(checklist),
    ]
    yield from wrong
    yield from _statements(checklist)
    yield from _titles(checklist)
    yield from _counts(checklist)
    if checklist.bands and not wrong:
        weights = [item.weight for item in checklist.items()]
        totals = count_totals(weights, checklist.scale.numbers())
        yield from band_rules.findings(checklist.bands, totals)


def _weights(checklist: "Checklist") -> Iterator[Finding]:
    for number, section in enumerate(checklist.sections):
        for index, item in enumerate(section.items):
            if FINEST % exact(item.weight).denominator:
                path = ("sections", number, "items", index, "weight")
                yield Finding("weight-too-fine", path, {"weight": f"{item.weight:g}"})


def _statements(checklist: "Checklist") -> Iterator[Finding]:
    seen: set[str] = set()
    for number, section in enumerate(checklist.sections):
        for index, item in enumerate(section.items):
            words = " ".join(item.text.casefold().rstrip(".!").split())
            if words in seen:
                path = ("sections", number, "items", index, "text")
                yield Finding("duplicate-statement", path, {"text": item.text})
            seen.add(words)


def _titles(checklist: "Checklist") -> Iterator[Finding]:
    """A score per section needs a name for each."""
    if len(checklist.sections) == 1:
        return
    for number, section in enumerate(checklist.sections):
        if section.title is None:
            yield Finding("section-untitled", ("sections", number), {"number": number + 1})


def _counts(checklist: "Checklist") -> Iterator[Finding]:
    count = len(checklist.items())
    if checklist.enough is not None and checklist.enough > count:
        values = {"enough": checklist.enough, "count": count}
        yield Finding("enough-too-many", ("enough",), values)
    picks = checklist.pick_strengths + checklist.pick_growth
    if picks > count:
        last = "pick_growth" if checklist.pick_growth else "pick_strengths"
        yield Finding("picks-too-many", (last,), {"picks": picks, "count": count})
