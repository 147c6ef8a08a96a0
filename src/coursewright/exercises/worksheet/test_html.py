"""The HTML of a worksheet, as it is before any script runs."""

import pytest

from coursewright.core.course import Placed
from coursewright.exercises.worksheet.model import Worksheet
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element

GOAL = {"id": "goal", "ask": "My goal"}


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("worksheet", name)], language))


def page_with(kinds, **fields):
    exercise = Worksheet.model_validate({"id": "a", "title": "A plan", **fields})
    placed = Placed(kind="worksheet", module="m", exercise=exercise)
    return Element.parse(write_page(kinds, [placed]))


def classes(page, name):
    return [one for one in page.walk() if name in one.get("class").split()]


def names(page):
    return [one.get("name") for one in page.find("input", "textarea")]


def test_each_section_is_a_group_with_its_heading_as_name(kinds):
    page = page_of(kinds, "job-plan")
    parts = classes(page, "cw-worksheet__part")
    headings = {heading.get("id"): heading.text() for heading in page.find("h3")}
    assert [headings[part.get("aria-labelledby")] for part in parts] == [
        "A – the job I wish for",
        "B – a good job, too",
        "C – a job that is there",
        "Until we meet again",
    ]


@pytest.mark.parametrize(("layout", "parts"), [("list", 1), ("columns", 2), ("cards", 2)])
def test_without_sections_each_field_is_a_part_except_in_a_list(kinds, layout, parts):
    page = page_with(kinds, layout=layout, fields=[GOAL, {**GOAL, "id": "step"}])
    found = classes(page, "cw-worksheet__part")
    assert len(found) == parts
    assert not found[0].get("role")


def test_a_row_is_kept_by_its_name_and_its_column(kinds):
    page = page_of(kinds, "learning-arrow")
    assert names(page)[:3] == ["skills.r1.skill", "skills.r2.skill", "skills.r3.skill"]
    assert names(page)[3] == "situations.r1.situation"


def test_the_self_check_stands_under_its_field_and_names_it(kinds):
    page = page_of(kinds, "smart-goal", "da")
    [check] = classes(page, "cw-worksheet__check")
    assert check.find("legend")[0].text() == "Tjek dit svar : My goal"
    assert {box.get("name") for box in check.find("input")} == {"goal.check"}
    assert [box.get("value") for box in check.find("input")][:2] == ["specific", "measurable"]
    assert names(page)[0] == "goal"


def test_only_steps_have_a_way_through(kinds):
    steps = page_of(kinds, "goal-chain")
    roles = [one.get("data-role") for one in steps.find("button") if one.get("data-role")]
    assert roles == ["remind", "back", "next", "walk-again", "copy", "print", "again"]
    assert not classes(page_of(kinds, "job-plan"), "cw-worksheet__walk")
    assert not classes(page_with(kinds, layout="steps", fields=[GOAL]), "cw-worksheet__walk")


def test_rows_say_where_their_choices_come_from(kinds):
    [line] = classes(page_of(kinds, "from-choices"), "cw-worksheet__source")
    [link] = line.find("a")
    assert (link.get("href"), link.text()) == ("#lift", "What would help me?")


@pytest.mark.parametrize("layout", ["list", "columns", "cards", "steps"])
def test_an_authors_text_is_text(kinds, layout):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}"
    fields = [{**GOAL, "ask": text, "hint": text, "check": [text]}]
    part = {"title": text, "text": text, "fields": fields}
    page = page_with(
        kinds, layout=layout, sections=[part, {"title": "B", "fields": [{**GOAL, "id": "b"}]}]
    )
    assert not page.find("img")
    assert page.text().count("<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}") >= 5
