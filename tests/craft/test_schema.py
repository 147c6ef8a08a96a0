"""Help in editors: schemas of the files, tried with the real language server."""

import json
import textwrap

import pytest
from jsonschema import Draft7Validator

from coursewright.commands import main
from coursewright.commands.editor_files import modeline, schema_files, vscode_files
from coursewright.core.examples import read_examples
from coursewright.core.kinds import find_kinds
from coursewright.core.schema import schemas
from coursewright.core.source import read_source
from tests.authoring.courses import COURSE, HEAD, LESSON, TEXT, CourseFolder, module
from tests.craft.language_server import running
from tests.guide.places import GUIDE, ROOT

KINDS = find_kinds()
SCHEMAS = schemas(KINDS)
VALID = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}
GOOD = [each for kind in KINDS.values() for each in read_examples(kind, KINDS) if not each.expected]
MODULE = "content/modules/motivation.yml"


def block(kind, yaml):
    """Write an exercise as a block of a lesson, whether it has fields or is a bare text."""
    inside = textwrap.indent(yaml, " " * 10)
    return f"      - {kind}:{f' {yaml}' if ': ' not in yaml else chr(10) + inside}\n"


def errors(name, text):
    data = read_source(text.encode(), "x.yml").data
    return [(list(error.absolute_path), error.message) for error in VALID[name].iter_errors(data)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name):
    Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("example", GOOD, ids=lambda each: f"{each.kind.name}-{each.name}")
def test_every_good_example_is_valid(example):
    assert errors("module", module(block(example.kind.name, example.yaml))) == []
    for text in example.files.values():
        assert errors("bank", text) == []


@pytest.mark.parametrize("folder", [ROOT, GUIDE], ids=["course", "guide"])
def test_the_courses_here_are_valid(folder):
    files = {"course": "content/course.yml", "module": "content/modules/*.yml"}
    for name, pattern in {**files, "bank": "quizzes/*.yml"}.items():
        for file in sorted(folder.glob(pattern)):
            assert errors(name, file.read_text("utf-8")) == [], file


def test_every_field_is_described_and_no_other_allowed():
    for schema in SCHEMAS.values():
        for shape in (schema, *schema["definitions"].values()):
            if "properties" in shape:
                assert shape["additionalProperties"] is False
                assert all(field["description"] for field in shape["properties"].values())


