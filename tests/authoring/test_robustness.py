"""Whatever lies in the folder: told, never a crash."""

import os
import random
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.core.source import read_source
from coursewright.core.wording import problem_words, tell
from tests.authoring.courses import COURSE, TEXT, CourseFolder, module, tiny_kinds

SAMPLE = module(
    "      - text: |\n          Hej: du.\n\n          - et\n"
    "      - note:\n          id: a\n          say: Hvad er “det”?\n          count: 3\n"
    "          anchors: {1: a, 10: 'b, c'}\n          items:\n"
    "            - {id: x, text: Et}\n            - id: y\n              text: >\n"
    "                To\n                linjer\n"
    "      - other: {id: b, was: [c]}\n"
)
CHARACTERS = "\t\n #:-[]{}'\"|>&*!%@`,?\\\0\u00a0\u200b\u2028\ufeff\x85æ0"
PIECES = [*CHARACTERS, ": ", "- ", " #x", "\n---\n", "\n    ", "<<: ", "{a: b", "| x", "no", ""]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return CourseFolder(tmp_path_factory.mktemp("fuzz")).write("content/course.yml", COURSE)


@given(st.integers(0, 2**32), st.integers(1, 6))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_damage_is_told(folder, seed, hits):
    """A20 — a module damaged at random is always loaded or told, in words, at a place it has."""
    chance = random.Random(seed)
    text = SAMPLE
    for _ in range(hits):
        start = chance.randrange(len(text))
        end = start + chance.choice([0, 0, 1, 2, 9])
        text = text[:start] + chance.choice(PIECES) + text[end:]
    problems = folder.write("content/modules/motivation.yml", text).problems()
    lines = text.replace("\r", "\n").split("\n")
    assert all(1 <= problem.place.line <= len(lines) + 1 for problem in problems)
    loaded = folder.load()
    assert (loaded.course is None) == any(p.severity == "error" for p in problems)


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_bytes_are_read_or_told(content):
    """A15 — the same for any bytes at all."""
    source = read_source(content, "x.yml")
    assert source.data is not None or source.problems
    for problem in source.problems:
        assert tell(problem, problem_words(tiny_kinds()), "da").message


@pytest.mark.parametrize("place", ["content/modules/motivation.yml", "content/course.yml"])
@pytest.mark.parametrize("what", ["folder", "dangling", "circular", "pipe", "outside"])
def test_things_that_are_no_files(course, tmp_path_factory, place, what):
    """B7 — folders, pipes, links that lead nowhere, in a circle or out of the course: told."""
    course.write("content/course.yml", COURSE).module(TEXT)
    path = course.path / place
    path.unlink()
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    else:
        outside = tmp_path_factory.mktemp("outside") / "x.yml"
        outside.write_text("course: x\n", encoding="utf-8")
        path.symlink_to({"dangling": "nowhere", "circular": path.name, "outside": outside}[what])
    watchdog = threading.Timer(20, os.kill, (os.getpid(), 9))
    watchdog.start()
    problems = course.problems()
    watchdog.cancel()
    expected = "outside-course" if what == "outside" else "unreadable-file"
    assert [(problem.code, problem.file) for problem in problems] == [(expected, place)]


def test_a_link_inside_the_course(course):
    """B7 — a link to a file of the same course is read like the file."""
    course.write("kladder/a.yml", module(TEXT)).write("content/course.yml", COURSE)
    (course.path / "content" / "modules").mkdir()
    (course.path / "content" / "modules" / "motivation.yml").symlink_to("../../kladder/a.yml")
    assert course.codes() == []


def test_a_file_name_that_is_no_text(course):
    """A24 — a name that is no Unicode is refused like any other."""
    course.module(TEXT)
    name = os.fsencode(course.path / "content" / "modules") + b"/\xe6ble.yml"
    try:
        with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123  (bytes are no path)
            file.write(module(TEXT, "ble"))
    except OSError:
        pytest.skip("this file system takes no such name")
    assert "bad-file-name" in course.codes()


def test_no_content_at_all(course):
    """A16 — an empty folder is told with what to create."""
    problem = course.kinds and CourseFolder(course.path / "tom", course.kinds)
    problem.path.mkdir()
    (problem.path / "content").mkdir()
    (problem.path / "content" / "Course.txt").write_text("x", encoding="utf-8")
    assert problem.codes() == ["no-course-file"]


def test_a_draft_stops_nobody(course):
    """A20 — what is wrong in a module that is not in the course is a warning."""
    course.module(TEXT).note("count: x", name="kladde")
    problems = course.problems()
    assert [(p.code, p.severity) for p in problems] == [
        ("module-not-in-course", "warning"),
        ("not-a-whole-number", "warning"),
    ]
    assert course.load().course is not None


def test_a_missing_module(course):
    """A20 — a module that is listed and not there, with the nearest that is."""
    course.write("content/course.yml", COURSE.replace("[motivation]", "[motivation, feedbak]"))
    course.module(TEXT).module(TEXT, name="feedback")
    problem = course.one()
    assert (problem.code, problem.place) == ("no-such-module", (4, 23))
    assert "Mente du «feedback»?" in course.hint(problem)
    course.module(TEXT, name="noget-helt-andet")
    assert course.codes() == ["no-such-module", "module-not-in-course"]
