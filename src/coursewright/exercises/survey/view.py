"""A survey → what its template and its script need."""

from typing import Any

from markupsafe import Markup

from coursewright.core.inputs import ScaleInput, Tick
from coursewright.core.kinds import PageContext
from coursewright.exercises.survey.conditions import Condition, condition
from coursewright.exercises.survey.model import Survey
from coursewright.exercises.survey.questions import Question


def view(survey: Survey, context: PageContext) -> dict[str, Any]:
    """Give each question with its condition in words, and the script's spec."""
    known = {question.id: question for question in survey.questions}
    conditions = {
        question.id: condition(question.when, known[question.when.question])
        for question in survey.questions
        if question.when
    }
    return {
        "conditions": {
            name: _in_words(each, known[each.question], context)
            for name, each in conditions.items()
        },
        "spec": {
            "questions": [
                _spec(question, conditions.get(question.id), context)
                for question in survey.questions
            ]
        },
    }


def _in_words(each: Condition, earlier: Question, context: PageContext) -> Markup:
    """Say on paper after which answers a question is meant."""
    if isinstance(earlier, Tick):
        words = Markup.escape(context.words["if-ticked"])
        return words.format(question=context.inline(earlier.ask))
    between = Markup.escape(context.words["or"])
    sign = "{}" if each.ranges else "«{}»"
    answers = between.join(Markup.escape(sign).format(context.inline(said)) for said in each.said)
    words = Markup.escape(context.words["if-answer"])
    return words.format(answers=answers, question=context.inline(earlier.ask))


def _spec(question: Question, when: Condition | None, context: PageContext) -> dict[str, Any]:
    spec: dict[str, Any] = {"id": question.id, "title": context.inline(question.ask).striptags()}
    if isinstance(question, Tick):
        spec["tick"] = True
    if isinstance(question, ScaleInput):
        spec |= {"from": question.from_, "to": question.to}
    if when:
        spec["when"] = {"question": when.question, "values": when.values, "ranges": when.ranges}
    return spec
