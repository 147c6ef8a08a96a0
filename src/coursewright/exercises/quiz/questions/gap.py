"""`choose: gap`: a text with holes, filled in by writing or from a few words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import Field

from coursewright.core.fields import Block, Inline
from coursewright.core.kinds import PageContext
from coursewright.core.problems import Finding, Path
from coursewright.exercises.quiz.questions.items import equal, mixed, name_of
from coursewright.exercises.quiz.questions.question import Question

_GAP = re.compile(r"\{([^{}\n]*)\}")
_IN_ADDRESS = re.compile(
    r"\]\([^()\n]*\{|!\[[^\]\n]*\{|<[a-z]+:[^>\n]*\{|^ *\[[^\]\n]*\]:.*\{", re.M
)
_HOLE = re.compile("\ue000([0-9]+)\ue000")
"""Stands in the text where a gap is, while Markdown reads it: a sign that nobody writes."""


@dataclass(frozen=True)
class Hole:
    """One gap. accepted: what is right, the first of them the best known; feedback: or ""."""

    value: str
    accepted: tuple[str, ...]
    feedback: str


class Gap(Question):
    """A text with gaps, each written as what is right there: `{listen|hear}`."""

    template: ClassVar[str] = "gap"

    choose: Literal["gap"] = Field(
        description="The type of question: the gaps of a text are filled in."
    )
    text: Block = Field(
        description="The text; what is right in a gap stands in braces, `{listen|hear}` where "
        "more than one word is. Capitals, spaces and punctuation around it do not count."
    )
    words: list[Inline] | None = Field(
        default=None,
        max_length=10,
        description="With it, the gaps are filled from a few words: the right ones and these "
        "wrong ones, which may be none (`[]`).",
    )
    gap_feedback: list[Inline] = Field(
        default=[], description="Said of each gap after checking, in the order of the gaps."
    )

    def holes(self) -> list[Hole]:
        """Give the gaps in order. Where two begin with the same word, the second is `…-2`."""
        holes: list[Hole] = []
        for number, inside in enumerate(_GAP.findall(self.text)):
            accepted = tuple(word.strip() for word in inside.split("|"))
            name = name_of(accepted[0] or "-")
            before = sum(hole.accepted[0] == accepted[0] for hole in holes)
            feedback = self.gap_feedback[number : number + 1]
            value = f"{name}-{before + 1}" if before else name
            holes.append(Hole(value, accepted, "".join(feedback)))
        return holes

    def findings(self) -> Iterator[Finding]:
        """Find a text without gaps, a gap without words, a lone brace, and words that are right."""
        holes = self.holes()
        rest = _GAP.sub("", self.text)
        if "{" in rest or "}" in rest:
            yield Finding("lone-brace", ("text",))
        elif not holes:
            yield Finding("no-gap", ("text",), {"id": self.id})
        if any("" in hole.accepted for hole in holes):
            yield Finding("empty-gap", ("text",))
        if _IN_ADDRESS.search(self.text):
            yield Finding("gap-in-link", ("text",))
        for number in range(len(holes), len(self.gap_feedback)):
            yield Finding("feedback-without-gap", ("gap_feedback", number), {"count": len(holes)})
        yield from self._not_wrong(holes)

    def shown(self, page: PageContext) -> dict[str, Any]:
        """Give the text in pieces, (HTML, number of the gap after it or None), and the words."""
        holes = self.holes()
        firsts = [hole.accepted[0] for hole in holes]
        offered = list(dict.fromkeys([*firsts, *(self.words or [])]))
        bank = mixed(offered, self.id) if self.words is not None else []
        width = max((len(word) for hole in holes for word in hole.accepted), default=0)
        return {
            "how": page.words["how-gap-words" if self.words is not None else "how-gap"],
            "holes": holes,
            "pieces": list(_pieces(self.text, page)),
            "bank": [(word, word) for word in bank],
            "width": min(max(width + 2, 8), 24),
        }

    def key(self) -> dict[str, Any]:
        """Give what is right in each gap."""
        return {"right": {hole.value: hole.accepted for hole in self.holes()}}

    def prompts(self) -> Mapping[str, str]:
        """Give the question for each gap that is written in, by its field."""
        if self.words is not None:
            return {}
        return {f"{self.id}.part.{hole.value}": self.question for hole in self.holes()}

    def _not_wrong(self, holes: list[Hole]) -> Iterator[Finding]:
        """Find a wrong word that stands twice, or that would be right in a gap."""
        accepted = {word.casefold() for hole in holes for word in hole.accepted}
        right: list[tuple[Path, str]] = [((), word) for word in accepted]
        words: list[tuple[Path, str]] = [
            (("words", number), word) for number, word in enumerate(self.words or [])
        ]
        yield from equal("equal-options", [*right, *words])


def _pieces(text: str, page: PageContext) -> Iterator[tuple[Any, int | None]]:
    """Cut the finished HTML where the gaps are; what Markdown hid in a tag is none."""
    numbers = iter(range(text.count("{")))
    held = _GAP.sub(lambda _: f"\ue000{next(numbers)}\ue000", text.replace("\ue000", ""))
    html = page.block(held)
    start = 0
    for hole in _HOLE.finditer(html):
        yield html[start : hole.start()], int(hole[1])
        start = hole.end()
    yield html[start:], None
