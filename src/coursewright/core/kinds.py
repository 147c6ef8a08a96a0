"""What a kind of exercise is, and how kinds are found. Nothing here knows a kind by name."""

import importlib
import importlib.util
import pkgutil
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Protocol

from coursewright.core.course import Exercise
from coursewright.core.part import Part

ENTRY_POINTS = "coursewright.exercises"
BUILT_IN = "coursewright.exercises"
OWN_ROOMS = "hooks/exercises"
KIND_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
RESERVED = frozenset({"text"})


@dataclass(frozen=True)
class Shelf:
    """A folder of YAML files that a kind's exercises draw from.

    folder: its name beside `content/`, e.g. "quizzes".
    key: the field that holds a file's id, e.g. "bank"; equal to the file's name.
    model: what one file holds.
    """

    folder: str
    key: str
    model: type[Part]


@dataclass(frozen=True)
class Link:
    """The way to another exercise. title: plain text. href: from the page it is asked for."""

    title: str
    href: str


class PageContext(Protocol):
    """What a room's view may ask of the page it is written for.

    language: e.g. "da". words: interface texts, shared ones and the room's own.
    """

    @property
    def language(self) -> str:
        """The language of the page."""

    @property
    def words(self) -> Mapping[str, str]:
        """The interface texts by their keys."""

    def inline(self, text: str) -> Any:
        """Turn one line of the author's Markdown into HTML that templates do not escape again."""

    def block(self, text: str) -> Any:
        """Turn the author's Markdown into such HTML, with paragraphs."""

    def link(self, address: str) -> Link:
        """Give the way to another exercise of the course; KeyError if there is none."""


@dataclass(frozen=True)
class Kind:
    """One kind of exercise: a room of its own.

    name: as trainers write it, lower-case words with hyphens; `<cw-name>` in the page.
    model: the YAML shape.
    folder: where template, style, script, words and examples stand.
    view: (exercise, context) → the template's values; context is `render`'s `Context`.
    shelf: what the kind's exercises draw from, if anything.
    short: the field that a bare text value fills, if the kind allows one.
    """

    name: str
    model: type[Exercise]
    folder: Path
    view: Callable[[Any, Any], Mapping[str, Any]]
    shelf: Shelf | None = None
    short: str | None = None

    @cached_property
    def script(self) -> Path | None:
        """The script of its element; None for a kind that is only read."""
        file = self.folder / f"{self.name}.mjs"
        return file if file.is_file() else None


class RoomError(Exception):
    """A room cannot be used; the message says which and why. Its cause is the room's own error."""


class KindClash(RoomError):
    """Two packages bring a kind of the same name, or a name that is not allowed."""


class Kinds(Mapping[str, Kind]):
    """All kinds by name, in alphabetical order."""

    def __init__(self, found: Iterable[tuple[str, Kind]]) -> None:
        """Take (where from, kind) pairs; raise KindClash when two have one name."""
        origins: dict[str, str] = {}
        kinds: dict[str, Kind] = {}
        for origin, kind in found:
            if kind.name in RESERVED or not KIND_NAME.fullmatch(kind.name):
                raise KindClash(f"{origin}: a kind cannot be called '{kind.name}'")
            if kind.name in kinds:
                raise KindClash(f"{origins[kind.name]} and {origin} both bring '{kind.name}'")
            origins[kind.name], kinds[kind.name] = origin, kind
        self._kinds = dict(sorted(kinds.items()))

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


def find_kinds(course: Path | None = None) -> Kinds:
    """Find built-in kinds, those of installed packages and those of the course itself.

    course: the course folder, whose `hooks/exercises/` may hold rooms of its own.
    Raises RoomError for a room that cannot be imported, and KindClash, which is one, when two
    kinds have the same name.
    """
    return Kinds(
        (origin, _open(origin, load)) for origin, load in (*_installed(), *_own_rooms(course))
    )


def _installed() -> Iterator[tuple[str, Callable[[], Any]]]:
    package = importlib.import_module(BUILT_IN)
    for info in pkgutil.iter_modules(package.__path__):
        name = f"{BUILT_IN}.{info.name}"
        yield name, partial(_kind_of, name)
    for entry in entry_points(group=ENTRY_POINTS):
        yield (entry.dist.name if entry.dist else entry.value), entry.load


def _own_rooms(course: Path | None) -> Iterator[tuple[str, Callable[[], Any]]]:
    if course is not None:
        for file in sorted((course / OWN_ROOMS).glob("*/__init__.py")):
            origin = file.parent.relative_to(course).as_posix()
            yield origin, partial(_import_room, file)


def _open(origin: str, load: Callable[[], Any]) -> Kind:
    """Load a room's KIND; whatever goes wrong in foreign code is told with the room's name."""
    try:
        kind = load()
    except Exception as error:
        raise RoomError(f"{origin}: {type(error).__name__}: {error}") from error
    if not isinstance(kind, Kind):
        raise RoomError(f"{origin}: KIND is no Kind")
    return kind


def _kind_of(name: str) -> object:
    return importlib.import_module(name).KIND


def _import_room(file: Path) -> object:
    """Import a course's own room afresh, under a name that no other room can have."""
    number = zlib.crc32(str(file.parent.resolve()).encode("utf-8", "surrogateescape"))
    name = f"coursewright_course_{number:08x}_{file.parent.name}"
    for known in [known for known in sys.modules if known == name or known.startswith(name + ".")]:
        del sys.modules[known]
    spec = importlib.util.spec_from_file_location(
        name, file, submodule_search_locations=[str(file.parent)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module.KIND
