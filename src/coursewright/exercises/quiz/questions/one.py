"""`choose: one`: exactly one option is right."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from coursewright.core.problems import Finding
from coursewright.exercises.quiz.questions.choices import WithOptions


class One(WithOptions):
    """A question with one right option."""

    choose: Literal["one"] = Field(description="The type of question: one option is right.")

    def findings(self) -> Iterator[Finding]:
        """Find a second right option, besides what all questions with options are checked for."""
        yield from super().findings()
        right = [number for number, option in enumerate(self.options) if option.correct]
        for number in right[1:]:
            yield Finding("two-right-answers", ("options", number, "correct"), {"id": self.id})
