"""A hand-written page read as the site engine will read it: its links, its anchors, raw HTML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from coursewright.render.addresses import Mention
from coursewright.render.elements import Elements
from coursewright.render.markdown import mention_of, slugify

ALWAYS = ("toc", "tables", "fenced_code")
KNOWN = frozenset(
    {"abbr", "admonition", "attr_list", "def_list", "extra", "footnotes", "md_in_html"}
)
"""Extensions that come with the Markdown library; what others make of a page is not read."""

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,9}|~{3,9})")
_CODE = re.compile(r"(?<!`)(`{1,9})(?!`)[^`\n]+\1")
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass
class PageText:
    """What a page holds.

    mentions: its links and pictures of Markdown, in order. elements: those of raw HTML, in
    order. anchors: what `#…` can name. plain: the source with its code blanked out, line by line
    as it was, to find things in.
    """

    mentions: list[Mention] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    plain: str = ""


def read_page(text: str, extensions: Iterable[str] = ()) -> PageText:
    """Read a page's Markdown; extensions: of those the site uses, any in KNOWN are used here."""
    text = FRONT_MATTER.sub(_blank, text)
    page = PageText(plain=_CODE.sub(_blank, without_fences(text)))
    reader = _Reader(page)
    names = [*ALWAYS, *sorted(KNOWN & set(extensions))]
    markdown = Markdown(
        extensions=[*names, reader], extension_configs={"toc": {"slugify": slugify}}
    )
    page.anchors = set(_ID.findall(markdown.convert(text)))
    raw = (block for block in markdown.htmlStash.rawHtmlBlocks if isinstance(block, str))
    page.elements = Elements("\n".join(raw)).found
    return page


def without_fences(text: str) -> str:
    """Blank out what stands between fences, and the fences; the lines stay where they are."""
    lines = text.split("\n")
    fence = ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence or found:
            lines[number] = ""
        if found and not fence:
            fence = found[1]
        elif fence and line.strip().startswith(fence):
            fence = ""
    return "\n".join(lines)


class _Reader(Extension):
    def __init__(self, page: PageText) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:
        """Look when the tree is finished, and before raw HTML comes back into it."""
        md.treeprocessors.register(_Mentions(self.page), "cw-mentions", 1)


class _Mentions(Treeprocessor):
    def __init__(self, page: PageText) -> None:
        super().__init__()
        self.page = page

    def run(self, root: Element) -> None:
        """Note every link and picture."""
        found = (each for each in root.iter() if each.tag in ("a", "img"))
        self.page.mentions += (mention_of(each) for each in found)


def _blank(found: re.Match[str]) -> str:
    """Give as many lines with nothing on them, so that line numbers and columns stay."""
    return re.sub(r"[^\n]", " ", found[0])
