"""`check --fix`: what is sure is mended, nothing else is touched, and twice is the same as once."""

import re
import shutil

import pytest

from coursewright.commands import main
from coursewright.commands.fixing import fix
from coursewright.core.edits import Edit, apart, apply
from coursewright.core.kinds import find_kinds
from coursewright.core.problems import Place
from tests.authoring.courses import COURSE, HEAD, LESSON, CourseFolder
from tests.authoring.golden import NAMES, REPORTS, kinds

MODULE = "content/modules/motivation.yml"
KINDS = find_kinds()


@pytest.fixture
def mended(tmp_path):
    """Give a function: blocks of a lesson → the same after --fix."""

    def mended(blocks):
        course = CourseFolder(tmp_path).write("content/course.yml", COURSE).module(blocks)
        list(fix(tmp_path, KINDS))
        text = (course.path / MODULE).read_text("utf-8")
        assert text.startswith(HEAD + LESSON)
        return text.removeprefix(HEAD + LESSON)

    return mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- text: Husk: pause", '- text: "Husk: pause"'),
        ("- text: Husk: pause   # til mig", '- text: "Husk: pause"   # til mig'),
        ("- text: @alle øver sig  ", '- text: "@alle øver sig"  '),
        ("- text: &c og så videre", '- text: "&c og så videre"'),
        ("- text: !vigtigt at vide", '- text: "!vigtigt at vide"'),
        ("- text: {value} er nok", '- text: "{value} er nok"'),
        ("- text:Hej", "- text: Hej"),
        ("-text: Hej", "- text: Hej"),
        ("- tekst: Hej", "- text: Hej"),
        ("- 'tekst': Hej", "- 'text': Hej"),
        ("- {text: Vælg ét, og øv det}", '- {text: "Vælg ét, og øv det"}'),
        ("- {text: Et, to, tre}", '- {text: "Et, to, tre"}'),
    ],
)
def test_a_line_that_is_read_otherwise(mended, before, after):
    """A10, A11, A19 — the line becomes what was meant; comments and spaces stay."""
    assert (
        mended(f"      {before}\n      - text: Mere.\n") == f"      {after}\n      - text: Mere.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "- text: Farve #1 er bedst",  # it may have been meant as a comment
        "- text: 'aldrig lukket",
        "- xyz: Hej",
        "- text: Hej\n        tekst: Hej",
    ],
)
def test_what_is_not_sure_stays(mended, line):
    """A9 — where two things can be meant, the trainer decides."""
    assert mended(f"      {line}\n") == f"      {line}\n"


SCALE = """\
      - scale:
{id}          # to ender
          qestion: Hvor meget betyder det?   # tit stillet
          from: 1
          to: 10
          anchors: {{1: Lidt, 10: Meget}}
"""


def test_a_renamed_field_and_an_id_made_from_the_question(mended):
    after = SCALE.format(id="").replace("qestion", "question").replace(
        "          question", "          id: hvor-meget-betyder-det\n          question"
    )  # fmt: skip
    assert mended(SCALE.format(id="")) == after


def test_a_field_that_is_there_is_not_named_twice(mended):
    text = SCALE.format(id="          id: a\n          question: Hvor?\n")
    assert mended(text) == text


def test_ids_in_lists_and_braces_are_new_ones(mended):
    text = """\
      - checklist:
          id: jeg-lytter
          title: Lytter jeg?
          scale: {from: 1, to: 5, anchors: {1: Lidt, 5: Meget}}
          sections:
            - items:
                - text: Jeg lytter.
                - {text: Jeg lytter!}
"""
    assert mended(text) == text.replace(
        "- text: Jeg lytter.", "- id: jeg-lytter-2\n                  text: Jeg lytter."
    ).replace("{text", "{id: jeg-lytter-3, text")


