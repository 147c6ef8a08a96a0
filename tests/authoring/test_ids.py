"""Ids and file names: what would mix up answers or break on another computer."""

import unicodedata

import pytest

from tests.authoring.courses import COURSE, HEAD, LESSON, TEXT, module

TWO = COURSE.replace("[motivation]", "[motivation, to]")


def notes(*ids):
    return "".join(f"      - note: {{id: {name}}}\n" for name in ids)


def test_two_exercises_with_one_id(course):
    """A8 — a duplicate id in one file is an error naming both places."""
    problem = course.module(notes("a", "b", "a")).one()
    assert (problem.code, problem.place) == ("duplicate-id", (13, 20))
    assert "motivation.yml, linje 11" in course.tell(problem).message


def test_two_exercises_with_one_id_where_one_is_broken(course):
    """A8 — also where the first of them has another mistake."""
    course.module(notes("a, count: x", "a"))
    assert course.codes() == ["not-a-whole-number", "duplicate-id"]


def test_one_id_in_two_files(course):
    """A8 — in another file it is another id; `was` of an id in use names both places."""
    course.write("content/course.yml", TWO)
    course.module(notes("a"))
    course.module(notes("a"), name="to")
    assert course.codes() == []
    course.module(notes("b, was: [motivation/a]"), name="to")
    problem = course.one()
    assert (problem.code, problem.file) == ("was-in-use", "content/modules/to.yml")
    assert "content/modules/motivation.yml, linje 11" in course.tell(problem).message


def test_a_copied_file(course):
    """A8 — a copy of a module under another name says which name is taken."""
    course.write("content/course.yml", TWO).module(notes("a"))
    course.write("content/modules/to.yml", module(notes("a")))
    problem = course.one()
    assert (problem.code, problem.file) == ("id-is-not-file-name", "content/modules/to.yml")


@pytest.mark.parametrize(
    ("blocks", "code", "place"),
    [
        (notes("a, items: [{id: x, text: b}, {id: x, text: c}]"), "duplicate-id", (11, 54)),
        (notes("a, was: [a]"), "was-in-use", (11, 29)),
        (notes("a, was: [b]", "b"), "was-in-use", (11, 29)),
        (notes("a, was: [c]", "b, was: [c]"), "was-in-use", (12, 29)),
    ],
)
def test_other_ids_that_are_taken(course, blocks, code, place):
    """A8 — items of one exercise, and earlier ids."""
    problem = course.module(blocks).one()
    assert (problem.code, problem.place) == (code, place)


def test_items_of_two_exercises(course):
    """A8 — items have their ids in their own exercise."""
    assert (
        course.module(notes("a, items: [{id: x, text: b}]", "b, items: [{id: x, text: b}]")).codes()
        == []
    )


def test_two_lessons_with_one_id(course):
    """A8 — lessons have ids of their own."""
    text = module(TEXT) + LESSON.removeprefix("lessons:\n") + TEXT
    problem = course.write("content/modules/motivation.yml", text).one()
    assert (problem.code, problem.place.line) == ("duplicate-id", 12)


def test_a_retired_id_in_use(course):
    """A8 — what is retired is used by nobody."""
    text = module(notes("a")).replace("lessons:", "retired: [a, b]\nlessons:")
    problem = course.write("content/modules/motivation.yml", text).one()
    assert (problem.code, problem.place) == ("retired-in-use", (6, 11))


def test_ids_in_pieces(course):
    """A23 — an id typed in pieces (NFD) is refused like one in one piece, with the same advice."""
    for form in ("NFC", "NFD"):
        problem = course.module(notes(unicodedata.normalize(form, "ærø-é"))).one()
        assert (problem.code, problem.values["near"]) == ("bad-id", "aeroe-e")


def test_a_file_name_in_pieces(course):
    """A23 — a file name in pieces is refused with the name it should have, and read."""
    course.write("content/course.yml", COURSE.replace("[motivation]", "[laering]"))
    text = module("      - note: {id: a, count: x}\n", "laering")
    name = unicodedata.normalize("NFD", "læring")
    course.write(f"content/modules/{name}.yml", text)
    problems = course.problems()
    assert [problem.code for problem in problems] == ["bad-file-name", "not-a-whole-number"]
    assert course.hint(problems[0]) == "Kald den laering.yml."


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Motivation.yml", "motivation.yml"),
        ("min motivation.yml", "min-motivation.yml"),
        ("æblegrød på tur.yml", "aeblegroed-paa-tur.yml"),
        ("con.yml", "con-1.yml"),
        ("nul.yml", "nul-1.yml"),
        ("a_b.yml", "a-b.yml"),
        ("modul.v2.yml", "modul-v2.yml"),
        ("日本.yml", "modul.yml"),
        (f"{'x' * 80}.yml", f"{'x' * 60}.yml"),
        ("motivation.yaml", "motivation.yml"),
        ("motivation.YML", "motivation.yml"),
        ("Motivation.YAML", "motivation.yml"),
    ],
)
def test_a_file_name_that_is_unfit(course, name, better):
    """A24 — capitals, spaces, æøå, Windows' own names and other endings: refused with advice."""
    stem = better.removesuffix(".yml")
    course.write("content/course.yml", COURSE.replace("motivation", stem))
    course.write(f"content/modules/{name}", module(TEXT, stem))
    problem = course.one()
    assert problem.code in ("bad-file-name", "wrong-ending")
    assert problem.file == f"content/modules/{name}"
    assert course.hint(problem) == f"Kald den {better}."


@pytest.mark.parametrize("other", ["Motivation.yml", "motivation.yaml", "motivation .yml"])
def test_two_files_for_one_name(course, other):
    """A24 — two files that differ in capitals, spaces or ending only: the second is told."""
    course.module(TEXT).write(f"content/modules/{other}", module(TEXT))
    problem = course.one()
    assert (problem.code, problem.file) == ("same-file-name", f"content/modules/{other}")
    assert "motivation.yml" in course.tell(problem).message


def test_a_misnamed_course_file(course):
    """A24 — course.yml in capitals or with another ending is read, and told."""
    course.write("content/Course.yaml", COURSE.replace("test", "Test")).module(TEXT)
    assert course.codes() == ["bad-file-name", "bad-id"]


def test_files_where_nobody_looks(course):
    """A24 — a module one folder too high or too low is a warning."""
    course.write("content/feedback.yml", HEAD).write("content/modules/mere/a.yml", HEAD).module(
        TEXT
    )
    problems = course.problems()
    assert [(p.code, p.severity) for p in problems] == [("stray-file", "warning")] * 2


@pytest.mark.parametrize(
    "name", [".motivation.yml", "~motivation.yml", "motivation.yml.bak", "læs mig.txt"]
)
def test_what_editors_leave_behind(course, name):
    """A24 — hidden files, backups and notes are let be."""
    course.module(TEXT).write(f"content/modules/{name}", "x: [")
    assert course.codes() == []
