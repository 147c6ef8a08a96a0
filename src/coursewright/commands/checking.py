"""A course folder checked and reported: what `check`, `build` and `serve` begin with."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from coursewright.api import Checked, check_course
from coursewright.commands.published_site import fetch_ledger, is_address
from coursewright.commands.speaking import computer_language, wrong_use
from coursewright.core.course import Course
from coursewright.core.kinds import Kinds, find_kinds
from coursewright.core.ledger import Ledger, LedgerError, read_ledger
from coursewright.core.loading import CONTENT
from coursewright.core.problems import in_order
from coursewright.core.wording import problem_words
from coursewright.render.exercise import WORDS as RENDER_WORDS
from coursewright.render.site_settings import published_elsewhere
from coursewright.reporters.terminal import Terminal, wants_colours


def add_arguments(parser: ArgumentParser) -> None:
    """Add what every command on a course folder takes."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(),
        help="the course's folder; this one if left out",
    )


def add_against(parser: ArgumentParser) -> None:
    """Add the comparison with what is published."""
    parser.add_argument(
        "--against",
        metavar="FOLDER-OR-URL",
        help="also tell what would orphan answers: the address of the published site, its folder, "
        "or a folder with a coursewright.json",
    )
    parser.add_argument(
        "--published-at",
        metavar="URL",
        help="also tell where mkdocs.yml gives the site another address than this",
    )


def check_and_report(options: Namespace) -> Checked:
    """Check the course of the options and print the report.

    Raises WrongUse where there is no course or no ledger, and RoomError.
    """
    folder = course_folder(options)
    kinds = find_kinds(folder)
    checked = check_published(options, folder, kinds)
    report(checked, kinds, sys.stdout)
    return checked


def whole_course(options: Namespace) -> tuple[Checked, Course] | None:
    """Give the course of the options; None, with the report as an error, where it has mistakes.

    Raises WrongUse where there is no course, and RoomError.
    """
    folder = course_folder(options)
    checked = check(folder, find_kinds(folder), options.lang, None)
    if checked.course and not checked.has_errors:
        return checked, checked.course
    report(checked, checked.kinds, sys.stderr)
    return None


def check_published(options: Namespace, folder: Path, kinds: Kinds) -> Checked:
    """Check a course, also against what is published, and where, as far as the options say.

    Raises WrongUse where there is no ledger.
    """
    checked = check(folder, kinds, options.lang, _ledger(options))
    if not options.published_at:
        return checked
    elsewhere = published_elsewhere(folder, options.published_at)
    return replace(checked, problems=in_order([*checked.problems, *elsewhere]))


def report(checked: Checked, kinds: Kinds, stream: TextIO) -> None:
    """Write what was found, and a line that sums up."""
    catalogue = problem_words(kinds, RENDER_WORDS)
    terminal = Terminal(catalogue, checked.language, wants_colours(stream))
    stream.write(terminal.report(checked.problems, checked.course))


def check(folder: Path, kinds: Kinds, language: str | None, published: Ledger | None) -> Checked:
    """Check a course: its YAML, its pages and links, and what is published of it.

    language: of the messages; None for the course's own, or the computer's where the course
    does not say. published: None for no comparison.
    """
    checked = check_course(folder, kinds, published, computer_language())
    return replace(checked, language=language) if language else checked


def course_folder(options: Namespace) -> Path:
    """Give the course's folder. Raises WrongUse for one that cannot be a course."""
    folder: Path = options.folder
    if not folder.is_dir():
        raise wrong_use("no-folder", options.lang, place=folder)
    if not (folder / CONTENT).is_dir():
        raise wrong_use("no-course", options.lang, place=folder.resolve())
    return folder


def _ledger(options: Namespace) -> Ledger | None:
    place: str | None = getattr(options, "against", None)
    if place is None:
        return None
    try:
        return fetch_ledger(place) if is_address(place) else read_ledger(Path(place))
    except LedgerError as error:
        raise wrong_use(error.code, options.lang, place=error.place) from error
