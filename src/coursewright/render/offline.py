"""A built site → what phones keep of it for use without a net, and the worker that keeps it."""

import base64
import hashlib
import json
import os
import re
import zlib
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

from coursewright.core.course import Settings
from coursewright.core.problems import Problem
from coursewright.render import markdown
from coursewright.render.assets import FOLDER, WEB

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
NOT_KEPT = "503.html"
"""A name of an error page, so that MkDocs writes its links from the root of the address."""
SETTINGS = "content/course.yml"
HEAVY = 5
"""Megabytes over the net after which a course is told to be heavy."""
TOO_HEAVY = 20
"""Megabytes that phones are asked for at most, unless the course allows more."""
SHORT_NAME = 12
"""Letters that a phone's home screen shows of a name."""

_NOT_FOR_READERS = re.compile(
    r"(?:.*/)?\..*|404\.html|sitemap\.xml(?:\.gz)?|robots\.txt|CNAME|"
    rf"{re.escape(WORKER)}|{FOLDER}/icon-\w+\.png"
)
_PAPER = re.compile(r"--cw-paper:\s*(#[0-9a-f]{3,6})")


@dataclass(frozen=True)
class Kept:
    """A file that phones keep.

    path: in the site. digest: its SHA-256, Base64. weight: bytes over the net, compressed.
    """

    path: str
    digest: str
    weight: int


class Scales:
    """Tell what files weigh over the net.

    Compressing takes a tenth of a build and hinders nothing where there is a second processor, so
    that a page can be weighed while the next one is made.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, int] = {}
        self._beside = ThreadPoolExecutor(1)

    def weigh_beside(self, content: bytes) -> None:
        """Begin with a file that is going to be written."""
        self._beside.submit(self.weigh, content)

    def weigh(self, content: bytes) -> tuple[bytes, int]:
        """Give a file's SHA-256, and its bytes over the net."""
        digest = hashlib.sha256(content).digest()
        if digest not in self._known:
            self._known[digest] = min(len(content), len(zlib.compress(content)))
        return digest, self._known[digest]


def list_files(
    site: Path, left_out: Collection[str] = (), scales: Scales | None = None
) -> list[Kept]:
    """Give everything in a built site that a reader's browser may ask for, by path.

    left_out: paths of files that only other programs read. scales: see `Scales`.
    """
    weigh = (scales or Scales()).weigh
    folders = ((Path(folder).relative_to(site), names) for folder, _, names in os.walk(site))
    paths = ((folder / name).as_posix() for folder, names in folders for name in names)
    wanted = sorted(
        path for path in paths if path not in left_out and not _NOT_FOR_READERS.fullmatch(path)
    )
    with ThreadPoolExecutor() as pool:
        weighed = pool.map(lambda path: weigh((site / path).read_bytes()), wanted)
        return [
            Kept(path, base64.b64encode(digest).decode(), weight)
            for path, (digest, weight) in zip(wanted, weighed, strict=True)
        ]


def make_worker(files: list[Kept]) -> str:
    """Give the service worker for these files; the same text for the same files."""
    listed = _compact([[file.path, file.digest] for file in files])
    build = hashlib.sha256(listed.encode()).hexdigest()[:12]
    facts = f'const BUILD="{build}",FILES=new Map({listed});'
    return f"{facts}\n{_script('worker.js')}\n"


def make_kill_switch() -> str:
    """Give the worker that takes an earlier one away; answers are not touched."""
    return f"{_script('no-worker.js')}\n"


def make_manifest(settings: Settings) -> str:
    """Give the web app manifest: what the course is called and looks like on a home screen."""
    name = markdown.plain(settings.title)
    found = _PAPER.search((WEB / "tokens.css").read_text("utf-8"))
    paper = found[1] if found else "#fff"
    facts = {
        "name": name,
        "short_name": _short(name),
        "lang": settings.language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": paper,
        "background_color": paper,
        "icons": list(_icons()),
    }
    return _compact({key: value for key, value in facts.items() if value})


def find_problems(files: list[Kept], settings: Settings) -> Iterator[Problem]:
    """Find a course that is too heavy to be kept on phones.

    Codes: offline-heavy (a warning, unless course.yml says what it may weigh), offline-too-heavy.
    """
    weight = megabytes(files)
    allowed = TOO_HEAVY if settings.offline is None else settings.offline
    heaviest = max(files, key=lambda file: file.weight, default=None)
    values = {"weight": weight, "allowed": allowed, "file": heaviest.path if heaviest else ""}
    if weight > allowed:
        yield Problem("offline-too-heavy", SETTINGS, values=values)
    elif weight > HEAVY and settings.offline is None:
        yield Problem("offline-heavy", SETTINGS, values=values, severity="warning")


def megabytes(files: list[Kept]) -> float:
    """Give what phones fetch, in megabytes (a million bytes), to two decimals."""
    return round(sum(file.weight for file in files) / 1_000_000, 2)


def _icons() -> Iterator[dict[str, str]]:
    yield {"src": f"{FOLDER}/icon.svg", "type": "image/svg+xml", "sizes": "any"}
    for size in ("192", "512"):
        yield _icon(f"icon-{size}.png", size, "any")
    yield _icon("icon-maskable.png", "512", "maskable")


def _icon(file: str, size: str, purpose: str) -> dict[str, str]:
    facts = {"src": f"{FOLDER}/{file}", "type": "image/png", "sizes": f"{size}x{size}"}
    return {**facts, "purpose": purpose}


def _short(name: str) -> str:
    """Give as many whole words as a home screen shows, and at least one."""
    short, *words = name.split() or [""]
    for word in words:
        if len(f"{short} {word}") > SHORT_NAME:
            break
        short = f"{short} {word}"
    return short.rstrip(",.:;–-")


def _script(name: str) -> str:
    return str(jsmin((WEB / name).read_text("utf-8")))


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
