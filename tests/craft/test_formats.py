"""The report of `check` for programs: JSON, annotations of GitHub, SARIF."""

import json
import re
import subprocess
import sys

import pytest
from jsonschema import Draft7Validator

from coursewright.commands import main
from coursewright.core.problems import Place, Problem
from coursewright.core.wording import problem_words
from coursewright.reporters.github import as_github
from coursewright.reporters.json_report import as_json
from coursewright.reporters.machine import state
from coursewright.reporters.sarif import as_sarif
from tests.authoring.courses import COURSE, TEXT, CourseFolder
from tests.node import npm_package

WORDS = problem_words({})
SIGNS = "50 %, a:b,\r\n::error::c \x1b[31mrød"
HARD = Problem(
    "lost-text", "a b/ø,:%.yml", Place(3, 7), "x: 😀 #1", {"lost": SIGNS, "quoted": '"1"'}
)
PROBLEMS = [
    Problem("empty-text", "content/course.yml", Place(2, 1), "title:", {"field": "title"}),
    HARD.as_warning(),
]


def stated(language="en", folder=""):
    return state(PROBLEMS, WORDS, language, folder)


def test_the_shape_of_json():
    told = json.loads(as_json(stated()))
    assert {key: told[key] for key in ("format", "errors", "warnings")} == {
        "format": 1,
        "errors": 1,
        "warnings": 1,
    }
    assert told["problems"][0] == {
        "code": "empty-text",
        "severity": "error",
        "file": "content/course.yml",
        "line": 2,
        "column": 1,
        "message": "«title» is empty.",
        "hint": "Write something, or remove the field.",
        "excerpt": "title:",
    }
    assert [each["code"] for each in told["problems"]] == ["empty-text", "lost-text"]


def read_command(line):
    """Read a workflow command back as the runner does."""
    kind, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
    named = dict(pair.split("=", 1) for pair in properties.split(","))
    signs = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}

    def plain(text):
        return re.sub("%(?:25|0D|0A|3A|2C)", lambda found: signs[found[0]], text)

    return kind, {key: plain(value) for key, value in named.items()}, plain(message)


def test_annotations_say_the_same_after_the_runner_has_read_them():
    """A25 — no text of a trainer's ends a command early or begins another."""
    first, second = as_github(stated()).splitlines()
    assert first == (
        "::error file=content/course.yml,line=2,col=1,title=empty-text::"
        "«title» is empty.%0AWrite something, or remove the field."
    )
    kind, properties, message = read_command(second)
    assert (kind, properties["file"]) == ("warning", HARD.file)
    assert "50 %, a:b, ::error::c" in message
    assert "\x1b" not in second


def test_files_are_named_from_where_the_command_was_given():
    told = json.loads(as_json(stated(folder="courses/one")))
    assert told["problems"][0]["file"] == "courses/one/content/course.yml"
    assert json.loads(as_json(stated(folder=".")))["problems"][0]["file"] == "content/course.yml"


def test_sarif_names_each_rule_once_and_each_place():
    run = json.loads(as_sarif(stated("da"), "1.0.0"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["empty-text", "lost-text"]
    first, second = run["results"]
    assert (first["ruleIndex"], first["level"], second["level"]) == (0, "error", "warning")
    place = second["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%C3%B8%2C%3A%25.yml"
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert first["message"]["text"].startswith("«title» er tomt.\n")


@pytest.mark.parametrize("problems", [PROBLEMS, []])
def test_sarif_is_valid(problems):
    """Against the official schema, as Microsoft's own package carries it."""
    modules = npm_package("@microsoft/jest-sarif", "1.0.0-beta.0")
    schema = modules / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    valid = Draft7Validator(json.loads(schema.read_text("utf-8")))
    log = json.loads(as_sarif(state(problems, WORDS, "en"), "1.0.0"))
    assert [error.message for error in valid.iter_errors(log)] == []
    log["runs"][0]["columnKind"] = "bytes"
    assert not valid.is_valid(log)


@pytest.fixture
def folder(tmp_path):
    course = CourseFolder(tmp_path / "kursus").write("content/course.yml", COURSE)
    return course.module(TEXT.replace("text", "tekst"))


@pytest.mark.parametrize(("form", "found"), [
    ("json", '"file": "kursus/content/modules/motivation.yml"'),
    ("github", "::error file=kursus/content/modules/motivation.yml,line=11,col=9,title=unknown-"),
    ("sarif", '"uri": "kursus/content/modules/motivation.yml"'),
])  # fmt: skip
def test_the_command_in_each_form(folder, tmp_path, monkeypatch, capsys, form, found):
    """A20 — the exit code is the same, and nothing but the report is written."""
    monkeypatch.chdir(tmp_path)
    assert main(["check", "kursus", "--format", form]) == 1
    output = capsys.readouterr()
    assert found in output.out
    assert output.err == ""
    folder.module(TEXT)
    assert main(["check", "kursus", "--format", form]) == 0
    assert "unknown-kind" not in capsys.readouterr().out


def test_an_unknown_form_is_wrong_use(folder, capsys):
    assert main(["check", str(folder.path), "--format", "xml"]) == 2
    assert "xml" in capsys.readouterr().err


def test_json_is_utf8_on_any_console(folder):
    command = [sys.executable, "-m", "coursewright", "check", "--format", "json", folder.path]
    folder.module(TEXT.replace("text", "ø"))
    done = subprocess.run(
        command, capture_output=True, check=False, env={"PYTHONIOENCODING": "ascii"}
    )
    assert json.loads(done.stdout.decode("utf-8"))["problems"][0]["excerpt"].strip() == "- ø: Hej."
