"""A problem's words: looked up by its code in a `words.yml`, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from coursewright.core.kinds import Kinds
from coursewright.core.problems import Problem

FALLBACK = "en"
OWN = Path(__file__).with_name("words.yml")

Words = Mapping[str, str]
Catalogue = Mapping[str, Mapping[str, Words]]
"""Problem code → language → {"message": …, "hint": …}."""


@dataclass(frozen=True)
class Told:
    """A problem in words: what is wrong, and what to do about it ("" where nothing helps)."""

    message: str
    hint: str


@cache
def read_words(file: Path) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    """Read a `words.yml`: {"interface": {language: {key: text}}, "problems": {code: …}}."""
    if not file.is_file():
        return {}
    return yaml.safe_load(file.read_text(encoding="utf-8")) or {}


def problem_words(kinds: Kinds, *more: Path) -> Catalogue:
    """Give the words for all problems: the core's own, those of each room, and of `more` files."""
    files = [OWN, *(kind.folder / "words.yml" for kind in kinds.values()), *more]
    catalogue: dict[str, Mapping[str, Words]] = {}
    for file in files:
        catalogue.update(read_words(file).get("problems", {}))  # type: ignore[arg-type]
    return catalogue


def interface_words(files: list[Path], language: str) -> dict[str, str]:
    """Merge what `words.yml` files say to participants; a later file's text wins.

    A language that a file does not speak gets English, key by key.
    """
    words: dict[str, str] = {}
    for file in files:
        interface = read_words(file).get("interface", {})
        for tongue in (FALLBACK, language):
            words.update({k: str(v) for k, v in interface.get(tongue, {}).items()})
    return words


def tell(problem: Problem, catalogue: Catalogue, language: str) -> Told:
    """Put a problem into words.

    Raises KeyError for a code without words: a bug, which a test over all codes finds.
    """
    words = catalogue[problem.code]
    spoken = words.get(language, words[FALLBACK])
    values = dict(problem.values)
    hint = spoken.get("hint", "").format(**values)
    if values.get("near"):
        hint = f"{spoken['near'].format(**values)} {hint}".strip()
    if values.get("quoted"):
        hint = f"{spoken['quoted'].format(**values)} {hint}".strip()
    return Told(spoken["message"].format(**values), hint)