def test_a_module_is_named_by_its_file(tmp_path):
    course = CourseFolder(tmp_path).write("content/course.yml", COURSE)
    text = HEAD + LESSON.replace("lesson: skalaen\n    ", "") + "      - text: Hej.\n"
    course.write(MODULE, text.replace("module: motivation\n", ""))
    list(fix(tmp_path, KINDS))
    assert (tmp_path / MODULE).read_text("utf-8") == HEAD + LESSON + "      - text: Hej.\n"


def test_a_draft_is_mended_too(tmp_path):
    course = CourseFolder(tmp_path).write("content/course.yml", COURSE)
    course.module("      - text: Hej.\n").module("      - tekst: Hej.\n", name="kladde")
    assert [each.file for each in fix(tmp_path, KINDS)] == ["content/modules/kladde.yml"]
    assert "- text: Hej." in (tmp_path / "content/modules/kladde.yml").read_text("utf-8")


ENCODED = f"{HEAD}{LESSON}      - text: Husk: æøå  \n      - tekst: Slut\n# til sidst"
MENDED = ENCODED.replace("Husk: æøå", '"Husk: æøå"').replace("tekst", "text")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_bytes_that_are_not_mended_stay(tmp_path, encoding, end):
    """A14 — encoding, byte order mark, line ends and the missing last one are kept."""
    course = CourseFolder(tmp_path).write("content/course.yml", COURSE)
    course.write(MODULE, ENCODED.replace("\n", end).encode(encoding))
    list(fix(tmp_path, KINDS))
    assert (tmp_path / MODULE).read_bytes() == MENDED.replace("\n", end).encode(encoding)


@pytest.mark.parametrize("name", NAMES)
def test_twice_changes_nothing_and_only_told_lines_change(tmp_path, name):
    """A20 — on every bad course there is; what is changed is what was said to be."""
    folder = tmp_path / name
    shutil.copytree(REPORTS / name, folder)
    before = contents(folder)
    told = list(fix(folder, kinds()))
    once = contents(folder)
    assert {each.file for each in told} == {file for file in before if before[file] != once[file]}
    for file in before:
        assert comments(once[file]) == comments(before[file])
    assert list(fix(folder, kinds())) == []
    assert contents(folder) == once


def contents(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def comments(content):
    return re.findall(rb"^\s*#.*$", content, re.MULTILINE)


def test_the_command_says_what_it_changed_and_what_remains(tmp_path, capsys):
    """A20 — first the changes, then the report of what is left, in the course's language."""
    course = CourseFolder(tmp_path).write("content/course.yml", COURSE)
    course.module("      - tekst: Hej.\n      - text:\n")
    assert main(["check", "--fix", str(tmp_path)]) == 1
    output = capsys.readouterr().out
    assert f"{MODULE}:11: - - tekst: Hej." in output
    assert "+ - text: Hej." in output
    assert "Rettet: 1." in output
    assert output.index("Rettet") < output.index("error[empty-text]")
    assert main(["check", "--fix", str(tmp_path), "--format", "json"]) == 1
    output = capsys.readouterr()
    assert output.out.startswith("{")
    assert "intet" in output.err or "ikke noget" in output.err


def test_a_file_that_cannot_be_written(tmp_path, capsys, monkeypatch):
    """B14 — a full disk or a locked file is told, not a bug."""
    CourseFolder(tmp_path).write("content/course.yml", COURSE).module("      - tekst: Hej.\n")

    def refused(path, content):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.write_bytes", refused)
    assert main(["check", "--fix", str(tmp_path), "--lang", "en"]) == 2
    assert "could not be written (Permission denied)" in capsys.readouterr().err


def test_edits_that_touch_wait_for_the_next_round():
    one, other = Edit(Place(1, 1), "ab", "x"), Edit(Place(1, 2), "bc", "y")
    assert apart([other, one]) == [one]
    assert apply(b"abcd\r\nab", [one, Edit(Place(2, 3), "", "\nc")]) == b"xcd\r\nab\r\nc"
    with pytest.raises(ValueError, match="does not stand"):
        apply(b"abc", [Edit(Place(1, 1), "x", "y")])
