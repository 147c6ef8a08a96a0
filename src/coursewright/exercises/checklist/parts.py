"""What a checklist is made of: statements in sections, and bands for the score."""

from pydantic import Field

from coursewright.core.fields import Block, Id, Inline, Number, Reference, YesNo
from coursewright.core.part import Part


class Item(Part):
    """One statement."""

    id: Id = Field(description="Stable name, unique in the checklist. The answer is kept under it.")
    text: Inline = Field(description="The statement, best as `I …`.")
    reversed: YesNo = Field(
        default=False, description="`yes` when a high number is the less helpful answer."
    )
    weight: Number = Field(
        default=1,
        ge=0.01,
        le=10,
        description="How many times the statement counts, with two decimals at most.",
    )
    tip: Inline | None = Field(
        default=None, description="One thing to try, shown when it is among the growth areas."
    )


class Section(Part):
    """Statements that belong together and get a score together."""

    id: Id | None = Field(
        default=None,
        description="Stable name, unique in the checklist. With it the section finds its last "
        "number again after its title has changed.",
    )
    title: Inline | None = Field(
        default=None, description="Heading; needed when there is more than one section."
    )
    text: Block | None = Field(default=None, description="What the section is about. Markdown.")
    items: list[Item] = Field(
        default=[],
        min_length=1,
        max_length=30,
        description="The statements, in the order they are shown.",
    )
    items_from: Reference | None = Field(
        default=None,
        description="In place of `items`: an exercise to choose in, as `module/exercise`. What "
        "the participant has chosen there is rated here.",
    )


class Other(Part):
    """Somebody else who rates the same statements."""

    name: Inline = Field(description="Who it is, e.g. `My manager` or `A colleague`.")
    ask: Block | None = Field(
        default=None, description="What the other reads before rating. Markdown."
    )


class Band(Part):
    """What a score says in words, for the scores in a range."""

    from_: Number = Field(alias="from", description="The lowest score of the band.")
    to: Number = Field(description="The highest score of the band.")
    title: Inline = Field(description="What the number says, in a few encouraging words.")
    text: Block = Field(description="What it means, and one next step. Markdown.")
