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


def test_a_quiz_of_several_questions_can_be_printed_before_and_after(kinds):
    def printers(name):
        buttons = page_of(kinds, name).find("button")
        return [one for one in buttons if one.get("data-role") == "print"]

    [button] = printers("whole-quiz")
    assert "data-blank" in button.attributes
    assert printers("claim") == []


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


@pytest.mark.parametrize(
    ("name", "controls"),
    [
        ("sorting", ["radio"] * 8),
        ("in-order", ["select"] * 5),
        ("pairs", ["select"] * 4),
        ("write-what-is-missing", ["text"] * 3),
        ("words-to-put-in", ["select"] * 3),
    ],
)
def test_without_scripts_each_part_has_a_plain_control(kinds, name, controls):
    """G15: to be filled in on the screen, and written on on paper."""
    found = page_of(kinds, name).find("input", "select")
    sorts = [one.get("type") or one.tag for one in found]
    assert [sort for sort in sorts if sort != "hidden"] == controls


def test_items_do_not_stand_in_the_right_order(kinds):
    page = page_of(kinds, "in-order")
    shown = [label.text() for label in page.find("label")]
    [key] = page.find("details")
    right = [entry.text() for entry in key.find("li")]
    assert len(shown) == len(right) == 5
    assert not all(text.startswith(one) for one, text in zip(shown, right, strict=True))


def test_a_gap_never_ends_up_inside_a_tag(kinds):
    """The text is cut where the gaps are, after Markdown has made HTML of it."""
    page = page_of(kinds, "words-to-put-in")
    [text, *_] = [one for one in page.walk() if one.get("class") == "cw-quiz__text"]
    assert [one.parent.tag for one in text.find("select")] == ["span"] * 3
    assert len(text.find("strong")) == 3
    assert text.text().startswith("You can choose how you")


def test_questions_beyond_the_draw_wait_for_it(kinds):
    items = [one for one in page_of(kinds, "drawn-from-a-bank").walk()
             if one.get("class") == "cw-quiz__item"]  # fmt: skip
    waiting = ["data-extra" in item.attributes for item in items]
    assert waiting == [False, False, False, True, True]
