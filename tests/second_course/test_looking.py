"""`python -m coursewright.testing SITE`, with which a trainer's workflow looks at every page."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.second_course.test_course import site as site  # noqa: PLC0414  (the built course)
from tests.site.courses import Built

KEPT = ("index.html", "wheels/two-minute-look/index.html")
BAD = """<!doctype html><html lang="en"><head><title>Bad</title>
<style>@media (prefers-color-scheme: dark) { p { color: #777; background: #888 } }</style></head>
<body><main><h1>Bad</h1><p>Faint</p>
<img src="../assets/coursewright/icon.svg"><div style="width: 2000px">x</div>
<script>nobody()</script></main></body></html>"""


@pytest.fixture
def few(site: Built, tmp_path: Path) -> Path:
    """The second course's site with two pages left of it."""
    folder = tmp_path / "site"
    shutil.copytree(site.site, folder)
    for page in folder.rglob("index.html"):
        if page.relative_to(folder).as_posix() not in KEPT:
            page.unlink()
    return folder


def look(folder: Path) -> tuple[int, str]:
    """Run it as the workflow does."""
    command = [sys.executable, "-m", "coursewright.testing", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_good_page_has_nothing_and_a_bad_one_everything(few: Path) -> None:
    """Barriers, what is too wide, and what a browser complains of; each with its page."""
    bad = few / "bad" / "index.html"
    bad.parent.mkdir()
    bad.write_text(BAD, "utf-8")
    code, said = look(few)
    lines = said.splitlines()
    assert (code, lines[-1]) == (1, "3 pages, 1 with something wrong")
    assert all(line.startswith("bad/: ") for line in lines[:-1])
    for part in (
        "image-alt",
        "wider than the screen",
        "nobody is not defined",
        "dark: color-contrast",
    ):
        assert part in said


def test_without_a_site_it_says_what_it_wants(tmp_path: Path) -> None:
    code, said = look(tmp_path)
    assert code == 2
    assert "python -m coursewright.testing SITE" in said
