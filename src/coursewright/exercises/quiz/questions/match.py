"""`choose: match`: what belongs together is put together."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from coursewright.core.fields import Id, Inline
from coursewright.core.kinds import PageContext
from coursewright.core.part import Part
from coursewright.core.problems import Finding
from coursewright.exercises.quiz.questions.items import equal, equal_ids, mixed, name_of
from coursewright.exercises.quiz.questions.question import Question


class Pair(Part):
    """Two things that belong together."""

    left: Inline = Field(description="What is given.")
    right: Inline = Field(description="What belongs to it, and is to be found.")
    feedback: Inline | None = Field(
        default=None, description="Said of this pair after checking, right or not."
    )
    id: Id | None = Field(
        default=None,
        description="Stable name. Without one the answer follows the words of `left`, and is "
        "lost when they change.",
    )

    @property
    def value(self) -> str:
        """Its name in stored answers."""
        return self.id or name_of(self.left)


class Match(Question):
    """A question whose left sides are given and whose right sides are chosen."""

    template: ClassVar[str] = "match"
    how: ClassVar[str] = "how-match"

    choose: Literal["match"] = Field(
        description="The type of question: the one that belongs to it is chosen for each."
    )
    pairs: list[Pair] = Field(
        min_length=2, max_length=8, description="What belongs together, 2 to 8 pairs."
    )
    extra: list[Inline] = Field(
        default=[], max_length=6, description="More to choose from, which belongs to none of them."
    )

    def findings(self) -> Iterator[Finding]:
        """Find a left or right side that stands twice."""
        rights = [(("pairs", n, "right"), pair.right) for n, pair in enumerate(self.pairs)]
        extra = [(("extra", n), text) for n, text in enumerate(self.extra)]
        lefts = [(("pairs", n, "left"), pair.left) for n, pair in enumerate(self.pairs)]
        yield from equal("equal-items", lefts)
        yield from equal_ids((("pairs", n), pair.id) for n, pair in enumerate(self.pairs))
        yield from equal("equal-options", [*rights, *extra])

    def shown(self, page: PageContext) -> dict[str, Any]:
        """Give the words to choose from, as (value, plain text), mixed."""
        texts = [*(pair.right for pair in self.pairs), *self.extra]
        found = {name_of(text): page.inline(text).striptags() for text in texts}
        return {"bank": [(name, found[name]) for name in mixed(list(found), self.id)]}

    def key(self) -> dict[str, Any]:
        """Give what belongs to each left side."""
        return {"right": {pair.value: name_of(pair.right) for pair in self.pairs}}
