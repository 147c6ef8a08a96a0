"""A quiz → what its template needs."""

from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.quiz.model import Quiz
from coursewright.exercises.quiz.questions.question import Question


def view(quiz: Quiz, page: PageContext) -> dict[str, Any]:
    """Give the questions with their template parts, and the key by which answers are marked.

    page: the words and the Markdown of the page the quiz stands on.
    """
    keys = [{"id": q.id, "choose": q.choose, **q.key()} for q in quiz.drawn]
    spec = {"questions": keys, "pick": quiz.pick or 0, "mastery": quiz.mastery}
    return {"questions": [_shown(q, page) for q in quiz.drawn], "spec": spec}


def _shown(question: Question, page: PageContext) -> dict[str, Any]:
    part = f"quiz/{question.template}.html.jinja"
    how = page.words[question.how] if question.how else ""
    return {"question": question, "part": part, "how": how, **question.shown(page)}
