"""Ids that stand twice: answers would be mixed up, so both places are told."""

from dataclasses import dataclass, field

from coursewright.core.course import Module, Placed
from coursewright.core.problems import Path, Place, Problem
from coursewright.core.source import Source


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: a file, and the way to it inside."""

    source: Source
    path: Path

    @property
    def place(self) -> Place:
        """Line and column in the file."""
        return self.source.place_of(self.path)


@dataclass
class Claims:
    """Who has which id, gathered while the files are read, broken ones included.

    spots: (what sort of id, the id) → where it was claimed first. An exercise's id is unique
    in its module, a lesson's, too. An item's is unique in its exercise, and forgotten after it.
    problems: duplicate-id, was-in-use, retired-in-use.
    """

    spots: dict[tuple[str, str], Spot] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def claim(self, sort: str, name: str, spot: Spot, code: str = "duplicate-id") -> None:
        """Give an id to a place, or note a problem where another has it.

        sort: within what the id must be unique. name: the id with what it is unique in:
        `module/exercise`. code: the problem it is if it is taken.
        """
        first = self.spots.setdefault((sort, name), spot)
        if first is not spot:
            self._refuse(name, first, spot, code)

    def addresses(self) -> list[str]:
        """Give the public ids of all exercises, broken ones included."""
        return [name for sort, name in self.spots if sort == "exercise"]

    def claim_exercise(self, placed: Placed, spot: Spot) -> None:
        """Claim an exercise's id and its items'; `spot` is where the exercise stands."""
        self.claim("exercise", placed.address, _inside(spot, "id"))
        seen: dict[str, Path] = {}
        for name, path in placed.exercise.scored():
            if name in seen:
                first, second = (_inside(spot, *way) for way in (seen[name], path))
                self._refuse(name, first, second, "duplicate-id")
            else:
                seen[name] = path

    def claim_earlier(self, placed: Placed, spot: Spot) -> None:
        """Claim an exercise's earlier ids; to be done when all present ids are claimed."""
        for index, address in enumerate(placed.earlier):
            self.claim("exercise", address, _inside(spot, "was", index), "was-in-use")

    def claim_retired(self, module: Module, source: Source) -> None:
        """Claim a module's retired exercises; to be done when all present ids are claimed."""
        for index, name in enumerate(module.retired):
            if "/" not in name:
                spot = Spot(source, ("retired", index))
                self.claim("exercise", f"{module.module}/{name}", spot, "retired-in-use")

    def _refuse(self, name: str, first: Spot, spot: Spot, code: str) -> None:
        said = name.rpartition("/")[2]
        values = {"id": said, "file": first.source.file, "first": first.place.line}
        self.problems.append(spot.source.problem(code, spot.place, **values))


def _inside(spot: Spot, *path: str | int) -> Spot:
    return Spot(spot.source, (*spot.path, *path))
