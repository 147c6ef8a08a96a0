"""The preview as its own process, and without one."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

WAIT = 120.0
SAID = "said.log"


@contextmanager
def serving(folder: Path, command: list[str]) -> Iterator[str]:
    """Run a server until the block ends; gives its origin. `{port}` stands for a free port."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = [part.format(port=port) for part in command]
    with (folder / SAID).open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *address], cwd=folder, stdout=log, stderr=log
        )
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(WAIT)


def until(found: Callable[[], bool]) -> None:
    """Ask again until it is so; the clock only ends a test that has failed."""
    end = time.monotonic() + WAIT
    while not found():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def read(address: str, **headers: str) -> str:
    """Give what an address answers, whatever its status; "" for no answer."""
    try:
        with urlopen(Request(address, headers=headers)) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        return error.read().decode()
    except (URLError, ConnectionError):
        return ""
