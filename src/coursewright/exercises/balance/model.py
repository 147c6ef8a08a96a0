"""What a trainer writes under `balance:`, and what can be wrong with it."""

from collections.abc import Iterator

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Id, Inline, WholeNumber
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path


class Way(Part):
    """One of two roads that one can take."""

    id: Id = Field(description="Stable name. What is written about this way is kept under it.")
    title: Inline = Field(description="What the way is called, in a few words.")


class Side(Part):
    """One side of the balance."""

    title: Inline | None = Field(
        default=None, description="What the side is called; plus or minus where it is left out."
    )
    ask: Inline | None = Field(default=None, description="The question that brings the lines.")
    examples: list[Inline] = Field(
        default=[], max_length=6, description="A few examples, to get going."
    )


class Balance(Exercise):
    """What speaks for and against, and how much each weighs."""

    ways: list[Way] = Field(
        default=[],
        min_length=2,
        max_length=2,
        description="Two ways to choose between; each gets a plus and a minus of its own. Leave "
        "it out where there is only one thing to weigh.",
    )
    plus: Side | None = Field(default=None, description="The side that speaks for.")
    minus: Side | None = Field(default=None, description="The side that speaks against.")
    weights: WholeNumber | None = Field(
        default=None,
        ge=2,
        le=5,
        description="Each line can weigh from 1 up to this. Left out, lines are not weighed.",
    )
    tip: Inline | None = Field(
        default=None,
        description="The last question, with room to write. Left out, it asks what would tip the "
        "balance.",
    )

    @property
    def sides(self) -> dict[str, Side]:
        """Both sides by their names."""
        return {"plus": self.plus or Side(), "minus": self.minus or Side()}

    def lists(self) -> Iterator[tuple[str, str, Way | None]]:
        """Give (name, side, way) of every list of lines; its rows are kept under the name."""
        ways: list[Way | None] = [*self.ways] or [None]
        for way in ways:
            for side in self.sides:
                yield (f"{side}_{way.id}" if way else side), side, way

    def prompts(self) -> dict[str, str]:
        """Give what asks for the lines of each list, and the last question, where it has words."""
        asked = {f"{name}.*.text": self._asked(side, way) for name, side, way in self.lists()}
        return {field: ask for field, ask in {**asked, "tip": self.tip}.items() if ask}

    def _asked(self, side: str, way: Way | None) -> str | None:
        ask = self.sides[side].ask or self.sides[side].title
        return f"{way.title}: {ask}" if way and ask else ask

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give the ways."""
        for index, way in enumerate(self.ways):
            yield way.id, ("ways", index, "id")

    def findings(self) -> Iterator[Finding]:
        """Find ways and sides that one cannot tell apart: way-twice, side-twice."""
        titles = [way.title for way in self.ways]
        if len(titles) > len(set(titles)):
            yield Finding("way-twice", ("ways", 1, "title"), {"title": titles[1]})
        plus, minus = (side.title for side in self.sides.values())
        if plus and plus == minus:
            yield Finding("side-twice", ("minus", "title"), {"title": minus})
