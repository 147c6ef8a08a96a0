"""`coursewright new kind`: a room whose tests pass, in a course or as a package to install."""

import os
import shutil
import subprocess
import sys

import pytest

from coursewright.commands import main
from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course

COURSE = "course: test\ntitle: En prøve\nlanguage: da\nmodules: [motivation]\n"
MODULE = """\
module: motivation
title: Motivation
summary: Kort.
minutes: 10
aims: [Du kan noget.]
lessons:
  - lesson: skriv
    title: Skriv
    minutes: 5
    blocks:
      - my-note:
          id: efter
          ask: Hvad lagde du mærke til?
"""
PLAIN_PYTEST = "[pytest]\naddopts = --import-mode=importlib -p no:cacheprovider\n"


@pytest.fixture
def course(tmp_path):
    modules = tmp_path / "content" / "modules"
    modules.mkdir(parents=True)
    (tmp_path / "content" / "course.yml").write_text(COURSE, "utf-8")
    (modules / "motivation.yml").write_text(MODULE, "utf-8")
    return tmp_path


def new(*words):
    return main(["new", "kind", *map(str, words)])


def problems(course):
    return [problem.code for problem in load_course(course, find_kinds(course)).problems]


def run(folder, *command, path=""):
    """Run Python's own tools in a folder, as a user would; gives what was printed."""
    surroundings = {**os.environ, "PYTHONPATH": str(path)}
    surroundings.pop("PYTEST_ADDOPTS", None)
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_course_can_use_its_new_kind_at_once(course):
    assert problems(course) == ["unknown-kind"]
    assert new("my-note", "--into", course) == 0
    assert problems(course) == []


def test_the_new_room_passes_its_own_tests(course):
    new("my-note", "--into", course)
    (course / "pytest.ini").write_text(PLAIN_PYTEST, "utf-8")
    said = run(course, "pytest", "-q", "hooks")
    assert "6 passed" in said


def test_a_package_with_a_kind_is_installed_tested_and_used(course, tmp_path):
    """As the guide tells a third party: scaffold, install, test, and use it in a course."""
    new("my-note", "--package", "--into", tmp_path)
    package, installed = tmp_path / "coursewright-my-note", tmp_path / "installed"
    uv = os.environ.get("UV") or shutil.which("uv")
    assert uv, "the tests run under uv"
    install = [uv, "pip", "install", "--quiet", "--no-deps", "--target", installed, package]
    subprocess.run(install, check=True)
    assert "6 passed" in run(package, "pytest", "-q", "-p", "no:cacheprovider", path=installed)
    run(course, "coursewright", "check", "--lang", "en", path=installed)


@pytest.mark.parametrize("name", ["My-Note", "note2", "-note", "text", "../note"])
def test_a_name_that_cannot_be_is_refused(course, name, capsys):
    assert new(f"--into={course}", "--", name) == 2
    assert name in capsys.readouterr().err
    assert not (course / "hooks").exists()


def test_a_name_that_is_taken_is_refused(course, capsys):
    assert new("scale", "--into", course) == 2
    assert "scale" in capsys.readouterr().err


def test_nothing_in_the_way_is_overwritten(course):
    folder = course / "hooks" / "exercises" / "my_note"
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("mine", "utf-8")
    assert new("my-note", "--into", course) == 2
    assert [file.name for file in folder.iterdir()] == ["mine.txt"]
