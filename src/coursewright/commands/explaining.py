"""A problem before and after it is mended: from rooms' examples, or a course made for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent
from typing import Any

from coursewright.commands.example_files import Files, changed_files, differences
from coursewright.core.examples import MODULE, Example, read_examples
from coursewright.core.kinds import Kinds
from coursewright.core.ledger import Ledger, Published
from coursewright.core.source import read_source

FILE = Path(__file__).with_name("explained.yml")
_USUAL = "content/modules/listening.yml"
_EXERCISE_FILE = f"content/modules/{MODULE}.yml"
_COURSE = "talks"
_BLOCK = " " * 6
_HEAD = f"""\
module: {MODULE}
title: Example
summary: An example.
minutes: 480
aims: [You can see what is wrong.]
lessons:
  - lesson: example
    title: Example
    minutes: 480
    blocks:
"""


@dataclass(frozen=True)
class Pair:
    """A problem shown. bad, good: the files of a course with and without it.

    starts: path → how many lines of a file are no part of what is shown.
    published: what its site has already. published_at: the site's address. Both only where the
    course is compared with that.
    """

    bad: Files
    good: Files
    starts: Mapping[str, int] = field(default_factory=dict)
    published: Ledger | None = None
    published_at: str = ""

    def lines(self) -> Iterator[str]:
        """Give the lines that differ, `-` for bad and `+` for good, with a few around them."""
        return differences(self.bad, self.good, self.starts)

    def compared_with(self) -> str:
        """Name what the course is compared with; "" where it is not."""
        if self.published is None:
            return self.published_at
        known = self.published.exercises.items()
        told = [f"{'/'.join((name, *entry.items))} ({entry.kind})" for name, entry in known]
        return ", ".join(told) or self.published.course


def pairs(kinds: Kinds) -> dict[str, Pair]:
    """Give a pair for each code, of a kind the simplest there is."""
    found = dict(_of_files())
    examples = [each for kind in kinds.values() for each in read_examples(kind, kinds)]
    for example in sorted(examples, key=lambda each: len(each.expected)):
        for code in example.expected if example.mended else ():
            found.setdefault(code, _of_example(example))
    return found


def _of_files() -> Iterator[tuple[str, Pair]]:
    data: Mapping[str, Any] = read_source(FILE.read_bytes(), FILE.name).data or {}
    course = {file: f"{text.rstrip()}\n" for file, text in data["course"].items()}
    for code, told in data["problems"].items():
        yield code, _pair(course, told)


def _pair(course: dict[str, str], told: Mapping[str, Any]) -> Pair:
    """Make a pair as `explained.yml` tells it."""
    file, files = told.get("in", _USUAL), told.get("files", {})
    bad, good = _texts(course[file], told)
    is_saved = "saved" in told
    bad_files = course | {file: bad.encode(told["saved"]) if is_saved else bad}
    both = files.get("both", {})
    return Pair(
        changed_files(bad_files, both | files.get("bad", {})),
        changed_files(course | {file: good}, both | files.get("good", {})),
        published=_ledger(told["published"]) if "published" in told else None,
        published_at=told.get("published-at", ""),
    )


def _texts(text: str, told: Mapping[str, Any]) -> tuple[str, str]:
    """Give a file with and without its mistake."""
    if "mended" in told:
        return text, _swapped(text, told["mended"])
    if "whole" in told:
        return told["bad"] and f"{told['bad']}\n", text
    if "good" not in told:
        return text, text
    more, times = told.get("times", ("", 0))
    at = told.get("at", told["good"])
    bad = told["bad"] + more * int(times)
    return text.replace(at, bad, 1), text.replace(at, told["good"], 1)


def _ledger(told: Mapping[str, str]) -> Ledger:
    """Read `course`, or exercises: public id → kind, and the ids inside."""
    exercises = {name: said.split() for name, said in told.items() if name != "course"}
    known = {name: Published(kind, tuple(items)) for name, (kind, *items) in exercises.items()}
    return Ledger(told.get("course", _COURSE), known)


def _of_example(example: Example) -> Pair:
    others = [f"- {indent(yaml, '  ').lstrip()}" for _, yaml in example.others]
    bodies = example.yaml, _swapped(example.yaml, example.mended)
    bad, good = (_course(example, body, others) for body in bodies)
    for file, text in example.files.items():
        bad[file], good[file] = text + "\n", _swapped(text, example.mended) + "\n"
    return Pair(bad, good, {_EXERCISE_FILE: _HEAD.count("\n")})


def _course(example: Example, body: str, others: list[str]) -> dict[str, str]:
    name = example.kind.name
    is_short = "\n" not in body and ":" not in body
    block = f"- {name}: {body}" if is_short else f"- {name}:\n{indent(body, '    ')}"
    blocks = "\n".join(indent(each, _BLOCK) for each in [block, *others])
    settings = f"course: example\ntitle: Example\nlanguage: en\nmodules: [{MODULE}]\n"
    return {_EXERCISE_FILE: f"{_HEAD}{blocks}\n", "content/course.yml": settings}


def _swapped(text: str, swaps: list[tuple[str, str]]) -> str:
    for old, new in swaps:
        text = text.replace(old, new)
    return text
