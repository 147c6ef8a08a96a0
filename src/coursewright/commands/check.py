"""Check a course and tell every mistake in it.

Ends with 0 where nothing stands in the way of a site (warnings do not), 1 where something does.
"""

from argparse import ArgumentParser, Namespace

from coursewright.commands import checking


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `check` takes."""
    checking.add_arguments(parser)
    checking.add_against(parser)


def run(options: Namespace) -> int:
    """Check and report; give 0, or 1 for errors."""
    return 1 if checking.check_and_report(options).has_errors else 0
