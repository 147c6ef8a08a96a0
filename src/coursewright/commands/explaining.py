"""A problem before and after it is mended: from rooms' examples, or a course made for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from textwrap import indent
from typing import Any

from coursewright.core.examples import MODULE, Example, read_examples
from coursewright.core.kinds import Kinds
from coursewright.core.source import read_source

FILE = Path(__file__).with_name("explained.yml")
_USUAL = "content/modules/listening.yml"
_EXERCISE_FILE = f"content/modules/{MODULE}.yml"
_BLOCK = " " * 6
_AROUND = 2
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
    """A problem shown. file: where it stands. bad, good: the files of a course with and without it.

    start: lines of the file that are no part of what is shown.
    """

    file: str
    bad: Mapping[str, str]
    good: Mapping[str, str]
    start: int = 0

    def lines(self) -> Iterator[str]:
        """Give the lines that differ, `-` for bad and `+` for good, with a few around them."""
        for file in self.bad:
            if self.bad[file] == self.good[file]:
                continue
            yield f"{file}:"
            start = self.start if file == self.file else 0
            bad, good = (text.split("\n")[start:] for text in (self.bad[file], self.good[file]))
            told = [line.rstrip() for line in ndiff(bad, good) if not line.startswith("?")]
            changed = [n for n, line in enumerate(told) if line[:1] in ("-", "+")]
            yield from told[max(changed[0] - _AROUND, 0) : changed[-1] + 1 + _AROUND]


def pairs(kinds: Kinds) -> dict[str, Pair]:
    """Give a pair for each code that a text can show, of a kind the simplest there is."""
    found = dict(_of_files())
    examples = [each for kind in kinds.values() for each in read_examples(kind, kinds)]
    for example in sorted(examples, key=lambda each: len(each.expected)):
        for code in example.expected if example.mended else ():
            found.setdefault(code, _of_example(example))
    return found


def in_words(language: str) -> dict[str, tuple[str, str]]:
    """Give code → (before, after) in words, for what is about whole files and what is published."""
    told: Mapping[str, Any] = _data()["files"]
    return {code: (said[language]["bad"], said[language]["good"]) for code, said in told.items()}


def _of_files() -> Iterator[tuple[str, Pair]]:
    data = _data()
    course = {file: f"{text.rstrip()}\n" for file, text in data["course"].items()}
    for code, told in data["text"].items():
        file = told.get("in", _USUAL)
        bad = (
            told["bad"] + "\n"
            if "whole" in told
            else course[file].replace(told["good"], told["bad"], 1)
        )
        yield code, Pair(file, course | {file: bad}, course)


def _of_example(example: Example) -> Pair:
    others = [f"- {indent(yaml, '  ').lstrip()}" for _, yaml in example.others]
    bodies = example.yaml, _swapped(example.yaml, example.mended)
    bad, good = (_course(example, body, others) for body in bodies)
    for file, text in example.files.items():
        bad[file], good[file] = text + "\n", _swapped(text, example.mended) + "\n"
    return Pair(_EXERCISE_FILE, bad, good, _HEAD.count("\n"))


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


def _data() -> Mapping[str, Any]:
    return read_source(FILE.read_bytes(), FILE.name).data or {}
