"""What the guide shows as YAML is right: it is put into a course and checked."""

import re
import textwrap

import pytest

from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from tests.guide.places import GUIDE, ROOT

LESSON = """\
module: test
title: Test
summary: A test.
minutes: 60
aims: [You can test.]
lessons:
  - lesson: test
    title: Test
    minutes: 5
"""


def yaml_blocks(file):
    return re.findall(r"^```yaml\n(.*?)^```", file.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def block_with(file, first_word):
    return next(block for block in yaml_blocks(file) if block.startswith(f"{first_word}:"))


def codes_for(folder, module, bank=""):
    """Check a course with this one module, and this bank if the module asks one."""
    bank_name = bank.partition("\n")[0].removeprefix("bank: ")
    name = module.partition("\n")[0].removeprefix("module: ")
    course = f"course: t\ntitle: T\nlanguage: en\nmodules: [{name}]\n"
    files = {"content/course.yml": course, f"content/modules/{name}.yml": module}
    if bank:
        files[f"quizzes/{bank_name}.yml"] = bank
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return [problem.code for problem in load_course(folder, find_kinds()).problems]


FORMAT = GUIDE / "docs" / "authoring.md"


def test_the_course_file(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/course.yml").write_text(block_with(FORMAT, "course"), encoding="utf-8")
    problems = load_course(tmp_path, find_kinds()).problems
    assert {problem.code for problem in problems} <= {"no-such-module"}


def test_the_module_and_the_bank(tmp_path):
    module, bank = block_with(FORMAT, "module"), block_with(FORMAT, "bank")
    assert codes_for(tmp_path, module, bank) == []


def test_the_blocks(tmp_path):
    blocks = textwrap.indent(block_with(FORMAT, "blocks"), "    ")
    assert codes_for(tmp_path, LESSON + blocks, block_with(FORMAT, "bank")) == []


def test_an_earlier_id(tmp_path):
    block = next(block for block in yaml_blocks(FORMAT) if "was:" in block)
    rest = "    question: Q?\n    from: 1\n    to: 2\n    anchors: {1: A, 2: B}\n"
    blocks = textwrap.indent(f"blocks:\n{textwrap.indent(block + rest, '  ')}", "    ")
    assert codes_for(tmp_path, LESSON + blocks) == []


def test_the_readme_sample(tmp_path):
    [sample] = yaml_blocks(ROOT / "README.md")
    head = LESSON.partition("lessons:")[0]
    assert codes_for(tmp_path, head + sample) == []


def test_the_first_module_a_trainer_types(tmp_path):
    text = (GUIDE / "content/modules/first-steps.yml").read_text("utf-8")
    typed = re.search(r"^( +)module: listening\n(?:\1.*\n)+", text, re.MULTILINE)
    assert codes_for(tmp_path, textwrap.dedent(typed[0])) == []


@pytest.mark.parametrize("text", ["no", "10:30", "0800", "1.10"])
def test_a_value_that_is_said_to_stay_as_typed_does(text, tmp_path):
    blocks = f"    blocks:\n      - text: {text}\n"
    assert codes_for(tmp_path, LESSON + blocks) == []
    loaded = load_course(tmp_path, find_kinds())
    assert loaded.course.modules[0].lessons[0].blocks[0].text == text


@pytest.mark.parametrize("line", ["Remember: a break", "Colour #1 is best", "@work, or at home"])
def test_a_text_that_is_said_to_need_quotes_does(line, tmp_path):
    asked = FORMAT.read_text("utf-8")
    assert f'"{line}"' in asked
    assert codes_for(tmp_path, LESSON + f"    blocks:\n      - text: {line}\n") != []
    assert codes_for(tmp_path, LESSON + f'    blocks:\n      - text: "{line}"\n') == []
