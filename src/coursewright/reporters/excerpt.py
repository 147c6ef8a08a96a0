"""The line a problem stands on, with a marker under the place, as a terminal shows it."""

import unicodedata

WIDTH = 96
"""So many columns of a line are shown; the rest of a longer one is cut away."""

MARKER = "^"
_CUT = "…"
_INVISIBLE = "\ufffd"
"""Stands for a character that would show nothing, or that could move the terminal's cursor."""


def excerpt(line: str, column: int) -> tuple[str, str]:
    """Give the line and the marker's line below it.

    line: as the trainer wrote it. column: from 1, in characters; past the end is allowed.
    Returns two texts of at most WIDTH columns that begin at the same place.
    """
    shown = visible(line).rstrip()
    at = min(max(column, 1) - 1, len(shown))
    start = _start(shown, at)
    before = (_CUT if start else "") + shown[start:at]
    marker = " " * width(before) + MARKER
    return _cut_end((_CUT if start else "") + shown[start:]), marker


def visible(text: str) -> str:
    """Give a text as long as before in which every character can be seen.

    Tabs become one space; control and format characters, that could hide text or command the
    terminal, a sign of their own; those that join emoji are kept.
    """
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def width(text: str) -> int:
    """Give how many columns a terminal takes for a text: wide letters two, marks none."""
    return sum(_width(character) for character in text)


def _visible(character: str) -> str:
    if character in "\t\u00a0":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return character if character == "\u200d" else _INVISIBLE
    return character


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if character == "\u200d" or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _start(line: str, at: int) -> int:
    """Give where to begin so that the marker stands at most two thirds into the line."""
    if width(line) <= WIDTH:
        return 0
    start, room = at, WIDTH * 2 // 3
    while start > 0 and room >= _width(line[start - 1]):
        start -= 1
        room -= _width(line[start])
    return start


def _cut_end(line: str) -> str:
    if width(line) <= WIDTH:
        return line
    end, room = 0, WIDTH - width(_CUT)
    while room >= _width(line[end]):
        room -= _width(line[end])
        end += 1
    return line[:end] + _CUT
