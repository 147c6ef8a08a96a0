"""Make the empty workbooks as PDF: one for each module, and one for the whole course.

They are tagged, so that screen readers can read them. Takes the extra coursewright[workbook].
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from coursewright.commands import checking
from coursewright.commands.speaking import say
from coursewright.core.kinds import find_kinds
from coursewright.render.pdf import NoPdf
from coursewright.render.site import SiteRenderer
from coursewright.render.workbook import write_workbooks

PICTURES = "docs"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `workbook` takes."""
    checking.add_arguments(parser)
    parser.add_argument(
        "--into", type=Path, metavar="DIR", help="where workbook/ goes; site/ if left out"
    )


def run(options: Namespace) -> int:
    """Check, then write the files; give 0, or 1 where there is a mistake or no PDF to be had."""
    folder = checking.course_folder(options)
    kinds = find_kinds(folder)
    checked = checking.check(folder, kinds, options.lang, None)
    if checked.course is None or checked.has_errors:
        checking.report(checked, kinds, sys.stderr)
        return 1
    workbooks = SiteRenderer(checked.course, kinds).workbooks
    try:
        into = options.into or folder / "site"
        files = write_workbooks(workbooks, [*workbooks.modules, None], folder / PICTURES, into)
    except NoPdf as error:
        print(workbooks.words["workbook-no-pdf"].format(reason=error), file=sys.stderr)
        return 1
    for file in files:
        print(say("wrote", checked.language, file=file.as_posix()))
    return 0
