"""What a phone fetches for one lesson: `uv run python -m benchmarks.page`.

The lesson has 400 words, ten scales from 1 to 10 and a checklist of ten statements with a score.
Beside it stands the same text, without exercises, as plain Material makes it. Chromium opens both
from a local server with an empty cache; compressed sizes are gzip, level 9.
"""

import argparse
import gzip
import os
import subprocess
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

from benchmarks.build import COMMAND, QUIET
from benchmarks.courses import checklist, scale, words, write_module, write_site
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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
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


def write_ours(folder: Path) -> str:
    """Write a course with the one lesson; gives the lesson's address."""
    text = "\n\n".join(words(50, part * 7) for part in range(8))
    blocks = [
        {"text": f"## {words(4)}\n\n{text}"},
        *({"scale": scale(f"scale-{number}")} for number in range(1, 11)),
        {"checklist": checklist("checklist", 10)},
    ]
    write_site(folder, ["module"])
    lesson = {"lesson": "lesson", "title": "A lesson", "minutes": 10, "blocks": blocks}
    write_module(folder, "module", [lesson])
    return "module/lesson/"


def write_plain(folder: Path) -> str:
    """Write the same text for Material as it comes out of the box; gives the page's address."""
    text = "\n\n".join(words(50, part * 7) for part in range(8))
    (folder / "docs" / "module").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Et kursus\ntheme: {name: material}\n")
    (folder / "docs" / "index.md").write_text("# Forside\n")
    page = f"# A lesson\n\n## {words(4)}\n\n{text}\n"
    (folder / "docs" / "module" / "lesson.md").write_text(page)
    return "module/lesson/"


def main() -> None:
    """Print the sizes of both pages, part by part, or file by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", action="store_true", help="print every file, too")
    chosen = parser.parse_args()
    print(f"{'':28} {'bytes':>9} {'gzip':>8} {'requests':>9} {'other sites':>12}")
    for name, write in (("coursewright", write_ours), ("plain Material, text only", write_plain)):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            address = write(folder)
            subprocess.run(COMMAND, cwd=folder, env=os.environ | QUIET, check=True)
            fetched = fetch(folder / "site", address)
            _print(name, fetched)
            if chosen.files:
                _print_files(fetched, folder / "site")


def _print(name: str, fetched: Fetched) -> None:
    parts = {group: _sizes(fetched, [group]) for group in GROUPS if fetched.files[group]}
    raw, packed = _sizes(fetched, GROUPS)
    print(f"{name:28} {raw:9,} {packed:8,} {fetched.requests:9} {len(fetched.others):12}")
    for group, (raw, packed) in parts.items():
        print(f"  {group:26} {raw:9,} {packed:8,} {len(fetched.files[group]):9}")


def _print_files(fetched: Fetched, site: Path) -> None:
    for file in (each for group in GROUPS for each in fetched.files[group]):
        content = file.read_bytes()
        print(f"{len(content):10,} {len(gzip.compress(content, 9)):8,} {file.relative_to(site)}")


def _sizes(fetched: Fetched, groups: list[str] | tuple[str, ...]) -> tuple[int, int]:
    raw = sum(fetched.bytes(group, packed=False) for group in groups)
    return raw, sum(fetched.bytes(group, packed=True) for group in groups)


if __name__ == "__main__":
    main()
