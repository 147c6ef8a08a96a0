"""Files → a course, or every problem of the whole course at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from coursewright.core.collecting import without_collecting
from coursewright.core.course import Course, Module, Settings
from coursewright.core.file_names import (
    check_file_names,
    check_stray_files,
    find_files,
    fits,
)
from coursewright.core.kinds import Kinds, Shelf
from coursewright.core.links import Connecting
from coursewright.core.modules import ModuleReader
from coursewright.core.part import Part
from coursewright.core.problems import Problem, has_errors
from coursewright.core.reading import Known, Reading, Sound
from coursewright.core.source import Listing, Source
from coursewright.core.uniqueness import Claims
from coursewright.core.validation import misspelt

CONTENT = "content"
SETTINGS = f"{CONTENT}/course.yml"
MODULES = f"{CONTENT}/modules"


@dataclass
class Loaded:
    """What a course folder gave.

    course: the typed course; None as long as there are errors.
    problems: all mistakes and warnings, in order of file and line.
    settings: course.yml alone, if it is without mistakes.
    language: what course.yml says the course is written in, also where it has other mistakes;
    "" where it does not say.
    sources: path from the course folder → the file as it was read; without their text and data
    where the course is without errors and nobody asked to keep them.
    claims: where each id stands.
    parts: every file of the course that is without mistakes.
    drafts: path → module files that course.yml does not name.
    """

    course: Course | None
    problems: list[Problem]
    settings: Settings | None = None
    language: str = ""
    sources: dict[str, Source] = field(default_factory=dict)
    claims: Claims = field(default_factory=Claims)
    parts: list[Sound] = field(default_factory=list)
    drafts: dict[str, Source] = field(default_factory=dict)


def load_course(
    folder: FilePath, kinds: Kinds, *, keep_sources: bool = False, known: Known | None = None
) -> Loaded:
    """Read a course folder: `content/course.yml`, its modules and what its kinds draw from.

    keep_sources: whether more problems are to be placed in the files afterwards.
    known: kept from one reading to the next, it spares reading what has not changed; sources in it
    have to be kept, too.
    Never raises for what a trainer wrote; a broken file is told and the rest is still checked.
    """
    with without_collecting():
        loaded = _Loading(folder, kinds, known).run()
    if loaded.course and not keep_sources:
        for source in (*loaded.sources.values(), *loaded.drafts.values()):
            source.forget()
    return loaded


class _Loading:
    """One reading of one course folder."""

    def __init__(self, folder: FilePath, kinds: Kinds, known: Known | None) -> None:
        self.folder = folder
        self.kinds = kinds
        self.reading = Reading(folder, known)
        self.drafts: dict[str, Source] = {}
        self.shelves: dict[str, dict[str, Part | None]] = {}

    def run(self) -> Loaded:
        """Read everything, and give the course if nothing is wrong with it."""
        self._check_names()
        source = self._settings_source()
        settings = self.reading.validated(Settings, source) if source else None
        for kind in self.kinds.values():
            if kind.shelf:
                self.shelves[kind.shelf.folder] = dict(self._shelf(kind.shelf))
        modules = self._modules(source)
        self.reading.check_texts(settings.lix if settings else None)
        problems = self.reading.all_problems()
        course = None
        if settings and not has_errors(problems):
            course = Course(settings=settings, modules=[modules[n] for n in settings.modules])
        reading = self.reading
        told_in = _language(source)
        sources, claims, parts = reading.sources, reading.claims, reading.parts
        return Loaded(course, problems, settings, told_in, sources, claims, parts, self.drafts)

    def _check_names(self) -> None:
        folders = [MODULES, *(kind.shelf.folder for kind in self.kinds.values() if kind.shelf)]
        self.reading.problems += check_file_names(self.folder, [CONTENT, *folders])
        self.reading.problems += check_stray_files(self.folder, SETTINGS, folders)

    def _settings_source(self) -> Source | None:
        file = find_files(self.folder, CONTENT).get("course")
        if file is None:
            self.reading.problems.append(Problem("no-course-file", SETTINGS))
            return None
        return self.reading.read(file)

    def _shelf(self, shelf: Shelf) -> Iterator[tuple[str, Part | None]]:
        for name, file in find_files(self.folder, shelf.folder).items():
            source = self.reading.read(file)
            self._check_name(source, shelf.key, name)
            yield name, self.reading.validated(shelf.model, source)

    def _check_name(self, source: Source, key: str, name: str) -> None:
        """A file and what stands in it have one name; an unfit file name is told elsewhere."""
        said = source.data.get(key) if source.data is not None else None
        if isinstance(said, str) and said not in ("", name) and fits(_file_name(source)):
            values = {"key": key, "said": said, "name": name}
            place = source.place_of((key,))
            self.reading.problems.append(source.problem("id-is-not-file-name", place, **values))

    def _modules(self, settings: Source | None) -> dict[str, Module]:
        files = find_files(self.folder, MODULES)
        named = self._named(settings, files)
        drafts = set(files) - named if named else set()
        read = {name: self._module(name, file, name in drafts) for name, file in files.items()}
        connecting = Connecting(self.reading.exercises, self.reading.claims.addresses())
        self.reading.problems += connecting.problems
        self.reading.claim_past()
        return {name: connecting.module(module) for name, module in read.items() if module}

    def _named(self, settings: Source | None, files: dict[str, str]) -> set[str]:
        """Give the modules that course.yml names, or most likely means by a name it misspells."""
        listed = settings.data.get("modules") if settings and settings.data is not None else None
        if settings is None or not isinstance(listed, Listing):
            return set()
        named = {name for name in listed if isinstance(name, str)}
        for index, name in enumerate(listed):
            if isinstance(name, str) and name not in files:
                found = misspelt(settings, ("modules", index), name, files)
                self.reading.problems.append(found)
                named.add(str(found.values["near"]))
        return named

    def _module(self, name: str, file: str, is_draft: bool) -> Module | None:
        """Read one module; what is wrong with a draft does not stop the course."""
        reading = Reading(self.folder, self.reading.known) if is_draft else self.reading
        source = reading.read(file)
        if is_draft:
            self.drafts[file] = source
            reading.problems.append(Problem("module-not-in-course", file, values={"module": name}))
        else:
            self._check_name(source, "module", name)
        module = ModuleReader(reading, self.kinds, self.shelves, name, source).module()
        if not is_draft:
            return module
        self.reading.problems += [found.as_warning() for found in reading.all_problems()]
        return None


def _file_name(source: Source) -> str:
    return source.file.rpartition("/")[2]


def _language(settings: Source | None) -> str:
    said = settings.data.get("language") if settings and settings.data is not None else None
    return said if isinstance(said, str) else ""
