"""The types of question: one module each, told apart by the word after `choose`.

A new type is a subclass of `Question` in a module of its own, an entry in `Types`, a template
part, and a marking rule of the same name in `marking.mjs`.
"""

from typing import Annotated

from coursewright.core.variants import one_of
from coursewright.exercises.quiz.questions.gap import Gap
from coursewright.exercises.quiz.questions.many import Many
from coursewright.exercises.quiz.questions.match import Match
from coursewright.exercises.quiz.questions.one import One
from coursewright.exercises.quiz.questions.order import Order
from coursewright.exercises.quiz.questions.question import Question
from coursewright.exercises.quiz.questions.sort import Sort
from coursewright.exercises.quiz.questions.true_false import TrueFalse

Types = One | Many | TrueFalse | Sort | Order | Match | Gap

AnyQuestion = Annotated[Types, one_of("choose", Types)]
"""A question of any type."""

__all__ = ["AnyQuestion", "Question"]
