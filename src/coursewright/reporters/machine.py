"""Problems with their words and their way from where the command was given, for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from coursewright.core.problems import Problem
from coursewright.core.wording import Catalogue, tell


@dataclass(frozen=True)
class Stated:
    """A problem in words.

    file: path from where the command was given, with forward slashes. message, hint: in the
    language asked for; hint is "" where nothing helps.
    """

    problem: Problem
    file: str
    message: str
    hint: str

    @property
    def text(self) -> str:
        """Message and hint as one text, a line each."""
        return "\n".join(filter(None, (self.message, self.hint)))


def state(
    problems: list[Problem], catalogue: Catalogue, language: str, folder: str = ""
) -> Iterator[Stated]:
    """Put each problem into words.

    folder: the course's, as a path from where the command was given; "" where it is the same.
    """
    for problem in problems:
        words = tell(problem, catalogue, language)
        file = str(PurePosixPath(folder) / problem.file)
        yield Stated(problem, file, words.message, words.hint)
