"""The YAML of a talk, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.dialogue import KIND
from coursewright.exercises.dialogue.model import Dialogue
from coursewright.exercises.dialogue.ways import reached, turned_round


def talk(ways, endings=("end",), **fields):
    """A talk with these ways, {line: [where its choices lead]}."""
    lines = [
        {
            "id": line,
            "says": f"{line}?",
            "choices": [{"say": f"{number}: {to}", "to": to} for number, to in enumerate(targets)],
        }
        for line, targets in ways.items()
    ]
    ends = [{"id": name, "title": name, "text": "So."} for name in endings]
    basic = {"id": "a", "scene": "Here.", "you": "me", "other": "Bo"}
    return Dialogue.model_validate({**basic, "lines": lines, "endings": ends, **fields})


def found(*args, **fields):
    return [(one.code, one.path[-2:]) for one in talk(*args, **fields).findings()]


def test_a_talk_may_lead_back():
    assert found({"a": ["b", "end"], "b": ["a"]}) == []


def test_a_line_may_lead_to_itself_if_there_is_a_way_out():
    assert found({"a": ["a", "end"]}) == []
    assert found({"a": ["a", "b"], "b": ["b"]}) == [
        ("no-way-out", (0, "id")),
        ("no-way-out", (1, "id")),
        ("ending-unreachable", (0, "id")),
    ]


def test_lines_that_only_lead_to_each_other_are_unreachable():
    assert found({"a": ["end"], "b": ["c"], "c": ["b"]}) == [
        ("line-unreachable", (1, "id")),
        ("line-unreachable", (2, "id")),
    ]


def test_an_unknown_name_is_told_with_the_nearest_and_nothing_that_follows_from_it():
    [finding] = talk({"a": ["mornning"], "morning": ["end"]}).findings()
    assert (finding.code, finding.values["near"]) == ("no-such-line", "morning")
    assert finding.path == ("lines", 0, "choices", 0, "to")


@pytest.mark.parametrize(
    ("openness", "codes"),
    [
        ({"start": 0, "words": {0: "Shut"}}, []),
        ({"start": 10, "words": {0: "Shut", 10: "Open"}}, []),
        ({"start": 3, "words": {1: "Shut"}}, ["openness-gap"]),
        ({"start": 7, "to": 6, "words": {0: "Shut"}}, ["openness-outside"]),
        ({"start": 1, "words": {-1: "Gone", 0: "Shut"}}, ["openness-outside"]),
    ],
)
def test_the_meter_fits_itself(openness, codes):
    assert [code for code, _ in found({"a": ["end"]}, openness=openness)] == codes


def test_a_choice_is_known_by_its_id_or_its_words():
    lines = [
        {
            "id": "a",
            "says": "?",
            "choices": [{"id": "ask", "say": "How?", "to": "end"}, {"say": "No.", "to": "end"}],
        }
    ]
    ask, no = talk({}, lines=lines).lines[0].choices
    assert ask.value == "ask"
    assert len(no.value) == 8


def test_the_heading_is_the_title_or_the_first_words():
    assert talk({"a": ["end"]}).heading() == "a?"
    assert talk({"a": ["end"]}, title="Mine").heading() == "Mine"


def test_ways_are_followed_both_ways():
    ways = {"a": ["b", "c"], "b": ["a"], "c": []}
    assert reached("a", ways) == {"a", "b", "c"}
    assert turned_round(ways) == {"a": {"b"}, "b": {"a"}, "c": {"a"}}


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("dialogue", Dialogue)
