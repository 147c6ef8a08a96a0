"""Check a course and tell every mistake in it.

Ends with 0 where nothing stands in the way of a site (warnings do not), 1 where something does.
With --fix it mends what is sure first: quotes and spaces that are missing, names of fields that
are misspelt, and ids that are left out. Everything else in the files stays as it is.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from importlib.metadata import version
from pathlib import Path
from typing import TextIO

from coursewright.api import Checked
from coursewright.commands import checking
from coursewright.commands.fixing import fix
from coursewright.commands.speaking import say, write_exactly, wrong_use
from coursewright.core.kinds import Kinds, find_kinds
from coursewright.core.wording import problem_words
from coursewright.render.exercise import WORDS as RENDER_WORDS
from coursewright.reporters.github import as_github
from coursewright.reporters.json_report import as_json
from coursewright.reporters.machine import state
from coursewright.reporters.sarif import as_sarif

FORMATS = ("text", "json", "github", "sarif")


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `check` takes."""
    checking.add_arguments(parser)
    checking.add_against(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for people, programs, pull requests on GitHub, or code hosts",
    )
    parser.add_argument("--fix", action="store_true", help="mend what is sure, and say what")


def run(options: Namespace) -> int:
    """Mend if asked to, check and report; give 0, or 1 for errors."""
    folder = checking.course_folder(options)
    kinds = find_kinds(folder)
    aside = sys.stdout if options.format == "text" else sys.stderr
    count = _fix(options, folder, kinds, aside) if options.fix else 0
    checked = checking.check_published(options, folder, kinds)
    if options.fix:
        print(
            say("mended" if count else "nothing-mended", checked.language, count=count), file=aside
        )
    if options.format == "text":
        checking.report(checked, kinds, sys.stdout)
        if checked.problems:
            print(say("explained", checked.language, example=checked.problems[0].code))
    else:
        write_exactly(_told(checked, kinds, options.format, folder))
    return 1 if checked.has_errors else 0


def _told(checked: Checked, kinds: Kinds, form: str, folder: Path) -> str:
    catalogue = problem_words(kinds, RENDER_WORDS)
    stated = state(checked.problems, catalogue, checked.language, _way_to(folder))
    match form:
        case "json":
            return as_json(stated)
        case "github":
            return as_github(stated)
        case _:
            return as_sarif(stated, version("coursewright"))


def _way_to(folder: Path) -> str:
    """Give the way from here to the course, as code hosts want it; whole where there is none."""
    try:
        return Path(os.path.relpath(folder)).as_posix()
    except ValueError:  # another drive
        return folder.resolve().as_posix()


def _fix(options: Namespace, folder: Path, kinds: Kinds, stream: TextIO) -> int:
    """Mend, say each change, and give how many there were."""
    count = 0
    try:
        for changed in fix(folder, kinds):
            print(changed, file=stream)
            count += 1
    except OSError as error:
        why = error.strerror or error
        raise wrong_use("not-mended", options.lang, place=error.filename, why=why) from error
    return count
