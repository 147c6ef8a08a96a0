"""Every command that another page than that of the commands shows runs as it stands there."""

import re
import shutil
import subprocess

import pytest

from tests.guide.places import GUIDE
from tests.guide.test_commands import command

TESTED_ELSEWHERE = {"commands.md", "first-course.md", "publishing.md"}
"""Pages with tests of their own."""


def lines(page):
    text = page.read_text("utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    shown = [line for block in blocks for line in block.splitlines()]
    return [line for line in shown if line.startswith("coursewright ")]


PAGES = [
    page
    for page in sorted((GUIDE / "docs").rglob("*.md"))
    if page.name not in TESTED_ELSEWHERE and lines(page)
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_run(page, tmp_path):
    """Each in a course as it was: a page shows several ways to the same thing."""
    for number, line in enumerate(lines(page)):
        course = tmp_path / str(number)
        shutil.copytree(GUIDE, course, ignore=shutil.ignore_patterns("decisions", "site"))
        done = subprocess.run(
            command(line), cwd=course, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_there_are_such_pages():
    assert {"languages.md", "own-kind.md", "zensical.md"} <= {page.name for page in PAGES}
