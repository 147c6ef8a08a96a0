"""The HTML of a checklist, as it is before any script runs."""

import json
import re

from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("checklist", name)], language))


def with_class(page, name):
    return [one for one in page.walk() if name in one.get("class").split()]


def spec_of(page):
    return json.loads(page.find("script")[-1].children[0])["spec"]


def test_each_statement_names_its_group_of_numbers(kinds):
    groups = page_of(kinds, "listening").find("fieldset")
    assert len(groups) == 4
    assert groups[1].find("legend")[0].text() == "I ask one question at a time."
    assert groups[1].get("id") == "listening-one-at-a-time"
    assert {one.get("name") for one in groups[1].find("input")} == {"one-at-a-time"}
    labels = [label.text() for label in groups[1].find("label")]
    assert labels == ["1 Rarely", "2", "3", "4", "5 Almost always"]


def test_every_section_says_what_the_numbers_mean(kinds):
    lines = [line.text() for line in with_class(page_of(kinds, "profile"), "cw-checklist__anchors")]
    assert lines == ["1 = Disagree 3 = Both 5 = Agree"] * 3


def test_on_paper_the_score_can_be_worked_out(kinds):
    text = with_class(page_of(kinds, "listening", "da"), "cw-result")[0].text()
    assert text.startswith("Sådan læser du dit tal")
    assert "«I finish the other's sentences.»: Træk dit tal fra 6." in text
    assert "Læg dine tal sammen, og find summen herunder." in text
    assert "4–9: A good place to begin" in text
    assert "16–20: The other person has room" in text


def test_on_paper_weights_are_told_with_the_languages_own_comma(kinds):
    text = with_class(page_of(kinds, "weighted", "da"), "cw-result")[0].text()
    assert "«We know who does it.»: Gang dit tal med 1,5." in text
    assert "Træk dit tal fra 3, og gang med 0,5." in text
    assert "7,5–15: It will hold" in text
    assert "multiply your number by 1.5" in page_of(kinds, "weighted").text()


def test_on_paper_a_profile_is_added_up_part_by_part(kinds):
    guides = [with_class(page_of(kinds, name), "cw-result")[0].text() for name in PAPER]
    for guide, words in zip(guides, PAPER.values(), strict=True):
        assert words in guide


PAPER = {
    "profile": "Add up the numbers of each part",
    "only-statements": "Look for your highest and your lowest numbers.",
}


def test_tips_stand_on_paper_too(kinds):
    [tips] = with_class(page_of(kinds, "listening"), "cw-checklist__tips")
    assert tips.find("dt")[2].text() == "I wait when the other pauses."
    assert tips.find("dd")[2].text() == "Count quietly to three before you say anything."


def test_the_script_counts_in_whole_units(kinds):
    spec = spec_of(page_of(kinds, "weighted"))
    assert spec["per"] == 2
    assert [item["weight"] for item in spec["sections"][0]["items"]] == [4, 3, 2, 1]
    assert spec["bands"] == [{"from": 0, "to": 14}, {"from": 15, "to": 30}]
    assert spec["enough"] == 2
    assert spec_of(page_of(kinds, "listening"))["enough"] == 4


def test_parts_get_bars_only_where_there_are_several(kinds):
    assert len(page_of(kinds, "profile").find("progress")) == 3
    assert not page_of(kinds, "weighted").find("progress")


def test_no_placeholder_is_left(kinds):
    for name in ("listening", "weighted", "profile", "only-statements"):
        text = page_of(kinds, name, "nb").find("form")[0].text()
        assert not re.search(r"\{\w+\}", text)
