"""Notes for the next release: each is of a known type, says something, and can be collected."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.files import ROOT

CHANGES = ROOT / "changes"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
TYPES = {each["directory"] for each in SETTINGS["type"]}
NOTES = sorted(path for path in CHANGES.iterdir() if path.suffix == ".md")


def towncrier(folder: Path, *options: str) -> str:
    program = Path(sys.executable).with_name("towncrier")
    command = [str(program), "build", "--version", "9.9.9", "--date", "2030-01-31", *options]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("note", NOTES, ids=lambda path: path.name)
def test_a_note_has_a_known_type_and_says_something(note: Path) -> None:
    name, _, kind = note.name.removesuffix(".md").partition(".")
    assert name
    assert kind in TYPES
    assert note.read_text("utf-8").strip()


def test_nothing_else_lies_there() -> None:
    assert set(CHANGES.iterdir()) == {*NOTES, ROOT / SETTINGS["template"]}


def test_the_notes_are_collected_into_the_changelog(tmp_path: Path) -> None:
    """In the form that the file has, every note once, an older release below."""
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    changelog = tmp_path / "CHANGELOG.md"
    old = "\n## [0.0.1] - 2020-01-01\n\n### Added\n\n- Old.\n"
    changelog.write_text(changelog.read_text("utf-8") + old, encoding="utf-8")
    notes = tmp_path / "changes"
    notes.mkdir()
    shutil.copy(ROOT / SETTINGS["template"], notes)
    (notes / "a.added.md").write_text("Some\nthing.\n", encoding="utf-8")
    (notes / "b.added.md").write_text("- One.\n- Two.\n", encoding="utf-8")
    (notes / "c.removed.md").write_text("Gone.\n", encoding="utf-8")
    towncrier(tmp_path, "--yes")
    new = (
        "## [9.9.9] - 2030-01-31\n\n### Added\n\n- One.\n- Two.\n- Some\n  thing.\n\n"
        "### Removed\n\n- Gone.\n"
    )
    text = changelog.read_text("utf-8")
    assert new in text
    assert text.index(new) < text.index(old)
    assert text.startswith("# Changelog\n")
    assert [path.name for path in notes.iterdir()] == ["template.md.jinja"]


def test_what_is_there_now_can_be_collected() -> None:
    said = towncrier(ROOT, "--draft")
    assert "## [9.9.9] - 2030-01-31" in said
    for note in NOTES:
        assert note.read_text("utf-8").strip().splitlines()[0].removeprefix("- ") in said
