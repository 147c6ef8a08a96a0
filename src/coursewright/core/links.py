"""Links between exercises: once the whole course is read, each is told what it refers to."""

from collections.abc import Iterable, Iterator

from coursewright.core.course import Exercise, Lesson, LessonBlock, Module, Placed
from coursewright.core.problems import Path, Problem
from coursewright.core.uniqueness import Spot
from coursewright.core.validation import findings_of, misspelt

Found = Iterable[tuple[Placed, Spot]]


class Connecting:
    """Connects the exercises of one course.

    found: every exercise that was read without mistakes, and where it stands. addresses: those
    of all exercises, broken ones included. problems: no-such-exercise, link-to-itself, and what
    the exercises themselves find.
    """

    def __init__(self, found: Found, addresses: Iterable[str]) -> None:
        self.problems: list[Problem] = []
        self._addresses = set(addresses)
        self._spots = {placed.address: (placed, spot) for placed, spot in found}
        self._exercises = {name: placed.exercise for name, (placed, _) in self._spots.items()}
        self._connected = {
            placed.address: exercise
            for placed, spot in self._spots.values()
            if (exercise := self._connect(placed, spot)) is not None
        }

    def module(self, module: Module) -> Module:
        """Give a module with its exercises connected; the same one where nothing changes."""
        if not any(placed.address in self._connected for placed in module.exercises()):
            return module
        return module.model_copy(update={"lessons": [self._lesson(n) for n in module.lessons]})

    def _lesson(self, lesson: Lesson) -> Lesson:
        return lesson.model_copy(update={"blocks": [self._block(each) for each in lesson.blocks]})

    def _block(self, block: LessonBlock) -> LessonBlock:
        if not isinstance(block, Placed) or block.address not in self._connected:
            return block
        return block.model_copy(update={"exercise": self._connected[block.address]})

    def _connect(self, placed: Placed, spot: Spot) -> Exercise | None:
        """Give the connected exercise, or None where it links to nothing or not to all."""
        links = list(placed.exercise.links())
        self.problems += self._missing(placed, spot, links)
        others = {name: self._exercises[name] for _, name in links if name in self._exercises}
        if not links or len(others) < len({name for _, name in links}):
            return None
        connected, findings = placed.exercise.connect(others)
        self.problems += findings_of(findings, spot.source, spot.path)
        return connected

    def _missing(
        self, placed: Placed, spot: Spot, links: Iterable[tuple[Path, str]]
    ) -> Iterator[Problem]:
        for path, name in links:
            way = (*spot.path, *path)
            if name == placed.address:
                place = spot.source.place_of(way)
                yield spot.source.problem("link-to-itself", place, value=name)
            elif name not in self._addresses:
                known = self._addresses - {placed.address}
                yield misspelt(spot.source, way, name, known, "no-such-exercise")
