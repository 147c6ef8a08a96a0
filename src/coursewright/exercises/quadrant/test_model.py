"""The YAML of a quadrant, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest
from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.numbers import Numbers
from coursewright.exercises.quadrant import KIND
from coursewright.exercises.quadrant.axes import Taken
from coursewright.exercises.quadrant.model import Quadrant

ENDS = {"1": "Little", "5": "Much"}
HERE = {"title": "X", "question": "How much?", "from": "1", "to": "5", "anchors": ENDS}
CORNERS = {
    name: {"title": name, "text": "So it is."}
    for name in ("top_left", "top_right", "bottom_left", "bottom_right")
}


class Asking(Exercise):
    """An exercise that asks on scales."""

    fields: tuple[str, ...] = Field(default=("value",), description="Which ones.")

    def numbers_asked(self):
        numbers = Numbers.model_validate({"from": 1, "to": 5, "anchors": {1: "A", 5: "B"}})
        return dict.fromkeys(self.fields, numbers)


def quadrant(**fields):
    return Quadrant.model_validate(
        {"id": "a", "across": HERE, "up": HERE, "corners": CORNERS} | fields
    )


def taken(name):
    return {"of": f"m/{name}", "title": name}


def test_both_scales_are_asked_or_both_are_taken():
    assert list(quadrant().findings()) == []
    assert list(quadrant(across=taken("b"), up=taken("c")).findings()) == []
    [half] = quadrant(up=taken("c")).findings()
    assert (half.code, half.path) == ("scale-half-taken", ("up", "of"))


def test_a_mistake_in_a_scale_is_told_at_its_place():
    [found] = quadrant(up={**HERE, "to": "1"}).findings()
    assert (found.code, found.path) == ("scale-reversed", ("up", "from"))


def test_links_are_the_exercises_that_ask():
    links = dict(quadrant(across=taken("b"), up=taken("c"), show=["m/d"]).links())
    assert links == {("show", 0): "m/d", ("across", "of"): "m/b", ("up", "of"): "m/c"}


@pytest.mark.parametrize(
    ("fields", "field"),
    [(["value"], "value"), (["before", "after"], "after"), (["how-far"], "how-far")],
)
def test_a_scale_is_taken_over_with_its_numbers(fields, field):
    others = {"m/b": Asking(id="b", fields=fields), "m/c": Asking(id="c", fields=fields)}
    connected, findings = quadrant(across=taken("b"), up=taken("c")).connect(others)
    assert findings == []
    assert isinstance(connected.up, Taken)
    assert connected.up.source.field == field
    assert list(connected.up.source.numbers.numbers()) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("fields", [[], ["one", "two"]])
def test_an_exercise_without_one_scale_does_not_fit(fields):
    others = {"m/b": Asking(id="b"), "m/c": Asking(id="c", fields=fields)}
    _, findings = quadrant(across=taken("b"), up=taken("c")).connect(others)
    assert [(each.code, each.path) for each in findings] == [("no-scale-there", ("up", "of"))]


def test_it_keeps_an_answer_only_where_it_asks():
    assert quadrant().asks
    assert not quadrant(across=taken("b"), up=taken("c")).asks


def test_only_what_is_asked_here_can_be_taken_by_others():
    assert list(quadrant().numbers_asked()) == ["across", "up"]
    assert quadrant(across=taken("b"), up=taken("c")).numbers_asked() == {}


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("quadrant", Quadrant)
