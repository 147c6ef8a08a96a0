"""Where things lie in the pictures: pure geometry."""

from math import dist

import pytest

from coursewright.exercises.diagram.bars import Bars, spans
from coursewright.exercises.diagram.ring import AIR, RADII, SIDE, arrows, nodes, ring_radius


@pytest.mark.parametrize("count", RADII)
def test_nodes_stand_clockwise_inside_the_picture_and_apart(count):
    found = nodes(count)
    radius = RADII[count]
    assert found[0] == (SIDE / 2, pytest.approx(SIDE / 2 - ring_radius(count), abs=0.01))
    assert found[1].x > SIDE / 2
    for node in found:
        assert all(radius <= place <= SIDE - radius for place in node)
    assert dist(found[0], found[1]) > 2 * radius + 2 * AIR


@pytest.mark.parametrize("count", RADII)
def test_an_arrow_ends_just_before_the_next_node(count):
    made, found = arrows(count), nodes(count)
    for number, arrow in enumerate(made):
        ahead = found[(number + 1) % count]
        gap = dist((arrow.x, arrow.y), ahead) - RADII[count]
        assert gap == pytest.approx(AIR, abs=0.05)
        assert arrow.path.endswith(f"{arrow.x:g} {arrow.y:g}")
    assert made[-1].turn < 360


def bars(*values, **more):
    parts = [{"title": "Bar", "value": value} for value in values]
    return Bars.model_validate({"parts": parts, **more})


def test_values_begin_at_nothing_and_reach_for_the_largest():
    assert spans(bars(5, 20)) == [(0, 25), (0, 100)]
    assert spans(bars(5, 20, full=50)) == [(0, 10), (0, 40)]
    assert spans(bars(5, 20, unit="%")) == [(0, 5), (0, 20)]
    assert spans(bars(0, 0)) == [(0, 0), (0, 0)]


def test_shares_follow_one_another_to_the_end():
    assert spans(bars(40, 20, 40, shares=True)) == [(0, 40), (40, 20), (60, 40)]
    last = spans(bars(33, 33, 33, shares=True))[-1]
    assert last.start + last.length == pytest.approx(100, abs=0.02)
