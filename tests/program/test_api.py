"""What programs may use: few names, typed, and no site engine behind them."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import coursewright
from tests.guide.places import GUIDE
from tests.site.courses import lesson, write_course

PAGE = (GUIDE / "docs" / "python.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
WITHOUT_ENGINE = """
import sys
import coursewright
checked = coursewright.check(sys.argv[1])
assert coursewright.render(checked).pages
engines = ("mkdocs", "material", "zensical", "mkdocs_macros")
print([name for name in sys.modules if name.partition(".")[0] in engines])
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_course(tmp_path / "my-course", {"m": [lesson("a"), lesson("b")]})


def test_no_engine_is_imported(course: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_ENGINE, str(course)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stderr


@pytest.mark.parametrize("name", coursewright.__all__)
def test_each_name_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(coursewright, name))


def test_the_guide_names_what_there_is() -> None:
    functions = {name for name in coursewright.__all__ if name.islower()}
    assert set(re.findall(r"coursewright\.(\w+)\(", PAGE)) == functions


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_guide_run(example: str, course: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", example]
    done = subprocess.run(command, cwd=course.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_mistakes_are_data(course: Path) -> None:
    module = course / "content" / "modules" / "m.yml"
    text = module.read_text("utf-8")
    module.write_text(text.replace("question:", "qestion:", 1), encoding="utf-8")
    for found in (coursewright.load(course), coursewright.check(course)):
        assert found.course is None
        assert found.has_errors
        assert "unknown-field" in {problem.code for problem in found.problems}
        assert len(found.told()) == len(found.problems)
        assert found.told("en") != found.told("da")
        with pytest.raises(ValueError, match="errors"):
            coursewright.render(found)


def test_only_check_looks_at_pages(course: Path) -> None:
    page = course / "docs" / "index.md"
    page.write_text("[x](gone.md)\n", encoding="utf-8")
    assert coursewright.load(course).problems == []
    assert [problem.code for problem in coursewright.check(course).problems] != []


def test_a_rendered_page_has_everything_it_names(course: Path) -> None:
    rendered = coursewright.render(coursewright.check(course))
    lesson_page = next(page for page in rendered.pages if page.address == "m/a/")
    assert "<cw-scale" in lesson_page.html
    assert 'href="../../m/b/"' in lesson_page.html
    assert "assets/coursewright/exercises/scale/scale.mjs" in lesson_page.scripts
    for page in rendered.pages:
        assert set(page.styles + page.scripts) <= set(rendered.files)


def test_what_is_published_is_compared(course: Path, tmp_path: Path) -> None:
    rendered = coursewright.render(coursewright.check(course))
    published = tmp_path / "published"
    published.mkdir()
    ledger = rendered.files["assets/coursewright/ledger.json"]
    (published / "coursewright.json").write_bytes(ledger)
    assert not coursewright.check(course, against=published).has_errors
    module = course / "content" / "modules" / "m.yml"
    text = module.read_text("utf-8")
    module.write_text(text.replace("id: a-skala", "id: ny-skala"), encoding="utf-8")
    assert coursewright.check(course, against=published).has_errors
    with pytest.raises(coursewright.LedgerError):
        coursewright.check(course, against=tmp_path / "nowhere")
