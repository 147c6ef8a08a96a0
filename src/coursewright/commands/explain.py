"""Explain a problem: what it means, what to do, and an example before and after.

Without a code it lists them all.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from coursewright.commands.explaining import pairs
from coursewright.commands.speaking import LANGUAGES, computer_language, say, wrong_use
from coursewright.core.kinds import Kinds, find_kinds
from coursewright.core.validation import nearest
from coursewright.core.wording import FALLBACK, problem_words
from coursewright.render.exercise import WORDS as RENDER_WORDS
from coursewright.render.problem_list import EXTRAS, list_problems


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `explain` takes."""
    parser.add_argument("code", nargs="?", help="the word in square brackets, e.g. band-gap")


def run(options: Namespace) -> int:
    """Explain one problem, or list all; give 0."""
    kinds = find_kinds(Path())
    language = options.lang or computer_language()
    lines = explain(options.code, kinds, language) if options.code else _all(kinds, language)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def explain(code: str, kinds: Kinds, language: str) -> Iterator[str]:
    """Give the lines that explain a problem. Raises WrongUse for a code that there is not."""
    catalogue = problem_words(kinds, RENDER_WORDS)
    if code not in catalogue:
        near = nearest(code, catalogue) or "…"
        raise wrong_use("no-such-problem", language or None, said=code, near=near)
    words = catalogue[code].get(language, catalogue[code][FALLBACK])
    yield f"{code}: {_plain(words['message'])}"
    yield from (_plain(words[key]) for key in ("hint", *EXTRAS) if words.get(key))
    yield ""
    if shown := pairs(kinds).get(code):
        if other := shown.compared_with():
            yield say("published", _spoken(language), what=other)
        yield from shown.lines()


def _all(kinds: Kinds, language: str) -> Iterator[str]:
    catalogue = problem_words(kinds, RENDER_WORDS)
    spoken = _spoken(language)
    names = {name: say(f"problems-{name}", spoken) for name in ("core", "pages")}
    for group in list_problems(kinds, RENDER_WORDS, language):
        yield ""
        yield f"{names.get(group.name, group.name)}:"
        for code in (problem.code for problem in group.problems):
            words = catalogue[code].get(language, catalogue[code][FALLBACK])
            yield f"  {code:<26} {_plain(words['message'])}"
    yield ""
    yield say("explain-one", spoken)


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else FALLBACK


def _plain(text: str) -> str:
    """Show placeholders by their names: `{field}` as ‹field›, and doubled braces as one."""
    return text.replace("{{", "\x00").replace("}}", "\x01").replace("{", "‹").replace(
        "}", "›"
    ).replace("\x00", "{").replace("\x01", "}")  # fmt: skip
