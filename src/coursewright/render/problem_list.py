"""Every problem there is, with its words, as the guide lists them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from markupsafe import Markup

from coursewright.core.kinds import Kinds
from coursewright.core.wording import FALLBACK, OWN, problem_words, read_words

EXTRAS = ("near", "quoted", "known")
"""What a hint also says where a near name, the line in quotes, or all names are known."""


@dataclass(frozen=True)
class Listed:
    """One problem: its code, its message, and everything its hint can say. Words are HTML."""

    code: str
    message: Markup
    hints: list[Markup]


@dataclass(frozen=True)
class Group:
    """Problems that belong together. name: "core", "pages" or a kind's name."""

    name: str
    problems: list[Listed]


def list_problems(kinds: Kinds, pages: Path, language: str) -> list[Group]:
    """Give all problems in groups: of files and fields, of pages, of each kind.

    pages: the `words.yml` of those that pages can have. A kind without its own has no group.
    """
    files = {"core": OWN, "pages": pages}
    files |= {kind.name: kind.folder / "words.yml" for kind in kinds.values()}
    catalogue = problem_words(kinds, pages)
    groups = (
        Group(name, [_listed(code, catalogue[code], language) for code in _codes(file)])
        for name, file in files.items()
    )
    return [group for group in groups if group.problems]


def _codes(file: Path) -> Iterator[str]:
    return iter(read_words(file).get("problems", {}))


def _listed(code: str, words: Mapping[str, Mapping[str, str]], language: str) -> Listed:
    spoken = words.get(language, words[FALLBACK])
    said = (spoken.get(key, "") for key in ("hint", *EXTRAS))
    return Listed(code, _marked(spoken["message"]), [_marked(text) for text in said if text])


def _marked(text: str) -> Markup:
    """Show each placeholder by its name: `{field}` becomes <var>field</var>."""
    html = Markup()
    for words, name, _, _ in Formatter().parse(text):
        html += words
        if name is not None:
            html += Markup("<var>{}</var>").format(name)
    return html
