"""The HTML of a scale, as it is before any script runs."""

import json
import re

import pytest

from coursewright.core.course import Placed
from coursewright.exercises.scale.model import Scale
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("scale", name)], language))


def page_with(kinds, **fields):
    basic = {"id": "a", "question": "How?", "from": 1, "to": 3, "anchors": {1: "No", 3: "Yes"}}
    exercise = Scale.model_validate({**basic, **fields})
    return Element.parse(write_page(kinds, [Placed(kind="scale", module="m", exercise=exercise)]))


def radios(page):
    found = [one for one in page.find("input") if one.get("type") == "radio"]
    return [(one.get("name"), one.get("value"), one.closest("label").text()) for one in found]


def classes(page, name):
    return [one for one in page.walk() if name in one.get("class").split()]


def test_each_number_is_a_radio_and_an_end_has_its_words_in_its_name(kinds):
    found = radios(page_of(kinds, "importance"))
    assert [value for _, value, _ in found] == [str(number) for number in range(1, 11)]
    assert {name for name, _, _ in found} == {"value"}
    assert [found[0][2], found[1][2], found[9][2]] == ["1 Hardly anything", "2", "10 A great deal"]


def test_the_question_names_the_group(kinds):
    [group] = page_of(kinds, "importance").find("fieldset")
    assert group.find("legend")[0].text() == "How much does it matter to you right now?"
    assert group.get("data-count") == "10"


def test_a_pair_is_two_groups_under_one_question(kinds):
    outer, before, after = page_of(kinds, "before-and-after").find("fieldset")
    assert outer.find("legend")[0].text() == "How much did you feel like beginning?"
    legends = [group.find("legend")[0].text() for group in (before, after)]
    assert legends == ["After the first talk", "After the second talk"]
    assert {name for name, _, _ in radios(outer)} == {"before", "after"}


def test_a_scale_with_words_for_every_number_is_a_ladder(kinds):
    page = page_of(kinds, "ladder")
    assert classes(page, "cw-scale--column")
    assert not classes(page, "cw-numbers__ends")
    assert not classes(page_of(kinds, "halves"), "cw-scale--column")


def test_numbers_below_zero_have_a_real_minus(kinds):
    page = page_with(kinds, **{"from": -1, "to": 1, "anchors": {-1: "Worse", 1: "Better"}})
    assert [value for _, value, _ in radios(page)] == ["-1", "0", "1"]
    assert radios(page)[0][2] == "−1 Worse"


def test_on_paper_a_follow_up_says_for_which_numbers_it_is_meant(kinds):
    asks = [ask.text() for ask in classes(page_of(kinds, "importance", "da"), "cw-scale__ask")]
    assert asks[0].startswith("Har du valgt 2–10: Why dit tal and not et lavere tal ?")
    assert asks[1].startswith("Har du valgt 1: Even a 1 has a story.")
    assert not classes(page_of(kinds, "before-and-after"), "cw-scale__condition")


def test_only_a_follow_up_with_a_name_has_room_to_write(kinds):
    areas = page_of(kinds, "importance").find("textarea")
    assert [area.get("name") for area in areas] == ["reasons", "story"]


def test_what_is_written_can_be_taken_along(kinds):
    def roles(page):
        return [button.get("data-role") for button in page.find("button")]

    assert {"copy", "print"} <= set(roles(page_of(kinds, "importance")))
    assert {"copy", "print"}.isdisjoint(roles(page_with(kinds)))


def test_a_placeholder_is_a_place_in_the_text_but_not_in_a_link(kinds):
    ask = "Why **{value}**? See [here](https://example.org/{value}) and {{value}}."
    page = page_with(kinds, follow_ups=[{"when": "1-3", "ask": ask}])
    [place] = [one for one in page.walk() if one.get("data-fill")]
    assert (place.tag, place.parent.tag, place.text()) == ("span", "strong", "your number")
    assert page.find("a")[0].get("href").startswith("https://example.org/")
    assert "{{value}}" in page.text()


@pytest.mark.parametrize("field", ["question", "title"])
def test_an_authors_text_is_text(kinds, field):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}"
    page = page_with(kinds, **{field: text}, anchors={1: text, 3: text})
    assert not page.find("img")
    assert page.text().count("<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}") >= 3


def test_the_script_gets_no_more_than_it_needs(kinds):
    [data] = page_of(kinds, "before-and-after").find("script")[-1:]
    spec = json.loads(data.children[0])["spec"]
    assert spec == {
        "from": 1,
        "to": 10,
        "step": 1,
        "pair": ["After the first talk", "After the second talk"],
    }


def test_no_placeholder_is_left(kinds):
    page = page_of(kinds, "importance", "nb")
    text = page.find("form")[0].text()
    assert not re.search(r"\{\w+\}", text)
