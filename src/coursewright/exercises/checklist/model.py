"""What a trainer writes under `checklist:`."""

from collections.abc import Iterator

from pydantic import Field

from coursewright.core.course import Exercise, Part
from coursewright.core.fields import Block, Id, Inline, Number, WholeNumber, YesNo
from coursewright.core.numbers import Numbers
from coursewright.core.problems import Finding, Path
from coursewright.exercises.checklist import rules


class Item(Part):
    """One statement."""

    id: Id = Field(description="Stable name, unique in the checklist. The answer is kept under it.")
    text: Inline = Field(description="The statement, best as `I …`.")
    reversed: YesNo = Field(
        default=False, description="`yes` when a high number is the less helpful answer."
    )
    weight: Number = Field(
        default=1,
        gt=0,
        le=10,
        description="How many times the statement counts, with two decimals at most.",
    )
    tip: Inline | None = Field(
        default=None, description="One thing to try, shown when it is among the growth areas."
    )


class Section(Part):
    """Statements that belong together and get a score together."""

    title: Inline | None = Field(
        default=None, description="Heading; needed when there is more than one section."
    )
    text: Block | None = Field(default=None, description="What the section is about. Markdown.")
    items: list[Item] = Field(
        min_length=1, max_length=30, description="The statements, in the order they are shown."
    )


class Band(Part):
    """What a score says in words, for the scores in a range."""

    from_: Number = Field(alias="from", description="The lowest score of the band.")
    to: Number = Field(description="The highest score of the band.")
    title: Inline = Field(description="What the number says, in a few encouraging words.")
    text: Block = Field(description="What it means, and one next step. Markdown.")


class Checklist(Exercise):
    """Statements rated on one scale."""

    title: Inline = Field(description="Heading of the checklist.")
    scale: Numbers = Field(description="The numbers all statements are answered with.")
    sections: list[Section] = Field(
        min_length=1, max_length=12, description="The statements, in one part or several."
    )
    bands: list[Band] = Field(
        default=[],
        max_length=12,
        description="What the score means. Without bands there is no score, only the profile.",
    )
    pick_strengths: WholeNumber = Field(
        default=0, ge=0, le=5, description="How many of the highest answers to point out."
    )
    pick_growth: WholeNumber = Field(
        default=0, ge=0, le=5, description="How many of the lowest answers to point out."
    )
    enough: WholeNumber | None = Field(
        default=None,
        ge=1,
        description="So many answers are enough for a result; all of them where it is left out.",
    )

    def items(self) -> list[Item]:
        """Give all statements in order."""
        return [item for section in self.sections for item in section.items]

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give every statement's id."""
        for number, section in enumerate(self.sections):
            for index, item in enumerate(section.items):
                yield item.id, ("sections", number, "items", index, "id")

    def findings(self) -> Iterator[Finding]:
        """Find what the rules find; see `rules`."""
        return rules.findings(self)
