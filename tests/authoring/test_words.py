"""Every problem has words, in Danish and English, and they fit what they are given."""

import ast
import codecs
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from pydantic_core.core_schema import ErrorType

import coursewright.core
import coursewright.exercises
from coursewright.commands.speaking import WORDS as COMMAND_WORDS
from coursewright.core.course import Course, Lesson, Module, Placed, Settings, Text
from coursewright.core.fields import FIELD_TYPES
from coursewright.core.problems import Problem
from coursewright.core.validation import CODES
from coursewright.core.wording import OWN, Told, problem_words, read_words, shorten, tell
from coursewright.render.exercise import WORDS as RENDER_WORDS
from tests.authoring.courses import Note, Other
from tests.authoring.error_types import error_types, raised_by_hand

CORE = Path(coursewright.core.__file__).parent
ROOMS = Path(coursewright.exercises.__file__).parent
OWN_WORDS = read_words(OWN)["problems"]
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def texts_in(folder):
    """Give every text that stands in the Python files of a folder, docstrings apart."""
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def is_encoding(text):
    try:
        return bool(codecs.lookup(text))
    except LookupError:
        return False


def models(kinds):
    shelves = [kind.shelf.model for kind in kinds.values() if kind.shelf]
    rooms = [kind.model for kind in kinds.values()]
    return [Settings, Module, Lesson, Text, Placed, Course, Note, Other, *rooms, *shelves]


def test_every_code_of_the_core_has_words():
    """A20 — a text that looks like a code is one that has words; no words are left over."""
    raised = {CODES.get(name, name.replace("_", "-")) for name in raised_by_hand(CORE)}
    texts = set(texts_in(CORE)) | raised
    codes = {text for text in texts if CODE.fullmatch(text) and not is_encoding(text)}
    other = {*read_words(COMMAND_WORDS)["command"]["en"], *FIELD_TYPES}
    assert codes - set(OWN_WORDS) - other == set()
    assert set(OWN_WORDS) - texts == set()


def test_every_validation_error_has_words(real_kinds):
    """A20 — each error type that our models can raise becomes a problem with words of ours."""
    reachable = {kind for model in models(real_kinds) for kind in error_types(model)}
    assert reachable - set(CODES) == set()
    assert set(CODES.values()) <= set(OWN_WORDS)


def test_every_error_raised_by_hand_has_words(real_kinds):
    """A20 — and so has each that a field or a room raises itself."""
    catalogue = problem_words(real_kinds)
    for name in raised_by_hand(CORE) | raised_by_hand(ROOMS):
        assert CODES.get(name, name.replace("_", "-")) in catalogue


def test_codes_are_for_errors_that_exist():
    assert set(CODES) <= set(get_args(ErrorType))


@pytest.mark.parametrize("code", OWN_WORDS)
def test_both_languages_say_the_same(code):
    """A20 — Danish and English have the same parts and the same placeholders."""
    danish, english = OWN_WORDS[code]["da"], OWN_WORDS[code]["en"]
    assert set(danish) == set(english) >= {"message", "hint"}
    for part in set(danish) - {"names"}:
        assert placeholders(danish[part]) == placeholders(english[part]), part
        assert bool(danish[part]) == bool(english[part]), part
    assert set(danish.get("names", {})) == set(english.get("names", {}))
    assert danish["message"] != english["message"]


def test_no_code_has_words_in_two_places(real_kinds):
    """A20 — a room's own problem does not change what another says."""
    files = [OWN, RENDER_WORDS, *(kind.folder / "words.yml" for kind in real_kinds.values())]
    codes = [code for file in files for code in read_words(file).get("problems") or {}]
    assert len(codes) == len(set(codes))


def test_what_a_trainer_wrote_is_repeated_in_short():
    """A18 — a long value does not hide the sentence it stands in."""
    values = {"value": "x" * 5_000, "near": ""}
    told = tell(Problem("bad-id", "a.yml", values=values), problem_words({}), "da")
    assert len(told.message) < 150
    assert shorten("a\n  b", 10) == "a b"


def test_numbers_are_said_as_they_are_written():
    """A5 — 1.5 is said with a comma in Danish, and 2.0 as 2."""
    problem = Problem("not-more-than", "a.yml", values={"field": "vægt", "gt": 1.5})
    assert tell(problem, problem_words({}), "da").message == "«vægt» skal være mere end 1,5."
    whole = Problem("too-small", "a.yml", values={"field": "a", "ge": 2.0})
    assert tell(whole, problem_words({}), "en") == Told("«a» is too small: at least 2.", "")


def test_another_language_gets_english():
    assert (
        tell(Problem("empty-file", "a.yml"), problem_words({}), "fi").message
        == "The file is empty."
    )


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
