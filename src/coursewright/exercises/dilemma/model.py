"""What a trainer writes under `dilemma:`, and what can be wrong with it."""

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Block, Inline
from coursewright.core.problems import Finding
from coursewright.exercises.dilemma.parts import Reference, Way


class Dilemma(Exercise):
    """A choice without a right answer: choose, say why, see what speaks for each."""

    case: Block = Field(description="What has happened. Markdown.")
    question: Inline = Field(description="What there is to decide.")
    options: list[Way] = Field(
        min_length=2,
        max_length=8,
        description="What one can do, 2 to 8 options, none of them silly.",
    )
    reason: Inline | None = Field(
        default=None,
        description="What asks for the reason; «What makes you choose that?» where it is left out.",
    )
    reference: Reference | None = Field(
        default=None,
        description="What others chose. Leave it out where nobody has been asked.",
    )
    afterwards: Block | None = Field(
        default=None, description="Something to think on, shown after the comments. Markdown."
    )

    def heading(self) -> str:
        """Give the title, or the question."""
        return self.title or self.question

    def prompts(self) -> dict[str, str]:
        """Give what asks for the reason, where the author wrote it."""
        return {"reason": self.reason} if self.reason else {}

    def findings(self) -> Iterator[Finding]:
        """Find options and votes that do not fit.

        Codes: same-option, same-option-id, vote-for-nothing, vote-missing, vote-sum.
        """
        yield from self._option_findings()
        if self.reference is not None:
            yield from self._vote_findings(self.reference)

    def _option_findings(self) -> Iterator[Finding]:
        said: set[str] = set()
        names: set[str] = set()
        for index, option in enumerate(self.options):
            words = " ".join(option.text.casefold().split())
            if words in said:
                yield Finding("same-option", ("options", index, "text"), {"text": option.text})
            elif option.value in names:
                yield Finding("same-option-id", ("options", index, "id"), {"id": option.value})
            said.add(words)
            names.add(option.value)

    def _vote_findings(self, reference: Reference) -> Iterator[Finding]:
        names = [option.value for option in self.options]
        wrong = False
        for name in reference.votes:
            if name not in names:
                wrong = True
                near = next(iter(get_close_matches(name, names, n=1, cutoff=0.5)), "")
                yield Finding(
                    "vote-for-nothing", ("reference", "votes", name), {"id": name, "near": near}
                )
        for option in self.options:
            if option.value not in reference.votes:
                wrong = True
                yield Finding("vote-missing", ("reference", "votes"), {"text": option.text})
        if not wrong and not reference.adds_up():
            values = {"sum": sum(reference.votes.values()), "n": reference.n}
            yield Finding("vote-sum", ("reference", "votes"), values)
