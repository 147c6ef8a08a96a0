"""Bands against the scores that can really occur: each score has one band, and only one."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from coursewright.core.problems import Finding, Path
from coursewright.exercises.checklist.parts import Band
from coursewright.exercises.checklist.totals import Totals

Spans = Sequence[tuple[int, int]]
"""Each band's lowest and highest score, in whole units."""


def findings(bands: Sequence[Band], totals: Totals) -> Iterator[Finding]:
    """Compare bands, in whatever order they stand, with the scores that can occur.

    Codes: band-reversed, band-overlap, band-gap; as warnings band-outside, band-never.
    """
    reversed_bands = [index for index, band in enumerate(bands) if band.from_ > band.to]
    for index in reversed_bands:
        band = bands[index]
        values = {"from": f"{band.from_:g}", "to": f"{band.to:g}"}
        yield Finding("band-reversed", ("bands", index, "from"), values)
    if reversed_bands:
        return
    spans = [totals.units(band.from_, band.to) for band in bands]
    yield from _overlaps(spans, totals)
    yield from _gaps(spans, totals)
    yield from _out_of_reach(bands, spans, totals)


def _overlaps(spans: Spans, totals: Totals) -> Iterator[Finding]:
    for one, other in combinations(range(len(spans)), 2):
        first = max(spans[one][0], spans[other][0])
        last = min(spans[one][1], spans[other][1])
        both = [score for score in totals.scores if first <= score <= last]
        if both:
            values = {"scores": totals.shown(both[0], both[-1])}
            at = "from" if spans[other][0] >= spans[one][0] else "to"
            yield Finding("band-overlap", ("bands", other, at), values)


def _gaps(spans: Spans, totals: Totals) -> Iterator[Finding]:
    def is_covered(score: int) -> bool:
        return any(first <= score <= last for first, last in spans)

    for covered, run in groupby(totals.scores, is_covered):
        if covered:
            continue
        scores = list(run)
        values = {"scores": totals.shown(scores[0], scores[-1])}
        yield Finding("band-gap", _beside(spans, scores[0]), values)


def _beside(spans: Spans, score: int) -> Path:
    """Give the place to mend: the end of the band below the gap, or the start of the lowest."""
    below = [index for index, span in enumerate(spans) if span[1] < score]
    if below:
        return ("bands", max(below, key=lambda index: spans[index][1]), "to")
    return ("bands", min(range(len(spans)), key=lambda index: spans[index][0]), "from")


def _out_of_reach(bands: Sequence[Band], spans: Spans, totals: Totals) -> Iterator[Finding]:
    """A band that promises what nobody can get is no harm to readers: a warning."""
    low, high = totals.scores[0], totals.scores[-1]
    for index, (first, last) in enumerate(spans):
        band = bands[index]
        values = {
            "from": f"{band.from_:g}",
            "to": f"{band.to:g}",
            "possible": totals.shown(low, high),
        }
        if first < low or last > high:
            at = "from" if first < low else "to"
            yield Finding("band-outside", ("bands", index, at), values, "warning")
        elif not any(first <= score <= last for score in totals.scores):
            yield Finding("band-never", ("bands", index, "from"), values, "warning")
