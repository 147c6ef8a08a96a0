"""The catalogue: every exercise, in three forms, and nothing where the course has mistakes."""

import csv
import io
import json
import subprocess
import sys

import pytest

from coursewright.commands import main
from coursewright.core.course import Exercise
from coursewright.core.kinds import find_kinds
from coursewright.reporters.catalogue import Entry, as_csv, as_json, as_text
from tests.authoring.courses import COURSE, TEXT, CourseFolder

BANK = """\
bank: motivation
title: Motivation
questions:
  - id: kilder
    tool: kilder-til-lyst
    choose: true-false
    question: Er **egne** grunde stærkest?
    answer: ja
  - id: pauser
    tool: den-lange-pause
    choose: true-false
    question: Hjælper en pause?
    answer: ja
  - id: uden
    choose: true-false
    question: Er det nemt?
    answer: nej
"""
BLOCKS = """\
      - scale:
          id: vigtighed
          tool: skala
          minutes: 2
          question: Hvor *meget* betyder det?
          from: 1
          to: 10
          anchors: {1: Lidt, 10: Meget}
      - quiz: motivation/kilder
      - quiz:
          id: begge
          title: "=1+1 & <b>"
          tool: quizzen
          questions: [motivation/pauser, motivation/kilder, motivation/uden]
"""
HEADS = {"address": "Exercise", "kind": "Kind", "minutes": "Min.", "title": "Title"}


@pytest.fixture
def course(tmp_path):
    folder = CourseFolder(tmp_path, find_kinds()).write("content/course.yml", COURSE)
    return folder.write("quizzes/motivation.yml", BANK).module(BLOCKS)


@pytest.fixture
def run(course, capsys):
    def run(*arguments):
        code = main(["catalogue", str(course.path), *arguments])
        output = capsys.readouterr()
        return code, output.out, output.err

    return run


def entry(**changed):
    fields = {"module": "m", "lesson": "l", "kind": "scale", "address": "m/a", "title": "T"}
    return Entry(**{**fields, "minutes": 2, "tools": [], **changed})


def test_as_json(run):
    code, out, err = run("--format", "json")
    assert (code, err) == (0, "")
    common = {"module": "motivation", "lesson": "skalaen"}
    assert json.loads(out) == [
        {**common, "kind": "scale", "address": "motivation/vigtighed",
         "title": "Hvor meget betyder det?", "minutes": 2, "tools": ["skala"]},
        {**common, "kind": "quiz", "address": "motivation/kilder",
         "title": "Er egne grunde stærkest?", "minutes": None, "tools": ["kilder-til-lyst"]},
        {**common, "kind": "quiz", "address": "motivation/begge", "title": "=1+1 & <b>",
         "minutes": None, "tools": ["quizzen", "den-lange-pause", "kilder-til-lyst"]},
    ]  # fmt: skip
    assert run("--json")[1] == out


def test_as_csv(run):
    code, out, _ = run("--csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["address"].partition("/")[2] for row in rows] == ["vigtighed", "kilder", "begge"]
    assert rows[0]["minutes"] == "2"
    assert rows[1]["minutes"] == ""
    assert rows[2]["title"] == "'=1+1 & <b>"
    assert rows[2]["tools"] == "quizzen den-lange-pause kilder-til-lyst"
    assert run("--format", "csv")[1] == out


def test_as_text(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run()
    assert code == 0
    assert out == (
        "  Øvelse                Type   Min.  Titel og [værktøjer]\n"
        "\n"
        "motivation/skalaen\n"
        "  motivation/vigtighed  scale     2  Hvor meget betyder det?\n"
        "                                     [skala]\n"
        "  motivation/kilder     quiz         Er egne grunde stærkest?\n"
        "                                     [kilder-til-lyst]\n"
        "  motivation/begge      quiz         =1+1 & <b>\n"
        "                                     [quizzen] [den-lange-pause]\n"
        "                                     [kilder-til-lyst]\n"
    )
    assert "Title and [tools]" in run("--lang", "en")[1]


def test_a_course_without_exercises(run, course):
    course.module(TEXT)
    assert run() == (0, "Kurset har ingen øvelser.\n", "")
    assert run("--json")[:2] == (0, "[]\n")
    assert run("--csv")[1].splitlines() == ["module,lesson,kind,address,title,minutes,tools"]


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_course_with_mistakes(run, course, form):
    """What reads the output gets nothing; the report stands where people look."""
    course.module(BLOCKS + "      - scala: {}\n")
    code, out, err = run("--format", form)
    assert (code, out) == (1, "")
    assert "error[unknown-kind]" in err


def test_warnings_are_no_obstacle(run, course):
    course.write("content/modules/kladde.yml", "module: kladde\n")
    assert run()[::2] == (0, "")


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--json", "--csv"]])
def test_wrong_use(run, arguments):
    assert run(*arguments)[0] == 2


def test_lines_of_a_csv_end_as_the_standard_says():
    """RFC 4180: CRLF, quotes doubled, commas and quotes in quotes."""
    text = as_csv([entry(title='Spørg "åbent", og vent')])
    assert text.endswith('m,l,scale,m/a,"Spørg ""åbent"", og vent",2,\r\n')
    assert text.count("\r\n") == text.count("\n") == 2


@pytest.mark.parametrize("title", ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_a_spreadsheet_runs_nothing(title):
    [row] = csv.DictReader(io.StringIO(as_csv([entry(title=title)]), newline=""))
    assert row["title"] == f"'{title}"
    assert json.loads(as_json([entry(title=title)]))[0]["title"] == title


def test_long_addresses_and_titles_fit_as_well_as_they_can():
    long = entry(address="m/" + "a" * 60, title="ord " * 40, tools=["b" * 40])
    lines = as_text([long, entry()], HEADS, 80).splitlines()
    column = lines[0].index("Title")
    assert all(len(line) <= column + len(f"[{'b' * 40}]") for line in lines)
    assert {line[column - 1 : column] for line in lines[3:]} == {" "}


@pytest.mark.parametrize("form", ["json", "csv"])
def test_files_are_utf_8_whatever_the_console_is_used_to(course, form):
    program = "from coursewright.commands import main; exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "catalogue", str(course.path), f"--{form}"],
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert "stærkest".encode() in done.stdout
    assert (b"\r\n" in done.stdout) is (form == "csv")


def test_nothing_in_a_title_moves_the_cursor():
    assert "\x1b" not in as_text([entry(title="a\x1b[2Jb")], HEADS, 80)


def test_an_exercise_has_its_own_tool():
    assert list(Exercise(id="a", tool="b").tools()) == ["b"]
    assert list(Exercise(id="a").tools()) == []
