"""A cycle as a picture: nodes on a ring, and arrows from each to the next.

All is measured in hundredths of the picture's side, from its top left corner.
"""

from math import asin, cos, pi, sin
from typing import NamedTuple

SIDE = 100
FEW = 4
"""So many nodes are large enough to hold their titles; more hold a number."""

RADII = {3: 18.5, 4: 17.5, 5: 10, 6: 9.5, 7: 9, 8: 8.5}
"""Number of nodes → radius of a node."""

EDGE = 1
AIR = 2.5
"""Between a node and an arrow."""


class Node(NamedTuple):
    """The middle of a node."""

    x: float
    y: float


class Arrow(NamedTuple):
    """The way from one node to the next.

    path: for an SVG path. x, y: the tip. turn: degrees clockwise in which it points, from right.
    """

    path: str
    x: float
    y: float
    turn: float


def ring_radius(count: int) -> float:
    """Give the ring's radius, so that its nodes just fit into the picture."""
    return SIDE / 2 - RADII[count] - EDGE


def nodes(count: int) -> list[Node]:
    """Give the nodes, clockwise from the top."""
    return [Node(*_on_ring(count, 2 * pi * number / count)) for number in range(count)]


def arrows(count: int) -> list[Arrow]:
    """Give the arrows; the first goes from the first node to the second."""
    step = 2 * pi / count
    gap = 2 * asin((RADII[count] + AIR) / (2 * ring_radius(count)))
    return [_arrow(count, step * n + gap, step * (n + 1) - gap) for n in range(count)]


def _arrow(count: int, begin: float, end: float) -> Arrow:
    radius = round(ring_radius(count), 2)
    (x1, y1), (x2, y2) = _on_ring(count, begin), _on_ring(count, end)
    path = f"M{x1:g} {y1:g}A{radius:g} {radius:g} 0 0 1 {x2:g} {y2:g}"
    return Arrow(path, x2, y2, round(end * 180 / pi, 1))


def _on_ring(count: int, angle: float) -> tuple[float, float]:
    """Give the point at an angle, clockwise from the top."""
    radius = ring_radius(count)
    return round(SIDE / 2 + radius * sin(angle), 2), round(SIDE / 2 - radius * cos(angle), 2)
