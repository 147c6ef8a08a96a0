"""Questions that are answered by choosing: what a choice is, and its name in the browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import Field

from coursewright.core.fields import Inline, YesNo
from coursewright.core.inputs import Option as PlainOption
from coursewright.core.kinds import PageContext
from coursewright.core.problems import Finding
from coursewright.exercises.quiz.questions.items import equal, equal_ids
from coursewright.exercises.quiz.questions.question import Question


@dataclass(frozen=True)
class Choice:
    """One choice as it is shown.

    value: its name in stored answers. text and feedback: inline Markdown ("" for no feedback).
    """

    value: str
    text: str
    correct: bool
    feedback: str


class Option(PlainOption):
    """One option of a question."""

    correct: YesNo = Field(default=False, description="`yes` where this is right; else leave out.")
    feedback: Inline | None = Field(
        default=None, description="Said to those who chose it: why it is right, or why not."
    )


class Choosing(Question):
    """A question whose answer is one or more of its choices."""

    template: ClassVar[str] = "choices"
    several: ClassVar[bool] = False
    """Whether more than one can be chosen."""

    def choices(self, page: PageContext) -> list[Choice]:
        """Give the choices in the order they are shown."""
        raise NotImplementedError

    def right(self) -> list[str]:
        """Give the values of the right choices."""
        raise NotImplementedError

    def shown(self, page: PageContext) -> dict[str, Any]:
        """Give the choices, and which sort of control they are."""
        control = "checkbox" if self.several else "radio"
        return {"choices": self.choices(page), "control": control}

    def key(self) -> dict[str, Any]:
        """Give the right choices."""
        return {"right": self.right()}


class WithOptions(Choosing):
    """A question with options of the trainer's own."""

    options: list[Option] = Field(
        min_length=2, max_length=12, description="What can be chosen, 2 to 12 options."
    )

    def choices(self, page: PageContext) -> list[Choice]:
        """Give the options in the order they were written."""
        return [Choice(o.value, o.text, o.correct, o.feedback or "") for o in self.options]

    def right(self) -> list[str]:
        """Give the values of the options marked as correct."""
        return [option.value for option in self.options if option.correct]

    def findings(self) -> Iterator[Finding]:
        """Find options that say the same, and a question without a right answer (A21)."""
        texts = [(("options", n, "text"), option.text) for n, option in enumerate(self.options)]
        yield from equal("equal-options", texts)
        yield from equal_ids((("options", n), o.id) for n, o in enumerate(self.options))
        if not self.right():
            yield Finding("no-right-answer", ("options",), {"id": self.id})
