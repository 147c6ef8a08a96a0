"""Make the empty workbooks as PDF: one for each module, and one for the whole course.

They are tagged, so that screen readers can read them. Takes the extra coursewright[workbook].
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from coursewright.commands import checking
from coursewright.commands.speaking import say
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
    found = checking.whole_course(options)
    if found is None:
        return 1
    checked, course = found
    workbooks = SiteRenderer(course, checked.kinds).workbooks
    try:
        into, pictures = options.into or options.folder / "site", options.folder / PICTURES
        files = write_workbooks(workbooks, [*workbooks.modules, None], pictures, into)
    except NoPdf as error:
        print(workbooks.words["workbook-no-pdf"].format(reason=error), file=sys.stderr)
        return 1
    for file in files:
        print(say("wrote", checked.language, file=file.as_posix()))
    return 0
