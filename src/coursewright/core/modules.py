"""One module's file → a typed module; every block is told about, whatever the others are like."""

from typing import Any

from coursewright.core.course import LessonBlock, Module, Placed, Text
from coursewright.core.kinds import Kind, Kinds
from coursewright.core.part import Part
from coursewright.core.problems import Path
from coursewright.core.quoting import mend_spaces
from coursewright.core.reading import Reading
from coursewright.core.source import Listing, Record, Source
from coursewright.core.uniqueness import Spot
from coursewright.core.validation import findings_of, misspelt

Shelves = dict[str, dict[str, Part | None]]

_STAND_IN = Text.model_construct(text="")
"""Stands where a block has mistakes, so that they are not told again for its lesson."""


class ModuleReader:
    """Reads one module.

    reading: where problems and ids are gathered. name: the module's id, as its file has it.
    """

    def __init__(
        self, reading: Reading, kinds: Kinds, shelves: Shelves, name: str, source: Source
    ) -> None:
        self.reading = reading
        self.kinds = kinds
        self.shelves = shelves
        self.name = name
        self.source = source

    def module(self) -> Module | None:
        """Give the module, or None where it or anything in it has mistakes."""
        if self.source.data is None:
            return None
        data: dict[str, Any] = self.source.data
        lessons = data.get("lessons")
        if isinstance(lessons, Listing):
            data = _with(data, "lessons", [self._lesson(n, each) for n, each in enumerate(lessons)])
        return self.reading.validated(Module, self.source, (), data)

    def _lesson(self, number: int, lesson: object) -> object:
        """Put finished blocks into a lesson; each was validated by its own kind."""
        if not isinstance(lesson, Record):
            return lesson
        path: Path = ("lessons", number)
        if isinstance(name := lesson.get("lesson"), str) and name:
            spot = Spot(self.source, (*path, "lesson"))
            self.reading.claims.claim("lesson", f"{self.name}/{name}", spot)
        blocks = lesson.get("blocks")
        if not isinstance(blocks, Listing):
            return lesson
        finished = [self._block((*path, "blocks", n), block) for n, block in enumerate(blocks)]
        return _with(lesson, "blocks", finished)

    def _block(self, path: Path, block: object) -> LessonBlock:
        """Give the block, or a stand-in that keeps the lesson checkable."""
        if not isinstance(block, Record) or len(block) != 1:
            self._add("block-shape", path, quoted=_with_space(block))
            return _STAND_IN
        [(name, body)] = block.items()
        if name == "text":
            return self.reading.validated(Text, self.source, path, block) or _STAND_IN
        kind = self.kinds.get(name)
        if kind is None:
            known = ["text", *self.kinds]
            found = misspelt(self.source, (*path, name), name, known, "unknown-kind")
            self.reading.problems.append(found)
            return _STAND_IN
        return self._placed(kind, (*path, name), body) or _STAND_IN

    def _placed(self, kind: Kind, path: Path, body: Any) -> Placed | None:
        if kind.short and isinstance(body, str) and body:
            body = {kind.short: body}
        exercise = self.reading.validated(kind.model, self.source, path, body)
        spot = Spot(self.source, path)
        if exercise is None:
            self._claim_broken(spot, body)
            return None
        resolved, findings = exercise.resolve(self.shelves)
        self.reading.problems += findings_of(findings, self.source, path)
        placed = Placed(kind=kind.name, module=self.name, exercise=resolved)
        self.reading.add_exercise(placed, spot)
        return placed

    def _claim_broken(self, spot: Spot, body: object) -> None:
        """Claim the id of an exercise that has mistakes: another with the same is wrong, too."""
        if isinstance(body, Record) and isinstance(name := body.get("id"), str) and name:
            own = Spot(self.source, (*spot.path, "id"))
            self.reading.claims.claim("exercise", f"{self.name}/{name}", own)

    def _add(self, code: str, path: Path, **values: object) -> None:
        place = self.source.place_of(path)
        self.reading.problems.append(self.source.problem(code, place, **values))


def _with(record: dict[str, Any], key: str, value: object) -> dict[str, Any]:
    return {**record, key: value}


def _with_space(block: object) -> str:
    return (mend_spaces(f"- {block}") or "") if isinstance(block, str) else ""
