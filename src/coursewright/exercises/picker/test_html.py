"""The HTML of a picker, as it is before any script runs."""

import json
from types import SimpleNamespace

import pytest

from coursewright.exercises.picker.model import Picker
from coursewright.exercises.picker.view import _how_many
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("picker", name)], language))


def boxes(page):
    return [one for one in page.find("input") if one.get("name") == "chosen"]


def test_options_stand_in_groups_with_their_heading_as_name(kinds):
    page = page_of(kinds, "grips")
    groups = [one for one in page.walk() if one.get("role") == "group"]
    names = {one.get("id"): one.text() for one in page.walk() if one.get("id")}
    headings = [names[group.get("aria-labelledby")] for group in groups[:3]]
    assert headings == ["Talk about it", "Do it together", "Make room"]
    assert len(groups[1].find("input")) == 5


def test_a_short_list_without_categories_has_no_groups(kinds):
    page = page_of(kinds, "confidence")
    assert not any("cw-picker__category" in one.get("class") for one in page.walk())
    assert [one.get("value") for one in boxes(page)] == ["before", "strengths", "plan", "promise"]


def test_own_suggestions_are_boxes_with_a_line(kinds):
    page = page_of(kinds, "grips")
    assert [one.get("value") for one in boxes(page)][-2:] == ["own-1", "own-2"]
    assert boxes(page)[-1].get("aria-label") == "Choose A suggestion of your own 2"


def test_paper_has_a_numbered_line_for_each_place(kinds):
    names = [one.get("name") for one in page_of(kinds, "grips").find("input")]
    assert [name for name in names if name.startswith("line-")] == ["line-1", "line-2", "line-3"]
    names = [one.get("name") for one in page_of(kinds, "benefits").find("input")]
    assert not any(name.startswith("line-") for name in names)


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        ("1", None, ""),
        ("2", None, "at-least 2"),
        ("1", "3", "up-to 3"),
        ("2", "2", "exactly 2"),
        ("2", "3", "between 2 3"),
    ],
)
def test_how_many_is_said_in_words(least, most, said):
    keys = {
        "at-least": "{least}",
        "up-to": "{most}",
        "exactly": "{most}",
        "between": "{least} {most}",
    }
    context = SimpleNamespace(words={key: f"{key} {places}" for key, places in keys.items()})
    fields = {"id": "a", "ask": "Which?", "options": ["A", "B", "C"], "least": least}
    exercise = Picker.model_validate({**fields, **({"most": most} if most else {})})
    assert _how_many(exercise, context) == said


def test_only_a_long_list_is_searched(kinds):
    def spec(name):
        return json.loads(page_of(kinds, name).find("script")[-1].children[0])["spec"]

    assert spec("grips")["find"]
    assert not spec("benefits")["find"]
    assert spec("confidence")["why"] == "Which question will you ask?"
