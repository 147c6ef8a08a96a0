"""What a trainer writes under `diagram:`, and what can be wrong with it."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Inline
from coursewright.core.problems import Finding
from coursewright.exercises.diagram.bars import Bars
from coursewright.exercises.diagram.circles import Circle, Overlap, circle_findings
from coursewright.exercises.diagram.piece import Piece, too_long
from coursewright.exercises.diagram.places import Fields, Map
from coursewright.exercises.diagram.ring import FEW

FIGURES = ("circles", "stairs", "cycle", "chain", "bars", "fields", "map")
"""The fields of which a diagram has exactly one."""

NODE_LABEL = (11, 24)
"""Letters that fit in a cycle's node on a phone of 320 px: of one word, and in all."""


class Diagram(Exercise):
    """A figure to read."""

    circles: list[Circle] | None = Field(
        default=None, min_length=2, max_length=4, description="Figure: circles that overlap."
    )
    overlaps: list[Overlap] = Field(
        default=[], max_length=5, description="What lies where circles meet; for `circles` only."
    )
    stairs: list[Piece] | None = Field(
        default=None, min_length=2, max_length=7, description="Figure: steps, the lowest first."
    )
    cycle: list[Piece] | None = Field(
        default=None,
        min_length=3,
        max_length=8,
        description="Figure: stages in a ring, where the last leads to the first.",
    )
    chain: list[Piece] | None = Field(
        default=None, min_length=2, max_length=8, description="Figure: links that lead on."
    )
    bars: Bars | None = Field(default=None, description="Figure: values, or shares of a whole.")
    fields: Fields | None = Field(default=None, description="Figure: four fields between two axes.")
    map: Map | None = Field(default=None, description="Figure: a centre with branches.")
    caption: Inline | None = Field(
        default=None, description="What to see in the figure, in one sentence below it."
    )
    source: Inline | None = Field(
        default=None, description="Where the figure or its numbers come from. Bars need it."
    )

    @property
    def asks(self) -> bool:
        """There is nothing to answer."""
        return False

    @property
    def figure(self) -> str:
        """The name of the one figure; only for a diagram without mistakes."""
        return self._figures()[0]

    def findings(self) -> Iterator[Finding]:
        """Find figure-missing, figure-twice, overlap-without-circles, source-missing.

        And what is wrong inside the figure, as its module says.
        """
        figures = self._figures()
        if not figures:
            yield Finding("figure-missing", (), {"figures": ", ".join(FIGURES)})
        for extra in figures[1:]:
            yield Finding("figure-twice", (extra,), {"first": figures[0], "figure": extra})
        if self.overlaps and self.circles is None:
            yield Finding("overlap-without-circles", ("overlaps",))
        yield from self._figure_findings()

    def _figures(self) -> list[str]:
        return [name for name in FIGURES if getattr(self, name) is not None]

    def _figure_findings(self) -> Iterator[Finding]:
        if self.circles:
            yield from circle_findings(self.circles, self.overlaps)
        if self.bars:
            yield from (
                replace(found, path=("bars", *found.path)) for found in self.bars.findings()
            )
            if not self.source:
                yield Finding("source-missing", ("bars",))
        if self.cycle and len(self.cycle) <= FEW:
            for index, stage in enumerate(self.cycle):
                yield from too_long(stage.title, ("cycle", index, "title"), *NODE_LABEL)
