"""A server like GitHub Pages: below a sub-path, ten minutes of cache, no headers of ours."""

import mimetypes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Self
from urllib.parse import unquote, urlsplit

MAX_AGE = "max-age=600"
TYPES = {".mjs": "text/javascript", ".svg": "image/svg+xml"}


class PagesServer:
    """Serves a built site at `…:PORT/SUB_PATH/` as long as the `with` block lasts."""

    def __init__(self, site: Path, sub_path: str = "coursewright") -> None:
        self.site = site
        self.prefix = f"/{sub_path}/"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def address(self) -> str:
        return f"{self.origin}{self.prefix}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def find(self, target: str) -> tuple[int, Path | str]:
        """Give (200, file), (301, where to) or (404, the not-found page)."""
        path = unquote(urlsplit(target).path)
        missing = self.site / "404.html"
        if not path.startswith(self.prefix) or ".." in path:
            return 404, missing
        file = self.site / path.removeprefix(self.prefix)
        if file.is_dir() and not path.endswith("/"):
            return 301, f"{path}/"
        file = file / "index.html" if file.is_dir() else file
        return (200, file) if file.is_file() else (404, missing)


def _handler(server: PagesServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, found = server.find(self.path)
            content = found.read_bytes() if isinstance(found, Path) else b""
            self.send_response(status)
            if isinstance(found, Path):
                mime = TYPES.get(found.suffix) or mimetypes.guess_type(found.name)[0]
                self.send_header("Content-Type", mime or "application/octet-stream")
            else:
                self.send_header("Location", found)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", MAX_AGE)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
