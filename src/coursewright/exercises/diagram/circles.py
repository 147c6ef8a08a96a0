"""Circles that overlap: what lies in each, and what lies where they meet."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from coursewright.core.fields import Id, Inline
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.core.validation import nearest
from coursewright.exercises.diagram.piece import Piece, too_long

CIRCLE_LABEL = {2: (14, 36), 3: (12, 32), 4: (10, 20)}
"""Number of circles → letters that fit in one on a phone of 320 px: of one word, and in all."""

CHIP_LABEL = {2: (14, 28), 3: (10, 16), 4: (8, 12)}
"""The same where circles meet."""


class Circle(Piece):
    """One circle."""

    id: Id | None = Field(
        default=None, description="A short name, with which `overlaps` can mean this circle."
    )


class Overlap(Part):
    """Where circles meet."""

    of: list[Id] = Field(
        min_length=2, max_length=4, description="The ids of the circles that meet here."
    )
    title: Inline = Field(description="What it is called where they meet, in a word or two.")
    text: Inline | None = Field(default=None, description="What it means, in a sentence or two.")


def place_of(overlap: Overlap, circles: Sequence[Circle]) -> str:
    """Say where in the picture an overlap lies.

    Gives "middle" where all circles meet; "1-2" where circles 1 and 2 meet, counted from 1 as
    they stand in the list; "" where they do not meet in the picture. Two or three circles all
    meet one another; four lie in a ring, and each meets the next.
    """
    ids = [circle.id for circle in circles]
    numbers = sorted({ids.index(one) + 1 for one in overlap.of})
    if len(numbers) == len(circles):
        return "middle"
    first, last = numbers[0], numbers[-1]
    meet = len(circles) < 4 or (last - first) % 2 == 1
    return f"{first}-{last}" if len(numbers) == 2 and meet else ""


def circle_findings(circles: Sequence[Circle], overlaps: Sequence[Overlap]) -> Iterator[Finding]:
    """Find circle-twice, overlap-unknown, overlap-twice, overlap-apart, listed-twice.

    And titles that are too long (label-too-long).
    """
    ids: list[str] = []
    for index, circle in enumerate(circles):
        yield from too_long(circle.title, ("circles", index, "title"), *CIRCLE_LABEL[len(circles)])
        if circle.id and circle.id in ids:
            yield Finding("circle-twice", ("circles", index, "id"), {"id": circle.id})
        elif circle.id:
            ids.append(circle.id)
    taken: set[frozenset[str]] = set()
    for index, overlap in enumerate(overlaps):
        path: Path = ("overlaps", index)
        yield from too_long(overlap.title, (*path, "title"), *CHIP_LABEL[len(circles)])
        wrong = list(_name_findings(overlap, path, ids))
        yield from wrong or _place_findings(overlap, path, circles, taken)
        taken.add(frozenset(overlap.of))


def _name_findings(overlap: Overlap, path: Path, ids: list[str]) -> Iterator[Finding]:
    for number, name in enumerate(overlap.of):
        at = (*path, "of", number)
        if name in overlap.of[:number]:
            yield Finding("listed-twice", at, {"value": name})
        elif name not in ids:
            values = {"id": name, "near": nearest(name, ids), "known": ", ".join(ids)}
            yield Finding("overlap-unknown", at, values)


def _place_findings(
    overlap: Overlap, path: Path, circles: Sequence[Circle], taken: set[frozenset[str]]
) -> Iterator[Finding]:
    values = {"circles": ", ".join(overlap.of)}
    if frozenset(overlap.of) in taken:
        yield Finding("overlap-twice", (*path, "of"), values)
    elif not place_of(overlap, circles):
        yield Finding("overlap-apart", (*path, "of"), values)
