"""`choose: true-false`: a claim that is true or false."""

from typing import ClassVar, Literal

from pydantic import Field

from coursewright.core.fields import Inline, YesNo
from coursewright.core.kinds import PageContext
from coursewright.exercises.quiz.questions.choices import Choice, Choosing


class TrueFalse(Choosing):
    """A claim to agree or disagree with."""

    how: ClassVar[str] = "how-true-false"

    choose: Literal["true-false"] = Field(
        description="The type of question: the question is a claim, true or false."
    )
    answer: YesNo = Field(description="`true` where the claim is true, `false` where it is not.")
    if_true: Inline | None = Field(
        default=None, description="Said to those who chose true: why, or why not."
    )
    if_false: Inline | None = Field(
        default=None, description="Said to those who chose false: why, or why not."
    )

    def choices(self, page: PageContext) -> list[Choice]:
        """Give true and false in the reader's language."""
        return [
            Choice("true", page.words["true"], self.answer, self.if_true or ""),
            Choice("false", page.words["false"], not self.answer, self.if_false or ""),
        ]

    def right(self) -> list[str]:
        """Give the value of the right answer."""
        return ["true" if self.answer else "false"]
