"""Show the course while you write: every save is on the screen at once, and so is every mistake.

Only this computer can see it. With --lan a telephone on the same network can, too, and so can
everybody else on that network. Ends with Ctrl-C.
"""

import signal
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from coursewright.commands import checking
from coursewright.commands.engine import open_engine
from coursewright.commands.network import local_address, qr_code
from coursewright.commands.speaking import computer_language, say, wrong_use
from coursewright.core.kinds import Kinds
from coursewright.core.problems import Problem
from coursewright.core.wording import problem_words
from coursewright.render.exercise import WORDS
from coursewright.reporters.panel import Panel
from coursewright.reporters.terminal import Terminal, wants_colours

HERE = "127.0.0.1"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `serve` takes."""
    checking.add_arguments(parser)
    parser.add_argument("--port", type=int, default=8000, help="8000 if left out")
    parser.add_argument(
        "--lan", action="store_true", help="let telephones on the same network open it, too"
    )


def run(options: Namespace) -> int:
    """Serve until Ctrl-C, whatever is wrong with the course; gives 0.

    Raises WrongUse where there is no course, no network or no free port.
    """
    folder = checking.course_folder(options)
    host = local_address() if options.lan else HERE
    if host is None:
        raise wrong_use("no-network", options.lang)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return open_engine().serve(folder, host, options.port, Telling(options.lang, options.lan))
    except (OSError, OverflowError) as error:
        raise wrong_use("port-taken", options.lang, port=options.port, why=error) from error


@dataclass
class Telling:
    """Tells each state of the course in the terminal, and as HTML for its pages.

    language: of the messages; None for the course's own. is_open: whether others can see it.
    """

    language: str | None
    is_open: bool

    def serving(self, address: str) -> None:
        """Say where the course is, and who can see it."""
        if self.is_open:
            self._print(qr_code(address))
        self._print(say("serving-lan" if self.is_open else "serving", self.language, at=address))

    def found(
        self, problems: Sequence[Problem], kinds: Kinds, language: str, *, is_shown: bool
    ) -> str:
        """Tell a course's problems; gives the panel for its pages."""
        spoken = self.language = self.language or language
        catalogue = problem_words(kinds, WORDS)
        terminal = Terminal(catalogue, spoken, wants_colours(sys.stdout))
        self._print(terminal.report(list(problems)) if problems else say("shown", spoken))
        return Panel(catalogue, spoken).problems(problems, is_shown=is_shown)

    def stopped(self, message: str, *, is_shown: bool) -> str:
        """Tell what else stopped the preview; gives the panel for its pages."""
        language = self.language or computer_language()
        self._print(message)
        return Panel({}, language).trouble(message, is_shown=is_shown)

    def _print(self, text: str) -> None:
        print(text.rstrip("\n"), flush=True)
