"""What a trainer writes under `quadrant:`, and what can be wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Self

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Block, Inline
from coursewright.core.numbers import Numbers
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.exercises.quadrant.axes import Asked, Axis, Taken

AXES = ("across", "up")
"""The two scales, and the fields under which their numbers are kept."""


class Corner(Part):
    """One quarter of the field."""

    title: Inline = Field(description="What it is called to be here, in a few friendly words.")
    text: Block = Field(description="What it can mean to be here. No verdict. Markdown.")
    next_step: Inline | None = Field(
        default=None, description="One small thing to do from here, or one question to ask."
    )


class Corners(Part):
    """The four quarters of the field."""

    top_left: Corner = Field(description="Little across, much up.")
    top_right: Corner = Field(description="Much across, much up.")
    bottom_left: Corner = Field(description="Little across, little up.")
    bottom_right: Corner = Field(description="Much across, little up.")

    def named(self) -> dict[str, Corner]:
        """Give the corners by name, in the order one reads a field: `top-left` first."""
        return {name.replace("_", "-"): getattr(self, name) for name in type(self).model_fields}


class Quadrant(Exercise):
    """A place in a field, by two scales."""

    across: Axis = Field(description="The scale from left to right: asked here, or taken over.")
    up: Axis = Field(description="The scale from below to above, written as `across` is.")
    corners: Corners = Field(description="What the four quarters of the field mean.")

    @property
    def asks(self) -> bool:
        """Whether it keeps an answer of its own: not where its scales are asked elsewhere."""
        return not self.taken()

    @property
    def axes(self) -> dict[str, Asked | Taken]:
        """The two scales by their names."""
        return {"across": self.across, "up": self.up}

    def taken(self) -> dict[str, Taken]:
        """Give the scales that another exercise asks; both or none in a quadrant without faults."""
        return {name: axis for name, axis in self.axes.items() if isinstance(axis, Taken)}

    def links(self) -> Iterator[tuple[Path, str]]:
        """Give what is shown, and the exercises that ask for the scales."""
        yield from super().links()
        for name, axis in self.taken().items():
            yield (name, "of"), axis.of

    def connect(self, others: Mapping[str, Exercise]) -> tuple[Self, list[Finding]]:
        """Take over the scales, or find that another exercise has none (no-scale-there)."""
        connected: dict[str, Taken] = {}
        findings = []
        for name, axis in self.taken().items():
            taken = axis.connected(others[axis.of]) if axis.of in others else axis
            if taken is None:
                findings.append(Finding("no-scale-there", (name, "of"), {"of": axis.of}))
            else:
                connected[name] = taken
        return self.model_copy(update=connected), findings

    def numbers_asked(self) -> dict[str, Numbers]:
        """Give the scales that are asked here."""
        return {name: axis for name, axis in self.axes.items() if isinstance(axis, Asked)}

    def findings(self) -> Iterator[Finding]:
        """Find what Numbers finds in the scales.

        Codes of its own: scale-half-taken, same-scale-twice, corner-twice.
        """
        for name, axis in self.axes.items():
            yield from (replace(each, path=(name, *each.path)) for each in axis.findings())
        yield from self._taken_findings()
        yield from self._corner_findings()

    def _taken_findings(self) -> Iterable[Finding]:
        taken = self.taken()
        if len(taken) == 1:
            [name] = taken
            yield Finding("scale-half-taken", (name, "of"), {"of": taken[name].of})
        elif len({axis.of for axis in taken.values()}) == 1:
            yield Finding("same-scale-twice", ("up", "of"), {"of": taken["up"].of})

    def _corner_findings(self) -> Iterable[Finding]:
        seen: set[str] = set()
        for name, corner in self.corners.named().items():
            if corner.title in seen:
                path = ("corners", name.replace("-", "_"), "title")
                yield Finding("corner-twice", path, {"title": corner.title})
            seen.add(corner.title)
