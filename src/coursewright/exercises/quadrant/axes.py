"""The two scales of a quadrant: asked here, or taken from an exercise that asks already."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple, Self

from pydantic import BeforeValidator, Field, PrivateAttr
from pydantic_core import PydanticKnownError

from coursewright.core.course import Exercise
from coursewright.core.fields import Inline, Reference
from coursewright.core.numbers import Numbers
from coursewright.core.part import Part

WANTED = ("value", "after")
"""The fields of another exercise to take a number from: the only one, or the newer of a pair."""


class Source(NamedTuple):
    """Where a number is kept, and what it can be."""

    field: str
    numbers: Numbers


class Asked(Numbers):
    """A scale that is asked in the quadrant itself."""

    title: Inline = Field(
        description="What the scale measures, in a word or two: `Importance`. Stands at the field."
    )
    question: Inline = Field(description="The question that the number answers.")


class Taken(Part):
    """A scale that is asked in another exercise."""

    title: Inline = Field(
        description="What the scale measures, in a word or two: `Importance`. Stands at the field."
    )
    of: Reference = Field(
        description="The exercise that asks, as `module/exercise`: a scale, or a pair of numbers, "
        "of which the second counts. Instead of a question and numbers of its own."
    )

    _source: Source | None = PrivateAttr(None)

    @property
    def source(self) -> Source:
        """Where the number is kept; there only once it is connected."""
        if self._source is None:
            raise ValueError(f"the scale of {self.of} is not connected")
        return self._source

    def connected(self, other: Exercise) -> Self | None:
        """Take over the numbers of the exercise that asks; None where it has no such scale."""
        found = _source_in(other.numbers_asked())
        if found is None:
            return None
        taken = self.model_copy()
        taken._source = found
        return taken


def _source_in(asked: Mapping[str, Numbers]) -> Source | None:
    names = [*(name for name in WANTED if name in asked), *(asked if len(asked) == 1 else ())]
    return Source(names[0], asked[names[0]]) if names else None


def _read(value: object) -> object:
    """Read a scale by whether it names another exercise, so that a mistake has its own place."""
    if isinstance(value, Part):
        return value
    if not isinstance(value, Mapping):
        raise PydanticKnownError("model_type", {"class_name": "scale"})
    return (Taken if "of" in value else Asked).model_validate(value)


Axis = Annotated[Asked | Taken, BeforeValidator(_read)]
"""One of the two scales."""
