"""What a phone fetches for one lesson: `uv run python -m benchmarks.page`.

The lesson, and what stands beside it, is in `pages.py`. Chromium opens each from a local server
with an empty cache; compressed sizes are gzip, level 9, one file at a time.
"""

import argparse
import gzip
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

from benchmarks.pages import LESSON, MAKES
from coursewright.testing.chromium import find_chromium, launch_arguments

PHONE = {"width": 360, "height": 740}
OURS = "assets/coursewright/"
GROUPS = ("HTML", "ours", "theme")


@dataclass
class Fetched:
    """What one page needs. files: by group, the files below the site. others: other sites."""

    files: dict[str, list[Path]] = field(default_factory=lambda: {group: [] for group in GROUPS})
    others: list[str] = field(default_factory=list)

    def bytes(self, group: str, *, packed: bool) -> int:
        """Give the size of a group, raw or compressed one file at a time."""
        contents = (file.read_bytes() for file in self.files[group])
        return sum(len(gzip.compress(each, 9) if packed else each) for each in contents)

    @property
    def requests(self) -> int:
        """How many requests the page makes to its own site."""
        return sum(len(files) for files in self.files.values())


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def fetch(site: Path, address: str) -> Fetched:
    """Open a page as a phone with an empty cache does, and note every file it asks for."""
    fetched = Fetched()
    with served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=launch_arguments()
        )
        page = browser.new_page(viewport=PHONE)
        page.route(lambda url: not url.startswith(root), lambda route: route.abort())
        page.on("request", lambda request: _note(fetched, request.url, root, site))
        page.goto(root + address, wait_until="load")
        page.wait_for_timeout(1000)
        browser.close()
    return fetched


def _note(fetched: Fetched, url: str, root: str, site: Path) -> None:
    if not url.startswith(root):
        fetched.others.append(url)
        return
    path = unquote(urlsplit(url).path).lstrip("/")
    file = site / path / "index.html" if not path or path.endswith("/") else site / path
    group = "HTML" if file.suffix == ".html" else "ours" if path.startswith(OURS) else "theme"
    if file.is_file():
        fetched.files[group].append(file)


def main() -> None:
    """Print the sizes of all pages, part by part, or file by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", action="store_true", help="print every file, too")
    chosen = parser.parse_args()
    print(f"{'':38} {'bytes':>9} {'gzip':>8} {'requests':>9} {'other sites':>12}")
    for name, write in MAKES.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            write(folder)
            fetched = fetch(folder / "site", LESSON)
            _print(name, fetched)
            if chosen.files:
                _print_files(fetched, folder / "site")


def _print(name: str, fetched: Fetched) -> None:
    parts = {group: _sizes(fetched, [group]) for group in GROUPS if fetched.files[group]}
    raw, packed = _sizes(fetched, GROUPS)
    print(f"{name:38} {raw:9,} {packed:8,} {fetched.requests:9} {len(fetched.others):12}")
    for group, (raw, packed) in parts.items():
        print(f"  {group:36} {raw:9,} {packed:8,} {len(fetched.files[group]):9}")


def _print_files(fetched: Fetched, site: Path) -> None:
    for file in (each for group in GROUPS for each in fetched.files[group]):
        content = file.read_bytes()
        print(f"{len(content):10,} {len(gzip.compress(content, 9)):8,} {file.relative_to(site)}")


def _sizes(fetched: Fetched, groups: list[str] | tuple[str, ...]) -> tuple[int, int]:
    raw = sum(fetched.bytes(group, packed=False) for group in groups)
    return raw, sum(fetched.bytes(group, packed=True) for group in groups)


if __name__ == "__main__":
    main()
