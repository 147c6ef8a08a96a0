"""What a trainer writes under `scale:`, and what can be wrong with it."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Self

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Id, Inline, Range, Reference
from coursewright.core.numbers import Numbers
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path

PLACEHOLDERS = ("value", "lower", "higher")
PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
"""One word in single braces; doubled braces are an author's own text."""

RESERVED = frozenset({"value", "before", "after"})
"""The numbers themselves are kept under these names."""


class FollowUp(Part):
    """A question that is asked when the number lies in a range."""

    when: Range = Field(
        description="The numbers it is asked for, both ends included: `2-10`, or one: `1`."
    )
    ask: Inline = Field(
        description="The question. `{value}` becomes the number chosen, `{lower}` and `{higher}` "
        "the ones beside it."
    )
    id: Id | None = Field(
        default=None,
        description="Give a name, and there is room to write an answer, kept under it.",
    )


class Pair(Part):
    """Two measurements of the same thing."""

    before: Inline = Field(description="What the first number is called, e.g. `Before the talk`.")
    after: Inline = Field(description="What the second number is called.")


class Scale(Numbers, Exercise):
    """One question answered with a number."""

    wording: ClassVar[frozenset[str]] = Exercise.wording | {"compare_with"}

    question: Inline = Field(description="The question that the number answers.")
    follow_ups: list[FollowUp] = Field(
        default=[],
        max_length=22,
        description="Questions that depend on the number. All that fit are asked, in order.",
    )
    pair: Pair | None = Field(
        default=None, description="Ask for two numbers, before and after something."
    )
    compare_with: Reference | None = Field(
        default=None,
        description="The scale where the same was asked earlier, as `module/exercise`; what has "
        "moved since then is shown.",
    )

    def heading(self) -> str:
        """Give the title, or the question where there is none."""
        return self.title or self.question

    def numbers_asked(self) -> dict[str, Numbers]:
        """Give the fields of the numbers, the latest last."""
        return dict.fromkeys(("before", "after") if self.pair else ("value",), self)

    def links(self) -> Iterator[tuple[Path, str]]:
        """Give what all exercises refer to, and the scale to compare with."""
        yield from super().links()
        if self.compare_with:
            yield ("compare_with",), self.compare_with

    def continues(self) -> str | None:
        """Give the earlier exercise that is compared with."""
        return self.compare_with

    def connect(self, others: Mapping[str, Exercise]) -> tuple[Self, list[Finding]]:
        """Find an earlier scale that has other numbers (compare-other-numbers), or none at all."""
        name = self.compare_with
        if name is None or self.numbers() in _rows_of(others[name]):
            return self, []
        values = {"other": name, "from": self.from_, "to": self.to}
        return self, [Finding("compare-other-numbers", ("compare_with",), values)]

    def prompts(self) -> dict[str, str]:
        """Give the follow-ups that keep an answer; which number they were about is not kept."""
        asked = {each.id: PLACEHOLDER.sub("…", each.ask) for each in self.follow_ups}
        return {name: ask for name, ask in asked.items() if name}

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give the follow-ups that keep an answer."""
        for index, follow_up in enumerate(self.follow_ups):
            if follow_up.id:
                yield follow_up.id, ("follow_ups", index, "id")

    def findings(self) -> Iterator[Finding]:
        """Find what Numbers finds, and what does not fit it among the follow-ups.

        Codes: follow-up-reversed, follow-up-outside, lower-at-lowest, higher-at-highest,
        unknown-placeholder, reserved-id, pair-and-compare.
        """
        wrong = list(super().findings())
        yield from wrong
        if self.pair and self.compare_with:
            yield Finding("pair-and-compare", ("compare_with",))
        for index, follow_up in enumerate(self.follow_ups):
            path: Path = ("follow_ups", index)
            yield from _name_findings(follow_up, path)
            yield from _placeholder_findings(follow_up, path)
            if not wrong:
                yield from self._range_findings(follow_up, path)

    def _range_findings(self, follow_up: FollowUp, path: Path) -> Iterator[Finding]:
        first, last = follow_up.when
        ends = {"first": first, "last": last, "from": self.from_, "to": self.to}
        if first > last:
            yield Finding("follow-up-reversed", (*path, "when"), ends)
            return
        if not (first in self.numbers() and last in self.numbers()):
            yield Finding("follow-up-outside", (*path, "when"), ends)
            return
        words = placeholders(follow_up.ask)
        if first == self.from_ and "lower" in words:
            yield Finding("lower-at-lowest", (*path, "ask"), ends)
        if last == self.to and "higher" in words:
            yield Finding("higher-at-highest", (*path, "ask"), ends)


def _rows_of(other: Exercise) -> list[range]:
    return [asked.numbers() for asked in other.numbers_asked().values()]


def placeholders(text: str) -> list[str]:
    """Give the words that stand in single braces, in order."""
    return PLACEHOLDER.findall(text)


def _name_findings(follow_up: FollowUp, path: Path) -> Iterator[Finding]:
    if follow_up.id in RESERVED:
        yield Finding("reserved-id", (*path, "id"), {"id": follow_up.id})


def _placeholder_findings(follow_up: FollowUp, path: Path) -> Iterator[Finding]:
    for word in placeholders(follow_up.ask):
        if word not in PLACEHOLDERS:
            yield Finding("unknown-placeholder", (*path, "ask"), {"word": word})
