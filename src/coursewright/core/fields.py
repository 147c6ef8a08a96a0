"""What a value in the YAML may be: every scalar arrives as text and gets its meaning here.

Around a name or a number, spaces and what looks like one do not count: they come along when
copying and nobody sees them.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from coursewright.core.layout import LOOK_ALIKES
from coursewright.core.naming import is_id

MAX_LINE = 500
MAX_TEXT = 20_000

YES = frozenset({"ja", "yes", "true", "sand", "sandt"})
NO = frozenset({"nej", "no", "nei", "false", "falsk"})

_AROUND = " \t\n" + LOOK_ALIKES


def _trim(value: object) -> object:
    return value.strip(_AROUND) if isinstance(value, str) else value


def _to_id(text: str) -> str:
    if not is_id(text):
        raise PydanticCustomError("bad_id", "bad id", {"value": text})
    return text


def _to_reference(text: str) -> str:
    parts = text.split("/")
    if len(parts) != 2 or not all(map(is_id, parts)):
        raise PydanticCustomError("bad_reference", "bad reference", {"value": text})
    return text


def _to_earlier_id(text: str) -> str:
    return _to_reference(text) if "/" in text else _to_id(text)


def _to_whole_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip(_AROUND)
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        raise PydanticCustomError("not_a_whole_number", "not a whole number", {"value": value})
    return int(text)


def _to_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip(_AROUND)
    if not re.fullmatch(r"[+-]?[0-9]{1,9}([.,][0-9]{1,6})?", text):
        raise PydanticCustomError("not_a_number", "not a number", {"value": value})
    return float(text.replace(",", "."))


def _to_yes_no(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = value.strip(_AROUND).casefold()
    if word not in YES | NO:
        raise PydanticCustomError("not_yes_or_no", "neither yes nor no", {"value": value})
    return word in YES


def _to_range(value: object) -> object:
    if isinstance(value, tuple):
        return value
    said = value.strip(_AROUND) if isinstance(value, str) else ""
    match = re.fullmatch(r"(-?[0-9]{1,6})(?:\s*[-–]\s*(-?[0-9]{1,6}))?", said)
    if not match:
        raise PydanticCustomError("not_a_range", "not a range", {"value": value})
    first = int(match[1])
    return (first, int(match[2]) if match[2] else first)


def _on_one_line(text: str) -> str:
    """A trailing line end comes from `|` and is harmless; one inside is a mistake."""
    if "\n" in text:
        raise PydanticCustomError("not_one_line", "more than one line", {})
    return text


def _without_blank_ends(text: object) -> object:
    """Blank lines around a text say nothing; spaces that begin its first line may be code."""
    return text.rstrip().lstrip("\n") if isinstance(text, str) else text


Id = Annotated[str, BeforeValidator(_trim), AfterValidator(_to_id)]
"""Lower-case ASCII words with hyphens, at most 60 characters: `hvad-vil-du`."""

Reference = Annotated[str, BeforeValidator(_trim), AfterValidator(_to_reference)]
"""Two ids with a slash: `motivation/vigtighed`."""

EarlierId = Annotated[str, BeforeValidator(_trim), AfterValidator(_to_earlier_id)]
"""An id of the same module, or one with its module in front: `vigtighed`, `modul/vigtighed`."""

Inline = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_LINE, strip_whitespace=True),
    AfterValidator(_on_one_line),
]
"""One line of Markdown without blocks: emphasis, links, code."""

Block = Annotated[
    str,
    BeforeValidator(_without_blank_ends),
    StringConstraints(min_length=1, max_length=MAX_TEXT),
]
"""Markdown with paragraphs, lists, quotes and tables."""

WholeNumber = Annotated[int, BeforeValidator(_to_whole_number)]
"""An integer of at most nine digits."""

Number = Annotated[float, BeforeValidator(_to_number)]
"""A number with a point or a comma: `1.5` and `1,5` mean the same."""

YesNo = Annotated[bool, BeforeValidator(_to_yes_no)]
"""`ja`/`nej`, `yes`/`no` or `true`/`false`."""

Range = Annotated[tuple[int, int], BeforeValidator(_to_range)]
"""Two whole numbers with a hyphen, both included, or one number: `2-10`, `5`."""

FIELD_TYPES: Mapping[str, Any] = {
    "id": Id,
    "earlier-id": EarlierId,
    "reference": Reference,
    "inline": Inline,
    "block": Block,
    "whole-number": WholeNumber,
    "number": Number,
    "yes-no": YesNo,
    "range": Range,
}
"""All of these types by name, for what is told of each: in the guide, and to editors."""
