"""The YAML of a worksheet, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.worksheet import KIND
from coursewright.exercises.worksheet.model import Worksheet

GOAL = {"id": "goal", "ask": "My goal"}
STEPS = {
    "id": "steps",
    "ask": "Steps",
    "answer": "rows",
    "columns": [{"id": "step", "ask": "Step"}],
}


def worksheet(**fields):
    return Worksheet.model_validate({"id": "a", "title": "A plan", **fields})


def codes(**fields):
    return [finding.code for finding in worksheet(**fields).findings()]


class Choosing(Worksheet):
    """An exercise in which something is chosen."""

    def choices(self):
        return {"one": "One"}


def test_a_field_is_a_line_of_text_unless_it_says_otherwise():
    [goal, day] = worksheet(fields=[GOAL, {**GOAL, "id": "day", "answer": "date"}]).tasks()
    assert (goal.answer, day.answer) == ("short", "date")


def test_fields_stand_in_sections_or_alone():
    assert codes(fields=[GOAL]) == []
    assert codes(sections=[{"title": "One", "fields": [GOAL]}]) == []
    assert codes() == ["fields-missing"]
    assert codes(fields=[GOAL], sections=[{"title": "One", "fields": [STEPS]}]) == [
        "fields-and-sections"
    ]


def test_every_field_is_told_with_its_place():
    sections = [{"title": "One", "fields": [GOAL]}, {"title": "Two", "fields": [STEPS]}]
    found = worksheet(sections=sections)
    assert list(found.scored()) == [
        ("goal", ("sections", 0, "fields", 0, "id")),
        ("steps", ("sections", 1, "fields", 0, "id")),
        ("steps.step", ("sections", 1, "fields", 0, "columns", 0, "id")),
    ]
    assert found.prompts() == {"goal": "My goal", "steps.*.step": "Step"}


@pytest.mark.parametrize("answer", ["number", "date", "tick"])
def test_only_written_answers_have_a_self_check(answer):
    with pytest.raises(ValueError, match="check"):
        worksheet(fields=[{**GOAL, "answer": answer, "check": ["It is mine."]}])


@pytest.mark.parametrize("answer", ["short", "long"])
def test_a_criterion_keeps_its_name_when_its_words_change(answer):
    named = {"id": "date", "text": "It has a date."}
    [goal] = worksheet(fields=[{**GOAL, "answer": answer, "check": [named, "It is mine."]}]).tasks()
    assert [len(criterion.value) for criterion in goal.check] == [len("date"), 8]


def test_a_mistake_is_found_inside_a_column():
    column = {"id": "who", "ask": "Who", "answer": "choice", "options": ["Me", "Me"]}
    [found] = worksheet(fields=[{**STEPS, "columns": [column]}]).findings()
    assert (found.code, found.path) == ("option-twice", ("fields", 0, "columns", 0, "options", 1))


def test_rows_come_from_an_exercise_in_which_something_is_chosen():
    plan = worksheet(fields=[{**STEPS, "rows_from": "m/choices"}], show=["m/before"])
    way = ("fields", 0, "rows_from")
    assert list(plan.links()) == [(("show", 0), "m/before"), (way, "m/choices")]
    choosing = Choosing.model_validate({"id": "choices", "title": "C", "fields": [GOAL]})
    assert plan.connect({"m/choices": choosing}) == (plan, [])
    [found] = plan.connect({"m/choices": worksheet(fields=[GOAL])})[1]
    assert (found.code, found.path) == ("rows-from-nothing", way)


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("worksheet", Worksheet)
