"""Problems → the text a trainer reads in a terminal.

content/modules/motivation.yml:42:9: error[band-gap] The scores 12–14 have no band.
   42 |         - {from: 15, to: 20, title: Well on the way}
      |         ^
      Let the bands meet: one ends where the next begins.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from coursewright.core.course import Course
from coursewright.core.problems import Problem
from coursewright.core.wording import FALLBACK, Catalogue, read_words, tell
from coursewright.reporters.excerpt import excerpt, visible

WORDS = Path(__file__).with_name("words.yml")
_GUTTER = 6
_STYLES = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "quiet": "\x1b[2m", "good": "\x1b[32m"}
_PLAIN = "\x1b[0m"


@dataclass(frozen=True)
class Terminal:
    """How problems are told.

    catalogue: the words for each problem's code. language: e.g. "da"; another than words exist
    in is told in English. colours: whether to use a terminal's colours.
    """

    catalogue: Catalogue
    language: str
    colours: bool = False

    def report(self, problems: list[Problem], course: Course | None = None) -> str:
        """Give all problems, a blank line after each, and a line that sums up.

        course: counted in the last line where there are no errors.
        """
        told = ["\n".join(self._lines(problem)) + "\n" for problem in problems]
        return "\n".join([*told, self._summary(problems, course)]) + "\n"

    def _lines(self, problem: Problem) -> Iterator[str]:
        words = tell(problem, self.catalogue, self.language)
        where = f"{problem.file}:{problem.place.line}:{problem.place.column}:"
        kind = self._styled(problem.severity, f"{problem.severity}[{problem.code}]")
        yield f"{visible(where)} {kind} {visible(words.message)}"
        if problem.excerpt.strip():
            line, marker = excerpt(problem.excerpt, problem.place.column)
            number = self._styled("quiet", f"{problem.place.line:>{_GUTTER - 1}} |")
            yield f"{number} {line}"
            blank = self._styled("quiet", f"{'':>{_GUTTER - 1}} |")
            yield f"{blank} {self._styled(problem.severity, marker)}"
        if words.hint:
            yield f"{'':>{_GUTTER}} {visible(words.hint)}"

    def _summary(self, problems: list[Problem], course: Course | None) -> str:
        counts = {
            name: sum(f"{problem.severity}s" == name for problem in problems)
            for name in ("errors", "warnings")
        }
        found = ", ".join(self._counted(name, count) for name, count in counts.items() if count)
        if counts["errors"] or course is None:
            return self._styled("error", found)
        said = self._words["usable" if found else "fine"]
        return self._styled("good", said.format(found=found, counts=self._contents(course)))

    def _contents(self, course: Course) -> str:
        counts = {
            "modules": len(course.modules),
            "lessons": sum(len(module.lessons) for module in course.modules),
            "exercises": sum(1 for _ in course.exercises()),
        }
        return ", ".join(self._counted(name, count) for name, count in counts.items())

    def _counted(self, name: str, count: int) -> str:
        forms: Mapping[str, str] = self._words[name]
        return forms["one" if count == 1 else "many"].format(count=count)

    @property
    def _words(self) -> Mapping[str, Any]:
        words = read_words(WORDS)["terminal"]
        spoken: Mapping[str, Any] = words.get(self.language, words[FALLBACK])
        return spoken

    def _styled(self, style: str, text: str) -> str:
        return f"{_STYLES[style]}{text}{_PLAIN}" if self.colours and text else text


def wants_colours(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether to use colours: on a terminal, unless NO_COLOR is set or it knows none."""
    plain = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
    return stream.isatty() and not plain
