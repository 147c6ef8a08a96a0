"""A session as the server writes it: a plan to read, and a place for each note."""

import json

from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("session", name)], language))


def classes(page, name):
    return [one for one in page.walk() if name in one.get("class").split()]


def test_the_plan_is_a_list_with_minutes_and_their_sum(kinds):
    [plan] = page_of(kinds, "union-pair-talk", "da").find("ol")
    heads = [head.text() for head in classes(plan, "cw-session__head")]
    assert heads == [
        "The one on the left talks 1½ min , i alt 1½ min",
        "Now the other 1½ min , i alt 3 min",
    ]


def test_repeated_steps_say_how_often(kinds):
    page = page_of(kinds, "feedback-triad")
    times = [head.find("p")[0].text() for head in classes(page, "cw-session__head")]
    assert times == ["3 × 2 min", "3 × 10 min", "3 × 6 min", "10 min"]
    assert classes(page, "cw-session__total")[0].text() == "64 min in all"


def test_there_is_room_for_the_note_of_each_round(kinds):
    areas = page_of(kinds, "feedback-triad").find("textarea")
    assert [area.get("name") for area in areas] == [
        "contract",
        "contract.2",
        "contract.3",
        "feedback",
        "feedback.2",
        "feedback.3",
        "debrief",
    ]


def test_roles_are_told_by_their_titles(kinds):
    page = page_of(kinds, "two-interviews")
    assert [term.text() for term in page.find("dt")][:2] == ["Interviewer", "Teller"]
    names = [one.get("name") for one in page.find("input") if one.get("type") == "text"]
    assert names == ["_who.interviewer", "_who.teller"]


def test_a_single_role_needs_no_name(kinds):
    page = page_of(kinds, "learning-group-meeting")
    assert [one for one in page.find("input") if one.get("type") == "text"] == []


def test_the_length_is_said_once(kinds):
    facts = classes(page_of(kinds, "complaint-relay"), "cw-session__facts")[0].text()
    assert facts == "In a group 4 steps 20½ min"
    assert "min" not in classes(page_of(kinds, "feedback-triad"), "cw-session__facts")[0].text()


def test_the_script_gets_the_stops_in_order(kinds):
    [data] = page_of(kinds, "union-pair-talk").find("script")[-1:]
    assert json.loads(data.children[0])["spec"] == {
        "stops": [
            {"key": "first", "step": "first", "round": 0, "ms": 90_000},
            {"key": "second", "step": "second", "round": 0, "ms": 90_000},
        ],
        "rounds": 1,
        "roles": [],
        "automatic": False,
    }
