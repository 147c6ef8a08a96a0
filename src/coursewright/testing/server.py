"""A small HTTP server for test pages: the site's layout, served straight from the package."""

import mimetypes
import re
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Self
from urllib.parse import unquote, urlsplit

import coursewright
from coursewright.core.course import Placed
from coursewright.core.examples import Example
from coursewright.core.kinds import Kinds
from coursewright.render.exercise import words_file, words_script
from coursewright.testing.page import ASSETS, write_page

PACKAGE = Path(coursewright.__file__).parent
TYPES = {".mjs": "text/javascript", ".css": "text/css", ".json": "application/json"}

_WORDS = re.compile(rf"/{ASSETS}/{words_file('([a-z-]+)', '([a-z-]+)')}")


class LocalServer:
    """Answers on 127.0.0.1, at a port of its own, for as long as the `with` block lasts."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True

    @property
    def origin(self) -> str:
        """Where it answers, e.g. `http://127.0.0.1:40123`."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        """Start answering."""
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and let the port go."""
        self._server.shutdown()
        self._server.server_close()


class ExampleSite(LocalServer):
    """Test pages, for as long as the `with` block lasts."""

    def __init__(self, kinds: Kinds) -> None:
        super().__init__(_handler(self))
        self.kinds = kinds
        self._pages: dict[str, bytes] = {}
        self._numbers = count(1)

    def add(self, exercises: Sequence[Example | Placed], language: str = "en") -> str:
        """Put a page with these exercises on the site; gives its full address."""
        return self.add_html(write_page(self.kinds, exercises, language))

    def add_html(self, html: str, path: str = "") -> str:
        """Put a finished page on the site, at a path such as `/a/b/`; gives its full address."""
        path = path or f"/pages/{next(self._numbers)}/"
        self._pages[path] = html.encode()
        return self.origin + path

    def answer(self, target: str) -> tuple[bytes, str] | None:
        """Give (content, MIME type) for a request's target, or None: not found."""
        path = unquote(urlsplit(target).path)
        if path in self._pages:
            return self._pages[path], "text/html; charset=utf-8"
        if found := _WORDS.fullmatch(path):
            return words_script(self.kinds[found[1]], found[2]), TYPES[".mjs"]
        file = self._asset(path.strip("/").removeprefix(f"{ASSETS}/").split("/"))
        if not path.startswith(f"/{ASSETS}/") or file is None:
            return None
        guessed = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        return file.read_bytes(), f"{guessed or 'application/octet-stream'}; charset=utf-8"

    def _asset(self, steps: list[str]) -> Path | None:
        """Find web/…, testing/page.css and exercises/KIND/…; nothing outside them."""
        folder, *rest = steps
        if folder == "exercises" and rest and rest[0] in self.kinds:
            base, rest = self.kinds[rest[0]].folder, rest[1:]
        elif folder in {"web", "testing"}:
            base = PACKAGE / folder
        else:
            return None
        file = base.joinpath(*rest)
        return file if ".." not in rest and file.is_file() else None


def _handler(site: ExampleSite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer from the site."""
            found = site.answer(self.path)
            content, mime = found or (b"Not found", "text/plain; charset=utf-8")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", mime)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-cache")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing: the tests say what matters."""

    return Handler
