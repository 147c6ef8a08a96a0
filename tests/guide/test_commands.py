"""Every command the guide shows runs as it stands there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coursewright.testing.answering import answers
from tests.guide.places import GUIDE

PROGRAM = Path(sys.executable).with_name("coursewright")
PAGES = ("commands", "first-course", "publishing")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def lines_of(page):
    """Give the commands of a page, in its order."""
    text = (GUIDE / "docs" / f"{page}.md").read_text("utf-8")
    return [line for block in BLOCK.findall(text) for line in block.splitlines()]


LINES = lines_of("commands")
PATIENCE = 60
KINDS_OF_COMMANDS = {
    *("check", "build", "serve", "new", "catalogue", "workbook"),
    *("explain", "schema", "quiz", "outline"),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of the guide, in which one command may use what the one before it made."""
    folder = tmp_path_factory.mktemp("course") / "guide"
    shutil.copytree(GUIDE, folder, ignore=shutil.ignore_patterns("decisions", "site"))
    return folder


def command(line):
    name, *arguments = shlex.split(line)
    assert name in ("coursewright", "python")
    return [str(PROGRAM.with_name(name)), *arguments]


def test_there_are_commands_of_each_sort():
    assert {line.split()[1] for line in LINES} == KINDS_OF_COMMANDS


@pytest.mark.parametrize("line", [line for line in LINES if " serve" not in line])
def test_the_command_runs(line, course):
    done = subprocess.run(command(line), cwd=course, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_page_can_be_followed_from_its_top(page, tmp_path):
    """Each command as it stands there, one after the other, on a computer with no course yet."""
    folder = tmp_path
    if page == "publishing":
        subprocess.run(command("coursewright new my-course"), cwd=folder, check=True)
        folder /= "my-course"
    for line in lines_of(page):
        if line.startswith("cd "):
            folder /= line.removeprefix("cd ")
        elif not line.endswith(" serve"):
            done = subprocess.run(
                command(line), cwd=folder, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, line + done.stdout + done.stderr


@pytest.mark.parametrize("line", [line for line in LINES if " serve --port" in line])
def test_the_server_answers(line, course):
    port = int(line.rpartition(" ")[2])
    process = subprocess.Popen(
        command(line),
        cwd=course,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    try:
        until = time.monotonic() + PATIENCE
        address = f"http://127.0.0.1:{port}/"
        while not (is_up := answers(address)) and time.monotonic() < until:
            assert process.poll() is None, "the server ended by itself"
            time.sleep(0.2)
        assert is_up
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.mark.parametrize("line", [line for line in LINES if line.endswith("serve")])
def test_the_plain_server_command_is_one(line):
    done = subprocess.run([*command(line), "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "8000 if left out" in done.stdout
