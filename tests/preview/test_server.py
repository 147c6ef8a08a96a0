"""Who the preview answers, and what it says of itself."""

import json
import socket
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
import segno

from coursewright.commands import main, network, serve
from tests.preview.running import SAID, read, serving, until
from tests.site.courses import lesson, write_course

BLOCKS = {" ": (1, 1), "▀": (0, 1), "▄": (1, 0), "█": (0, 0)}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_course(tmp_path_factory.mktemp("serve") / "kursus", {"m": [lesson("a")]})


@pytest.fixture(scope="module")
def origin(course: Path):
    with serving(course, ["coursewright", "serve", "--port", "{port}"]) as origin:
        until(lambda: "<title>" in read(f"{origin}/coursewright/"))
        yield origin


def ask(origin: str, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    connection = HTTPConnection(origin.removeprefix("http://"))
    connection.request(method, path, headers=headers)
    return connection.getresponse()


def test_a_foreign_name_is_not_answered(origin: str) -> None:
    """A page of another site, that lets its name point here, gets nothing."""
    port = origin.rpartition(":")[2]
    assert ask(origin, "/coursewright/", Host=f"evil.example:{port}").status == 421
    assert ask(origin, "/coursewright/", Host=f"localhost:{port}").status == 200


def test_ways_out_and_ways_on(origin: str) -> None:
    assert ask(origin, "/").getheader("Location") == "/coursewright/"
    assert ask(origin, "/coursewright").getheader("Location") == "/coursewright/"
    assert ask(origin, "/coursewright/m/a").getheader("Location") == "/coursewright/m/a/"
    assert ask(origin, "/coursewright/m/ingen/").status == 404
    assert ask(origin, "/elsewhere/").status == 404
    for way in ("/coursewright/../mkdocs.yml", "/coursewright/%2e%2e/%2e%2e/etc/passwd"):
        assert ask(origin, way).status == 404
    assert ask(origin, "/coursewright/", "POST").status == 501


def test_nothing_is_kept_by_the_browser_and_nothing_guessed(origin: str) -> None:
    answer = ask(origin, "/coursewright/assets/coursewright/web/shell.mjs", "HEAD")
    assert answer.status == 200
    assert answer.getheader("Content-Type") == "text/javascript; charset=utf-8"
    assert answer.getheader("Cache-Control") == "no-store"
    assert answer.getheader("X-Content-Type-Options") == "nosniff"


def test_the_search_knows_every_page(origin: str) -> None:
    """Also those that nobody has looked at yet."""
    index = json.loads(read(f"{origin}/coursewright/search/search_index.json"))
    assert any(entry["location"].startswith("m/a/") for entry in index["docs"])


def test_it_says_where_it_is_and_who_can_see_it(origin: str, course: Path) -> None:
    said = (course / SAID).read_text("utf-8")
    assert f"{origin}/coursewright/ – kun på denne computer" in said


def test_the_code_for_a_telephone_holds_the_address() -> None:
    """Read back from the letters, block by block."""
    address = "http://192.168.100.200:8000/my-course/"
    rows = []
    for line in network.qr_code(address).splitlines():
        halves = [BLOCKS[letter] for letter in line]
        rows += [[upper for upper, _ in halves], [lower for _, lower in halves]]
    drawn = [list(map(int, row)) for row in segno.make(address, micro=False).matrix_iter(border=4)]
    size = len(drawn)
    assert [row[:size] for row in rows[:size]] == drawn


def test_on_the_network_it_says_who_can_see_it(capsys: pytest.CaptureFixture[str]) -> None:
    serve.Telling("en", is_open=True).serving("http://192.168.1.20:8000/")
    said = capsys.readouterr().out
    assert "http://192.168.1.20:8000/" in said
    assert "Everybody on the same network can see the course" in said
    assert "▄" in said


def test_without_a_network_there_is_none_to_share(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serve, "local_address", lambda: None)
    assert main(["serve", str(course), "--lan", "--lang", "en"]) == 2
    assert "on no network" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["serve", str(course), "--port", port, "--lang", "en"]) == 2
    assert f"cannot use port {port}" in capsys.readouterr().err
