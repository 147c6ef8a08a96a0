"""The HTML of a quiz, as it is before any script runs."""

import pytest

from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name):
    return Element.parse(write_page(kinds, [find_example("quiz", name)], "da"))


def test_the_answers_are_folded_away_below_each_question(kinds):
    page = page_of(kinds, "several-right")
    [key] = page.find("details")
    assert key.find("summary")[0].text() == "Svar"
    entries = [entry.text() for entry in key.find("li")]
    assert entries[0].startswith("Rigtigt: You repeat what you understood")
    assert entries[2] == (
        "Ikke rigtigt: You nod, and write on your phone. The phone says more than the nod."
    )


def test_only_a_quiz_of_several_questions_counts_them(kinds):
    assert "Spørgsmål 1 af 4" in page_of(kinds, "whole-quiz").text()
    assert "Spørgsmål" not in page_of(kinds, "claim").text()


@pytest.mark.parametrize(
    ("name", "control"),
    [("claim", "radio"), ("one-question", "radio"), ("several-right", "checkbox")],
)
def test_each_type_has_its_own_sort_of_control(kinds, name, control):
    inputs = page_of(kinds, name).find("input")
    assert {one.get("type") for one in inputs} == {control, "hidden"}


def test_the_question_is_the_title_of_a_quiz_without_one(kinds):
    [quiz] = page_of(kinds, "claim").find("cw-quiz")
    assert quiz.get("data-title") == "Motivation is something people either have or lack."
    assert quiz.get("data-exercise") == "example/have-or-lack"
