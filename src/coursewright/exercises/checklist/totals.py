"""Which scores a checklist can really give. `scoring.mjs` counts the same way on the phone.

Scores are counted exactly, as whole numbers of a unit of 1/per, so that a weight of 1.5 or 0.1
brings no rounding. A statement answered v counts weight × v, or weight × (from + to − v) when it
is reversed; either way it can give weight times each number of the scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, reduce
from math import ceil, floor, gcd, lcm
from operator import or_

FINEST = 100
"""Weights have two decimals at most."""


@dataclass(frozen=True)
class Totals:
    """per: units in one. weights: in units. scores: all that can occur, in units, rising."""

    per: int
    weights: list[int]
    scores: list[int]

    def units(self, first: float, last: float) -> tuple[int, int]:
        """Give the lowest and highest whole unit between two scores, both included."""
        return ceil(exact(first) * self.per), floor(exact(last) * self.per)

    def shown(self, first: int, last: int) -> str:
        """Write scores in units as a trainer would: `31`, `21–27.5`."""
        ends = f"{first / self.per:g}", f"{last / self.per:g}"
        return ends[0] if first == last else "–".join(ends)


@cache
def exact(number: float) -> Fraction:
    """Read a number as it was typed: 0.1 is a tenth."""
    return Fraction(repr(number))


def count_totals(weights: Sequence[float], numbers: range) -> Totals:
    """Find every score that answers to all statements can add up to.

    weights: one for each statement, above 0. numbers: what each can be answered with.
    Partly answered forms give no other scores: theirs are brought to the nearest of these.
    """
    parts = [exact(weight) for weight in weights]
    per = lcm(*(part.denominator for part in parts))
    units = [int(part * per) for part in parts]
    return Totals(per, units, _sums(units, numbers))


def _sums(weights: list[int], numbers: range) -> list[int]:
    """Add statement by statement; bit n of `reached` says that n steps above the lowest occur."""
    step = gcd(*weights)
    reached = 1
    for weight in weights:
        ways = (reached << weight // step * index for index in range(len(numbers)))
        reached = reduce(or_, ways)
    lowest, width = numbers.start * sum(weights), step * numbers.step
    bits = reversed(f"{reached:b}")
    return [lowest + n * width for n, bit in enumerate(bits) if bit == "1"]
