"""The preview's own small server: this computer only, unless it is told another address."""

import mimetypes
import re
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote, urlsplit

from coursewright.engines.mkdocs.preview.dressing import OWN_FILES, PREFIX
from coursewright.engines.mkdocs.preview.state import Answer, Preview, Teller
from coursewright.engines.mkdocs.preview.watching import changes
from coursewright.engines.mkdocs.session import Run

PATIENCE = 30.0
"""Seconds after which a page that waits for a change is told that there was none."""

TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2"}
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "frame-ancestors 'self'",
}
_WAITS = re.compile(rf"{PREFIX}(\d{{1,15}})/\d{{1,15}}")


def serve(folder: Path, host: str, port: int, teller: Teller) -> int:
    """Serve a course folder until Ctrl-C; nothing that stands in it ends the server.

    host: the address to listen on; only requests that name it are answered, or this computer's own
    names where it is one of those. port: 0 for a free one. Gives 0. Raises OSError where the
    address cannot be listened on.
    """
    Run.preview = True
    server = _Server(folder, host, port, teller)
    preview = server.preview
    try:
        preview.open()
        teller.serving(preview.address)
        for work in (server.serve_forever, preview.finish):
            Thread(target=work, daemon=True).start()
        for _ in changes(folder, preview.watched):
            preview.open()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
        preview.close()
    return 0


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path, host: str, port: int, teller: Teller) -> None:
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)
        shown = f"[{host}]" if ":" in host else host
        names = {shown, "localhost"} if host in ("127.0.0.1", "::1") else {shown}
        self.hosts = {f"{name}:{self.server_port}" for name in names}
        self.preview = Preview(folder, f"http://{shown}:{self.server_port}", teller)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that stop listening: they do so at every reload."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer a browser that knows our name: a foreign page in it may know the port, too."""
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._send(Answer(421, "x.txt", b"421"))
        elif waiting := _WAITS.fullmatch(path):
            epoch = self.server.preview.wait(int(waiting[1]), PATIENCE)
            self._send(Answer(200, "x.txt", str(epoch).encode()))
        elif own := OWN_FILES.get(path.removeprefix(PREFIX)) if path.startswith(PREFIX) else None:
            self._send(Answer(200, own.name, own.read_bytes()))
        else:
            self._send(self.server.preview.answer(path))

    def do_HEAD(self) -> None:
        """Answer without what is asked about."""
        self.do_GET()

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if answer.moved:
            self.send_header("Location", quote(answer.moved))
        self.send_header("Content-Type", _type(answer.name))
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Tell problems of the course, and nothing else."""


def _type(name: str) -> str:
    found = TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0]
    is_text = found is not None and (found.startswith("text/") or found.endswith("json"))
    return f"{found}; charset=utf-8" if is_text else found or "application/octet-stream"
