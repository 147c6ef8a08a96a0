"""What a talk is made of: what the other says, what one can say to it, and how it can end."""

from hashlib import blake2b

from pydantic import Field

from coursewright.core.fields import Block, Id, Inline, WholeNumber
from coursewright.core.part import Part

MOST_CHOICES = 5
"""More do not fit above a thumb."""


class Choice(Part):
    """One thing the participant can say."""

    say: Inline = Field(description="What the participant says, as one would say it.")
    to: Id = Field(
        description="Where it leads: the id of a line or an ending. It may be an earlier line."
    )
    openness: WholeNumber = Field(
        default=0,
        ge=-5,
        le=5,
        description="What it does to the other: from -5, closes a great deal, to 5, opens.",
    )
    feedback: Inline | None = Field(
        default=None, description="What it did, and why, in a sentence; shown below the words."
    )
    id: Id | None = Field(
        default=None,
        description="Stable name, unique in its line. Without one, what was tried is forgotten "
        "when the words change.",
    )

    @property
    def value(self) -> str:
        """The name in stored paths: the id, or eight hex digits of the words."""
        return self.id or blake2b(self.say.encode(), digest_size=4).hexdigest()


class Line(Part):
    """What the other says, and what there is to answer."""

    id: Id = Field(description="Stable name, unique in the talk; paths are kept by it.")
    says: Inline = Field(description="What the other says.")
    choices: list[Choice] = Field(
        min_length=1,
        max_length=MOST_CHOICES,
        description="What the participant can say, in the order shown.",
    )


class Ending(Part):
    """One way the talk can end."""

    id: Id = Field(description="Stable name, unique among lines and endings.")
    title: Inline = Field(description="What it is called, in a few words without blame.")
    says: Inline | None = Field(default=None, description="The other's last words.")
    text: Block = Field(description="What happened, why, and what to take along. Markdown.")


class Openness(Part):
    """How open the other is: a number that the choices move, shown in words."""

    start: WholeNumber = Field(ge=0, le=100, description="Where it stands when the talk begins.")
    to: WholeNumber = Field(
        default=10, ge=2, le=100, description="As open as it gets. It begins at 0."
    )
    words: dict[WholeNumber, Inline] = Field(
        min_length=1,
        max_length=8,
        description="What the numbers mean: each word counts from its number to the next one. "
        "0 needs a word.",
    )
