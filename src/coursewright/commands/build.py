"""Check a course and build its site."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from coursewright.commands import checking
from coursewright.commands.engine import DOORS, USUAL, open_builder
from coursewright.commands.speaking import say


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `build` takes."""
    checking.add_arguments(parser)
    checking.add_against(parser)
    parser.add_argument(
        "--site-dir", type=Path, metavar="DIR", help="where the site goes; site/ if left out"
    )
    parser.add_argument(
        "--engine",
        choices=DOORS,
        default=USUAL,
        help=f"the program that builds the site; {USUAL} if left out",
    )
    parser.add_argument(
        "--no-pdf",
        action="store_true",
        help="leave out the workbook's PDF files, which take a while",
    )
    parser.add_argument("--strict", action="store_true", help="let warnings stop the build, too")


def run(options: Namespace) -> int:
    """Check, then build; give 0 only where the whole site was built."""
    engine = open_builder(options.engine, options.lang)
    checked = checking.check_and_report(options)
    if checked.has_errors or (options.strict and checked.problems):
        return 1
    try:
        built = engine.build(
            options.folder,
            options.site_dir,
            strict=options.strict,
            pdf=not options.no_pdf,
            known=checked.known,
        )
    except SystemExit:
        return 1
    except OSError as error:
        place, why = error.filename or options.site_dir or "site", error.strerror or error
        print(say("not-written", checked.language, place=place, why=why), file=sys.stderr)
        return 1
    if built:
        return 1
    print(say("built", checked.language))
    return 0
