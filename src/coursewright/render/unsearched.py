"""Exercises, and the ways on, stand aside while a page is made, and come back when it is written.

The search plug-in reads every page's HTML tag by tag, only to leave out what is marked as not to be
searched: most of a lesson, and a third of the build. It gets the exercises' titles instead.
"""

import re

_UNSEARCHED = re.compile(
    r"<(cw-[\w-]+|nav)\b[^<>]*\sdata-search-exclude(?:\s[^<>]*)?>.*?</\1>", re.DOTALL
)
_TITLE = re.compile(r'<h2 class="cw-title"[^>]*>.*?</h2>', re.DOTALL)
_MARK = re.compile(r"<!--cw-aside (\d+)-->.*?<!--/cw-aside-->", re.DOTALL)


class Aside:
    """The parts of the page being written that nobody searches."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def take(self, html: str) -> str:
        """Give a page's HTML, or a part of it, with only titles between comments in its place."""
        return _UNSEARCHED.sub(self._mark, html)

    def put_back(self, html: str) -> str:
        """Give the finished page with everything where it was, and forget it; comments stay."""
        whole = _MARK.sub(self._part, html)
        self._parts.clear()
        return whole

    def _mark(self, found: re.Match[str]) -> str:
        self._parts.append(found[0])
        title = _TITLE.search(found[0])
        return f"<!--cw-aside {len(self._parts) - 1}-->{title[0] if title else ''}<!--/cw-aside-->"

    def _part(self, mark: re.Match[str]) -> str:
        number = int(mark[1])
        return self._parts[number] if number < len(self._parts) else mark[0]
