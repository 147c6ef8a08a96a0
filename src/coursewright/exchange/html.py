"""HTML as other programs write it → the Markdown that trainers write. Nothing of it is run."""

import re
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "blockquote", "tr", "table", "pre", "ul", "ol"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_SILENT = {"script", "style", "head", "title"}
_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[ \t\r\n]+")
_SIGNS = re.compile(r"([\\`*_\[\]<>])")


class _Reader(HTMLParser):
    """Gathers Markdown; lists are `- ` or `1. `, nested ones two spaces further in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lists: list[str] = []
        self.links: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag means in Markdown."""
        self.silent += tag in _SILENT
        if tag in _HEADINGS:
            self.parts.append(f"\n\n{'#' * _HEADINGS[tag]} ")
        elif tag in ("ul", "ol"):
            self.parts.append("" if self.lists else "\n\n")
            self.lists.append("1." if tag == "ol" else "-")
        elif tag == "li":
            mark = self.lists[-1] if self.lists else "-"
            self.parts.append(f"\n{'  ' * (len(self.lists) - 1)}{mark} ")
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "a":
            self.links.append(dict(attrs).get("href") or "")
            self.parts.append("[" if self.links[-1] else "")
        elif tag in _BLOCKS and not self.lists:
            self.parts.append("\n\n")
        else:
            self.parts.append(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        self.silent -= tag in _SILENT and self.silent > 0
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.parts.append("" if self.lists else "\n\n")
        elif tag == "a" and self.links:
            href = self.links.pop()
            self.parts.append(f"]({href})" if href else "")
        elif (tag in _BLOCKS and not self.lists) or tag in _HEADINGS:
            self.parts.append("\n\n")
        else:
            self.parts.append(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        """Take text over; what Markdown would read as a sign is escaped."""
        if not self.silent:
            self.parts.append(_SIGNS.sub(r"\\\1", _SPACES.sub(" ", data)))


def markdown_of(html: str) -> str:
    """Give the text of an HTML fragment as Markdown: paragraphs, headings, lists, marks, links."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = "\n".join(line.rstrip() if line.strip() else "" for line in _lines(reader.parts))
    return _LINES.sub("\n\n", text).strip()


def _lines(parts: list[str]) -> list[str]:
    """A space that began a paragraph in the HTML says nothing; one before a list's mark does."""
    lines = "".join(parts).split("\n")
    return [line if line.lstrip().startswith(("-", "1.")) else line.lstrip() for line in lines]
