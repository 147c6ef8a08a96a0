"""Links and pictures checked, in texts from YAML and in hand-written pages, by one rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.core.problems import START, Place, Problem, Severity
from coursewright.render.addresses import (
    Mention,
    file_and_anchor,
    is_in_site,
    is_safe,
    leaves,
    scheme_of,
)
from coursewright.render.targets import Targets

HEAVY = 1_000_000
"""Bytes above which a picture is told: on a slow net it takes half a minute."""

_DIAGRAM = re.compile(r"^[ \t>]{0,40}(?:`{3,9}|~{3,9}) ?\{? ?\.?mermaid\b", re.I | re.MULTILINE)


@dataclass(frozen=True)
class Found:
    """Something wrong with a link, a picture or an element, wherever it stands."""

    code: str
    values: dict[str, object]
    severity: Severity = "error"


class Finder:
    """Finds where pieces of a text stand in its file, one after the other.

    lines: to look in. shown: the same lines as the author wrote them.
    """

    def __init__(self, file: str, lines: list[str], shown: list[str] | None = None) -> None:
        self.file = file
        self._lines = [line.lower() for line in lines]
        self._shown = shown or lines
        self._start = self._at = START

    def begin(self, place: Place) -> None:
        """Look from here on."""
        self._start = self._at = place

    def next(self, piece: str) -> Place:
        """Give the next place of a piece, or one before; where the text begins if it has none."""
        piece = piece.lower()
        for start in (self._at, self._start):
            if place := self._find(piece, start):
                self._at = Place(place.line, place.column + len(piece))
                return place
        return self._start

    def problem(self, found: Found, place: Place) -> Problem:
        """Make the problem at its place."""
        line = self._shown[place.line - 1] if place.line <= len(self._shown) else ""
        return Problem(found.code, self.file, place, line, found.values, found.severity)

    def _find(self, piece: str, start: Place) -> Place | None:
        for number in range(start.line, len(self._lines) + 1 if piece else 0):
            begin = start.column - 1 if number == start.line else 0
            column = self._lines[number - 1].find(piece, begin)
            if column >= 0:
                return Place(number, column + 1)
        return None


def check_mention(mention: Mention, targets: Targets, folder: str, here: str) -> Iterator[Found]:
    """Check one link or picture.

    folder: of the page it stands on, from docs/. here: the page's own file, for `#…` alone; ""
    where the text can stand on several pages.
    Codes: no-alt-text, dangerous-link (a warning), loads-from-elsewhere, address-from-the-top,
    outside-course, same-letters, dead-link, no-such-picture, no-such-heading, heavy-picture (a
    warning).
    """
    values: dict[str, object] = {"value": mention.address or mention.shown}
    is_picture = mention.sort == "picture"
    if is_picture and not mention.words:
        yield Found("no-alt-text", values)
    if is_picture and leaves(mention.address):
        yield Found("loads-from-elsewhere", values)
    elif not is_safe(mention.address, mention.sort):
        if not mention.address.lower().startswith("data:image/"):
            yield Found("dangerous-link", values, "warning")
    elif mention.address.startswith("/"):
        yield Found("address-from-the-top", values)
    elif not scheme_of(mention.address):
        yield from _check_target(mention, targets, folder, here)


def _check_target(mention: Mention, targets: Targets, folder: str, here: str) -> Iterator[Found]:
    """Check an address that leads into the site."""
    is_own = not is_in_site(mention.address)
    file, anchor = file_and_anchor(mention.address, folder)
    file = here if is_own and mention.address else file
    values: dict[str, object] = {"value": mention.address or mention.shown}
    if (file or not is_own) and not targets.has(file):
        if targets.twin(file):
            yield Found("same-letters", values)
            return
        code = "no-such-picture" if mention.sort == "picture" else "dead-link"
        yield Found(code, {**values, "near": _near(targets, file, folder)})
        return
    if anchor and anchor not in targets.anchors(file):
        yield Found("no-such-heading", {**values, "anchor": anchor})
    own = targets.own.get(file)
    if own and mention.sort == "picture" and own.stat().st_size > HEAVY:
        size = round(own.stat().st_size / 1_000_000, 1)
        yield Found("heavy-picture", {**values, "size": size}, "warning")


def check_diagrams(text: str, finder: Finder) -> Iterator[Problem]:
    """Find fences that ask for a diagram drawn by somebody else's script (drawn-elsewhere)."""
    for found in _DIAGRAM.finditer(text):
        yield finder.problem(Found("drawn-elsewhere", {}), finder.next(found[0].strip()))


def _near(targets: Targets, file: str, folder: str) -> str:
    """Give the nearest name as it would be written on the page itself."""
    near = targets.near(file)
    inside = near.removeprefix(f"{folder}/") if folder else near
    up = "../" * len(folder.split("/")) if folder and inside == near and near else ""
    return up + inside
