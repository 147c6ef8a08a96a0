"""What a picker's fields mean, beyond what its examples show."""

from coursewright.exercises.picker.model import Picker
from coursewright.testing import find_example


def picker(**fields):
    options = fields.pop("options", ["A walk", {"id": "talk", "text": "A talk"}])
    return Picker.model_validate({"id": "a", "ask": "Which?", "options": options, **fields})


def codes(exercise):
    return [found.code for found in exercise.findings()]


def test_what_can_be_chosen_is_there_for_others():
    assert picker(own="2").choices() == {"2952031a": "A walk", "talk": "A talk"}


def test_a_choice_without_an_id_follows_its_words():
    [first, _] = picker().choices()
    [other, _] = picker(options=["A long walk", "A talk"]).choices()
    assert first != other


def test_headings_come_as_the_options_name_them_or_as_they_are_listed():
    options = [{"text": "A walk", "category": "out"}, {"text": "A talk", "category": "in"}]
    assert [title for title, _ in picker(options=options).groups()] == ["out", "in"]
    listed = [{"id": "in", "title": "Indoors"}, {"id": "out", "title": "Out of doors"}]
    groups = picker(options=options, categories=listed).groups()
    assert [(title, [o.text for o in inside]) for title, inside in groups] == [
        ("Indoors", ["A talk"]),
        ("Out of doors", ["A walk"]),
    ]


def test_own_suggestions_count_among_what_can_be_chosen():
    assert codes(picker(most="3", own="1")) == []
    assert codes(picker(most="3")) == ["pick-most-too-many"]
    assert codes(picker(least="3")) == ["pick-least-above-most"]


def test_min_side_can_say_what_a_reason_is_about():
    exercise = find_example("picker", "before-the-course").exercise
    assert exercise.prompts()["why.case"] == "Bring a case: When, and with whom?"
    assert find_example("picker", "fan").exercise.prompts() == {
        "why-first": "What can happen today?"
    }


def test_it_is_found_again_by_its_title_or_by_what_it_asks():
    assert picker().heading() == "Which?"
    assert picker(title="Ways").heading() == "Ways"
