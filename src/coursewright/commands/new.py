"""Begin something new: a course, or a module, a lesson, a quiz or a kind of exercise in one.

  coursewright new my-course            a course that works at once
  coursewright new module NAME          a module, at the end of the course
  coursewright new lesson MODULE/NAME   a lesson, at the end of a module
  coursewright new quiz NAME            a file with questions
  coursewright new kind NAME            a kind of exercise of your own

Nothing that is there already is overwritten.
"""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from coursewright.commands import new_course, new_parts
from coursewright.commands.speaking import LANGUAGES, say, wrong_use
from coursewright.commands.writing import write_scaffold
from coursewright.core.kinds import KIND_NAME, OWN_ROOMS, RESERVED, find_kinds

THINGS = ("course", "module", "lesson", "quiz", "kind")


def spell_out(arguments: list[str]) -> list[str]:
    """Put in the word `course` where none of THINGS is named: `new my-course` is enough."""
    if arguments[:1] in (["-h"], ["--help"], []) or set(arguments) & set(THINGS):
        return arguments
    return ["course", *arguments]


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `new` takes."""
    things = parser.add_subparsers(metavar="WHAT", required=True)
    new_course.add_arguments(things.add_parser("course", help="a course that works at once"))
    new_parts.add_arguments(things)
    kind = things.add_parser("kind", help="a kind of exercise")
    kind.add_argument("name", help="as trainers write it: lower-case words with hyphens")
    kind.add_argument("--package", action="store_true", help="a package that can be installed")
    kind.add_argument(
        "--into", type=Path, default=Path(), metavar="FOLDER", help="the course, or where it goes"
    )
    kind.set_defaults(write=_kind)
    for thing in things.choices.values():
        thing.add_argument("--lang", choices=LANGUAGES, default=SUPPRESS, help=SUPPRESS)
        thing.add_argument("--debug", action="store_true", default=SUPPRESS, help=SUPPRESS)


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
        write_scaffold(part, folder, words)
    key = "new-package" if options.package else "new-kind"
    yield say(key, language, name=name, place=room.as_posix(), top=top.as_posix())


def _words(name: str) -> dict[str, str]:
    """Give what stands in for what: a name as trainers, as Python and as a class writes it."""
    model = "".join(part.capitalize() for part in name.split("-"))
    return {"KIND-NAME": name, "KIND_NAME": name.replace("-", "_"), "ModelName": model}
