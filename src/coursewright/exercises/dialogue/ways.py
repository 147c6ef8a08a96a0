"""The ways through a talk, seen as a map: from each line to what its choices lead to."""

from collections.abc import Iterable, Mapping

Ways = Mapping[str, Iterable[str]]


def reached(start: str, ways: Ways) -> set[str]:
    """Give all places one can come to from `start`, itself included."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting.extend(ways.get(place, ()))
    return found


def turned_round(ways: Ways) -> dict[str, set[str]]:
    """Give the same map with every way walked backwards."""
    back: dict[str, set[str]] = {}
    for place, targets in ways.items():
        for target in targets:
            back.setdefault(target, set()).add(place)
    return back
