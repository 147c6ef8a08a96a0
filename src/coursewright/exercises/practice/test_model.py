"""The YAML of a practice, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.practice import KIND
from coursewright.exercises.practice.model import Practice

MODELS = [{"text": "You are tired of it."}]


def practice(**fields):
    basic = {
        "id": "a",
        "title": "A",
        "ask": "What do you say?",
        "prompts": [
            {"id": "one", "text": "First line.\n\nSecond.", "models": MODELS},
            {"id": "two", "text": "Another.", "models": MODELS},
        ],
    }
    return Practice.model_validate({**basic, **fields})


@pytest.mark.parametrize(("pick", "found"), [("1", []), ("2", []), ("3", ["prompts-too-few"])])
def test_no_more_can_be_drawn_than_there_are(pick, found):
    assert [finding.code for finding in practice(pick=pick).findings()] == found


def test_prompts_and_criteria_share_their_names():
    """Both are told to the check for double ids, and to the list of published ones."""
    one = practice(criteria=[{"id": "open", "text": "It is open."}])
    assert list(one.scored()) == [
        ("one", ("prompts", 0, "id")),
        ("two", ("prompts", 1, "id")),
        ("open", ("criteria", 0, "id")),
    ]


def test_each_answer_is_known_by_the_first_line_of_its_prompt():
    asked = practice().prompts()
    assert asked["one"] == asked["one:again"] == "First line."
    assert set(asked) == {"one", "two", "one:again", "two:again"}


def test_an_equal_model_of_another_prompt_is_no_mistake():
    assert list(practice().findings()) == []


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("practice", Practice)
