"""Which texts are judged, where they are told, and what the advice is."""

import pytest

from coursewright.commands import main
from coursewright.core import readability
from coursewright.core.course import Lesson, Module, Settings
from coursewright.core.kinds import find_kinds
from coursewright.core.readability import FEWEST_WORDS, written
from tests.authoring.courses import COURSE, TEXT, CourseFolder

LIMITED = COURSE + "lix: 35\n"
HARD = " ".join(["Samtaler"] * FEWEST_WORDS)


@pytest.fixture
def course(tmp_path):
    return CourseFolder(tmp_path).write("content/course.yml", LIMITED)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (f"intro: {HARD}", 13),
        (f"intro: |\n  {HARD}", 13),
        (f"say: {HARD}", 13),
        (f"options:\n  - Kort.\n  - {HARD}", 15),
        (f"anchors:\n  1: Kort.\n  2: {HARD}", 15),
        (f"items:\n  - id: a\n    text: {HARD}", 15),
    ],
)
def test_every_text_of_a_kind_is_judged_at_its_line(course, fields, line):
    """The tiny kind of these tests has done nothing for it: the types of its fields are enough."""
    found = course.note(fields).one()
    assert (found.code, found.severity) == ("hard-to-read", "warning")
    assert (found.file, found.place.line) == ("content/modules/motivation.yml", line)


def test_texts_of_lessons_modules_and_the_course_are_judged(course):
    course.write("content/course.yml", LIMITED + f"summary: {HARD}\n")
    rest = f"  - lesson: to\n    title: {HARD}\n    minutes: 1\n    blocks: [{{text: {HARD}}}]\n"
    course.module(f"{TEXT}    try_it: {HARD}\n{rest}")
    places = [(found.file, found.place.line) for found in course.problems()]
    module = "content/modules/motivation.yml"
    assert places == [("content/course.yml", 6), (module, 12), (module, 14), (module, 16)]


def test_ids_are_no_texts(course):
    name = "-".join(["medarbejder"] * 5)
    assert course.note(f"see: motivation/{name[:50]}\ntool: {name}").codes() == []


def test_a_short_text_is_not_judged(course):
    assert course.note(f"intro: {HARD.removeprefix('Samtaler ')}").codes() == []
    assert course.note(f"intro: {HARD}").codes() == ["hard-to-read"]


def test_the_limit_itself_is_fine(course):
    """25 words, 5 sentences, 5 long words: 5 + 20."""
    text = " ".join(["Vi taler om samtaler nu."] * 5)
    course.note(f"intro: {text}").write("content/course.yml", COURSE + "lix: 25\n")
    assert course.codes() == []
    course.write("content/course.yml", COURSE + "lix: 24\n")
    assert course.one().values["lix"] == 25


def test_without_a_limit_nothing_is_measured(course, monkeypatch):
    monkeypatch.setattr(readability, "read_prose", None)
    course.write("content/course.yml", COURSE)
    assert course.note(f"intro: {HARD}").codes() == []


def test_a_draft_is_not_judged(course):
    course.module(TEXT).note(f"intro: {HARD}", name="kladde")
    assert course.codes() == ["module-not-in-course"]


@pytest.mark.parametrize("limit", ["let", "19", "101", "35,5"])
def test_a_limit_that_makes_no_sense(course, limit):
    course.module(TEXT).write("content/course.yml", COURSE + f"lix: {limit}\n")
    assert course.one().severity == "error"


def test_one_broken_exercise_does_not_hide_the_rest(course):
    hard = f"      - text: {HARD}\n"
    codes = course.module(f"      - note: {{id: A}}\n{hard}").codes()
    assert codes == ["bad-id", "hard-to-read"]


@pytest.mark.parametrize(
    ("text", "near", "quoted"),
    [
        ("Du og jeg " * 9, "", " ".join(["Du og jeg"] * 9)),
        ("Samtalepartneren fortsætter. " * 13, "Samtalepartneren, fortsætter", ""),
        (
            f"Samtaler {'om samtaler ' * 12}.",
            "Samtaler, samtaler",
            f"Samtaler {'om samtaler ' * 12}.",
        ),
    ],
)
def test_the_advice_is_about_what_makes_it_hard(course, text, near, quoted):
    course.write("content/course.yml", COURSE + "lix: 20\n")
    found = course.note(f"intro: {text}").one()
    assert (found.values["near"], found.values["quoted"]) == (near, quoted)
    hint = course.hint(found)
    assert ("Find kortere ord" in hint, "Del den længste" in hint) == (bool(near), bool(quoted))


def test_a_warning_stops_only_a_strict_build(course, capsys):
    course.module(f"      - text: {HARD}\n")
    assert main(["check", str(course.path)]) == 0
    assert "warning[hard-to-read]" in capsys.readouterr().out
    assert main(["build", str(course.path), "--strict"]) == 1


def test_the_texts_of_every_kind_can_be_found():
    """Whatever a room is like: its fields have types that can be read, and some are texts."""
    kinds = find_kinds().values()
    shelves = [kind.shelf.model for kind in kinds if kind.shelf]
    for model in [Settings, Module, Lesson, *(kind.model for kind in kinds), *shelves]:
        assert any(is_prose for _, _, is_prose in readability._fields(model)), model


def test_the_way_to_a_text_is_as_it_is_written(course):
    course.write("content/course.yml", COURSE).note("say: Hej.\nitems: [{id: a, text: Ja.}]")
    loaded = course.load()
    assert loaded.course is not None
    texts = dict(written(loaded.course.modules[0]))
    note = ("lessons", 0, "blocks", 0, "note")
    assert texts[(*note, "say")] == "Hej."
    assert texts[(*note, "items", 0, "text")] == "Ja."
    assert texts[("aims", 0)] == "Du kan noget."
    assert not any(path[-1] in ("id", "module", "lesson") for path in texts)
