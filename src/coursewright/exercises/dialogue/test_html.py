"""The HTML of a talk, as it is before any script runs."""

import json

from coursewright.core.course import Placed
from coursewright.exercises.dialogue.model import Dialogue
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("dialogue", name)], language))


def places(page):
    return [one for one in page.walk() if one.get("data-place")]


def test_the_talk_is_a_numbered_list_of_lines_and_endings(kinds):
    page = page_of(kinds, "autonomy")
    names = ["silly", "thanks", "worth", "her-minutes", "three-months"]
    assert [place.get("data-place") for place in places(page)] == names
    assert {place.parent.tag for place in places(page)} == {"ol"}
    assert "Ending: Her ten minutes" in places(page)[3].text()


def test_a_choice_says_where_to_go_and_leads_there(kinds):
    page = page_of(kinds, "autonomy", "da")
    links = places(page)[0].find("a")
    assert [link.text() for link in links] == ["Gå til 3", "Gå til 2", "Gå til 2"]
    assert links[0].get("href") == f"#{places(page)[2].get('id')}"


def test_what_a_choice_does_is_said_in_words(kinds):
    first = places(page_of(kinds, "two-grips", "da"))[0]
    changes = [one for one in first.walk() if one.get("data-way")]
    assert [(one.get("data-way"), one.text()) for one in changes] == [
        ("up", "Jonas åbner sig"),
        ("down", "Jonas lukker sig"),
    ]
    [little] = [one for one in places(page_of(kinds, "too-old"))[5].walk() if one.get("data-way")][
        :1
    ]
    assert little.text() == "Mette opens up a little"


def test_the_path_is_one_hidden_field(kinds):
    [field] = page_of(kinds, "autonomy").find("input")
    assert (field.get("type"), field.get("name"), field.get("value")) == ("hidden", "path", "")


def test_without_a_meter_there_is_none(kinds):
    assert not page_of(kinds, "autonomy").find("progress")
    assert page_of(kinds, "two-grips").find("progress")


def test_the_script_gets_the_ways_and_no_texts_of_lines(kinds):
    [data] = page_of(kinds, "autonomy").find("script")[-1:]
    spec = json.loads(data.children[0])["spec"]
    assert (spec["start"], spec["openness"], spec["other"]) == ("silly", None, "Amina")
    assert spec["endings"] == ["her-minutes", "three-months"]
    assert [way["to"] for way in spec["ways"]["thanks"].values()] == ["worth", "three-months"]
    assert "Two buses for" not in json.dumps(spec)


def test_an_authors_text_is_text(kinds):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}"
    exercise = Dialogue.model_validate(
        {
            "id": "a",
            "scene": text,
            "you": text,
            "other": text,
            "openness": {"start": 0, "words": {0: text}},
            "lines": [
                {
                    "id": "a",
                    "says": text,
                    "choices": [{"say": text, "to": "b", "feedback": text, "openness": 1}],
                }
            ],
            "endings": [{"id": "b", "title": text, "says": text, "text": text}],
        }
    )
    placed = Placed(kind="dialogue", module="m", exercise=exercise)
    page = Element.parse(write_page(kinds, [placed]))
    assert not page.find("img")
    assert page.text().count("<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}") >= 10
