"""A bank: a file in `quizzes/` with questions that any lesson can ask."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from coursewright.core.fields import Id, Inline
from coursewright.core.part import Part
from coursewright.core.problems import Finding
from coursewright.exercises.quiz.questions import AnyQuestion


class Bank(Part):
    """One file of questions."""

    bank: Id = Field(description="Stable name, the same as the file's name without `.yml`.")
    title: Inline = Field(description="What the questions are about; for trainers.")
    questions: list[AnyQuestion] = Field(
        min_length=1, max_length=500, description="The questions, in any order."
    )

    def findings(self) -> Iterator[Finding]:
        """Find ids that stand twice, and what is wrong inside each question."""
        seen: set[str] = set()
        for number, question in enumerate(self.questions):
            if question.id in seen:
                path = ("questions", number, "id")
                yield Finding("question-id-taken", path, {"id": question.id})
            seen.add(question.id)
            for finding in question.findings():
                yield replace(finding, path=("questions", number, *finding.path))
