"""The YAML of a survey, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.survey import KIND
from coursewright.exercises.survey.conditions import condition
from coursewright.exercises.survey.model import Survey

SCALE = {"id": "size", "ask": "How much?", "answer": "scale", "from": "0", "to": "100"}
TENS = {**SCALE, "step": "10", "anchors": {"0": "None", "100": "All"}}
COUNT = {"id": "times", "ask": "How many?", "answer": "number"}
MOOD = {"id": "mood", "ask": "How are you?", "answer": "choice", "options": ["So-so", "Fine"]}
PLACE = {**MOOD, "id": "place", "options": [{"id": "home", "text": "At home"}, "Away"]}
DONE = {"id": "done", "ask": "Done.", "answer": "tick"}


def survey(*questions):
    return Survey.model_validate({"id": "a", "title": "A", "questions": list(questions)})


def asked_after(earlier, answers):
    when = {"question": earlier["id"], "is": answers}
    return survey(earlier, {"id": "why", "ask": "Why?", "when": when})


@pytest.mark.parametrize(
    ("earlier", "answers", "found"),
    [
        (TENS, "10-30", []),
        (TENS, ["0", "90-100"], []),
        (TENS, "10-35", ["when-outside"]),
        (TENS, "30-10", ["when-reversed"]),
        (TENS, "many", ["when-no-number"]),
        (COUNT, "1-1000", []),
        (COUNT, "5-1", ["when-reversed"]),
        (MOOD, "so-so", []),
        (MOOD, ["Fine", "Bad"], ["when-no-option"]),
        (PLACE, "home", []),
        (PLACE, "At home", []),
        (DONE, "ja", []),
        (DONE, "nej", ["when-no-option"]),
        ({"id": "name", "ask": "Who?"}, "Me", ["when-open"]),
    ],
)
def test_a_condition_fits_the_answers_there_are(earlier, answers, found):
    assert [finding.code for finding in asked_after(earlier, answers).findings()] == found


@pytest.mark.parametrize(
    ("earlier", "answers", "values", "ranges", "said"),
    [
        (PLACE, "at home", ["home"], [], ["At home"]),
        (DONE, "yes", ["yes"], [], ["yes"]),
        (TENS, ["0", "90-100"], [], [(0, 0), (90, 100)], ["0", "90–100"]),
        (COUNT, "-3--1", [], [(-3, -1)], ["−3–−1"]),
    ],
)
def test_a_condition_is_told_as_answers_are_kept(earlier, answers, values, ranges, said):
    first, second = asked_after(earlier, answers).questions
    meant = condition(second.when, first)
    assert (meant.values, meant.ranges, meant.said) == (values, ranges, said)


def test_an_option_without_a_name_is_meant_by_its_words():
    first, second = asked_after(MOOD, "Fine").questions
    assert condition(second.when, first).values == [first.options[1].value]


def test_the_nearest_is_offered():
    [finding] = asked_after(PLACE, "hom").findings()
    assert (finding.values["near"], finding.values["known"]) == ("home", "home, Away")


def test_a_mistake_inside_a_question_is_told_at_its_place():
    """A21."""
    twice = {**MOOD, "options": ["Fine", "Fine"]}
    [finding] = survey(COUNT, twice).findings()
    assert (finding.code, finding.path) == ("option-twice", ("questions", 1, "options", 1))


def test_every_question_is_known_by_its_id():
    one = survey(MOOD, TENS)
    assert [name for name, _ in one.scored()] == ["mood", "size"]
    assert one.prompts() == {"mood": "How are you?", "size": "How much?"}
    assert [len(numbers.numbers()) for numbers in one.numbers_asked().values()] == [11]


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("survey", Survey)
