"""What a trainer writes under `survey:`."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.dates import Dated
from coursewright.core.fields import Block, Inline
from coursewright.core.inputs import (
    ScaleInput,
    input_dates,
    input_findings,
    input_ids,
    input_prompts,
)
from coursewright.core.numbers import Numbers
from coursewright.core.problems import Finding, Path
from coursewright.exercises.survey.conditions import when_findings
from coursewright.exercises.survey.questions import AnyQuestion


class Survey(Exercise):
    """Mixed questions, some of which depend on an earlier answer."""

    title: Inline = Field(description="Heading of the survey.")
    questions: list[AnyQuestion] = Field(
        min_length=1, max_length=30, description="The questions, in order."
    )
    afterwards: Block | None = Field(
        default=None, description="What the group does with the answers. Markdown."
    )

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give every question's id."""
        return input_ids(self.questions, ("questions",))

    def prompts(self) -> Mapping[str, str]:
        """Give every question, by its field."""
        return input_prompts(self.questions)

    def dates(self) -> Iterator[Dated]:
        """Give the questions that are answered with a date."""
        return input_dates(self.questions)

    def numbers_asked(self) -> dict[str, Numbers]:
        """Give the questions that are answered on a scale."""
        return {each.id: each for each in self.questions if isinstance(each, ScaleInput)}

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong inside the questions, between them, and duplicate-question."""
        yield from input_findings(self.questions, ("questions",))
        yield from when_findings(self.questions)
        seen: set[str] = set()
        for index, question in enumerate(self.questions):
            words = " ".join(question.ask.casefold().rstrip("?.!: ").split())
            if words in seen:
                yield Finding("duplicate-question", ("questions", index, "ask"))
            seen.add(words)
