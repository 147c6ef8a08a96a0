"""The HTML of a practice, as it is before any script runs."""

import json

from coursewright.core.course import Placed
from coursewright.exercises.practice.model import Practice
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("practice", name)], language))


def names_of(page, *tags):
    return [one.get("name") for one in page.find(*tags)]


def test_every_prompt_has_room_for_two_answers(kinds):
    page = page_of(kinds, "good-intention")
    assert names_of(page, "textarea") == [
        *("capitals", "laughs", "silent"),
        *("capitals:again", "laughs:again", "silent:again"),
    ]


def test_suggestions_are_behind_something_to_open(kinds):
    page = page_of(kinds, "six-steps")
    [*models] = [one for one in page.find("details") if "cw-practice__models" in one.get("class")]
    assert len(models) == 6
    assert all("open" not in one.attributes for one in models)
    assert models[0].find("summary")[0].text() == "See suggestions"


def test_a_rating_belongs_to_its_prompt_and_criterion(kinds):
    page = page_of(kinds, "mirror-resistance", "da")
    group = page.find("fieldset")[0]
    assert group.find("legend")[0].text().startswith("I give back")
    radios = [(one.get("name"), one.get("value")) for one in group.find("input")]
    assert radios == [("too-late.gave-back", rating) for rating in ("yes", "partly", "not-yet")]
    assert [label.text() for label in group.find("label")] == ["Ja", "På vej", "Ikke endnu"]


def test_the_draw_has_a_place_only_where_something_is_drawn(kinds):
    assert ":drawn" in names_of(page_of(kinds, "good-intention"), "input")
    assert ":drawn" not in names_of(page_of(kinds, "formula"), "input")


def test_paper_says_how_many_to_choose(kinds):
    text = page_of(kinds, "good-intention").text()
    assert "Choose 2 of them" in text
    assert "Choose" not in page_of(kinds, "six-steps").find("form")[0].text()


def test_an_authors_text_is_text(kinds):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}"
    models = [{"text": text, "why": text}]
    fields = {
        "id": "a",
        "title": text,
        "ask": text,
        "prompts": [{"id": "one", "text": text, "hint": text, "models": models}],
        "criteria": [{"id": "open", "text": text}],
        "afterwards": text,
    }
    exercise = Practice.model_validate(fields)
    placed = Placed(kind="practice", module="m", exercise=exercise)
    page = Element.parse(write_page(kinds, [placed]))
    assert not page.find("img")
    assert page.text().count("<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}") >= 8


def test_the_script_gets_prompts_and_criteria_as_plain_text(kinds):
    [data] = page_of(kinds, "formula").find("script")[-1:]
    spec = json.loads(data.children[0])["spec"]
    assert spec["prompts"][0] == {"id": "feeling", "text": "Ask how the colleague feels about it."}
    assert [criterion["id"] for criterion in spec["criteria"]] == ["open", "short", "mine"]
    assert spec["pick"] == 4
