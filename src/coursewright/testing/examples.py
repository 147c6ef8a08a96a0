"""A room's examples as test cases."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coursewright.core.examples import Example, read_examples
from coursewright.core.kinds import Kind, Kinds, find_kinds

_COURSES: list[Path] = []


def use_course(folder: Path) -> None:
    """Let the kinds that a course brings itself, in `hooks/exercises`, be tested, too."""
    _COURSES.append(folder)
    installed_kinds.cache_clear()


@cache
def installed_kinds() -> Kinds:
    """Find the kinds once for the whole run; KindClash when two have one name."""
    return find_kinds(*_COURSES[-1:])


def examples_of(kind: Kind | str) -> list[Example]:
    """Give all examples of a kind, good ones first. Raises KeyError for an unknown kind."""
    return _read(installed_kinds()[kind] if isinstance(kind, str) else kind)


@cache
def _read(kind: Kind) -> list[Example]:
    return read_examples(kind, installed_kinds())


def find_example(kind: Kind | str, name: str) -> Example:
    """Give one example by its name. Raises LookupError, naming those that exist."""
    examples = examples_of(kind)
    for example in examples:
        if example.name == name:
            return example
    known = ", ".join(example.name for example in examples)
    raise LookupError(f"no example called {name}; there are: {known}")


def every_good_example(*kinds: Kind | str) -> Any:
    """Run a test with `example` once for each good example.

    kinds: which kinds; all that are installed where none is named.
    """
    return _parametrized(kinds, lambda example: not example.expected)


def every_bad_example(*kinds: Kind | str) -> Any:
    """Run a test with `example` once for each bad example, as `every_good_example` does."""
    return _parametrized(kinds, lambda example: bool(example.expected))


def _parametrized(kinds: tuple[Kind | str, ...], wanted: Any) -> Any:
    chosen = [e for kind in kinds or installed_kinds() for e in examples_of(kind) if wanted(e)]
    return pytest.mark.parametrize("example", chosen, ids=_name)


def _name(example: Example) -> str:
    return f"{example.kind.name}-{example.name}"
