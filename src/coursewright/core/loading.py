"""Files → a course, or every problem of the whole course at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import ValidationError

from coursewright.core.course import (
    Course,
    Exercise,
    Module,
    Part,
    Placed,
    Settings,
    Text,
)
from coursewright.core.file_names import check_file_names
from coursewright.core.kinds import Kind, Kinds, Shelf
from coursewright.core.problems import Path, Problem, has_errors, in_order
from coursewright.core.source import Listing, Record, Source, read_source
from coursewright.core.uniqueness import duplicate_ids
from coursewright.core.validation import findings_of, misspelt, problems_of

SETTINGS = "content/course.yml"
MODULES = "content/modules"

PartType = TypeVar("PartType", bound=Part)


@dataclass
class Loaded:
    """What a course folder gave.

    course: the typed course; None as long as there are errors.
    problems: all mistakes and warnings, in order of file and line.
    settings: course.yml alone, if that much could be read (its language tells the messages').
    """

    course: Course | None
    problems: list[Problem]
    settings: Settings | None = None
    sources: dict[str, Source] = field(default_factory=dict)


def load_course(folder: FilePath, kinds: Kinds) -> Loaded:
    """Read a course folder: `content/course.yml`, its modules and what its kinds draw from.

    Never raises for what a trainer wrote; a broken file is told and the rest is still checked.
    """
    return _Loading(folder, kinds).run()


class _Loading:
    """One reading of one folder: what was read and what was wrong."""

    def __init__(self, folder: FilePath, kinds: Kinds) -> None:
        self.folder = folder
        self.kinds = kinds
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.shelves: dict[str, dict[str, Part | None]] = {}

    def run(self) -> Loaded:
        settings = self._settings()
        self.problems += check_file_names(self.folder, self._folders())
        for kind in self.kinds.values():
            if kind.shelf:
                self.shelves[kind.shelf.folder] = dict(self._shelf(kind.shelf))
        modules = self._modules(settings)
        self.problems += duplicate_ids(modules, self.sources)
        course = None
        problems = in_order(self.problems)
        if settings and not has_errors(problems):
            order = {name: number for number, name in enumerate(settings.modules)}
            modules.sort(key=lambda module: order[module.module])
            course = Course(settings=settings, modules=modules)
        return Loaded(course, problems, settings, self.sources)

    def _folders(self) -> list[str]:
        return [MODULES, *(kind.shelf.folder for kind in self.kinds.values() if kind.shelf)]

    def _read(self, file: str) -> Source | None:
        path = self.folder / file
        if not path.is_file():
            return None
        source = read_source(path.read_bytes(), file)
        self.sources[file] = source
        self.problems += source.problems
        return source

    def _settings(self) -> Settings | None:
        source = self._read(SETTINGS)
        if source is None:
            self.problems.append(Problem("no-course-file", SETTINGS))
            return None
        return self._validated(Settings, source, (), source.data)

    def _shelf(self, shelf: Shelf) -> Iterator[tuple[str, Part | None]]:
        for path in sorted((self.folder / shelf.folder).glob("*.yml")):
            source = self._read(f"{shelf.folder}/{path.name}")
            if source is None:
                continue
            self._check_name(source, shelf.key, path.stem)
            yield path.stem, self._validated(shelf.model, source, (), source.data)

    def _check_name(self, source: Source, key: str, stem: str) -> None:
        said = source.data.get(key) if source.data is not None else None
        if isinstance(said, str) and said and said != stem:
            place = source.place_of((key,))
            values = {"key": key, "said": said, "stem": stem}
            self.problems.append(source.problem("id-is-not-file-name", place, **values))

    def _modules(self, settings: Settings | None) -> list[Module]:
        present = {path.stem for path in (self.folder / MODULES).glob("*.yml")}
        named = settings.modules if settings else []
        for index, name in enumerate(named):
            if name not in present:
                source = self.sources[SETTINGS]
                self.problems.append(misspelt(source, ("modules", index), name, present))
        read = (self._module(name, name in named) for name in sorted(present))
        return [module for module in read if module]

    def _module(self, name: str, named: bool) -> Module | None:
        source = self._read(f"{MODULES}/{name}.yml")
        if source is None or source.data is None:
            return None
        if not named:
            values = {"module": name}
            found = Problem("module-not-in-course", source.file, values=values, severity="warning")
            self.problems.append(found)
        self._check_name(source, "module", name)
        data = {**source.data, "lessons": self._lessons(source, name)}
        module = self._validated(Module, source, (), data)
        return module if named else None

    def _lessons(self, source: Source, module: str) -> Any:
        """Validate each block by its own kind; the lesson then takes the finished blocks."""
        lessons = source.data.get("lessons") if source.data is not None else None
        if not isinstance(lessons, Listing):
            return lessons if lessons is not None else []
        return [
            {**lesson, "blocks": self._blocks(source, module, ("lessons", index), lesson)}
            if isinstance(lesson, Record) and isinstance(lesson.get("blocks"), Listing)
            else lesson
            for index, lesson in enumerate(lessons)
        ]

    def _blocks(self, source: Source, module: str, path: Path, lesson: Record) -> list[Any]:
        return [
            self._block(source, module, (*path, "blocks", index), block)
            for index, block in enumerate(lesson["blocks"])
        ]

    def _block(self, source: Source, module: str, path: Path, block: object) -> Text | Placed:
        """Give the block, or a stand-in that keeps the lesson checkable."""
        stand_in = Text.model_construct(text="")
        if not isinstance(block, Record) or len(block) != 1:
            self.problems.append(source.problem("block-shape", source.place_of(path)))
            return stand_in
        [(name, body)] = block.items()
        if name == "text":
            return self._validated(Text, source, path, block) or stand_in
        kind = self.kinds.get(name)
        if kind is None:
            known = ["text", *self.kinds]
            self.problems.append(misspelt(source, (*path, name), name, known, "unknown-kind"))
            return stand_in
        exercise = self._exercise(kind, source, (*path, name), body)
        if exercise is None:
            return stand_in
        return Placed(kind=name, module=module, exercise=exercise)

    def _exercise(self, kind: Kind, source: Source, path: Path, body: Any) -> Exercise | None:
        if isinstance(body, str) and kind.short and body:
            body = {kind.short: body}
        exercise = self._validated(kind.model, source, path, body)
        if exercise is None:
            return None
        resolved, findings = exercise.resolve(self.shelves)
        self.problems += findings_of(findings, source, path)
        return resolved

    def _validated(
        self, model: type[PartType], source: Source, path: Path, data: object
    ) -> PartType | None:
        if data is None:
            return None
        try:
            part = model.model_validate(data)
        except ValidationError as error:
            self.problems += problems_of(error, source, path, model)
            return None
        self.problems += findings_of(part.findings(), source, path)
        return part

