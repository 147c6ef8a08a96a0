"""What nobody searches stands aside while a page is made, and comes back when it is written.

These are exercises, the ways on, and lists of other pages: what is marked `data-search-exclude` in
our templates. No such element has one with its own tag inside.

The search plug-in reads every page's HTML tag by tag, only to leave out what is marked as not to be
searched: most of a lesson, and a third of the build. It gets the exercises' titles instead.
"""

import re
from collections.abc import Iterator

_UNSEARCHED = re.compile(r"<(cw-[\w-]+|nav|ol|p)\b[^<>]*\sdata-search-exclude(?:\s[^<>]*)?>")
_TITLE = re.compile(r'<h2 class="cw-title"[^>]*>.*?</h2>', re.DOTALL)
_MARK = re.compile(r"<!--cw-aside (\d+)-->.*?<!--/cw-aside-->", re.DOTALL)


class Aside:
    """The parts of the page being written that nobody searches."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def take(self, html: str) -> str:
        """Give a page's HTML, or a part of it, with only titles between comments in its place."""
        kept: list[str] = []
        at = 0
        for start, end in _unsearched(html):
            kept += [html[at:start], self._mark(html[start:end])]
            at = end
        return "".join((*kept, html[at:]))

    def put_back(self, html: str) -> str:
        """Give the finished page with everything where it was, and forget it; comments stay."""
        whole = _MARK.sub(self._part, html)
        self._parts.clear()
        return whole

    def _mark(self, part: str) -> str:
        self._parts.append(part)
        title = _TITLE.search(part)
        return f"<!--cw-aside {len(self._parts) - 1}-->{title[0] if title else ''}<!--/cw-aside-->"

    def _part(self, mark: re.Match[str]) -> str:
        number = int(mark[1])
        return self._parts[number] if number < len(self._parts) else mark[0]


def _unsearched(html: str) -> Iterator[tuple[int, int]]:
    """Give where each element begins and ends that nobody searches; none lies within another."""
    at = 0
    while opened := _UNSEARCHED.search(html, at):
        closing = f"</{opened[1]}>"
        at = opened.end()
        if (end := html.find(closing, at)) >= 0:
            at = end + len(closing)
            yield opened.start(), at
