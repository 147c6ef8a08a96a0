"""A problem's words: looked up by its code in a `words.yml`, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from coursewright.core.kinds import Kinds
from coursewright.core.problems import Problem

FALLBACK = "en"
OWN = Path(__file__).with_name("words.yml")
LONGEST = 80
"""So much of a trainer's own text is repeated in a sentence; more would hide the sentence."""

_LONGEST_OF = {"quoted": 2 * LONGEST, "known": 4 * LONGEST}

Words = Mapping[str, Any]
Catalogue = Mapping[str, Mapping[str, Words]]
"""Problem code → language → {"message": …, "hint": …}.

"near" is said before the hint, "quoted" and "known" after it, where a code has them and the problem
such a value; "names" translates values.
"""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Told:
    """A problem in words: what is wrong, and what to do about it ("" where nothing helps)."""

    message: str
    hint: str


@cache
def read_words(file: Path) -> Mapping[str, Mapping[str, Any]]:
    """Read a `words.yml`: {"interface": {language: {key: text}}, "problems": {code: …}}.

    Every scalar stays text, as in a course. Returns nothing for a file that is not there.
    """
    if not file.is_file():
        return {}
    words = yaml.load(file.read_bytes(), Loader=_LOADER)  # noqa: S506  (makes texts only)
    return words or {}


def problem_words(kinds: Kinds, *more: Path) -> Catalogue:
    """Give the words for all problems: the core's own, those of each room, and of `more` files."""
    rooms = (kind.folder / "words.yml" for kind in kinds.values())
    catalogue: dict[str, Mapping[str, Words]] = {}
    for file in (OWN, *rooms, *more):
        catalogue.update(read_words(file).get("problems") or {})
    return catalogue


def interface_words(files: list[Path], language: str) -> dict[str, str]:
    """Merge what `words.yml` files say to participants; a later file's text wins.

    A language that a file does not speak gets English, key by key.
    """
    words: dict[str, str] = {}
    for file in files:
        interface = read_words(file).get("interface") or {}
        for tongue in (FALLBACK, language):
            words.update(interface.get(tongue) or {})
    return words


def tell(problem: Problem, catalogue: Catalogue, language: str) -> Told:
    """Put a problem into words.

    Raises KeyError for a code without words: a bug, which a test over all codes finds.
    """
    words = catalogue[problem.code]
    spoken = words.get(language, words[FALLBACK])
    names = spoken.get("names", {})
    values = {
        key: _said(value, names, language, _LONGEST_OF.get(key, LONGEST))
        for key, value in problem.values.items()
    }
    asked = ("near", "hint", "quoted", "known")
    parts = [key for key in asked if key == "hint" or values.get(key)]
    hints = [spoken[key].format(**values) for key in parts if spoken.get(key)]
    return Told(spoken["message"].format(**values), " ".join(hints))


def _said(value: object, names: Mapping[str, str], language: str, longest: int) -> str:
    if isinstance(value, float):
        number = f"{value:.10g}"
        return number if language == "en" else number.replace(".", ",")
    text = str(value)
    return names.get(text, shorten(text, longest))


def shorten(value: object, longest: int) -> str:
    """Give a text on one line, its middle left out where it is longer than `longest`."""
    text = " ".join(str(value).split())
    if len(text) <= longest:
        return text
    return f"{text[: longest - 12].rstrip()} … {text[-9:].lstrip()}"
