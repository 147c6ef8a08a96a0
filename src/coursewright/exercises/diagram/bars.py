"""Bars: values told in numbers, and how far each bar reaches."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import Field

from coursewright.core.fields import Inline, Number, WholeNumber, YesNo
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.exercises.diagram.piece import Piece

WHOLE = 100.0
ROUNDING = 1.0
"""Shares that were rounded one by one may miss 100 by so much."""


class Bar(Piece):
    """One bar."""

    value: Number = Field(ge=0, description="How long the bar is: a number from 0.")


class Bars(Part):
    """Values side by side, or the shares of a whole."""

    parts: list[Bar] = Field(min_length=2, max_length=12, description="The bars, in order.")
    shares: YesNo = Field(
        default=False,
        description="`yes` where the values are percentages of one whole: each bar begins where "
        "the one above it ends.",
    )
    unit: Inline | None = Field(
        default=None, description="What the values count, e.g. `hours`; shares are in `%`."
    )
    full: Number | None = Field(
        default=None,
        ge=0.01,
        description="The value of a bar that reaches all the way; the largest value where it is "
        "left out, and 100 for `%`.",
    )
    n: WholeNumber | None = Field(
        default=None, ge=1, description="How many answered, where the values come from answers."
    )

    @property
    def counted_in(self) -> str:
        """The unit of the values; "" where they have none."""
        return self.unit or ("%" if self.shares else "")

    @property
    def reach(self) -> float:
        """The value at the far end, above 0."""
        largest = max(bar.value for bar in self.parts) or 1.0
        return self.full or (WHOLE if self.counted_in == "%" else largest)

    def findings(self) -> Iterator[Finding]:
        """Find shares that miss 100 (shares-not-whole) and values beyond the end (bar-too-long)."""
        total = sum(bar.value for bar in self.parts)
        if self.shares:
            if abs(total - WHOLE) > ROUNDING:
                yield Finding("shares-not-whole", ("parts",), {"total": round(total, 6)})
            return
        for index, bar in enumerate(self.parts):
            if bar.value > self.reach:
                path: Path = ("parts", index, "value")
                yield Finding("bar-too-long", path, {"value": bar.value, "full": self.reach})


class Span(NamedTuple):
    """Where a bar lies on its track, in per cent of the track."""

    start: float
    length: float


def spans(bars: Bars) -> list[Span]:
    """Give where each bar begins and how long it is; shares follow one another."""
    found: list[Span] = []
    whole = sum(bar.value for bar in bars.parts) if bars.shares else bars.reach
    begin = 0.0
    for bar in bars.parts:
        found.append(Span(round(begin, 2), round(100 * bar.value / (whole or 1), 2)))
        begin += 100 * bar.value / (whole or 1) if bars.shares else 0
    return found
