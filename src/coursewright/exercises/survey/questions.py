"""What a survey asks: any input, which may depend on an earlier answer."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from coursewright.core.fields import Id, Inline
from coursewright.core.inputs import (
    Asked,
    Choice,
    DateInput,
    Long,
    NumberInput,
    ScaleInput,
    Short,
    Tick,
    Ticks,
)
from coursewright.core.part import Part
from coursewright.core.variants import one_of


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Answers = Annotated[list[Inline], BeforeValidator(_as_list)]
"""One answer or several."""


class When(Part):
    """The earlier answer that a question depends on."""

    question: Id = Field(description="The id of a question that stands earlier.")
    is_: Answers = Field(
        alias="is",
        min_length=1,
        max_length=30,
        description="The answers it is asked after: options by id or by their words, or a range "
        "of numbers, `1-4`; `yes` for a box that is ticked.",
    )


class Question(Asked):
    """Any question of a survey."""

    when: When | None = Field(
        default=None, description="Ask only after a certain answer to an earlier question."
    )


class ShortQuestion(Short, Question):
    """A line of text."""


class LongQuestion(Long, Question):
    """A text of several lines."""


class NumberQuestion(NumberInput, Question):
    """A number that is typed."""


class DateQuestion(DateInput, Question):
    """A date."""


class ChoiceQuestion(Choice, Question):
    """One of several options."""


class TicksQuestion(Ticks, Question):
    """Any of several options."""


class ScaleQuestion(ScaleInput, Question):
    """A number on a scale."""


class TickQuestion(Tick, Question):
    """One box to tick."""


Questions = (
    ShortQuestion
    | LongQuestion
    | NumberQuestion
    | DateQuestion
    | ChoiceQuestion
    | TicksQuestion
    | ScaleQuestion
    | TickQuestion
)
AnyQuestion = Annotated[Questions, one_of("answer", Questions, default="short")]
"""One question of a survey."""
