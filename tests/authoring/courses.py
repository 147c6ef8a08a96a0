"""Small courses in a temporary folder, with one tiny kind of exercise that exists only here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import (
    Block,
    Id,
    Inline,
    Number,
    Range,
    Reference,
    WholeNumber,
    YesNo,
)
from coursewright.core.kinds import Kind, Kinds
from coursewright.core.loading import Loaded, load_course
from coursewright.core.part import Part
from coursewright.core.problems import Problem
from coursewright.core.wording import Catalogue, Told, problem_words, tell

COURSE = """\
course: test
title: En prøve
language: da
modules: [motivation]
"""
HEAD = """\
module: motivation
title: Motivation
summary: Kort.
minutes: 10
aims: [Du kan noget.]
"""
LESSON = """\
lessons:
  - lesson: skalaen
    title: Skalaen
    minutes: 5
    blocks:
"""
TEXT = "      - text: Hej.\n"
NOT_FOR_TRAINERS = re.compile(
    r"\b(None|True|False|dict|str|int|float|bool|tuple|NoneType|Traceback|Exception|Error"
    r"|pydantic|YAMLError|scalar|mapping|sequence|token|node|document|simple key|parser|utf-8'"
    r"|Record|Listing|context|validator|literal|schema|regex)\b|\{\w*\}|0x[0-9a-f]+"
)
"""Words of Python and of libraries, and placeholders nobody filled in."""


class Item(Part):
    """A statement."""

    id: Id = Field(description="Its name.")
    text: Inline = Field(description="What it says.")


class Note(Exercise):
    """An exercise with one field of every sort."""

    say: Inline | None = Field(default=None, description="One line.")
    more: Block | None = Field(default=None, description="More lines.")
    count: WholeNumber | None = Field(default=None, ge=1, le=10, description="A number.")
    weight: Number | None = Field(default=None, gt=0, lt=5, description="A weight.")
    shown: YesNo | None = Field(default=None, description="Whether.")
    when: Range | None = Field(default=None, description="From and to.")
    see: Reference | None = Field(default=None, description="Another one.")
    sort: Literal["one", "many"] | None = Field(default=None, description="Which.")
    anchors: dict[WholeNumber, Inline] = Field(default={}, description="Words for numbers.")
    options: list[Inline] = Field(default=[], max_length=6, description="What to choose from.")
    items: list[Item] = Field(default=[], max_length=3, description="Statements.")

    def scored(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        for number, item in enumerate(self.items):
            yield item.id, ("items", number, "id")


class Other(Exercise):
    """Another kind, for exercises that change theirs."""


def tiny_kinds() -> Kinds:
    here = Path(__file__).parent / "no-such-room"
    models: dict[str, type[Exercise]] = {"note": Note, "other": Other}
    kinds = (Kind(name, model, here, lambda *_: {}) for name, model in models.items())
    return Kinds(("tests", kind) for kind in kinds)


@dataclass
class CourseFolder:
    """A course folder being written."""

    path: Path
    kinds: Kinds = field(default_factory=tiny_kinds)

    def write(self, file: str, content: str | bytes) -> "CourseFolder":
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
        return self

    def note(self, fields: str, *, name: str = "motivation") -> "CourseFolder":
        """Write a module with one note: `fields` are the lines below `note:`."""
        lines = "".join(f"          {line}\n" if line else "\n" for line in fields.split("\n"))
        return self.module(f"      - note:\n          id: en-note\n{lines}", name=name)

    def module(self, blocks: str, *, name: str = "motivation") -> "CourseFolder":
        """Write a module with one lesson that has these blocks."""
        return self.write(f"content/modules/{name}.yml", module(blocks, name))

    def load(self) -> Loaded:
        if not list((self.path / "content").glob("[cC]ourse.*")):
            self.write("content/course.yml", COURSE)
        return load_course(self.path, self.kinds)

    def problems(self) -> list[Problem]:
        """Load, and make sure that every problem can be told to a trainer."""
        problems = self.load().problems
        for problem in problems:
            for language in ("da", "en"):
                assert self.tell(problem, language).message
                told = self.tell(without_texts(problem), language)
                text = f"{told.message} {told.hint}"
                found = NOT_FOR_TRAINERS.search(text)
                assert found is None, f"«{found and found[0]}» is no trainer's word: {text}"
        return problems

    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems()]

    def one(self) -> Problem:
        """Load a course with exactly one problem, and give it."""
        problems = self.problems()
        assert len(problems) == 1, problems
        return problems[0]

    def note_read(self) -> Note:
        """Load a course without mistakes, and give its first exercise."""
        assert self.problems() == []
        course = self.load().course
        assert course is not None
        exercise = next(course.exercises()).exercise
        assert isinstance(exercise, Note)
        return exercise

    def note_read_from(self, fields: str) -> Note:
        """Write a note with these fields and read it."""
        return self.note(fields).note_read()

    def tell(self, problem: Problem, language: str = "da") -> Told:
        return tell(problem, self.catalogue(), language)

    def catalogue(self) -> Catalogue:
        return problem_words(self.kinds)

    def hint(self, problem: Problem) -> str:
        return self.tell(problem).hint


def without_texts(problem: Problem) -> Problem:
    """Give the problem with the trainer's own texts taken out, so that only ours are left."""
    values = {k: "x" if v and isinstance(v, str) else v for k, v in problem.values.items()}
    return replace(problem, values=values)


def module(blocks: str, name: str = "motivation") -> str:
    """Give a module's YAML with one lesson that has these blocks."""
    return HEAD.replace("motivation", name, 1) + LESSON + blocks