SCALE = "id: a\nquestion: Q?\nfrom: 1\nto: 5\nanchors: {1: A, 5: B}\n"
WRONG = {
    "unknown": (SCALE + "qestion: R?", ["scale"], "'qestion' was unexpected"),
    "missing": (SCALE.replace("id: a\n", ""), ["scale"], "'id' is a required property"),
    "number": (SCALE.replace("to: 5", "to: five"), ["scale", "to"], "'five' does not match"),
    "id": (SCALE.replace("id: a", "id: Æ"), ["scale", "id"], "'Æ' does not match"),
    "list": (SCALE + "was: a", ["scale", "was"], "'a' is not of type 'array'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_once_and_where_it_stands(name):
    yaml, path, message = WRONG[name]
    [(where, said)] = errors("module", module(block("scale", yaml)))
    assert where == ["lessons", 0, "blocks", 0, *path]
    assert message in said


QUESTION = "bank: b\ntitle: B\nquestions:\n  - id: q\n    choose: true-false\n    question: Q?\n"


def test_the_word_that_decides_decides_alone():
    """One question's mistake is not told for the six other types, too."""
    assert errors("bank", QUESTION + "    answer: ja\n") == []
    [(where, said)] = errors("bank", QUESTION + "    answer: ja\n    options: [A, B]\n")
    assert (where, "'options' was unexpected" in said) == (["questions", 0], True)
    [(where, said)] = errors("bank", QUESTION.replace("true-false", "onee"))
    assert where == ["questions", 0, "choose"]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A language server over a course folder with the schemas that the command writes."""
    folder = CourseFolder(tmp_path_factory.mktemp("kursus")).write("content/course.yml", COURSE)
    assert main(["schema", str(folder.module(TEXT).path)]) == 0
    with running(folder.path) as speaking:
        yield speaking, folder.path


def test_an_editor_helps_where_the_modeline_stands(server):
    """A19, A20 — a wrong key is marked on its line; names are completed; fields are explained."""
    speaking, folder = server
    lines = [
        *f"{modeline(MODULE, 'module')}{HEAD}{LESSON}".splitlines(),
        "      - scale:",
        "          id: 10",
        "          question: yes",
        "          from: 1",
        '          to: "5"',
        "          anchors: {1: Lidt, 5: true}",
        "          qestion: Hvor?",
        "      - text: 10:30",
        "      - scael: {}",
        "      - ",
    ]
    file = folder / MODULE
    found = speaking.diagnose(file, "\n".join(lines))
    assert {line for line, _ in found} == {18, 20, 21}
    assert "qestion" in dict(found)[18]
    assert "scael" in dict(found)[20]
    assert {"text", *KINDS} <= speaking.complete(file, 21, 9)
    assert "Answers are kept under it" in speaking.hover(file, 13, 12)


def test_an_editor_knows_the_fields_of_a_sort_of_question(server):
    speaking, folder = server
    file = folder / "quizzes/b.yml"
    text = f"{modeline('quizzes/b.yml', 'bank')}{QUESTION}    \n"
    found = speaking.diagnose(file, text)
    assert [(line, "answer" in said) for line, said in found] == [(5, True)]
    offered = speaking.complete(file, 8, 5)
    assert {"answer", "if_true", "feedback"} <= offered
    assert "options" not in offered


def test_an_editor_finds_nothing_wrong_with_what_is_right(server):
    """The largest module here, with every scalar that YAML reads as something else than text."""
    speaking, folder = server
    text = (ROOT / "content/modules/motivation.yml").read_text("utf-8")
    file = folder / "content/modules/right.yml"
    assert speaking.diagnose(file, modeline("content/modules/right.yml", "module") + text) == []


def test_each_file_of_the_course_here_names_its_schema():
    """The way in the first line leads to the file, from wherever the module stands."""
    for pattern in ("content/**/*.yml", "quizzes/*.yml"):
        for file in sorted(ROOT.glob(pattern)):
            way = file.read_text("utf-8").partition("\n")[0].partition("$schema=")[2]
            assert (file.parent / way).is_file(), file


@pytest.mark.parametrize("files", [schema_files, vscode_files])
def test_this_repository_has_its_own(files):
    """After a change to a model: `uv run coursewright schema --vscode`."""
    for name, text in files(KINDS).items():
        if not name.endswith(("settings.json", "extensions.json")):
            assert (ROOT / name).read_text("utf-8") == text, name


def test_snippets_are_exercises_that_work(tmp_path):
    made = json.loads(vscode_files(KINDS)[".vscode/coursewright.code-snippets"])
    assert set(made) == set(KINDS)
    for kind, snippet in made.items():
        text = "\n".join(snippet["body"]).replace("${1:", "").replace("\\$", "$")
        ids = [line for line in snippet["body"] if "${1:" in line]
        assert len(ids) == 1 or kind == "quiz"
        assert text.startswith(f"- {kind}:")


def test_the_command_keeps_settings_that_are_there(tmp_path, capsys):
    course = CourseFolder(tmp_path).write("content/course.yml", COURSE).module(TEXT)
    course.write(".vscode/settings.json", "{}")
    assert main(["schema", str(tmp_path), "--vscode", "--lang", "en"]) == 0
    assert "Written: .coursewright/schema/module.json" in capsys.readouterr().out
    assert (tmp_path / ".vscode/settings.json").read_text() == "{}"
    assert (tmp_path / ".vscode/coursewright.code-snippets").is_file()


def test_one_schema_is_printed(capsys):
    assert main(["schema", "--kind", "bank"]) == 0
    assert json.loads(capsys.readouterr().out)["required"] == ["bank", "title", "questions"]
    assert main(["schema", "--kind", "banana", "--lang", "en"]) == 2
    assert "course, module, bank" in capsys.readouterr().err


def test_a_kind_of_the_courses_own_is_known(tmp_path):
    CourseFolder(tmp_path).write("content/course.yml", COURSE).module(TEXT)
    assert main(["new", "kind", "my-note", "--into", str(tmp_path)]) == 0
    assert main(["schema", str(tmp_path)]) == 0
    made = json.loads((tmp_path / ".coursewright/schema/module.json").read_text("utf-8"))
    assert "my-note" in made["definitions"]["block"]["properties"]
