"""List every exercise of a course: where it stands, its kind, its title and its tools.

Ends with 1, and tells why, where the course has mistakes: half a list would look like a whole one.
"""

import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from coursewright.commands import checking
from coursewright.commands.speaking import say, write_exactly
from coursewright.core.course import Course
from coursewright.render.markdown import plain
from coursewright.reporters.catalogue import Entry, as_csv, as_json, as_text

FORMATS = ("text", "json", "csv")
COLUMNS = ("address", "kind", "minutes", "title")
USUAL_TERMINAL = (80, 24)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `catalogue` takes."""
    checking.add_arguments(parser)
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument(
        "--format", choices=FORMATS, default="text", help="for people, programs or spreadsheets"
    )
    for name in FORMATS[1:]:
        forms.add_argument(
            f"--{name}", action="store_const", dest="format", const=name, help=f"--format {name}"
        )


def run(options: Namespace) -> int:
    """Write the list; give 0, or 1 for a course with errors."""
    found = checking.whole_course(options)
    if found is None:
        return 1
    checked, course = found
    entries = list(list_exercises(course))
    if options.format == "text":
        print(_table(entries, checked.language), end="")
    else:
        write_exactly(as_json(entries) if options.format == "json" else as_csv(entries))
    return 0


def list_exercises(course: Course) -> Iterator[Entry]:
    """Give an entry for each exercise, in the order of the course."""
    for module in course.modules:
        for lesson in module.lessons:
            for placed in lesson.exercises():
                exercise = placed.exercise
                yield Entry(
                    module=module.module,
                    lesson=lesson.lesson,
                    kind=placed.kind,
                    address=placed.address,
                    title=plain(exercise.heading()),
                    minutes=exercise.minutes,
                    tools=list(dict.fromkeys(exercise.tools())),
                )


def _table(entries: list[Entry], language: str) -> str:
    if not entries:
        return say("no-exercises", language) + "\n"
    heads = {name: say(f"column-{name}", language) for name in COLUMNS}
    return as_text(entries, heads, shutil.get_terminal_size(USUAL_TERMINAL).columns)
