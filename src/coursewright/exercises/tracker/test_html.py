"""The HTML of a tracker, as it is before any script runs."""

import json

from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("tracker", name)], language))


def test_it_is_a_table_with_headed_rows_and_columns(kinds):
    page = page_of(kinds, "homework")
    columns = [head.text() for head in page.find("th") if head.get("scope") == "col"]
    rows = [head.text() for head in page.find("th") if head.get("scope") == "row"]
    assert columns == ["What", "Begun", "Ready", "Brought along"]
    assert rows[0] == "A list of what I have done in my jobs for the first talk"
    assert len(rows) == 3


def test_each_stage_of_each_row_is_a_date_with_a_name_of_its_own(kinds):
    page = page_of(kinds, "subgoals")
    dates = [field for field in page.find("input") if field.get("type") == "date"]
    assert [field.get("name") for field in dates[:3]] == [
        "call.agreed",
        "call.tried",
        "call.settled",
    ]
    assert dates[0].get("aria-label") == "Call two workplaces: Agreed, date"
    assert dates[9].get("name") == "own-1.agreed"
    assert len({field.get("aria-label") for field in dates}) == len(dates) == 18


def test_a_row_of_ones_own_is_counted_only_where_there_are_several(kinds):
    labels = [label.text() for label in page_of(kinds, "subgoals").find("label")]
    assert "A step of my own 3" in labels
    labels = [label.text() for label in page_of(kinds, "agreement").find("label")]
    assert "One of your own" in labels


def test_the_script_gets_the_stages_as_plain_words(kinds):
    data = json.loads(page_of(kinds, "practice-tasks").find("script")[-1].children[0])
    assert data["spec"]["stages"] == [
        {"id": "planned", "title": "In my calendar"},
        {"id": "done", "title": "Done"},
    ]
