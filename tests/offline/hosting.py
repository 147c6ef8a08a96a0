"""A host like GitHub Pages on its bad days: deployments half done, cut connections, a slow net."""

import time
import zlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event, Lock
from urllib.parse import unquote, urlsplit

from tests.site.pages_server import PagesServer, look_up

PATIENCE = 40.0
"""Seconds that anything may take, however slow the computer."""


class Host(PagesServer):
    """Serves sites below sub-paths of one origin.

    sites: sub-path → folder; change it to deploy. hits: the paths asked for, in order.
    stale: path → another folder it comes from, as in a deployment that is not finished.
    gone: paths that are answered with 404. cut: paths whose connection breaks half-way.
    held: path → what has to happen before it is answered.
    is_down: no connection is answered. slow: seconds per request, and bytes per second, or None.
    """

    def __init__(self, site: Path, sub_path: str = "coursewright") -> None:
        super().__init__(site, sub_path)
        self.sites = {sub_path: site}
        self.hits: list[str] = []
        self.sent = 0
        self.stale: dict[str, Path] = {}
        self.gone: set[str] = set()
        self.cut: set[str] = set()
        self.held: dict[str, Event] = {}
        self.is_down = False
        self.slow: tuple[float, int] | None = None
        self._line = Lock()

    def deploy(self, site: Path, sub_path: str = "coursewright") -> None:
        self.sites[sub_path] = site

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.hits.append(self._inside(request.path))
        if self.is_down:
            request.close_connection = True
            return
        if held := self.held.get(self._inside(request.path)):
            held.wait(PATIENCE)
        if self.slow:
            time.sleep(self.slow[0])
        super().answer(request)

    def send(self, request: BaseHTTPRequestHandler, content: bytes) -> None:
        if self._inside(request.path) in self.cut:
            request.wfile.write(content[: len(content) // 2])
            request.close_connection = True
            return
        weight = len(zlib.compress(content))
        with self._line:  # one line for all
            self.sent += weight
            time.sleep(weight / self.slow[1] if self.slow else 0)
        super().send(request, content)

    def find(self, target: str) -> tuple[int, Path | str]:
        path = unquote(urlsplit(target).path)
        sub_path = path.split("/")[1]
        site = self.stale.get(self._inside(target)) or self.sites.get(sub_path, self.site)
        if self._inside(target) in self.gone:
            return 404, site / "404.html"
        return look_up(site, f"/{sub_path}/", path)

    def _inside(self, target: str) -> str:
        """Give the path of a target in its site; a folder without its slash."""
        return unquote(urlsplit(target).path).strip("/").partition("/")[2]
