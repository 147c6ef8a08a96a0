"""The ledger: which ids a course has published, so that a later edit cannot orphan answers."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursewright.core.course import Course

FORMAT = 1
PLACES = ("assets/coursewright/ledger.json", "coursewright.json")
"""Where a published site or another folder keeps its ledger."""

MAX_BYTES = 20_000_000


@dataclass(frozen=True)
class Published:
    """An exercise as it was published.

    kind: its kind's name. items: the ids inside it. was: public ids it had before.
    """

    kind: str
    items: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """What was published: the course's id, and its exercises by public id."""

    course: str
    exercises: dict[str, Published]


class LedgerError(Exception):
    """No ledger can be read at a place: a file, a folder or an address.

    code: no-ledger, bad-ledger, newer-ledger, or unreachable-ledger.
    """

    def __init__(self, code: str, place: str | Path) -> None:
        super().__init__(f"{code}: {place}")
        self.code = code
        self.place = place


def make_ledger(course: Course) -> dict[str, Any]:
    """Give the ledger of a course as plain JSON data.

    {"format": 1, "course": id, "exercises": {"module/exercise": {"kind": …, "version": …,
    "items": [ids of what is scored inside], "was": [earlier public ids]}}}
    """
    exercises = {
        placed.address: {
            "kind": placed.kind,
            "version": placed.exercise.version(),
            "items": [name for name, _ in placed.exercise.scored()],
            "was": placed.earlier,
        }
        for placed in course.exercises()
    }
    return {"format": FORMAT, "course": course.settings.course, "exercises": exercises}


def read_ledger(place: Path) -> Ledger:
    """Read the ledger of a built site, of a folder with a coursewright.json, or a file itself.

    Raises LedgerError.
    """
    file = next((path for path in _candidates(place) if path.is_file()), None)
    if file is None:
        raise LedgerError("no-ledger", place)
    try:
        with file.open("rb") as opened:
            return parse_ledger(opened.read(MAX_BYTES + 1), file)
    except OSError as error:
        raise LedgerError("bad-ledger", file) from error


def parse_ledger(content: bytes, place: str | Path) -> Ledger:
    """Make a ledger of a file's content. place: where it is from. Raises LedgerError."""
    try:
        if len(content) > MAX_BYTES:
            raise LedgerError("bad-ledger", place)
        data = json.loads(content)
        if data["format"] != FORMAT:
            raise LedgerError("newer-ledger", place)
        return _ledger(data)
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise LedgerError("bad-ledger", place) from error


def _candidates(place: Path) -> list[Path]:
    return [place, *(place / name for name in PLACES)]


def _ledger(data: dict[str, Any]) -> Ledger:
    exercises = {
        str(address): Published(
            str(entry["kind"]), _names(entry.get("items")), _names(entry.get("was"))
        )
        for address, entry in data["exercises"].items()
    }
    return Ledger(str(data["course"]), exercises)


def _names(listed: list[Any] | None) -> tuple[str, ...]:
    return tuple(map(str, listed or []))
