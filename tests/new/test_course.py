"""`coursewright new my-course`: three answers, and a course without a mistake."""

import io
import re
from pathlib import Path

import pytest
import yaml

from coursewright.commands import main, new_course
from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from coursewright.render.checking import check_site

ROOT = Path(__file__).parents[2]
LANGUAGES = new_course.LANGUAGES


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_without_a_mistake_and_shows_five_kinds(language: str, tmp_path: Path) -> None:
    course = tmp_path / "mit-kursus"
    title = 'Pause: «nu» \\ "ja" # {{ x }}'
    assert main(["new", str(course), "--language", language, "--title", title]) == 0
    kinds = find_kinds(course)
    loaded = load_course(course, kinds, keep_sources=True)
    assert [*loaded.problems, *check_site(course, loaded, kinds)] == []
    assert loaded.course is not None
    assert loaded.course.settings.title == title
    assert loaded.course.settings.language == language
    assert len({placed.kind for placed in loaded.course.exercises()}) == 5
    settings = yaml.safe_load((course / "mkdocs.yml").read_text("utf-8"))
    assert settings["theme"]["language"] == language
    assert settings["site_url"] == "https://example.github.io/mit-kursus/"


def test_nothing_of_the_scaffold_is_left_over(tmp_path: Path) -> None:
    """Every word that was to be replaced is, and every file lost its ending."""
    course = tmp_path / "c"
    assert main(["new", str(course), "--language", "da"]) == 0
    for path in course.rglob("*"):
        assert path.suffix != ".new"
        if path.is_file() and ".github" not in path.parts:
            shouted = re.findall(r"\b[A-Z]{3,}(?:-[A-Z]{3,})+\b", path.read_text("utf-8"))
            assert shouted == [], path


def test_the_doors_and_settings_are_those_of_our_own_course(tmp_path: Path) -> None:
    """What a new course gets is what ours is built with, but for the words of its own."""
    course = tmp_path / "c"
    assert main(["new", str(course), "--language", "da"]) == 0
    for name in ("build.py", "macros.py"):
        own = ROOT / "hooks" / name
        assert (course / "hooks" / name).read_bytes() == own.read_bytes()
    ours, theirs = (
        yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (ROOT, course)
    )
    for key in ("theme", "plugins", "hooks", "validation", "copyright"):
        assert theirs[key] == ours[key]


def test_editors_are_told_what_each_file_may_hold(tmp_path: Path) -> None:
    """The schema that a file's first line names is there, and VS Code has its settings."""
    course = tmp_path / "c"
    assert main(["new", str(course), "--language", "da"]) == 0
    files = [*course.glob("content/**/*.yml"), *course.glob("quizzes/*.yml")]
    assert len(files) == 3
    for file in files:
        first = file.read_text("utf-8").split("\n")[0]
        mark, _, schema = first.partition("$schema=")
        assert mark == "# yaml-language-server: "
        assert (file.parent / schema).is_file()
    assert (course / ".vscode" / "settings.json").is_file()


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("Anna/Kurset", "https://anna.github.io/Kurset/"),
        ("https://github.com/anna/kurset.git", "https://anna.github.io/kurset/"),
        ("anna/anna.github.io", "https://anna.github.io/"),
    ],
)
def test_the_address_is_that_of_the_repository(tmp_path: Path, said: str, address: str) -> None:
    assert main(["new", str(tmp_path / "c"), "--repository", said]) == 0
    settings = yaml.safe_load((tmp_path / "c" / "mkdocs.yml").read_text("utf-8"))
    assert settings["site_url"] == address


@pytest.mark.parametrize("said", ["anna", "anna/", "/x", "an na/x", "-a/x", "a/b/c", "ånna/x"])
def test_what_is_no_repository_is_refused(
    tmp_path: Path, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "c"), f"--repository={said}", "--lang", "en"]) == 2
    assert "no place on GitHub" in capsys.readouterr().err
    assert not (tmp_path / "c").exists()


def test_it_asks_what_it_was_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three questions at a terminal; an empty answer takes what stands in brackets."""
    monkeypatch.setattr("sys.stdin", Terminal("Pausen\nnb\n\n"))
    assert main(["new", str(tmp_path / "pause"), "--lang", "da"]) == 0
    said = capsys.readouterr().out
    assert "Hvad hedder kurset? [Pause]" in said
    assert "Hvilket sprog" in said
    assert "Hvor skal det ligge på GitHub?" in said
    assert f"coursewright serve {(tmp_path / 'pause').as_posix()}" in said
    settings = yaml.safe_load((tmp_path / "pause" / "content" / "course.yml").read_text("utf-8"))
    assert (settings["title"], settings["language"]) == ("Pausen", "nb")


def test_nobody_is_asked_where_nobody_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Andet\n"))
    monkeypatch.setenv("LC_ALL", "nn_NO.UTF-8")
    assert main(["new", str(tmp_path / "min-tur")]) == 0
    settings = yaml.safe_load((tmp_path / "min-tur" / "content" / "course.yml").read_text("utf-8"))
    assert settings == {
        "course": "min-tur",
        "title": "Min tur",
        "language": "nb",
        "licence": "CC BY-SA 4.0",
        "modules": ["pausen"],
    }
    assert "?" not in capsys.readouterr().out


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
