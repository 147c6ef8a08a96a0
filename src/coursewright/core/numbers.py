"""A row of whole numbers to choose from, with words at its ends: what several kinds ask with."""

from collections.abc import Iterator

from pydantic import Field

from coursewright.core.fields import Inline, WholeNumber
from coursewright.core.part import Part
from coursewright.core.problems import Finding

MOST_NUMBERS = 11
"""As many as still are thumb-sized on a small phone: 0–10."""


class Numbers(Part):
    """The numbers of a scale."""

    from_: WholeNumber = Field(
        alias="from", ge=-100, le=100, description="The lowest number, e.g. 1."
    )
    to: WholeNumber = Field(ge=-100, le=100, description="The highest number, e.g. 10.")
    step: WholeNumber = Field(
        default=1, ge=1, le=100, description="How far it is from one number to the next."
    )
    anchors: dict[WholeNumber, Inline] = Field(
        description="What the numbers mean, in words. Both ends need words."
    )

    def numbers(self) -> range:
        """Give the numbers one can choose, lowest first."""
        return range(self.from_, self.to + 1, self.step)

    def findings(self) -> Iterator[Finding]:
        """Find scale-reversed, scale-step, scale-too-long, anchor-missing, anchor-outside."""
        ends = {"from": self.from_, "to": self.to, "step": self.step}
        if self.from_ >= self.to:
            yield Finding("scale-reversed", ("from",), ends)
            return
        if (self.to - self.from_) % self.step:
            yield Finding("scale-step", ("step",), ends)
            return
        count = len(self.numbers())
        if count > MOST_NUMBERS:
            values = {"count": count, "limit": MOST_NUMBERS}
            yield Finding("scale-too-long", ("to",), values)
        yield from self._anchor_findings()

    def _anchor_findings(self) -> Iterator[Finding]:
        for number in (self.from_, self.to):
            if number not in self.anchors:
                yield Finding("anchor-missing", ("anchors",), {"number": number})
        for number in self.anchors:
            if number not in self.numbers():
                values = {"number": number, "from": self.from_, "to": self.to}
                yield Finding("anchor-outside", ("anchors", str(number)), values)
