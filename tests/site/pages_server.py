"""A server like GitHub Pages: below a sub-path, ten minutes of cache, no headers of ours."""

import mimetypes
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from coursewright.testing.server import LocalServer

MAX_AGE = "max-age=600"
TYPES = {".mjs": "text/javascript", ".svg": "image/svg+xml"}


class PagesServer(LocalServer):
    """Serves a built site at `…:PORT/SUB_PATH/` as long as the `with` block lasts."""

    def __init__(self, site: Path, sub_path: str = "coursewright") -> None:
        super().__init__(_handler(self))
        self.site = site
        self.prefix = f"/{sub_path}/"

    @property
    def address(self) -> str:
        return f"{self.origin}{self.prefix}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        status, found = self.find(request.path)
        content = found.read_bytes() if isinstance(found, Path) else b""
        request.send_response(status)
        if isinstance(found, Path):
            mime = TYPES.get(found.suffix) or mimetypes.guess_type(found.name)[0]
            request.send_header("Content-Type", mime or "application/octet-stream")
        else:
            request.send_header("Location", found)
        request.send_header("Content-Length", str(len(content)))
        request.send_header("Cache-Control", MAX_AGE)
        request.end_headers()
        self.send(request, content)

    def send(self, request: BaseHTTPRequestHandler, content: bytes) -> None:
        request.wfile.write(content)

    def find(self, target: str) -> tuple[int, Path | str]:
        return look_up(self.site, self.prefix, unquote(urlsplit(target).path))


def look_up(site: Path, prefix: str, path: str) -> tuple[int, Path | str]:
    """Give (200, file), (301, where to) or (404, the not-found page)."""
    missing = site / "404.html"
    if not path.startswith(prefix) or ".." in path:
        return 404, missing
    file = site / path.removeprefix(prefix)
    if file.is_dir() and not path.endswith("/"):
        return 301, f"{path}/"
    file = file / "index.html" if file.is_dir() else file
    return (200, file) if file.is_file() else (404, missing)


def _handler(server: PagesServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
