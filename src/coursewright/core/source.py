"""YAML text → plain data, and where each value stands: every mistake of a file in one reading.

Where it is clear how a line was meant, it is told, mended in memory, and reading goes on with
what follows.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import yaml

from coursewright.core.composer import Composer, Refused
from coursewright.core.layout import mend_layout
from coursewright.core.problems import START, Path, Place, Problem
from coursewright.core.records import Listing, Record
from coursewright.core.text import CONTROL, read_text
from coursewright.core.yaml_errors import Explained, explain_yaml_error

MAX_MENDED = 20
"""As many lines of one file are mended at most: each takes a reading of its own."""

__all__ = ["Listing", "Record", "Source", "read_source"]


@dataclass
class Source:
    """One YAML file after reading.

    file: path from the course folder. text: as it was typed.
    data: the top mapping; None where the file could not be read as one.
    problems: what is wrong with the file as YAML.
    mended: the numbers of lines that were read as they should be, and what they then said; what
    a model says of them would be told twice.
    typed: what a model made of the value at a path, and what was wrong with it: a preview reads
    the same file again and again.
    """

    file: str
    text: str = ""
    data: Record | None = None
    problems: list[Problem] = field(default_factory=list)
    mended: dict[int, str] = field(default_factory=dict)
    typed: dict[tuple[type, Path], Any] = field(default_factory=dict)

    @property
    def lines(self) -> list[str]:
        """The text, a line each; not to be changed."""
        return _lines(self.text)

    def problem(self, code: str, place: Place, **values: object) -> Problem:
        """Make a problem of this file with the line it stands on."""
        return Problem(code, self.file, place, self.line(place.line), values)

    def line(self, number: int) -> str:
        """Give line `number` (from 1) as it was typed, or "" past the end."""
        lines = self.lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def forget(self) -> None:
        """Let go of the text and the data: more than half of what a loaded course takes."""
        self.text, self.data = "", None
        self.typed.clear()

    def place_of(self, path: Path, *, key: bool = False) -> Place:
        """Find where the value at `path` stands (its key, if asked for).

        Where the path leads to nothing, as with a field that is missing, the nearest
        thing around it answers. A word that names no field on the way, such as the sort of
        a question that a model is chosen by, is passed over.
        """
        node: Any = self.data
        place = START
        for number, step in enumerate(path, 1):
            if isinstance(node, Record) and isinstance(step, str) and step in node:
                place = node.place_of(step, key=key and number == len(path))
                node = node[step]
            elif isinstance(node, Listing) and isinstance(step, int) and step < len(node):
                place, node = node.place_of(step), node[step]
            elif isinstance(step, int):
                break
        return place


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """Split a text: once for all that is asked of one file, and kept of no other."""
    return text.split("\n")


def read_source(content: bytes, file: str) -> Source:
    """Read one YAML file: bytes in, a Source out; nothing is raised for a bad file."""
    source = Source(file)
    text, source.problems = read_text(content, file)
    if text is None:
        return source
    source.text = text
    text, problems = mend_layout(CONTROL.sub(" ", text), file)
    source.problems += problems
    _compose(source, text, trusted=not source.problems)
    return source


def _compose(source: Source, text: str, *, trusted: bool) -> None:
    """Fill in the data, mending line after line as long as that helps.

    trusted: whether the layout is what was meant; if not, what the parser says is not told.
    """
    lines = text.split("\n")
    while True:
        composer = Composer("\n".join(lines), source.lines, source.file)
        explained = _attempt(source, composer, lines)
        if explained is None:
            break
        place = explained.problem.place
        if trusted and place.line not in source.mended:
            source.problems.append(replace(explained.problem, excerpt=source.line(place.line)))
        if not _can_go_on(source, explained):
            break
        lines[explained.number - 1] = explained.mended
        source.mended[explained.number] = explained.mended
    source.problems += composer.problems


def _can_go_on(source: Source, explained: Explained) -> bool:
    is_fresh = explained.number not in source.mended and len(source.mended) < MAX_MENDED
    return bool(explained.mended) and is_fresh


def _attempt(source: Source, composer: Composer, lines: list[str]) -> Explained | None:
    try:
        source.data = composer.top()
    except Refused as refused:
        return Explained(refused.problem, refused.number, refused.mended)
    except yaml.YAMLError as error:
        return explain_yaml_error(error, source.file, lines, composer.last)
    return None
