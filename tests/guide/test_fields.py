"""The tables of fields, from models made for the purpose."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Block, Id, Inline, Number, Range, WholeNumber, YesNo
from coursewright.core.kinds import Kind, Kinds, Shelf
from coursewright.core.part import Part
from coursewright.core.wording import interface_words
from coursewright.render.fields import tables_for
from coursewright.render.site import GUIDE

WORDS = interface_words([GUIDE], "en")


class Left(Part):
    side: Literal["left"] = Field(description="Which side.")
    name: Inline = Field(description="Name.")
    arm: Number = Field(gt=0, le=9, description="Arm.")


class Right(Part):
    side: Literal["right"] = Field(description="Which side.")
    name: Inline = Field(description="Name.")


class Sample(Exercise):
    from_: WholeNumber = Field(alias="from", ge=1, le=9, description="First.")
    when: Range | None = Field(default=None, description="When.")
    ready: YesNo = Field(default=False, description="Ready.")
    anchors: dict[WholeNumber, Inline] = Field(description="Words.")
    sides: list[Annotated[Left | Right, Field(discriminator="side")]] = Field(
        min_length=2, description="Sides."
    )
    note: Block = Field(default="None", description="Note.")


class Store(Part):
    store: Id = Field(description="Name.")


def tables():
    kind = Kind("sample", Sample, Path(), lambda *_: {}, shelf=Shelf("stores", "store", Store))
    return tables_for("sample", Kinds([("here", kind)]), WORDS)


def test_fields_that_are_needed_come_first():
    needed = [row.needed for row in tables()[0].rows]
    assert needed == sorted(needed, reverse=True)


def test_a_field_has_the_name_that_is_typed():
    names = [row.name for row in tables()[0].rows]
    assert "from" in names
    assert "from_" not in names


def test_types_are_told_in_words():
    allowed = {row.name: row.allowed for row in tables()[0].rows}
    assert allowed["from"] == "a whole number, 1 to 9"
    assert allowed["when"] == "a number, or two with a hyphen: `2-10`"
    assert allowed["anchors"] == "pairs of a whole number and one line of text"
    assert allowed["sides"] == "a list, at least 2; in it: fields, see below"


def test_what_counts_where_a_field_is_left_out():
    otherwise = {row.name: row.otherwise for row in tables()[0].rows}
    assert otherwise["ready"] == "no"
    assert otherwise["when"] == ""


def test_sorts_of_one_place_share_a_table_and_have_their_own():
    below = [table for table in tables() if table.under]
    shown = [(table.under, table.choice, [row.name for row in table.rows]) for table in below]
    assert shown == [
        (("sides",), "", ["name"]),
        (("sides",), "side: left", ["side", "arm"]),
        (("sides",), "side: right", ["side"]),
    ]


def test_the_files_a_kind_draws_from_are_told():
    assert [table.rows[0].name for table in tables() if table.shelf == "stores"] == ["store"]
