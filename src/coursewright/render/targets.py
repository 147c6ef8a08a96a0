"""Everything in a site that a link or a picture can lead to."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds
from coursewright.core.text import read_text_file
from coursewright.core.validation import nearest
from coursewright.render.calls import MACROS, Call, find_calls
from coursewright.render.exercise import Placement
from coursewright.render.page_text import read_page
from coursewright.render.site import Page, SiteRenderer

DOCS = "docs"
_ID = re.compile(r'\sid="([^"]+)"')


class Targets:
    """The files of docs/, the generated pages, and the anchors in them.

    extensions: of Markdown, as the site uses them.
    """

    def __init__(self, folder: Path, course: Course, kinds: Kinds, extensions: Iterable[str]):
        self.folder = folder
        self.extensions = tuple(extensions)
        self._course = course
        self._kinds = kinds
        self._anchors: dict[str, set[str]] = {}

    @cached_property
    def own(self) -> dict[str, Path]:
        """The files that authors put into docs/, by their path from there."""
        docs = self.folder / DOCS
        found = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*")}
        return {name: found[name] for name in sorted(found) if _is_served(name, found[name])}

    @cached_property
    def generated(self) -> dict[str, Page]:
        """The pages nobody wrote, by the file in docs/ that would stand for them."""
        pages = {page.source: page for page in self._renderer.pages()}
        return {name: page for name, page in pages.items() if name not in self.own}

    def has(self, file: str) -> bool:
        """Tell whether there is such a file or page, its name written exactly so."""
        return file in self.own or file in self.generated

    def twin(self, file: str) -> bool:
        """Tell whether there is one whose name only looks the same: å as one letter, or as two."""
        return any(normalize("NFC", name) == normalize("NFC", file) for name in self.own)

    def near(self, file: str) -> str:
        """Give the file most like a name that leads nowhere, or ""."""
        ending = file.rpartition(".")[2]
        alike = [name for name in (*self.own, *self.generated) if name.endswith(f".{ending}")]
        names = alike or [*self.own, *self.generated]
        return nearest(file, names) or nearest(f"{file}.md", names)

    def anchors(self, file: str) -> set[str]:
        """Give what `file#…` can name; nothing for a file that is no page."""
        if file not in self._anchors:
            self._anchors[file] = self._read_anchors(file)
        return self._anchors[file]

    def _read_anchors(self, file: str) -> set[str]:
        if page := self.generated.get(file):
            return set(_ID.findall(self._renderer.page(page, Placement())))
        text, _ = read_text_file(self.folder, f"{DOCS}/{file}")
        placement = Placement()
        calls = [each for each in find_calls(text or "") if isinstance(each, Call)]
        placed = (self._place(call, placement) for call in calls)
        own = read_page(text or "", self.extensions).anchors
        return own.union(*(set(_ID.findall(html)) for html in placed))

    def _place(self, call: Call, placement: Placement) -> str:
        if call.name not in MACROS or len(call.words) != len(MACROS[call.name]):
            return ""
        try:
            return str(getattr(self._renderer, call.name)(placement, *call.words))
        except (KeyError, StopIteration):
            return ""  # there is no such thing, and it is told as that

    @cached_property
    def _renderer(self) -> SiteRenderer:
        return SiteRenderer(self._course, self._kinds)


def _is_served(name: str, path: Path) -> bool:
    """Tell whether the site engine takes a file along: it leaves out those with a dot in front."""
    return not any(part.startswith(".") for part in name.split("/")) and not path.is_dir()
