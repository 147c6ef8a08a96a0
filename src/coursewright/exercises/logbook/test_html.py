"""The HTML of a logbook, as it is before any script runs."""

import json

import pytest

from coursewright.core.course import Placed
from coursewright.exercises.logbook.model import Logbook
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element

NOTE = {"id": "note", "ask": "What happened?"}


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("logbook", name)], language))


def page_with(kinds, **fields):
    exercise = Logbook.model_validate({"id": "a", "title": "My log", "fields": [NOTE], **fields})
    placed = Placed(kind="logbook", module="m", exercise=exercise)
    return Element.parse(write_page(kinds, [placed]))


def rows(page):
    return [one for one in page.walk() if one.get("data-row")]


def spec_of(page):
    [data] = page.find("script")[-1:]
    return json.loads(data.children[0])["spec"]


@pytest.mark.parametrize(("asked", "blanks"), [({}, 4), ({"ask_for": 6}, 6)])
def test_so_many_blank_entries_are_there_as_are_asked_for(kinds, asked, blanks):
    entries = rows(page_with(kinds, **asked))
    assert len(entries) == blanks
    assert [entry.find("input")[0].get("name") for entry in entries[:2]] == [
        "entry.r1.date",
        "entry.r2.date",
    ]


def test_each_entry_has_its_heading_for_paper(kinds):
    entries = rows(page_of(kinds, "practice", "da"))
    assert [entry.find("h3")[0].find("span")[0].text() for entry in entries] == [
        "Note 1",
        "Note 2",
        "Note 3",
        "Note 4",
    ]


def test_a_reminder_comes_back_as_often_as_is_asked(kinds):
    [button] = [one for one in page_of(kinds, "practice").find("button") if one.get("data-every")]
    assert (button.get("data-every"), button.get("data-count")) == ("week", "4")
    assert button.get("data-title") == "Write a note about one talk"
    open_end = page_with(kinds, every="day", remind="Write")
    [button] = [one for one in open_end.find("button") if one.get("data-every")]
    assert button.get("data-count") == "10"


def test_numbers_and_scales_are_drawn(kinds):
    assert spec_of(page_of(kinds, "energy")) == {
        "askFor": 10,
        "counted": [
            {"field": "energy", "title": "How much energy did I go home with?", "from": 0, "to": 10}
        ],
    }
    assert spec_of(page_of(kinds, "interruptions"))["counted"] == [
        {"field": "times", "title": "How often did I cut in?"}
    ]


def test_an_authors_text_is_text(kinds):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}"
    page = page_with(
        kinds, title=text, add=text, every="day", remind=text, fields=[{**NOTE, "ask": text}]
    )
    assert not page.find("img")
    assert page.text().count("<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}") >= 3
