"""What is gathered while a course is read: sources, problems, and who has which id."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path as FilePath
from typing import TypeVar

from coursewright.core.course import Module, Placed
from coursewright.core.part import Part
from coursewright.core.people import named_on_purpose, points_at_people
from coursewright.core.problems import Path, Problem, in_order
from coursewright.core.readability import Written, hard_to_read, written
from coursewright.core.source import Record, Source, read_source
from coursewright.core.text import read_bytes
from coursewright.core.uniqueness import Claims, Spot
from coursewright.core.validation import findings_of, validated

PartType = TypeVar("PartType", bound=Part)

Known = dict[str, tuple[bytes, Source]]
"""Files read before, by their path: the SHA-256 of their bytes, and what they gave."""


@dataclass(frozen=True)
class Sound:
    """A file without mistakes: typed, and as it was read."""

    part: Part
    source: Source

    @property
    def texts(self) -> list[Written]:
        """Every piece of prose in it, and where it stands; of a whole course too many to keep."""
        return written(self.part)


class Reading:
    """One reading of one course folder.

    known: files that need not be read again as long as they are the same; filled here.
    problems: what was found, apart from the sources' own and the claims'.
    sources: path from the course folder → the file as it was read.
    parts: every file without mistakes.
    """

    def __init__(self, folder: FilePath, known: Known | None = None) -> None:
        self.folder = folder
        self.known = {} if known is None else known
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.claims = Claims()
        self._exercises: list[tuple[Placed, Spot]] = []
        self.parts: list[Sound] = []

    def read(self, file: str) -> Source:
        """Read a YAML file of the course; one that cannot be opened gives an empty source."""
        content, problems = read_bytes(self.folder, file)
        source = Source(file, problems=problems) if content is None else self._known(content, file)
        self.sources[file] = source
        return source

    def _known(self, content: bytes, file: str) -> Source:
        digest = sha256(content).digest()
        if file not in self.known or self.known[file][0] != digest:
            self.known[file] = digest, read_source(content, file)
        return self.known[file][1]

    def validated(
        self, model: type[PartType], source: Source, path: Path = (), data: object = None
    ) -> PartType | None:
        """Give the typed part for a value of a source, or None where it has mistakes.

        data: the value at `path`; the source's own top mapping where it is left out.
        """
        data = source.data if data is None else data
        if data is None:
            return None
        part, found = self._typed(model, source, path, data)
        self.problems += found
        if part and not path:
            self.parts.append(Sound(part, source))
        return part

    def _typed(
        self, model: type[PartType], source: Source, path: Path, data: object
    ) -> tuple[PartType | None, list[Problem]]:
        """Type a value once for all readings of the same file, where it is as the file has it."""
        if not isinstance(data, Record):
            return validated(model, source, path, data)
        key = model, path
        typed: tuple[PartType | None, list[Problem]] | None = source.typed.get(key)
        if typed is None:
            typed = source.typed[key] = validated(model, source, path, data)
        return typed

    def add_exercise(self, placed: Placed, spot: Spot) -> None:
        """Claim an exercise's ids, and remember it for its earlier ones."""
        self.claims.claim_exercise(placed, spot)
        self._exercises.append((placed, spot))

    @property
    def exercises(self) -> list[tuple[Placed, Spot]]:
        """Every exercise without mistakes, and where it stands, in the order they were read."""
        return self._exercises

    def check_texts(self, limit: int | None) -> None:
        """Look at the prose of every file read so far: how hard it is, and whom it points at.

        limit: the LIX above which a text is told; None where the course asks for none.
        """
        allowed = [text for each in self.parts for text in named_on_purpose(each.part)]
        for each in self.parts:
            texts = each.texts
            found = list(points_at_people(texts, allowed))
            found += hard_to_read(texts, limit) if limit else ()
            self.problems += findings_of(found, each.source, ())

    def claim_past(self) -> None:
        """Claim earlier and retired ids, now that all present ones are known."""
        for placed, spot in self._exercises:
            self.claims.claim_earlier(placed, spot)
        for each in self.parts:
            if isinstance(each.part, Module):
                self.claims.claim_retired(each.part, each.source)

    def all_problems(self) -> list[Problem]:
        """Give all problems in order, without what only follows from a line that was mended."""
        found = (*self.problems, *self.claims.problems)
        kept = [problem for problem in found if not self._is_follow_on(problem)]
        own = (problem for source in self.sources.values() for problem in source.problems)
        return in_order((*own, *kept))

    def _is_follow_on(self, problem: Problem) -> bool:
        """What is missing does not stand on the line where it is told, so it is no follow-on."""
        source = self.sources.get(problem.file)
        is_there = problem.code != "missing-field"
        return is_there and source is not None and problem.place.line in source.mended
