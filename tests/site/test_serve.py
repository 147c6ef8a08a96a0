"""`serve`: a saved YAML file is on the screen without a restart, and a mistake does not end it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.site.courses import lesson, write_course

WAIT = 30.0
SAID = "said.log"


@contextmanager
def serving(folder: Path, command: list[str]) -> Iterator[str]:
    with closing(socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = [part.format(port=port) for part in command]
    with (folder / SAID).open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *address], cwd=folder, stdout=log, stderr=log
        )
        try:
            yield f"http://127.0.0.1:{port}/coursewright/"
        finally:
            server.terminate()
            server.wait(WAIT)


def until(found: Callable[[], bool]) -> None:
    """Ask again until it is so; the clock only ends a test that has failed."""
    end = time.monotonic() + WAIT
    while not found():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


def read(address: str) -> str:
    try:
        with urlopen(address) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


@pytest.mark.parametrize(
    "command",
    [["mkdocs", "serve", "-a", "127.0.0.1:{port}"], ["coursewright", "serve", "--port", "{port}"]],
    ids=["mkdocs", "coursewright"],
)
def test_saving_yaml_reloads(tmp_path: Path, command: list[str], page: Page) -> None:
    """An open page shows what was saved, and a mistake in between does not end the server."""
    course = write_course(tmp_path, {"m": [lesson("a", text="Det gamle.")]})
    module = course / "content" / "modules" / "m.yml"
    good = module.read_text(encoding="utf-8")
    with serving(course, command) as site:
        until(lambda: "Det gamle." in read(f"{site}m/a/"))
        page.goto(f"{site}m/a/")
        module.write_text(good.replace("Det gamle.", "Det nye."), encoding="utf-8")
        expect(page.get_by_text("Det nye.")).to_be_visible(timeout=WAIT * 1000)

        module.write_text("module: m\n", encoding="utf-8")
        until(lambda: "content/modules/m.yml:1" in (course / SAID).read_text(encoding="utf-8"))
        module.write_text(good.replace("Det gamle.", "Det rettede."), encoding="utf-8")
        expect(page.get_by_text("Det rettede.")).to_be_visible(timeout=WAIT * 1000)
