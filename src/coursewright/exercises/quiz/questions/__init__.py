"""The types of question: one module each, told apart by the word after `choose`.

A new type is a subclass of `Question` in a module of its own, an entry in `AnyQuestion`, a
template part, and a marking rule of the same name in `marking.mjs`.
"""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import BaseModel, BeforeValidator, Field, field_validator
from pydantic_core import PydanticKnownError

from coursewright.exercises.quiz.questions.many import Many
from coursewright.exercises.quiz.questions.one import One
from coursewright.exercises.quiz.questions.question import Question
from coursewright.exercises.quiz.questions.true_false import TrueFalse

Types = One | Many | TrueFalse

_BY_WORD: dict[str, type[Question]] = {
    get_args(model.model_fields["choose"].annotation)[0]: model for model in get_args(Types)
}


class _Untyped(BaseModel):
    choose: str

    @field_validator("choose")
    @classmethod
    def _known(cls, word: str) -> str:
        if word not in _BY_WORD:
            raise PydanticKnownError("literal_error", {"expected": ", ".join(_BY_WORD)})
        return word


def _typed(value: object) -> object:
    """Read a question by its own type, so that a mistake is told at its own place."""
    if not isinstance(value, Mapping):
        return value
    return _BY_WORD[_Untyped.model_validate(value).choose].model_validate(value)


AnyQuestion = Annotated[Types, Field(discriminator="choose"), BeforeValidator(_typed)]
"""A question of any type."""

__all__ = ["AnyQuestion", "Question"]
