"""The HTML of a balance, as it is before any script runs."""

import json

from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("balance", name)], language))


def sides(page):
    return [one for one in page.find("fieldset") if one.get("data-side")]


def spec_of(page):
    [data] = page.find("script")[-1:]
    return json.loads(data.children[0])["spec"]


def test_each_list_has_lines_with_room_for_a_weight(kinds):
    page = page_of(kinds, "part-time-job")
    assert [one.find("legend")[0].text() for one in sides(page)] == ["Plus", "Minus"]
    assert [area.get("name") for area in page.find("textarea")] == [
        *(f"{side}.r{number}.text" for side in ("plus", "minus") for number in range(1, 5)),
        "tip",
    ]
    weights = [one for one in page.find("input") if one.get("name") == "minus.r4.weight"]
    assert [one.closest("label").text() for one in weights][2] == "3 of 5"


def test_a_side_may_have_a_name_of_its_own(kinds):
    page = page_of(kinds, "two-needs", "da")
    titles = [one.find("legend")[0].text() for one in sides(page)]
    assert titles == ["My wish to learn", "My wish to protect myself"]
    assert "For eksempel: It was kindly said · It was about one thing only" in page.text()


def test_two_ways_weigh_crosswise(kinds):
    page = page_of(kinds, "education")
    legends = [one.find("legend")[0].text() for one in sides(page)]
    assert legends[:2] == ["Start the course: Plus", "Start the course: Minus"]
    spec = spec_of(page)
    assert spec["pans"] == ["Start the course", "Stay where I am"]
    assert [(one["name"], one["pan"]) for one in spec["lists"]] == [
        ("plus_start", 0),
        ("minus_start", 1),
        ("plus_stay", 1),
        ("minus_stay", 0),
    ]


def test_a_list_without_weights_weighs_nothing(kinds):
    page = page_of(kinds, "stay-or-apply")
    assert page.find("input") == []
    assert not [one for one in page.walk() if one.get("data-role") == "result"]


def test_the_last_question_is_there_in_any_case(kinds):
    page = page_of(kinds, "education", "da")
    [label] = [one for one in page.find("label") if one.get("for") == "education-tip"]
    assert label.text() == "Hvad skulle der til, før vægten tippede?"
