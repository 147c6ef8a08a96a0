"""The `coursewright` command: one module for each of its commands, found by listing them.

A command is a module with `add_arguments(parser)` and `run(options)`; its docstring is its
help. Exit codes: 0 clean, 1 problems in the course, 2 wrong use, 3 a mistake of ours.
"""

import argparse
import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Iterator
from importlib.metadata import version
from types import ModuleType
from typing import TextIO

from coursewright.commands.speaking import LANGUAGES, WrongUse, say
from coursewright.core.collecting import end_at_once
from coursewright.core.kinds import RoomError

PACKAGE = "coursewright"
PROBLEMS, WRONG_USE, BUG, INTERRUPTED = 1, 2, 3, 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit code.

    arguments: what stands after `coursewright`; the process's own where left out.
    """
    for stream in (sys.stdout, sys.stderr):
        _speak_safely(stream)
    end_at_once()
    try:
        options = _parser().parse_args(_spelled_out(arguments))
    except SystemExit as ended:  # argparse has printed help, the version, or what is wrong
        return ended.code if isinstance(ended.code, int) else WRONG_USE
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _failed(error, options)
    return code


def _spelled_out(arguments: list[str] | None) -> list[str]:
    """Let a command put in the words that its users may leave out."""
    first, *rest = (sys.argv[1:] if arguments is None else arguments) or [""]
    spell_out = getattr(dict(_commands()).get(first), "spell_out", None)
    return [first, *(spell_out(rest) if spell_out else rest)] if first else []


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coursewright", description="E-learning courses from YAML.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version(PACKAGE)}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module in _commands():
        about = (module.__doc__ or "").strip()
        command = commands.add_parser(
            name,
            help=about.partition("\n")[0],
            description=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.add_argument("--lang", choices=LANGUAGES, help="the language of the messages")
        command.add_argument("--debug", action="store_true", help="show where a bug of ours is")
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


def _commands() -> Iterator[tuple[str, ModuleType]]:
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        if hasattr(module, "run"):
            yield info.name, module


def _failed(error: Exception, options: argparse.Namespace) -> int:
    """Tell what stopped the command on one line; where it is in the code only if asked for."""
    if isinstance(error, WrongUse):
        print(error, file=sys.stderr)
        return WRONG_USE
    if options.debug:
        traceback.print_exception(error)
    if isinstance(error, RoomError):
        print(say("room", options.lang, error=error), file=sys.stderr)
        return PROBLEMS
    kind = type(error).__name__
    print(say("bug", options.lang, error=f"{kind}: {error}"), file=sys.stderr)
    return BUG


def _speak_safely(stream: TextIO) -> None:
    """A console that lacks a letter shows a question mark instead of stopping us."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(errors="replace")
