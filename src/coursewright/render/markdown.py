"""Authors' Markdown → safe HTML: raw HTML stays text, and links lead to no script.

Text from YAML never meets a template engine, so braces stay braces.
"""

import re
from functools import cache
from typing import Literal
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from coursewright.render.addresses import (
    Mention,
    as_browsers_read,
    in_the_site,
    is_in_site,
    is_safe,
)

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
ROOT = "cw-root:"
"""Stands in a finished fragment where the way back to the site's root belongs.

No page may lead there, so it cannot be an author's.
"""

_MAY_MENTION = re.compile(r"\[|<\w|```|~~~")
_PLAIN = re.compile(r"(?!_|\d+\.)[\w«(…][^\x00-\x1f\x7f-\x9f\u2028\u2029\\`*_{}\[\]<>&~|#]*(?<!\s)")
"""One line without anything that Markdown reads as a sign, as most titles and options are."""


def block(text: str, root: str = "./") -> Markup:
    """Turn Markdown with paragraphs, lists, quotes, headings and tables into HTML.

    text: the author's text. root: the way from the page to the site's root, e.g. "../../";
    links to `page.md` are read from there, as if every text stood in docs/.
    """
    return Markup(_blocks(text).replace(ROOT, root))  # noqa: S704  (made safe above)


def inline(text: str, root: str = "./") -> Markup:
    """Turn one line of Markdown into HTML without a paragraph around it."""
    html = _blocks(text.strip())
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4].replace(ROOT, root))  # noqa: S704
    return Markup.escape(text.strip())


@cache
def plain(text: str) -> str:
    """Give a line of Markdown as bare text, for titles and labels."""
    return inline(text).striptags()


def slugify(text: str, separator: str = "-") -> str:
    """Make an anchor of a heading: «Ære» and «Øre» become different words."""
    words = re.sub(r"[^\w\s-]", "", text.translate(_DANISH).lower())
    return re.sub(r"[\s_-]+", separator, words).strip(separator)


def mentions(text: str) -> tuple[Mention, ...]:
    """Give every link and picture of a text, in order, those that are dropped included."""
    return _converted(text)[1]


def may_mention(text: str) -> bool:
    """Tell whether it is worth while to look: most texts have no link, picture or fence."""
    return bool(_MAY_MENTION.search(text))


def _blocks(text: str) -> str:
    return _converted(text)[0]


@cache
def _converted(text: str) -> tuple[str, tuple[Mention, ...]]:
    """Give a text's HTML and what it mentions."""
    if _PLAIN.fullmatch(text):
        return f"<p>{text}</p>", ()
    return _read(text)


def _read(text: str) -> tuple[str, tuple[Mention, ...]]:
    met: list[Mention] = []
    markdown = _markdown().reset()
    links: _Links = markdown.treeprocessors["cw-links"]  # type: ignore[assignment]
    links.met = met
    return markdown.convert(text), tuple(met)


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
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.met: list[Mention] = []

    def run(self, root: Element) -> None:
        """Mend links, images and headings in place."""
        for element in root.iter():
            if element.tag == "a":
                self.met.append(_mend(element, "href"))
            elif element.tag == "img":
                self.met.append(_mend(element, "src"))
                if not element.get("src"):
                    element.tag = "span"
                    element.text = element.attrib.pop("alt", "")
            elif element.tag == "h1":
                element.tag = "h2"


def _mend(element: Element, attribute: str) -> Mention:
    """Drop an address that a browser could run; make one to a page lead from the root."""
    found = mention_of(element)
    if not is_safe(found.address, found.sort):
        del element.attrib[attribute]
    elif found.address and is_in_site(found.address):
        element.set(attribute, ROOT + in_the_site(found.address))
    return found


def mention_of(element: Element) -> Mention:
    """Read a finished `<a>` or `<img>` of Markdown's tree."""
    written = element.get("href" if element.tag == "a" else "src", "")
    words = element.get("alt", "").strip()
    sort: Literal["link", "picture"] = "link" if element.tag == "a" else "picture"
    return Mention(sort, as_browsers_read(written), written, words)
