"""A trainer's mistake as data: collected over the whole course, told by a reporter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Where something stands in a file: line and column, both counted from 1."""

    line: int = 1
    column: int = 1


START = Place()
"""The top of a file: where a problem stands that concerns all of it."""


@dataclass(frozen=True)
class Finding:
    """What a rule of a model found, before anyone knows which file it stands in.

    code: the problem's name, which has its words in a `words.yml`.
    path: keys and indexes from the model's own top to the value, e.g. ("bands", 1, "from").
    values: what the words need in their placeholders.
    """

    code: str
    path: Path = ()
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"


@dataclass(frozen=True)
class Problem:
    """One mistake in one file.

    code: stable name, e.g. "band-gap"; its words stand in a `words.yml`.
    file: path from the course folder, with forward slashes.
    place: line and column, from 1.
    excerpt: the line as the trainer wrote it, without its line end ("" where there is none).
    values: what the words need in their placeholders.
    """

    code: str
    file: str
    place: Place = START
    excerpt: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"

    def sort_key(self) -> tuple[str, int, int, str]:
        """Give the order in which problems are told: by file, then from the top down."""
        return (self.file, self.place.line, self.place.column, self.code)

    def as_warning(self) -> "Problem":
        """Give the same problem as one that does not stop a build."""
        return replace(self, severity="warning")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and place, and tell none of them twice."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in sorted(problems, key=Problem.sort_key):
        seen.setdefault((*problem.sort_key(), tuple(map(str, problem.values.values()))), problem)
    return list(seen.values())


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether anything in the list stops a build; warnings do not."""
    return any(problem.severity == "error" for problem in problems)
