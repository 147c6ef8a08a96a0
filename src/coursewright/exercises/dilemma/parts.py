"""What a dilemma is made of: what one can do, and what others did."""

from pydantic import Field

from coursewright.core.fields import Block, Id, Inline, Number, WholeNumber
from coursewright.core.inputs import Option
from coursewright.core.part import Part

ROUNDING = 1.0
"""Shares that were rounded may miss 100 by so much."""


class Way(Option):
    """One thing to do."""

    comment: Block = Field(
        description="What speaks for it and what it costs; shown when the choice is made. Markdown."
    )


class Reference(Part):
    """What others chose: real answers only, with their number and where they come from."""

    n: WholeNumber = Field(ge=1, description="How many people answered.")
    source: Inline = Field(description="Who asked them, so that one can look it up.")
    asked: Inline | None = Field(default=None, description="When and where they were asked.")
    votes: dict[Id, Number] = Field(
        description="How many chose each option, by its id: `{talk: 31, wait: 9}`; they make `n` "
        "together. Where only shares are known: percentages that make 100."
    )

    def is_counted(self) -> bool:
        """Tell whether the votes are people, not percentages."""
        return sum(self.votes.values()) == self.n

    def adds_up(self) -> bool:
        """Tell whether the votes make n, or 100 per cent, and none is below 0."""
        if min(self.votes.values(), default=0) < 0:
            return False
        return self.is_counted() or abs(sum(self.votes.values()) - 100) <= ROUNDING

    def share(self, option: str) -> float:
        """Give the share of one option, in per cent."""
        votes = self.votes[option]
        return votes / self.n * 100 if self.is_counted() else votes
