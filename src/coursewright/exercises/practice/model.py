"""What a trainer writes under `practice:`, and what can be wrong with it."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Block, Id, Inline, WholeNumber
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path


class Answer(Part):
    """One way to say it, which the own answer is compared with."""

    text: Block = Field(description="What one could say or write. Markdown.")
    why: Inline | None = Field(default=None, description="Why it works, in one line.")


class Prompt(Part):
    """A statement or a situation that asks for an answer."""

    id: Id = Field(description="Stable name, unique in the exercise. The answer is kept under it.")
    text: Block = Field(description="The statement or the situation. Markdown.")
    hint: Inline | None = Field(
        default=None, description="A little help, shown to those who ask for it."
    )
    models: list[Answer] = Field(
        min_length=1, max_length=5, description="Ways to say it; two or three that differ are best."
    )


class Criterion(Part):
    """What to look for in the own answer."""

    id: Id = Field(description="Stable name, unique in the exercise.")
    text: Inline = Field(description="What a good answer does, best as `I …`.")


class Practice(Exercise):
    """An own answer first; then ways to say it, and criteria to rate the own answer by."""

    title: Inline = Field(description="Heading of the exercise.")
    ask: Inline = Field(description="What to write or say; the same for all prompts.")
    bank: list[Prompt] = Field(
        alias="prompts",
        min_length=1,
        max_length=60,
        description="The statements or situations to answer.",
    )
    criteria: list[Criterion] = Field(
        default=[], max_length=6, description="What the own answer is rated by afterwards."
    )
    pick: WholeNumber | None = Field(
        default=None,
        ge=1,
        description="Draw so many of the prompts each time; all are asked where it is left out.",
    )
    afterwards: Block | None = Field(
        default=None, description="What to do with it now, shown at the end. Markdown."
    )

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give the ids of the prompts and of the criteria."""
        for index, prompt in enumerate(self.bank):
            yield prompt.id, ("prompts", index, "id")
        for index, criterion in enumerate(self.criteria):
            yield criterion.id, ("criteria", index, "id")

    def prompts(self) -> dict[str, str]:
        """Give what each answer was an answer to: the first line of its prompt."""
        first = {prompt.id: prompt.text.strip().splitlines()[0] for prompt in self.bank}
        return first | {f"{name}:again": line for name, line in first.items()}

    def findings(self) -> Iterator[Finding]:
        """Find prompts-too-few, and words that stand twice.

        Codes of these: duplicate-prompt, duplicate-model, duplicate-criterion.
        """
        count = len(self.bank)
        if self.pick and self.pick > count:
            yield Finding("prompts-too-few", ("pick",), {"pick": self.pick, "count": count})
        for index in _repeated([prompt.text for prompt in self.bank]):
            yield Finding("duplicate-prompt", ("prompts", index, "text"))
        for number, prompt in enumerate(self.bank):
            for index in _repeated([model.text for model in prompt.models]):
                yield Finding("duplicate-model", ("prompts", number, "models", index, "text"))
        for index in _repeated([criterion.text for criterion in self.criteria]):
            yield Finding("duplicate-criterion", ("criteria", index, "text"))


def _repeated(texts: Sequence[str]) -> Iterator[int]:
    """Give the places of texts that stood before, whatever their capitals and full stops."""
    seen: set[str] = set()
    for index, text in enumerate(texts):
        words = " ".join(text.casefold().rstrip(".!? ").split())
        if words in seen:
            yield index
        seen.add(words)
