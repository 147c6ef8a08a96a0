"""Figures of places: four fields between two axes, and a map with branches around a centre."""

from pydantic import Field

from coursewright.core.fields import Inline
from coursewright.core.part import Part
from coursewright.exercises.diagram.piece import Piece


class Axis(Part):
    """What grows along one side of the field."""

    title: Inline = Field(description="What grows along the axis, e.g. `Importance`.")
    low: Inline = Field(description="The word for little of it, e.g. `low`.")
    high: Inline = Field(description="The word for much of it, e.g. `high`.")


class Corners(Part):
    """The four fields."""

    top_left: Piece = Field(description="Little across, much up.")
    top_right: Piece = Field(description="Much across, much up.")
    bottom_left: Piece = Field(description="Little across, little up.")
    bottom_right: Piece = Field(description="Much across, little up.")


class Fields(Part):
    """Four fields between two axes."""

    across: Axis = Field(description="The axis from left to right.")
    up: Axis = Field(description="The axis from below to above.")
    corners: Corners = Field(description="The four fields, each with its name.")


class Branch(Piece):
    """A place on the map, connected with the centre."""

    link: Inline | None = Field(
        default=None, description="What connects it with the centre, in a few words."
    )
    items: list[Inline] = Field(
        default=[], max_length=12, description="What belongs to the place, in a few words each."
    )


class Map(Part):
    """A centre with branches."""

    centre: Piece = Field(description="What all of it is about.")
    branches: list[Branch] = Field(
        min_length=2, max_length=8, description="The places around the centre."
    )
