"""What the preview shows now: the newest site that could be made, and what is wrong since."""

import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from coursewright.core.kinds import Kinds
from coursewright.core.problems import Problem
from coursewright.engines.mkdocs.preview.dressing import bare_page, dress
from coursewright.engines.mkdocs.preview.listening import listening
from coursewright.engines.mkdocs.preview.site import INDEX, LazySite
from coursewright.engines.mkdocs.session import NotBuilt, Run, Session

NOT_FOUND = "404.html"
LATE = "search/"
"""What is in here is written when all pages are."""

PATIENCE = 600.0
REST = 1.0
"""Seconds without a save after which the pages nobody asked for are made, for the search."""


Result = TypeVar("Result")


class Teller(Protocol):
    """Whoever puts problems into words; each tells the trainer, and gives HTML for the pages."""

    def found(
        self, problems: Sequence[Problem], kinds: Kinds, language: str, *, is_shown: bool
    ) -> str:
        """Tell what is in a course. is_shown: whether pages of an earlier state stand below."""

    def serving(self, address: str) -> None:
        """Tell where the preview is."""

    def stopped(self, message: str, *, is_shown: bool) -> str:
        """Tell what else kept pages from being made."""


@dataclass(frozen=True)
class Answer:
    """What a browser gets. moved: where to ask instead."""

    status: int
    name: str = INDEX
    body: bytes = b""
    moved: str = ""


class Preview:
    """Opens the course again when it is told to, and answers for its pages in between.

    epoch: counts the states; pages ask for a greater one.
    """

    def __init__(self, folder: Path, origin: str, teller: Teller) -> None:
        self.folder = folder
        self.origin = origin
        self.teller = teller
        self.epoch = 0
        self._site: LazySite | None = None
        self._panel = ""
        self._language = ""
        self._busy = threading.RLock()
        self._opened = threading.Condition()
        self._work = tempfile.TemporaryDirectory(prefix="coursewright-")
        Run.known = {}
        Run.told = True

    @property
    def address(self) -> str:
        """Where the front page is."""
        return f"{self.origin}{self._site.mount if self._site else '/'}"

    def watched(self) -> list[Path]:
        """Give what mkdocs.yml asks to watch."""
        return self._site.watched if self._site else []

    def open(self) -> None:
        """Read the course; what is wrong with it is told, and nothing is raised for it."""
        with self._busy:
            work = Path(self._work.name) / str(self.epoch + 1)
            work.mkdir()
            self._attempt(lambda: self._open(work), is_shown=self._site is not None)
        self._announce()
        self._clear()

    def wait(self, epoch: int, patience: float) -> int:
        """Give the epoch when it is another one, or after so many seconds."""
        with self._opened:
            self._opened.wait_for(lambda: self.epoch != epoch, timeout=patience)
            return self.epoch

    def answer(self, path: str) -> Answer:
        """Answer for a path of the site, as it is in the newest state."""
        with self._busy:
            if self._site is None:
                return self._problem_page()
            mount = self._site.mount
            if path in ("/", mount.rstrip("/")) and mount != "/":
                return Answer(302, moved=mount)
            if not path.startswith(mount):
                return self._missing()
            given = self._attempt(lambda: self._find(path.removeprefix(mount)))
            return given or self._problem_page()

    def finish(self) -> None:
        """Make the pages nobody asked for, as long as nothing is saved; for a thread of its own."""
        done = 0
        while True:
            epoch = self.wait(done, PATIENCE)
            if epoch == done or self.wait(epoch, REST) != epoch:
                continue
            before = self._panel
            while self.epoch == epoch and self._go_on():
                pass
            done = epoch
            if self.epoch == epoch and self._panel != before:
                done = self._announce()

    def close(self) -> None:
        """Take away what was written."""
        with self._busy:
            self._work.cleanup()

    def _clear(self) -> None:
        """Take away what earlier states wrote: somebody may save for a whole day."""
        kept = self._site.folder if self._site else None
        for folder in Path(self._work.name).iterdir():
            if folder.is_dir() and folder != kept:
                shutil.rmtree(folder, ignore_errors=True)

    def _announce(self) -> int:
        with self._opened:
            self.epoch += 1
            self._opened.notify_all()
            return self.epoch

    def _go_on(self) -> bool:
        with self._busy:
            site = self._site
            return site is not None and bool(self._attempt(site.go_on))

    def _open(self, work: Path) -> None:
        site = LazySite(self.folder, work, self.origin)
        self._site = site
        self._panel = self._told(site.session)

    def _told(self, session: Session) -> str:
        self._language = session.language
        found = session.problems, session.kinds, session.language
        return self.teller.found(*found, is_shown=self._site is not None)

    def _find(self, address: str) -> Answer:
        site = self._site
        if site is None:
            return self._problem_page()
        name = address if address and not address.endswith("/") else f"{address}{INDEX}"
        if site.has_page(f"{name}/"):
            return Answer(302, moved=f"{site.mount}{name}/")
        body = site.find(name)
        if body is None and name.startswith(LATE):
            while site.go_on():
                pass
            body = site.find(name)
        return self._missing() if body is None else Answer(200, name, self._dressed(name, body))

    def _missing(self) -> Answer:
        body = self._site.find(NOT_FOUND) if self._site else None
        return Answer(404, NOT_FOUND, self._dressed(NOT_FOUND, body or b"404"))

    def _dressed(self, name: str, body: bytes) -> bytes:
        return dress(body, self.epoch, self._panel) if name.endswith(".html") else body

    def _problem_page(self) -> Answer:
        return Answer(500, INDEX, bare_page(self.epoch, self._panel, self._language))

    def _attempt(self, what: Callable[[], Result], *, is_shown: bool = False) -> Result | None:
        """Do something with what a trainer wrote; whatever stops it is shown on the page."""
        with listening() as heard:
            try:
                return what()
            except NotBuilt as error:
                self._panel = self._told(error.session)
            except (Exception, SystemExit) as error:
                said = "\n".join((*heard, str(error) or type(error).__name__))
                self._panel = self.teller.stopped(said, is_shown=is_shown)
        return None
