"""The newcomer: the wheel alone, a course, three mistakes, and a site on a phone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from coursewright.testing.watch import Watch
from tests.site.pages_server import PagesServer

ROOT = Path(__file__).parents[2]
LESSON = "the-break/how-is-your-head/"


@dataclass(frozen=True)
class Computer:
    """A computer with nothing of ours on it but what the wheel brings."""

    home: Path
    programs: Path

    def run(self, *command: str, folder: str = ".") -> tuple[int, str]:
        """Run coursewright as somebody types it; gives its exit code and what it said."""
        environment = {"PATH": f"{self.programs}{os.pathsep}/usr/bin:/bin", "HOME": str(self.home)}
        done = subprocess.run(
            [str(self.programs / "coursewright"), *command],
            cwd=self.home / folder,
            env={**environment, "LANG": "en_GB.UTF-8", "NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def computer(tmp_path_factory: pytest.TempPathFactory) -> Computer:
    """Build the wheel, and install it with what the lock has, into an environment of its own."""
    home = tmp_path_factory.mktemp("newcomer")
    uv = os.environ.get("UV") or shutil.which("uv")
    assert uv, "the tests run under uv"
    venv, locked = home / "venv", home / "locked.txt"

    def do(*words: str | Path) -> None:
        done = subprocess.run(
            [uv, *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    do("build", "--quiet", "--wheel", "--out-dir", home / "wheel")
    do("venv", "--quiet", "--python", sys.executable, venv)
    export = ("export", "--quiet", "--locked", "--no-default-groups", "--no-emit-project")
    do(*export, "--output-file", locked)
    programs = venv / ("Scripts" if os.name == "nt" else "bin")
    install = ("pip", "install", "--quiet", "--python", venv)
    do(*install, "--require-hashes", "--requirement", locked)
    [wheel] = (home / "wheel").glob("*.whl")
    do(*install, "--no-deps", "--offline", wheel)
    return Computer(home, programs)


@pytest.fixture(scope="module")
def course(computer: Computer) -> Path:
    """A course begun with three answers."""
    answers = ("--title", "Take a break", "--language", "en", "--repository", "anna/my-course")
    code, said = computer.run("new", "my-course", *answers)
    assert (code, said.count("coursewright serve my-course")) == (0, 1), said
    return computer.home / "my-course"


MISTAKES = [
    ("question: How fresh", "qestion: How fresh", "23:11: error[unknown-field]", "«question»"),
    ("the-break/what-works", "the-break/what-worsk", "32:15: error[no-such-", "«what-works»"),
    ("title: Getting away", "title: Note: away", "55:12: error[needs-", 'title: "Note: away"'),
]


def test_three_mistakes_are_told_and_mended(computer: Computer, course: Path) -> None:
    """Each with its line, what is wrong, and what to write; then the course is whole again."""
    module = course / "content" / "modules" / "the-break.yml"
    good = module.read_text("utf-8")
    broken = good
    for right, wrong, _, _ in MISTAKES:
        assert good.count(right) == 1
        broken = broken.replace(right, wrong)
    module.write_text(broken, "utf-8")
    code, said = computer.run("check", folder="my-course")
    assert code == 1
    for _, wrong, told, hint in MISTAKES:
        assert wrong in said
        assert told in said
        assert hint in said
    assert "3 errors" in said
    code, said = computer.run("build", folder="my-course")
    assert (code, (course / "site").exists()) == (1, False)
    module.write_text(good, "utf-8")
    code, said = computer.run("check", folder="my-course")
    assert (code, said.strip()) == (0, "All is well: 1 module, 2 lessons, 5 exercises")


@pytest.fixture(scope="module")
def server(computer: Computer, course: Path) -> Iterator[PagesServer]:
    """The course, built as its workflow builds it and served as GitHub Pages does."""
    code, said = computer.run("build", "--strict", folder="my-course")
    assert code == 0, said
    with PagesServer(course / "site", "my-course") as server:
        yield server


def test_the_site_works_on_a_phone(server: PagesServer, browser: Browser) -> None:
    """From the front page to an answer that is still there after the page was left."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB")
    watch, page = Watch(context, server.origin), context.new_page()
    page.goto(server.address)
    expect(page.locator("h1")).to_have_text("Take a break")
    page.get_by_role("link", name="Begin here").click()
    assert page.url == f"{server.address}{LESSON}"
    scale = page.locator('[data-exercise="the-break/fresh"]')
    scale.locator('label:has(input[value="6"])').click()
    asked = scale.locator("[data-role='question']:visible").first
    expect(asked).to_contain_text("What is it that makes you say 6 and not 5?")
    expect(scale.locator('[data-role="saved"]')).to_have_text("Saved on this phone")
    page.goto(f"{server.address}my-page/")
    expect(page.locator('li[data-exercise="the-break/fresh"]')).to_contain_text("6 of 10")
    context.close()
    assert watch.problems == []


def test_it_begins_without_us(computer: Computer) -> None:
    """What was installed is the wheel, not this checkout."""
    [package] = computer.programs.parent.rglob("site-packages/coursewright")
    assert not list(computer.programs.parent.rglob("*coursewright*.pth"))
    assert (package / "scaffold" / "course" / ".github" / "workflows").is_dir()
