"""Write the beginning of something new: `new kind NAME`.

A kind of exercise is a folder of its own. In a course it is written to hooks/exercises/NAME and
works at once; with --package it becomes a package that others can install.
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from coursewright import scaffold
from coursewright.commands.speaking import say, wrong_use
from coursewright.core.kinds import KIND_NAME, OWN_ROOMS, RESERVED, find_kinds

SCAFFOLD = Path(scaffold.__file__).parent
NEW = ".new"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `new` takes."""
    things = parser.add_subparsers(metavar="WHAT", required=True)
    kind = things.add_parser("kind", help="a kind of exercise")
    kind.add_argument("name", help="as trainers write it: lower-case words with hyphens")
    kind.add_argument("--package", action="store_true", help="a package that can be installed")
    kind.add_argument(
        "--into", type=Path, default=Path(), metavar="FOLDER", help="the course, or where it goes"
    )
    kind.set_defaults(write=_kind)


def run(options: Namespace) -> int:
    """Write it, and say what comes next."""
    for line in options.write(options):
        print(line)
    return 0


def _kind(options: Namespace) -> Iterator[str]:
    name, language = options.name, options.lang
    if not KIND_NAME.fullmatch(name) or name in RESERVED:
        raise wrong_use("bad-kind-name", language, name=name)
    if name in find_kinds(options.into):
        raise wrong_use("kind-exists", language, name=name)
    words = _words(name)
    if options.package:
        top = options.into / f"coursewright-{name}"
        room = top / "src" / f"coursewright_{words['KIND_NAME']}"
        parts = [("package", top), ("kind", room)]
    else:
        top = room = options.into / OWN_ROOMS / words["KIND_NAME"]
        parts = [("kind", room)]
    if top.exists():
        raise wrong_use("in-the-way", language, place=top)
    for part, folder in parts:
        _write(SCAFFOLD / part, folder, words)
    key = "new-package" if options.package else "new-kind"
    yield say(key, language, name=name, place=room.as_posix(), top=top.as_posix())


def _words(name: str) -> dict[str, str]:
    """Give what stands in for what: a name as trainers, as Python and as a class writes it."""
    model = "".join(part.capitalize() for part in name.split("-"))
    return {"KIND-NAME": name, "KIND_NAME": name.replace("-", "_"), "ModelName": model}


def _write(scaffolded: Path, folder: Path, words: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    for file in sorted(scaffolded.glob(f"*{NEW}")):
        text = _replaced(file.read_text("utf-8"), words)
        (folder / _replaced(file.name.removesuffix(NEW), words)).write_text(text, "utf-8")


def _replaced(text: str, words: dict[str, str]) -> str:
    return re.sub("|".join(words), lambda found: words[found[0]], text)
