"""Ids that stand twice: answers would be mixed up, so both places are told."""

from collections.abc import Iterator

from coursewright.core.course import Module, Placed, Text
from coursewright.core.problems import Path, Place, Problem
from coursewright.core.source import Source

MODULES = "content/modules"


def duplicate_ids(modules: list[Module], sources: dict[str, Source]) -> list[Problem]:
    """Find lessons, exercises and scored items whose id is already taken.

    An exercise's id is unique in its module; an item's id is unique in its exercise.
    """
    return [
        problem
        for module in modules
        for problem in _in_module(module, sources[f"{MODULES}/{module.module}.yml"])
    ]


def _in_module(module: Module, source: Source) -> Iterator[Problem]:
    lessons: dict[str, Path] = {}
    exercises: dict[str, Path] = {}
    for number, lesson in enumerate(module.lessons):
        path: Path = ("lessons", number)
        yield from _taken(lessons, lesson.lesson, (*path, "lesson"), source)
        for index, block in enumerate(lesson.blocks):
            if not isinstance(block, Text):
                inside: Path = (*path, "blocks", index, block.kind)
                yield from _in_exercise(exercises, block, inside, source)


def _in_exercise(
    taken: dict[str, Path], placed: Placed, path: Path, source: Source
) -> Iterator[Problem]:
    for name in (placed.exercise.id, *placed.exercise.was):
        yield from _taken(taken, name, (*path, "id"), source)
    items: dict[str, Path] = {}
    for name, inside in placed.exercise.scored():
        yield from _taken(items, name, (*path, *inside), source)


def _taken(taken: dict[str, Path], name: str, path: Path, source: Source) -> Iterator[Problem]:
    if name in taken:
        first: Place = source.place_of(taken[name])
        values = {"id": name, "file": source.file, "first": first.line}
        yield source.problem("duplicate-id", source.place_of(path), **values)
    taken.setdefault(name, path)
