"""Tabs and look-alike spaces where YAML reads its layout: they part or hide the fields.

Inside a text they do no harm and stay, so the lines of texts written with | or > are let be.
"""

import re
from collections.abc import Iterator

from coursewright.core.problems import Place, Problem
from coursewright.core.text import character_values

LOOK_ALIKES = "\u00a0\u00ad\u1680\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200E))
)
"""Characters that look like a space or like nothing."""

LOOK_ALIKE = re.compile(f"[{LOOK_ALIKES}]")

_SUSPECT = re.compile(f"[\t{LOOK_ALIKES}]")
_LEAD = re.compile(
    rf"[\s{LOOK_ALIKES}]*+(?:-[\s{LOOK_ALIKES}]++)*+"
    rf"(?:[\w{LOOK_ALIKES}-]++:(?=[\s{LOOK_ALIKES}]|$)[\s{LOOK_ALIKES}]?)?"
)
"""Indentation, hyphens, and the field's name with its colon and the space after it."""

_OPENS_TEXT = re.compile(r"(?P<lead>\s*+(?:- ++)*+)(?!#)(?:.*: +|(?<=- ))[|>][-+0-9]*\s*(?:#.*)?")
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MENDED = {ord(character): "" for character in _NO_WIDTH} | {ord("\t"): "  "}


def mend_layout(text: str, file: str) -> tuple[str, list[Problem]]:
    """Find tabs and look-alike spaces in the layout, and put plain spaces in their place.

    Returns the text with which reading can go on, and the problems: tab, strange-space.
    """
    if not _SUSPECT.search(text):
        return text, []
    lines = text.split("\n")
    problems = []
    for number in layout_lines(lines):
        line = lines[number - 1]
        lead = _LEAD.match(line)
        end = lead.end() if lead else 0
        if found := _SUSPECT.search(line, 0, end):
            problems.append(_problem(line, Place(number, found.start() + 1), file))
            lines[number - 1] = _plain(line[:end]) + line[end:]
    return "\n".join(lines), problems


def layout_lines(lines: list[str]) -> Iterator[int]:
    """Give the numbers (from 1) of the lines that are no part of a text written with | or >."""
    indent: int | None = None
    for number, line in enumerate(lines, 1):
        if indent is not None and (not line.strip() or _width(line) > indent):
            continue
        yield number
        opening = _OPENS_TEXT.fullmatch(line)
        indent = _indent_of(opening) if opening else None


def _indent_of(opening: re.Match[str]) -> int:
    """A text lies deeper than the field that opens it; `- |` alone counts from its hyphen."""
    lead = opening["lead"]
    alone = opening[0][len(lead) : len(lead) + 1] in "|>"
    return lead.rindex("-") if alone and "-" in lead else len(lead)


def _plain(lead: str) -> str:
    return LOOK_ALIKE.sub(" ", lead.translate(_MENDED))


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _problem(line: str, place: Place, file: str) -> Problem:
    character = line[place.column - 1]
    if character == "\t":
        return Problem("tab", file, place, line)
    return Problem("strange-space", file, place, line, character_values(character))
