"""`coursewright new module`, `lesson` and `quiz`: files, and the lines that belong to them."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coursewright.commands.checking import course_folder
from coursewright.commands.inserting import CannotInsert, insert_lesson, insert_module
from coursewright.commands.speaking import say, wrong_use
from coursewright.commands.writing import scaffold_text, scaffold_words, write_new
from coursewright.core.loading import MODULES, SETTINGS
from coursewright.core.naming import is_file_name, is_id, suggest_id
from coursewright.core.source import Source, read_source

QUIZZES = "quizzes"


def add_arguments(things: Any) -> None:
    """Add the three commands. things: what `add_subparsers` gave."""
    writers = {"module": _module, "lesson": _lesson, "quiz": _quiz}
    for name, write in writers.items():
        parser: ArgumentParser = things.add_parser(name, help=f"a {name} in a course")
        shape = "MODULE/NAME" if name == "lesson" else "NAME"
        parser.add_argument("name", metavar=shape, help="lower-case words with hyphens")
        parser.add_argument("--title", help="what it is called; made from its name if left out")
        parser.add_argument(
            "--into",
            dest="folder",
            type=Path,
            default=Path(),
            metavar="FOLDER",
            help="the course; this folder if left out",
        )
        parser.set_defaults(write=write)


def _module(options: Namespace) -> Iterator[str]:
    folder, name = course_folder(options), _name(options, options.name)
    file = folder / MODULES / f"{name}.yml"
    words = _words(folder, name, options)
    first = {**words, "PART-ID": words["NEW-LESSON"], "PART-TITLE": words["NEW-LESSON-TITLE"]}
    text = scaffold_text("parts/module.yml", words) + scaffold_text("parts/lesson.yml", first)
    settings = folder / SETTINGS
    listed = _changed(options, settings, lambda source, raw: insert_module(source, raw, name))
    _write(options, file, text)
    settings.write_bytes(listed)
    yield say("new-module", options.lang, place=file.as_posix(), list=settings.as_posix())


def _lesson(options: Namespace) -> Iterator[str]:
    folder = course_folder(options)
    module, _, last = options.name.partition("/")
    file = folder / MODULES / f"{module}.yml"
    if not is_file_name(module) or not file.is_file():
        raise wrong_use("no-module", options.lang, name=module)
    name = _name(options, last)
    text = scaffold_text("parts/lesson.yml", _words(folder, name, options))
    file.write_bytes(
        _changed(options, file, lambda source, raw: insert_lesson(source, raw, name, text))
    )
    yield say("new-lesson", options.lang, name=name, place=file.as_posix())


def _quiz(options: Namespace) -> Iterator[str]:
    folder, name = course_folder(options), _name(options, options.name)
    file = folder / QUIZZES / f"{name}.yml"
    _write(options, file, scaffold_text("parts/bank.yml", _words(folder, name, options)))
    yield say("new-quiz", options.lang, name=name, place=file.as_posix())


def _name(options: Namespace, name: str) -> str:
    if not is_id(name) or not is_file_name(name):
        near = suggest_id(name)
        raise wrong_use("bad-name", options.lang, name=name, near=near or "mit-navn")
    return name


def _words(folder: Path, name: str, options: Namespace) -> dict[str, str]:
    """Give what stands in the files, in the course's language."""
    settings = folder / SETTINGS
    said = _source(settings).data if settings.is_file() else None
    language = said.get("language") if said else None
    title = options.title or name.replace("-", " ").capitalize()
    own = {"PART-ID": name, "PART-TITLE": json.dumps(title, ensure_ascii=False)}
    return {**scaffold_words("parts", str(language)), **own}


def _source(file: Path) -> Source:
    return read_source(file.read_bytes(), file.name)


def _changed(options: Namespace, file: Path, change: Any) -> bytes:
    """Give a file's bytes with a change in them. Raises WrongUse where it cannot be made."""
    try:
        changed: bytes = change(_source(file), file.read_bytes())
    except FileNotFoundError as error:
        raise wrong_use("no-course", options.lang, place=options.folder.resolve()) from error
    except CannotInsert as error:
        raise wrong_use(error.code, options.lang, place=file, name=error.name) from error
    return changed


def _write(options: Namespace, file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_new(file, text)
    except FileExistsError as error:
        raise wrong_use("in-the-way", options.lang, place=file) from error
