"""Fields and their values: every mistake of the whole course at once, each at its place."""

import pytest

from tests.authoring.courses import COURSE, HEAD, LESSON, TEXT, module


def at(course, fields):
    problem = course.note(fields).one()
    return problem.code, problem.place, course.hint(problem)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tekts", "text"),
        ("saay", "say"),
        ("option", "options"),
        ("ankchors", "anchors"),
        ("Options", "options"),
    ],
)
def test_an_unknown_field(course, typed, meant):
    """A19 — an unknown field (`tekts:`) is an error with the nearest name there is."""
    fields = f"items: [{{id: a, text: b, {typed}: c}}]" if meant == "text" else f"{typed}: x"
    code, place, hint = at(course, fields)
    assert (code, place.line, hint) == ("unknown-field", 13, f"Mente du «{meant}»?")


def test_a_misspelt_field_is_told_once(course):
    """A19 — that the right one is missing follows from it, and is not told as well."""
    assert at(course, "items:\n  - id: a\n    tekst: b")[0] == "unknown-field"


def test_a_field_like_nothing(course):
    """A19 — no name is guessed for what is like nothing; those that can stand there are told."""
    hint = at(course, "brombær: 3")[2]
    assert hint.startswith("Her kan stå: id, ")
    assert "say, " in hint


@pytest.mark.parametrize("word", ["tekst", "notte", "øvelse"])
def test_an_unknown_kind(course, word):
    """A19 — an unknown exercise is told with the nearest and with those there are."""
    problem = course.module(f"      - {word}: a\n").one()
    assert (problem.code, problem.place) == ("unknown-kind", (11, 9))
    assert "note, other, text" in course.hint(problem)
    assert ("Mente du" in course.hint(problem)) == (word != "øvelse")


WRONG = [
    ("say:", "empty-text", 14),
    ('say: "  "', "empty-text", 16),
    ("say: [a]", "not-text", 16),
    ("say: {a: b}", "not-text", 16),
    ("say: |\n  a\n  b", "not-one-line", 16),
    (f"say: {'x' * 501}", "long-text", 16),
    ("count: tre", "not-a-whole-number", 18),
    ("count: 1.5", "not-a-whole-number", 18),
    ("count: 1234567890123", "not-a-whole-number", 18),
    ("count: [1]", "not-a-whole-number", 18),
    ("count:", "empty-text", 16),
    ("count: 0", "too-small", 18),
    ("count: -1", "too-small", 18),
    ("count: 11", "too-large", 18),
    ("weight: 0", "not-more-than", 19),
    ("weight: 5", "not-less-than", 19),
    ("weight: [1]", "not-a-number", 19),
    ("weight: meget", "not-a-number", 19),
    ("shown: måske", "not-yes-or-no", 18),
    ("shown: [ja]", "not-yes-or-no", 18),
    ("when: 2 til 3", "not-a-range", 17),
    ("when: [2, 3]", "not-a-range", 17),
    ("see: kilder", "bad-reference", 16),
    ("sort: on", "not-one-of", 17),
    ("sort: [one]", "not-text", 17),
    ("anchors: {en: a}", "not-a-whole-number", 21),
    ("anchors: [a]", "not-a-mapping-here", 20),
    ("anchors: hej", "not-a-mapping-here", 20),
    ("options: hej", "not-a-list", 20),
    ("options: {a: b}", "not-a-list", 20),
    ("options: [a, b, c, d, e, f, g]", "too-many", 20),
    (f"options: [{', '.join('abcdefgh' * 25)}]", "too-many", 20),
    ("items: [a]", "not-a-mapping-here", 19),
    ("items: [{id: a}]", "missing-field", 19),
    ("items: [{id: A b, text: c}]", "bad-id", 24),
]


@pytest.mark.parametrize(("fields", "code", "column"), WRONG)
def test_a_wrong_value(course, fields, code, column):
    """A20 — missing, of a wrong sort, too small, too many …: an error with its path and line."""
    found = at(course, fields)
    assert (found[0], found[1].line) == (code, 13)
    assert abs(found[1].column - column) <= 1


