"""Authors' Markdown → safe HTML: raw HTML stays text, and links lead to no script.

Text from YAML never meets a template engine, so braces stay braces.
"""

import re
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_PAGE = re.compile(r"(?P<path>(?:[^#?]*/)?)(?P<name>[^/#?]+)\.md(?P<rest>[#?].*)?")
_SPACES = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202f\ufeff]")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
_ROOT = "cw-root:"
"""Stands in a finished fragment where the way back to the site's root belongs."""


def block(text: str, root: str = "./") -> Markup:
    """Turn Markdown with paragraphs, lists, quotes, headings and tables into HTML.

    text: the author's text. root: the way from the page to the site's root, e.g. "../../";
    links to `page.md` are read from there, as if every text stood in docs/.
    """
    return Markup(_blocks(text).replace(_ROOT, root))  # noqa: S704  (made safe above)


def inline(text: str, root: str = "./") -> Markup:
    """Turn one line of Markdown into HTML without a paragraph around it."""
    html = _blocks(text.strip())
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4].replace(_ROOT, root))  # noqa: S704
    return Markup.escape(text.strip())


def plain(text: str) -> str:
    """Give a line of Markdown as bare text, for titles and labels."""
    return inline(text).striptags()


def slugify(text: str, separator: str = "-") -> str:
    """Make an anchor of a heading: «Ære» and «Øre» become different words."""
    words = re.sub(r"[^\w\s-]", "", text.translate(_DANISH).lower())
    return re.sub(r"[\s_-]+", separator, words).strip(separator)


@cache
def _blocks(text: str) -> str:
    return _markdown().reset().convert(text)


@cache
def _markdown() -> Markdown:
    """Set up once: half the cost of a small text would be the set-up."""
    return Markdown(
        extensions=["tables", "sane_lists", "toc", _Safe()],
        extension_configs={"toc": {"slugify": slugify, "toc_depth": "2-4"}},
        output_format="html",
    )


class _Safe(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        """Take out raw HTML, and look at every link and image when the tree is finished."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        _keep_underscores(md)
        md.treeprocessors.register(_Links(md), "cw-links", 1)


def _keep_underscores(md: Markdown) -> None:
    """`__init__` and `_x_` stay as typed; from 3.11 on Markdown keeps the sign elsewhere."""
    delimiters = getattr(md, "delimiters", None)
    if delimiters is None:
        md.inlinePatterns.deregister("em_strong2")
    else:
        delimiters.remove("_")


class _Links(Treeprocessor):
    def run(self, root: Element) -> None:
        """Mend links, images and headings in place."""
        for element in root.iter():
            if element.tag == "a":
                _mend(element, "href")
            elif element.tag == "img":
                _mend(element, "src")
                if not element.get("src"):
                    element.tag = "span"
                    element.text = element.attrib.pop("alt", "")
            elif element.tag == "h1":
                element.tag = "h2"


def _mend(element: Element, attribute: str) -> None:
    """Drop an address that a browser could run; make one to a page lead from the root."""
    address = _SPACES.sub("", _unescape(element.get(attribute, "")))
    scheme = _SCHEME.match(address)
    allowed = SAFE_SCHEMES if attribute == "href" else frozenset()
    if address.startswith("//") or (scheme and scheme[1].lower() not in allowed):
        del element.attrib[attribute]
    elif not scheme and address and address[0] not in "#/?":
        element.set(attribute, _ROOT + _page_address(address))


def _page_address(address: str) -> str:
    match = _PAGE.fullmatch(address)
    if not match:
        return address
    name = "" if match["name"] == "index" else f"{match['name']}/"
    return f"{match['path']}{name}{match['rest'] or ''}" or "./"


def _unescape(address: str) -> str:
    """Read an address as a browser would: what Markdown and HTML hide in it is undone."""
    return unescape(address.replace("\x02amp\x03", "&"))
