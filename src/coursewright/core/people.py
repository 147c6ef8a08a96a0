"""Wording that could point at a real person: numbers, addresses, a full name with a workplace.

What stands among the authors or the sources may stand anywhere: they are named on purpose.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from coursewright.core.part import Part
from coursewright.core.problems import Finding
from coursewright.core.readability import Written

_NAMED_ON_PURPOSE = ("authors", "sources", "licence")
_NAME = r"[A-ZÆØÅ][a-zæøåé]{1,20}"
_SURNAME = r"[A-ZÆØÅ][a-zæøåé]{0,15}(?:sen|son|gaard|gård|lund|berg|holm|strøm|dahl|vik|stad)"
_PATTERNS = {
    "cpr": re.compile(
        r"(?<![\d-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\d-])"
    ),
    "mail": re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}"),
    "phone": re.compile(r"(?<![\d+.,-])(?:\+4[57] ?)?[2-9]\d(?: ?\d\d){3}(?![\d.,-]\d|\d)"),
    "name": re.compile(
        rf"\b{_NAME} {_SURNAME},? (?:fra|hos|ved|på|i|from|at|of) [A-ZÆØÅ]\w{{1,30}}"
        rf"|(?<=[a-zæøå,] ){_NAME} {_NAME} (?:fra|hos|ved|from|at|of) [A-ZÆØÅ]\w{{1,30}}"
    ),
}
_MADE_UP = re.compile(r"@(?:[\w-]{1,60}\.){0,3}(?:example|test|eksempel)\b", re.IGNORECASE)
_MAY_BE = re.compile(r"[@\d]|[A-ZÆØÅ][a-zæøåé]+ [A-ZÆØÅ]")


def points_at_people(texts: Iterable[Written], allowed: Iterable[str]) -> Iterator[Finding]:
    """Find what could point at a real person in the texts of a file, as warnings (real-person).

    allowed: texts of authors and sources of the course.
    """
    named = " ".join(allowed)
    for path, text in texts:
        if path[0] in _NAMED_ON_PURPOSE:
            continue
        for what, said in _pointing(text):
            if value := next((each for each in said if each not in named), ""):
                yield Finding("real-person", path, {"what": what, "value": value}, "warning")


def named_on_purpose(part: Part) -> Iterator[str]:
    """Give the texts of a file that name people because they should."""
    for name in _NAMED_ON_PURPOSE:
        said: str | list[str] | None = getattr(part, name, None)
        yield from [said] if isinstance(said, str) else said or ()


@lru_cache(maxsize=50_000)  # a preview reads the same texts at each save
def _pointing(text: str) -> list[tuple[str, list[str]]]:
    """Give (what, all such in the text) of everything in it that could point at somebody."""
    if not _MAY_BE.search(text):
        return []
    return [
        (what, [found[0] for found in pattern.finditer(text) if not _MADE_UP.search(found[0])])
        for what, pattern in _PATTERNS.items()
    ]
