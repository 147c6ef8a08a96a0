"""What the YAML parser could not read → a problem in a trainer's words, with the line mended."""

from dataclasses import dataclass
from typing import Any

import yaml

from coursewright.core.composer import MAX_DEPTH
from coursewright.core.layout import layout_lines
from coursewright.core.problems import START, Place, Problem
from coursewright.core.quoting import mend_quotes, mend_spaces


@dataclass(frozen=True)
class Explained:
    """A parser's error in our words.

    number, mended: the line (from 1) with which reading could go on, and what it should say;
    0 and "" where nobody can know.
    """

    problem: Problem
    number: int = 0
    mended: str = ""


def explain_yaml_error(error: yaml.YAMLError, file: str, lines: list[str], last: Any) -> Explained:
    """Turn a parser's error into a problem.

    lines: the file's text. last: the event before the error.
    Codes: needs-hyphen, needs-quotes and needs-space (with the line as it should be),
    colon-in-text, open-quote, backslash, open-bracket, no-colon, bad-indent, too-deep, not-yaml.
    """
    if getattr(error, "problem_mark", None) is None:
        return Explained(Problem("not-yaml", file))
    return _Explaining(error, file, lines).explain(last)


class _Explaining:
    """One error of one file."""

    def __init__(self, error: Any, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.said = f"{error.context or ''}: {error.problem or ''}"
        self.place = _place(error.problem_mark)
        self.start = _place(error.context_mark) if error.context_mark else START

    def explain(self, last: Any) -> Explained:
        """Ask what it can be, the surest sign first."""
        if "maximum nesting depth" in self.said:  # libyaml's own limit, from 0.2.6 on
            return Explained(
                Problem("too-deep", self.file, self.place, values={"limit": MAX_DEPTH})
            )
        if "quoted scalar" in self.said:
            return self._in_quotes()
        return (
            self._no_hyphen()
            or self._colon_in_text(last)
            or self._misread_text()
            or self._runaway_quote(last)
            or self._in_layout()
        )

    def _in_quotes(self) -> Explained:
        if "end of stream" in self.said or "document indicator" in self.said:
            return self._open_quote(self.start)
        return self._explained("backslash", self.place)

    def _no_hyphen(self) -> Explained | None:
        """A field that begins where the hyphens of a list do was most likely one of its entries."""
        if "'-' indicator" not in self.said or self.place.column != self.start.column:
            return None
        line = self._line(self.place.line)
        lead = line[: self.place.column - 1]
        return self._explained("needs-hyphen", self.place, f"{lead}- {line[len(lead) :]}")

    def _open_quote(self, start: Place) -> Explained:
        line = self._line(start.line)
        mended = line.rstrip() + line[start.column - 1]
        return self._explained("open-quote", start, mended)

    def _colon_in_text(self, last: Any) -> Explained | None:
        """A text over several lines may have no `: `; one word before it is a field, though."""
        if "mapping values" not in self.said or not isinstance(last, yaml.ScalarEvent):
            return None
        start, end = _place(last.start_mark), _place(last.end_mark)
        before = self._line(end.line)[: end.column - 1].strip(" -")
        if start.line == end.line or " " not in before:
            return None
        return self._explained("colon-in-text", self.place)

    def _misread_text(self) -> Explained | None:
        """The parser often notices a line too late: look for the line that is not as it seems."""
        layout = set(layout_lines(self.lines))
        for number in self._suspects():
            line = self._line(number)
            if number not in layout:
                continue
            if mended := mend_quotes(line):
                return self._explained("needs-quotes", difference(line, mended, number), mended)
            if mended := mend_spaces(line):
                return self._explained("needs-space", difference(line, mended, number), mended)
        return None

    def _suspects(self) -> list[int]:
        """Give the line of the error, the one where its part begins, and the one before."""
        before = self.place.line - 1
        while before > 0 and not self._line(before).strip():
            before -= 1
        return [self.place.line, *([self.start.line] if self._has_no_colon() else []), before]

    def _runaway_quote(self, last: Any) -> Explained | None:
        """A quote that was never closed ends at the next one, some lines further down."""
        if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
            return None
        start, end = _place(last.start_mark), _place(last.end_mark)
        return self._open_quote(start) if start.line < end.line else None

    def _in_layout(self) -> Explained:
        if "expected ',' or" in self.said:
            return self._explained("open-bracket", self.start)
        if self._has_no_colon():
            return self._explained("no-colon", self.start)
        parts = ("expected key", "<block end>", "mapping values", "'-' indicator")
        if not any(part in self.said for part in parts):
            return self._explained("not-yaml", self.place)
        line = self._line(self.place.line)
        indent = len(line) - len(line.lstrip(" "))
        return self._explained("bad-indent", Place(self.place.line, indent + 1))

    def _has_no_colon(self) -> bool:
        return "could not find expected ':'" in self.said

    def _explained(self, code: str, place: Place, mended: str = "") -> Explained:
        line = self._line(place.line)
        values = {"quoted": mended.strip()}
        problem = Problem(code, self.file, place, line, values)
        return Explained(problem, place.line if mended else 0, mended)

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def difference(line: str, mended: str, number: int) -> Place:
    """Give the place in line `number` where the line and its mended form part ways."""
    pairs = zip(line, mended, strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), len(line))
    return Place(number, same + 1)
