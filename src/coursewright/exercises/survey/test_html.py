"""The HTML of a survey, as it is before any script runs."""

import json

from coursewright.core.course import Placed
from coursewright.exercises.survey.model import Survey
from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("survey", name)], language))


def conditions_of(page):
    return [one.text() for one in page.find("p") if "cw-survey__condition" in one.get("class")]


def test_on_paper_a_question_says_after_which_answers_it_is_meant(kinds):
    assert conditions_of(page_of(kinds, "feedback-culture", "da")) == [
        "Hvis du svarede 4–5 på «How easy is it to give each other feedback here?»:",
        "Hvis du svarede 1–3 på «How easy is it to give each other feedback here?»:",
        "Hvis du svarede «Something else» på «What gets in the way most often?»:",
    ]
    ticked = conditions_of(page_of(kinds, "dialogue-outcome"))
    assert set(ticked) == {"If you ticked «We have agreed on something that I do.»:"}


def test_it_says_that_nothing_is_sent(kinds):
    assert "Der bliver ikke sendt noget." in page_of(kinds, "topics", "da").text()


def test_the_script_gets_what_each_question_depends_on(kinds):
    [data] = page_of(kinds, "feedback-culture").find("script")[-1:]
    questions = json.loads(data.children[0])["spec"]["questions"]
    now, helps, _, other, _ = questions
    title = "How easy is it to give each other feedback here?"
    assert now == {"id": "now", "title": title, "from": 1, "to": 5}
    assert helps["when"] == {"question": "now", "values": [], "ranges": [[4, 5]]}
    assert other["when"] == {"question": "what-stops", "values": ["other"], "ranges": []}


def test_an_authors_text_is_text(kinds):
    """B6, F3."""
    text = "<img src=x onerror=alert(1)> & __dunder__ {{ 7*7 }} {answers}"
    options = [{"id": "one", "text": text}, "Two"]
    choice = {"id": "a", "ask": text, "hint": text, "answer": "choice", "options": options}
    after = {"id": "b", "ask": "Why?", "when": {"question": "a", "is": "one"}}
    fields = {"id": "a", "title": text, "questions": [choice, after], "afterwards": text}
    exercise = Survey.model_validate(fields)
    page = Element.parse(write_page(kinds, [Placed(kind="survey", module="m", exercise=exercise)]))
    assert not page.find("img")
    assert page.text().count(text) >= 7
