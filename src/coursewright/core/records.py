"""Mappings and lists from YAML that know where their parts stand.

A course has hundreds of thousands of values, and nearly none of their places is ever asked for:
a place is kept as one number of eight bytes, and becomes a `Place` when it is. Of a key that stands
in a thousand mappings one text is kept.
"""

import sys
from array import array
from typing import Any

from coursewright.core.problems import Place

_COLUMNS = 1 << 20
"""More than any line has: a file is smaller (`text.MAX_BYTES`)."""

_NUMBERS = "Q"
"""Places in an array: eight bytes each, without an object of its own."""


def pack(line: int, column: int) -> int:
    """Make one number of a line and a column, both counted from 0, as the parser does."""
    return line * _COLUMNS + column


def unpack(number: int) -> Place:
    """Give the place of a number, counted from 1, as people do."""
    line, column = divmod(number, _COLUMNS)
    return Place(line + 1, column + 1)


class Record(dict[str, Any]):
    """A mapping that knows where its keys and values stand.

    start: where it begins, packed. flow: whether it is written in braces.
    places: where each key and its value stand, packed, in the mapping's own order.
    """

    __slots__ = ("flow", "places", "start")

    def __init__(self, start: int, *, flow: bool = False) -> None:
        super().__init__()
        self.start = start
        self.flow = flow
        self.places = array(_NUMBERS)

    def add(self, key: str, value: Any, key_at: int, value_at: int) -> None:
        """Put a value under a key that is not there yet."""
        self[sys.intern(key)] = value
        self.places.extend((key_at, value_at))

    def place_of(self, name: str, *, key: bool = False) -> Place:
        """Give the place of a value, or of its key. Raises ValueError where there is none."""
        number = 2 * list(self).index(name)
        return unpack(self.places[number if key else number + 1])


class Listing(list[Any]):
    """A list that knows where its entries stand.

    start: where it begins, packed. flow: whether it is written in brackets.
    values_at: where each entry stands, packed.
    """

    __slots__ = ("flow", "start", "values_at")

    def __init__(self, start: int, *, flow: bool = False) -> None:
        super().__init__()
        self.start = start
        self.flow = flow
        self.values_at = array(_NUMBERS)

    def place_of(self, number: int) -> Place:
        """Give the place of an entry. Raises IndexError where there is none."""
        return unpack(self.values_at[number])