def test_all_of_them_in_one_run(course):
    """A20 — all mistakes of a file are told at once, in order."""
    fields = "count: x\nweight: y\nshown: z\nitems:\n  - {id: B}\n  - {text: c, xyz: e}\nsort: f"
    assert [(p.code, p.place.line) for p in course.note(fields).problems()] == [
        ("not-a-whole-number", 13),
        ("not-a-number", 14),
        ("not-yes-or-no", 15),
        ("missing-field", 17),
        ("bad-id", 17),
        ("missing-field", 18),
        ("unknown-field", 18),
        ("not-one-of", 19),
    ]


def test_all_files_in_one_run(course):
    """A20 — two broken files, a broken course.yml and a broken page are all told in one run."""
    course.write("content/course.yml", "title: A: b\nlanguage: da\nmodules: [motivation, to, tre]")
    course.note("count: x", name="motivation")
    course.note("count: y", name="to")
    course.write("content/modules/tre.yml", "- ingenting\n")
    assert [(p.file.rpartition("/")[2], p.code) for p in course.problems()] == [
        ("course.yml", "missing-field"),
        ("course.yml", "needs-quotes"),
        ("motivation.yml", "not-a-whole-number"),
        ("to.yml", "not-a-whole-number"),
        ("tre.yml", "not-a-mapping"),
    ]


def test_an_unreadable_course_file_hides_nothing(course):
    """A20 — without course.yml nobody knows the modules, and still each of them is checked."""
    course.write("content/course.yml", "a: [b\n").note("count: x").note("count: y", name="to")
    assert course.codes() == ["open-bracket", "not-a-whole-number", "not-a-whole-number"]


def test_the_messages_speak_the_courses_language(course):
    """A20 — also where course.yml itself has mistakes."""
    course.write("content/course.yml", "course: Nej\nlanguage: en\n").note("say: a")
    loaded = course.load()
    assert (loaded.settings, loaded.language) == (None, "en")


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("", ["missing-field"]),
        ("lessons:\n", ["empty-text"]),
        ("lessons: []\n", ["too-few"]),
        ("lessons: hej\n", ["not-a-list"]),
        ("lessons: [hej]\n", ["not-a-mapping-here"]),
        (LESSON, ["empty-text"]),
        (LESSON.replace("blocks:", "blocks: []"), ["too-few"]),
        (LESSON.replace("blocks:", "blocks: hej"), ["not-a-list"]),
        (LESSON + "      - hej\n", ["block-shape"]),
        (LESSON + "      - text: a\n        title: b\n", ["block-shape"]),
        (LESSON + "      - text:\n", ["empty-text"]),
        (LESSON + "      - note:\n", ["empty-text"]),
        (LESSON + "      - note: hej\n", ["not-a-mapping-here"]),
        (LESSON + "      - note: [a]\n", ["not-a-mapping-here"]),
        (LESSON + "      - []\n", ["block-shape"]),
    ],
)
def test_a_shape_that_is_wrong(course, lines, codes):
    """A20 — lessons and blocks that are missing, empty or something else: told once."""
    course.write("content/modules/motivation.yml", HEAD + lines)
    assert course.codes() == codes


def test_a_broken_block_breaks_nothing_else(course):
    """A20 — a block with a mistake does not make its lesson, module or course wrong as well."""
    blocks = TEXT + "      - note: {id: a, count: x}\n      - nothing: b\n      - note: {id: c}\n"
    assert course.module(blocks).codes() == ["not-a-whole-number", "unknown-kind"]


def test_a_module_listed_twice(course):
    """A20 — and lists in course.yml that name something twice."""
    course.write("content/course.yml", COURSE.replace("[motivation]", "[motivation, motivation]"))
    problem = course.note("say: a").one()
    assert (problem.code, problem.place) == ("listed-twice", (4, 23))


def test_an_id_is_offered(course):
    """A20 — a name that cannot be one is told with one that can."""
    course.module("      - note: {id: Hvad vil du gøre?}\n")
    problem = course.one()
    assert problem.code == "bad-id"
    assert "hvad-vil-du-goere" in course.hint(problem)


def test_a_file_and_its_module_have_one_name(course):
    """A20 — and a module that is called otherwise than its file."""
    course.write("content/modules/motivation.yml", module(TEXT, "motivationen"))
    problem = course.one()
    assert (problem.code, problem.place) == ("id-is-not-file-name", (1, 9))
    assert "motivation.yml" in course.tell(problem).message
