"""Build a course, serve it on this computer, and build again when a file is saved."""

from argparse import ArgumentParser, Namespace

from coursewright.commands import checking
from coursewright.commands.engine import open_engine


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `serve` takes."""
    checking.add_arguments(parser)
    parser.add_argument("--port", type=int, default=8000, help="8000 if left out")


def run(options: Namespace) -> int:
    """Check, then serve until Ctrl-C; give 0, or 1 where the course could not be built."""
    if checking.check_and_report(options).has_errors:
        return 1
    return open_engine().serve(options.folder, f"127.0.0.1:{options.port}")
