"""The YAML of a diagram, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.diagram import KIND
from coursewright.exercises.diagram.circles import place_of
from coursewright.exercises.diagram.model import FIGURES, Diagram

FOUR = [{"id": name, "title": name.upper()} for name in "abcd"]
PARTS = [{"title": "One", "value": "40"}, {"title": "Two", "value": "60,4"}]


def diagram(**fields):
    return Diagram.model_validate({"id": "a", **fields})


def codes(**fields):
    return [finding.code for finding in diagram(**fields).findings()]


def test_each_figure_is_a_field_and_nothing_is_asked():
    assert set(FIGURES) <= set(Diagram.model_fields)
    assert not diagram(chain=["One", "Two"]).asks
    assert list(diagram(chain=["One", "Two"]).scored()) == []
    assert (KIND.name, KIND.script) == ("diagram", None)


def test_a_part_with_nothing_but_a_name_is_a_text():
    [first, second] = diagram(stairs=["One", {"title": "Two", "text": "More."}]).stairs
    assert (first.title, first.text, second.text) == ("One", None, "More.")


def test_every_figure_beyond_the_first_is_told():
    found = list(diagram(chain=["A", "B"], stairs=["A", "B"]).findings())
    assert [(f.code, f.path) for f in found] == [("figure-twice", ("chain",))]


@pytest.mark.parametrize(
    ("count", "of", "place"),
    [
        (2, "ab", "middle"),
        (3, "cba", "middle"),
        (3, "ca", "1-3"),
        (4, "abcd", "middle"),
        (4, "ab", "1-2"),
        (4, "cb", "2-3"),
        (4, "dc", "3-4"),
        (4, "ad", "1-4"),
        (4, "ac", ""),
        (4, "db", ""),
        (4, "abc", ""),
    ],
)
def test_where_circles_meet(count, of, place):
    made = diagram(circles=FOUR[:count], overlaps=[{"of": list(of), "title": "Here"}])
    assert place_of(made.overlaps[0], made.circles) == place
    assert [f.code for f in made.findings()] == ([] if place else ["overlap-apart"])


def test_an_unknown_circle_is_told_with_the_nearest():
    circles = [{"id": "wishes", "title": "Wishes"}, {"id": "skills", "title": "Skills"}]
    made = diagram(circles=circles, overlaps=[{"of": ["skills", "wish"], "title": "Here"}])
    [found] = made.findings()
    assert (found.code, found.path) == ("overlap-unknown", ("overlaps", 0, "of", 1))
    assert (found.values["near"], found.values["known"]) == ("wishes", "wishes, skills")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Observe", []),
        ("**Observe** [it](https://example.org/a-long-way)", []),
        ("Conceptualise", ["label-too-long"]),
        ("Try it out on an easy day", ["label-too-long"]),
    ],
)
def test_a_title_must_fit_into_the_picture(title, found):
    """Only what is seen counts, and only where the picture shows it."""
    few = diagram(cycle=["Plan", "Act", title])
    assert [(f.code, f.severity) for f in few.findings()] == [(c, "warning") for c in found]
    assert codes(cycle=["One", "Two", "Three", "Four", title]) == []
    assert codes(chain=["One", title]) == []


def test_shares_may_miss_the_whole_by_their_rounding():
    assert codes(bars={"shares": "yes", "parts": PARTS}, source="Us") == []
    less = [PARTS[0], {"title": "Two", "value": "58.9"}]
    assert codes(bars={"shares": "yes", "parts": less}, source="Us") == ["shares-not-whole"]


def test_bars_have_a_source_even_with_other_mistakes():
    found = list(diagram(bars={"full": "50", "parts": PARTS}).findings())
    assert [(f.code, f.path) for f in found] == [
        ("bar-too-long", ("bars", "parts", 1, "value")),
        ("source-missing", ("bars",)),
    ]
