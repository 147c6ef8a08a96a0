"""The HTML of a dilemma, as it is before any script runs."""

import pytest

from coursewright.core.course import Placed
from coursewright.exercises.dilemma.model import Dilemma
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("dilemma", name)], language))


def ways(page):
    return [one for one in page.walk() if one.get("data-way")]


def test_it_is_asked_twice_with_the_same_options(kinds):
    page = page_of(kinds, "five-days")
    for field in ("choice", "after"):
        radios = [one for one in page.find("input") if one.get("name") == field]
        values = ["own-time", "half", "plan", "not-now", "open-talk"]
        assert [radio.get("value") for radio in radios] == values
    legends = [legend.text() for legend in page.find("legend")]
    assert legends == ["What do you do?", "And now, what do you choose?"]


@pytest.mark.parametrize(
    ("name", "language", "first"),
    [
        ("five-days", "da", "3 %"),
        ("five-days", "en", "3%"),
        ("who-begins", "da", "9 af 40 · 22 %"),
        ("who-begins", "en", "9 of 40 · 22%"),
    ],
)
def test_votes_stand_beside_their_bar_in_words(kinds, name, language, first):
    """G11."""
    way = ways(page_of(kinds, name, language))[0]
    [bar] = way.find("progress")
    assert bar.get("aria-hidden") == "true"
    assert bar.parent.text() == first


def test_the_source_stands_beside_the_figures(kinds):
    text = page_of(kinds, "five-days").text()
    assert "153 answers: Readers of business.dk and lederne.dk · November 2008" in text
    assert "The figures say what others chose, not what is right." in text


def test_without_a_reference_nothing_is_compared(kinds):
    page = page_of(kinds, "neutral")
    assert not page.find("progress")
    assert "Nobody else has been asked, so there are no figures." in page.text()


def test_the_reason_is_asked_for_in_the_authors_words_or_ours(kinds):
    [label] = [one for one in page_of(kinds, "neutral", "nb").find("label") if one.get("for")]
    assert label.text() == "Hva får deg til å velge det?"
    [label] = [one for one in page_of(kinds, "unfair-feedback").find("label") if one.get("for")]
    assert label.text() == "What do you protect with that sentence?"


def test_an_authors_text_is_text(kinds):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}"
    option = {"text": text, "comment": text}
    options = [{"id": "a", **option}, {"id": "b", **option, "text": f"{text}!"}]
    exercise = Dilemma.model_validate(
        {
            "id": "a",
            "case": text,
            "question": text,
            "reason": text,
            "options": options,
            "afterwards": text,
            "reference": {"n": 2, "source": text, "asked": text, "votes": {"a": 1, "b": 1}},
        }
    )
    placed = Placed(kind="dilemma", module="m", exercise=exercise)
    page = Element.parse(write_page(kinds, [placed]))
    assert not page.find("img")
    assert page.text().count("<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }}") >= 13
