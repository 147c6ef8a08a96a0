"""Which files of a course were saved: looked at again and again.

Folders may come and go, lie on a network drive, or be written by an editor that saves under
another name first. Looking thirty times a second costs little in a folder of this size.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

WATCHED = ("content", "quizzes", "docs", "hooks", "mkdocs.yml")
PAUSE = 0.03
"""Seconds between two looks."""

SETTLING = 0.02
"""Seconds after which a file that is being written is looked at again."""

_Seen = dict[str, tuple[int, int]]


def changes(folder: Path, more: Callable[[], Iterable[Path]]) -> Iterator[None]:
    """Give a turn each time that files were saved, when they are no longer being written.

    more: what is watched beside the course's own files, asked again at each look. Never ends.
    """
    seen = _look(folder, more())
    while True:
        time.sleep(PAUSE)
        now = _look(folder, more())
        if now == seen:
            continue
        while now != (seen := _settled(folder, more)):
            now = seen
        yield


def _settled(folder: Path, more: Callable[[], Iterable[Path]]) -> _Seen:
    time.sleep(SETTLING)
    return _look(folder, more())


def _look(folder: Path, more: Iterable[Path]) -> _Seen:
    """Give the time and size of each file."""
    places = {*(folder / name for name in WATCHED), *more}
    return {path: _state(path) for place in places for path in _files(place)}


def _files(place: Path) -> Iterator[str]:
    if place.is_file():
        yield str(place)
    for top, folders, names in os.walk(place):
        folders[:] = [name for name in folders if not _is_passed_over(name)]
        yield from (os.path.join(top, name) for name in names if not _is_passed_over(name))  # noqa: PTH118  (many times a second)


def _is_passed_over(name: str) -> bool:
    """Editors keep their own notes in hidden files and in copies that end with ~."""
    return name.startswith((".", "#")) or name.endswith("~") or name == "__pycache__"


def _state(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116  (many times a second)
    except OSError:  # gone since a moment ago
        return 0, 0
    return found.st_mtime_ns, found.st_size
