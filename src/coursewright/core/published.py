"""A course compared with what was published: an id that is gone takes answers with it."""

from collections.abc import Iterator, Mapping

from coursewright.core.course import Placed
from coursewright.core.ledger import Ledger, Published
from coursewright.core.loading import MODULES, SETTINGS, Loaded
from coursewright.core.problems import Problem, in_order
from coursewright.core.uniqueness import Spot
from coursewright.core.validation import nearest

Values = Mapping[str, object]


def compare(ledger: Ledger, loaded: Loaded) -> list[Problem]:
    """Find what an edit would orphan; gives nothing for a course that did not load.

    loaded: a course loaded with its sources kept.

    Codes: published-course, published-module, published-exercise, published-renamed,
    published-kind, published-item.
    """
    if loaded.course is None:
        return []
    return in_order(_Comparison(ledger, loaded).problems())


class _Comparison:
    """One ledger beside one course without mistakes."""

    def __init__(self, ledger: Ledger, loaded: Loaded) -> None:
        self.ledger = ledger
        self.loaded = loaded
        course = loaded.course
        self.settings = loaded.settings
        self.modules = {each.module: each for each in course.modules} if course else {}
        self.placed = {each.address: each for each in course.exercises()} if course else {}
        self.followers = {old: each for each in self.placed.values() for old in each.earlier}
        self.new = [each for name, each in self.placed.items() if name not in ledger.exercises]

    def problems(self) -> Iterator[Problem]:
        """Compare the course's id first: the rest means nothing in another course."""
        if self.settings and self.settings.course != self.ledger.course:
            values = {"published": self.ledger.course, "course": self.settings.course}
            yield self._in_settings("published-course", "course", values)
            return
        for module, names in self._published().items():
            is_gone = module not in self.modules
            lost = [name for name in names if name not in self.followers]
            if is_gone and lost and not self._is_retired(module):
                yield self._module_gone(module, lost)
            for name, entry in names.items():
                if not is_gone or name not in lost:
                    yield from self._exercise(module, name, entry)

    def _published(self) -> dict[str, dict[str, Published]]:
        """Give what was published by module; an exercise's earlier ids count, too."""
        modules: dict[str, dict[str, Published]] = {}
        for address, entry in self.ledger.exercises.items():
            for name in (address, *entry.was):
                module = name.partition("/")[0]
                modules.setdefault(module, {})[name] = entry
        return modules

    def _is_retired(self, module: str) -> bool:
        return self.settings is not None and module in self.settings.retired

    def _module_gone(self, module: str, lost: list[str]) -> Problem:
        fresh = [name for name in self.modules if not self._was_published(name)]
        values = {"module": module, "count": len(lost), "near": nearest(module, fresh)}
        return self._in_settings("published-module", "modules", values)

    def _was_published(self, module: str) -> bool:
        return any(name.startswith(f"{module}/") for name in self.ledger.exercises)

    def _exercise(self, module: str, name: str, entry: Published) -> Iterator[Problem]:
        now = self.placed.get(name) or self.followers.get(name)
        if now is not None:
            yield from self._kept(name, entry, now)
        elif name.partition("/")[2] not in self.modules[module].retired:
            yield self._gone(module, name, entry)

    def _kept(self, name: str, entry: Published, now: Placed) -> Iterator[Problem]:
        spot = self._spot(now)
        if now.kind != entry.kind:
            values = {"id": name.partition("/")[2], "published": entry.kind, "kind": now.kind}
            yield _at(spot, "published-kind", values)
            return
        module = self.modules[now.module]
        items = [item for item, _ in now.exercise.scored()]
        for item in entry.items:
            if item not in items and f"{now.exercise.id}/{item}" not in module.retired:
                near = nearest(item, [each for each in items if each not in entry.items])
                values = {"item": item, "id": now.exercise.id, "near": near}
                yield _at(spot, "published-item", values)

    def _gone(self, module: str, name: str, entry: Published) -> Problem:
        old = name.partition("/")[2]
        candidate = self._candidate(module, old, entry)
        if candidate is None:
            source = self.loaded.sources[f"{MODULES}/{module}.yml"]
            return source.problem("published-exercise", source.place_of(("module",)), id=old)
        same = candidate.module == module
        values = {"id": old, "new": candidate.exercise.id, "was": old if same else name}
        return _at(self._spot(candidate), "published-renamed", values)

    def _candidate(self, module: str, old: str, entry: Published) -> Placed | None:
        """Find the new exercise it may have become: the same kind, here or moved elsewhere."""
        fresh = [each for each in self.new if each.kind == entry.kind]
        moved = [each for each in fresh if each.exercise.id == old]
        here = {each.exercise.id: each for each in fresh if each.module == module}
        near = here.get(nearest(old, here))
        if near is None and len(here) == 1 and self._is_alone(module, entry.kind):
            near = next(iter(here.values()))
        return moved[0] if moved else near

    def _is_alone(self, module: str, kind: str) -> bool:
        """Tell whether only one exercise of a kind is gone, so that a new one may be that."""
        gone = [
            name
            for name, entry in self._published()[module].items()
            if entry.kind == kind and name not in self.placed and name not in self.followers
        ]
        return len(gone) == 1

    def _spot(self, placed: Placed) -> Spot:
        return self.loaded.claims.spots["exercise", placed.address]

    def _in_settings(self, code: str, field: str, values: Values) -> Problem:
        source = self.loaded.sources[SETTINGS]
        return source.problem(code, source.place_of((field,)), **values)


def _at(spot: Spot, code: str, values: Values) -> Problem:
    return spot.source.problem(code, spot.place, **values)
