"""The YAML of a scale, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.scale import KIND
from coursewright.exercises.scale.model import Scale

ENDS = {"1": "Little", "10": "Much"}


def scale(**fields):
    basic = {"id": "a", "question": "How much?", "from": "1", "to": "10", "anchors": ENDS}
    return Scale.model_validate({**basic, **fields})


def codes(**fields):
    return [finding.code for finding in scale(**fields).findings()]


def asked(when, ask="Why?", **more):
    return {"follow_ups": [{"when": when, "ask": ask, **more}]}


def test_the_numbers_are_those_between_the_ends():
    assert list(scale().numbers()) == list(range(1, 11))
    tens = scale(**{"from": "0", "to": "100", "step": "10", "anchors": {"0": "No", "100": "Yes"}})
    assert list(tens.numbers())[:3] == [0, 10, 20]
    assert list(tens.findings()) == []


def test_a_scale_may_go_below_zero():
    ends = {"-5": "Worse", "5": "Better"}
    fields = {"from": "-5", "to": "5", "anchors": ends, **asked("-5-0", "Why {value}?")}
    assert codes(**fields) == []


def test_the_heading_is_the_title_or_the_question():
    assert scale().heading() == "How much?"
    assert scale(title="Mine").heading() == "Mine"


@pytest.mark.parametrize(
    ("when", "ask", "found"),
    [
        ("1-10", "Why {value}?", []),
        ("2-10", "Why not {lower}?", []),
        ("1-10", "Why not {lower}?", ["lower-at-lowest"]),
        ("1", "Why not {lower}?", ["lower-at-lowest"]),
        ("1-9", "Why not {higher}?", []),
        ("10", "Why not {higher}?", ["higher-at-highest"]),
        ("0-9", "Why?", ["follow-up-outside"]),
        ("5-11", "Why not {lower}?", ["follow-up-outside"]),
        ("9-3", "Why?", ["follow-up-reversed"]),
        ("1-9", "Why {higer}?", ["unknown-placeholder"]),
        ("1-10", "What is {{ 7*7 }} or {{value}} or {% x %}?", []),
    ],
)
def test_a_follow_up_fits_its_numbers(when, ask, found):
    """B1: doubled braces and what looks like a template are an author's own text."""
    assert codes(**asked(when, ask)) == found


def test_a_follow_up_begins_and_ends_on_a_number_that_can_be_chosen():
    tens = {"from": "0", "to": "100", "step": "10", "anchors": {"0": "No", "100": "Yes"}}
    assert codes(**tens, **asked("10-55")) == ["follow-up-outside"]


def test_several_follow_ups_may_fit_one_number():
    follow_ups = [{"when": "1-10", "ask": "Why?"}, {"when": "2-9", "ask": "And what else?"}]
    assert codes(follow_ups=follow_ups) == []


def test_a_follow_up_is_checked_for_its_names_even_on_a_broken_scale():
    found = codes(**{"to": "1"}, **asked("5-9", "Why {it}?", id="before"))
    assert found == ["scale-reversed", "reserved-id", "unknown-placeholder"]


def test_the_names_that_keep_an_answer_are_told():
    follow_ups = [{"when": "1-5", "ask": "Why?"}, {"when": "6-10", "ask": "Why?", "id": "reasons"}]
    named = scale(follow_ups=follow_ups)
    assert list(named.scored()) == [("reasons", ("follow_ups", 1, "id"))]


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("scale", Scale)
