"""The HTML of a diagram: all that is in the picture stands in it as text, too."""

import pytest

from coursewright.core.course import Placed
from coursewright.exercises.diagram.model import Diagram
from coursewright.testing import every_good_example, find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("diagram", name)], language))


def page_with(kinds, **fields):
    exercise = Diagram.model_validate({"id": "a", **fields})
    return Element.parse(write_page(kinds, [Placed(kind="diagram", module="m", exercise=exercise)]))


def classes(page, name):
    return [one for one in page.walk() if name in one.get("class").split()]


def spoken(element):
    """Give the text that a screen reader meets."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.get("aria-hidden") != "true":
            parts.append(spoken(child))
    return " ".join(" ".join(parts).split())


@every_good_example("diagram")
def test_a_figure_is_only_read(example, kinds):
    page = Element.parse(write_page(kinds, [example]))
    [frame] = page.find("cw-diagram")
    assert not frame.find("input", "textarea", "script", "footer")
    assert [one.get("data-opens") for one in frame.find("button")] == ["aloud"]
    assert not [one for one in page.find("script") if "diagram" in one.get("src")]


@every_good_example("diagram")
def test_what_the_picture_says_is_said_in_words(example, kinds):
    page = Element.parse(write_page(kinds, [example]))
    [figure] = page.find("figure")
    said = spoken(figure)
    for hidden in (one for one in figure.walk() if one.get("aria-hidden") == "true"):
        words = [word for word in hidden.text().split() if not word.isdigit()]
        assert [word for word in words if word not in said] == []


def test_where_circles_meet_is_told_with_their_names(kinds):
    said = spoken(page_of(kinds, "a-b-c").find("figure")[0])
    assert "B Skills + Demand A good job" in said


def test_each_field_is_told_with_its_place(kinds):
    fields = classes(page_of(kinds, "importance-confidence"), "cw-diagram__fields")[0].find("li")
    said = [spoken(one) for one in fields]
    assert said[0].startswith("Importance: high Confidence: low Build belief")
    assert said[3].startswith("Importance: low Confidence: high Find reasons")


def test_steps_are_numbered_and_the_lowest_comes_first(kinds):
    [stairs] = classes(page_of(kinds, "abc-stairs"), "cw-diagram__stairs")
    assert stairs.tag == "ol"
    assert [one.text().split()[0] for one in stairs.find("li")] == ["C", "B", "A"]


@pytest.mark.parametrize(("language", "value"), [("en", "3.5 of 24"), ("da", "3,5 of 24")])
def test_values_are_written_as_the_language_does(kinds, language, value):
    values = classes(page_of(kinds, "answers", language), "cw-diagram__value")
    assert values[2].text() == value
    notes = classes(page_of(kinds, "answers", language), "cw-diagram__notes")[0].text()
    assert notes.startswith("24 ")


def test_a_figure_without_title_caption_and_source_stands_alone(kinds):
    page = page_with(kinds, chain=["One", "Two"])
    assert not page.find("figcaption")
    assert not page.find("figure")[0].get("aria-labelledby")


def test_an_authors_text_is_text(kinds):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}"
    piece = {"title": text, "text": text, "mark": text}
    branch = {**piece, "link": text, "items": [text]}
    page = page_with(kinds, map={"centre": piece, "branches": [branch, branch]}, source=text)
    assert not page.find("img")
    assert page.text().count("<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}") == 14
