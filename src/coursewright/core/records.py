"""Mappings and lists from YAML that know where their parts stand."""

from typing import Any

from coursewright.core.problems import Place


class Record(dict[str, Any]):
    """A mapping that knows where its keys and values stand.

    flow: whether it is written in braces.
    """

    __slots__ = ("flow", "keys_at", "place", "values_at")

    def __init__(self, place: Place, *, flow: bool = False) -> None:
        super().__init__()
        self.place = place
        self.flow = flow
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class Listing(list[Any]):
    """A list that knows where its entries stand."""

    __slots__ = ("flow", "place", "values_at")

    def __init__(self, place: Place, *, flow: bool = False) -> None:
        super().__init__()
        self.place = place
        self.flow = flow
        self.values_at: list[Place] = []
