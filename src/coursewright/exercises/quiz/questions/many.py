"""`choose: many`: every right option is to be found, and no other."""

from typing import ClassVar, Literal

from pydantic import Field

from coursewright.exercises.quiz.questions.choices import WithOptions


class Many(WithOptions):
    """A question with one or more right options."""

    how: ClassVar[str] = "how-many"
    several: ClassVar[bool] = True

    choose: Literal["many"] = Field(
        description="The type of question: all the right options, and only those, are to be chosen."
    )
