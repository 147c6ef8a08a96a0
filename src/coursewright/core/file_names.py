"""The files of a course folder: found by the name they stand for, and told where it is unfit."""

from collections.abc import Iterator
from pathlib import Path

from coursewright.core.naming import is_file_name, suggest_file_name
from coursewright.core.problems import Problem

ENDING = ".yml"
_ENDINGS = (ENDING, ".yaml")
_CLUTTER = (".", "~", "#")
"""How the names begin that editors and systems leave behind."""


def find_files(course: Path, folder: str) -> dict[str, str]:
    """Give the YAML files of a folder: the name each stands for → its path from the course.

    A file with an unfit name stands for the name it should have, so that it is read as well;
    of several for one name the first that fits is taken.
    """
    files: dict[str, str] = {}
    for name in sorted(_yaml_names(course / folder), key=lambda name: (not fits(name), name)):
        files.setdefault(_meant(name), f"{folder}/{name}")
    return files


def check_file_names(course: Path, folders: list[str]) -> list[Problem]:
    """Look at the names of the files in which a course is written.

    course: the course folder. folders: the folders in it that hold YAML.
    Codes: bad-file-name, wrong-ending (both with a better one), same-file-name.
    """
    return [problem for folder in folders for problem in _in_folder(course, folder)]


def check_stray_files(course: Path, settings: str, folders: list[str]) -> Iterator[Problem]:
    """Warn (stray-file) of YAML that nobody reads, because it lies one folder too high or low.

    settings: path of course.yml. folders: the folders that hold YAML, from the course folder.
    """
    top = settings.rpartition("/")[0]
    places = [f"{top}/*", *(f"{folder}/*/*" for folder in folders)]
    for path in sorted(path for place in places for path in course.glob(place)):
        file = path.relative_to(course).as_posix()
        is_settings = path.parent == course / top and _meant(path.name) == _stem(settings)
        if _is_yaml(path.name) and not is_settings:
            values = {"folders": ", ".join(folders)}
            yield Problem("stray-file", file, values=values, severity="warning")


def fits(name: str) -> bool:
    """Tell whether a file's name can stay as it is."""
    return name.endswith(ENDING) and is_file_name(name.removesuffix(ENDING))


def _in_folder(course: Path, folder: str) -> Iterator[Problem]:
    read = find_files(course, folder)
    for name in sorted(_yaml_names(course / folder)):
        file, stem = f"{folder}/{name}", _stem(name)
        taken = read[_meant(name)]
        values = {"better": suggest_file_name(stem) + ENDING}
        if taken != file:
            other = taken.removeprefix(f"{folder}/")
            yield Problem("same-file-name", file, values={"other": other})
        elif not is_file_name(stem):
            yield Problem("bad-file-name", file, values=values)
        elif not name.endswith(ENDING):
            yield Problem("wrong-ending", file, values=values)


def _yaml_names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return [path.name for path in folder.iterdir() if _is_yaml(path.name)]


def _is_yaml(name: str) -> bool:
    return name.lower().endswith(_ENDINGS) and not name.startswith(_CLUTTER)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]


def _meant(name: str) -> str:
    return suggest_file_name(_stem(name))
