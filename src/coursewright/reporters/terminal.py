"""Problems → the text a trainer reads in a terminal.

content/modules/motivation.yml:42:9: error[band-gap] The scores 12–14 have no band.
   42 |         - {from: 15, to: 20, title: Well on the way}
      |         ^
      Let the bands meet: one ends where the next begins.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from coursewright.core.course import Course
from coursewright.core.problems import Problem, has_errors
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
        found = counted(problems, self._words)
        if has_errors(problems) or course is None:
            return self._styled("error", found)
        said = self._words["usable" if found else "fine"]
        return self._styled("good", said.format(found=found, counts=self._contents(course)))

    def _contents(self, course: Course) -> str:
        counts = {
            "modules": len(course.modules),
            "lessons": sum(len(module.lessons) for module in course.modules),
            "exercises": sum(1 for _ in course.exercises()),
        }
        return ", ".join(_count(name, count, self._words) for name, count in counts.items())

    @property
    def _words(self) -> Mapping[str, Any]:
        return spoken(self.language)

    def _styled(self, style: str, text: str) -> str:
        return f"{_STYLES[style]}{text}{_PLAIN}" if self.colours and text else text


def spoken(language: str) -> Mapping[str, Any]:
    """Give the reporters' own words in a language, or in English."""
    words = read_words(WORDS)["terminal"]
    found: Mapping[str, Any] = words.get(language, words[FALLBACK])
    return found


def counted(problems: Iterable[Problem], words: Mapping[str, Any]) -> str:
    """Say how many errors and warnings there are: "1 error, 2 warnings"."""
    severities = [f"{problem.severity}s" for problem in problems]
    counts = {name: severities.count(name) for name in ("errors", "warnings")}
    return ", ".join(_count(name, count, words) for name, count in counts.items() if count)


def _count(name: str, count: int, words: Mapping[str, Any]) -> str:
    forms: Mapping[str, str] = words[name]
    return forms["one" if count == 1 else "many"].format(count=count)


def wants_colours(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether to use colours: on a terminal, unless NO_COLOR is set or it knows none."""
    plain = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
    return stream.isatty() and not plain
