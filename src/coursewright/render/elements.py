"""HTML read element by element: what a browser would fetch for it, and what could run."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from coursewright.render.addresses import as_browsers_read, leaves, scheme_of

Attributes = Mapping[str, str]

_FETCHED = ("src", "data", "poster", "background", "ping")
_HREF_FETCHED = frozenset({"image", "use", "feimage"})
_FETCHED_RELATIONS = frozenset({"stylesheet", "icon", "manifest", "preload", "modulepreload"})
_FETCHED_RELATIONS |= {"apple-touch-icon", "mask-icon", "prefetch", "preconnect", "dns-prefetch"}
_CSS = re.compile(r"""(?:url\(\s*|@import\s{1,9})["']?([^"')\s;]{1,2000})""", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ACTING = frozenset({"script", "iframe", "frame", "object", "embed", "form", "base", "meta"})
_ACTING |= {"link", "style"}
_ACTING_ATTRIBUTES = frozenset({"srcdoc", "formaction", "ping", "style"})
_LEADING = frozenset({"href", "xlink:href", "src", "action", "to", "from", "values"})
_RUNNING = frozenset({"javascript", "vbscript", "data"})
_SAFE_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);", re.IGNORECASE)
_SLASHES = (b"//", b"/\\", b"\\/", b"\\\\")
_FETCHING = re.compile(rb"srcset|url\(|@import|=\s{0,9}[\"']?\s{0,9}[a-z]{0,9}:?\Z", re.IGNORECASE)
_LOADING = (".html", ".css")
_TAPPED = (b"<a ", b'<link rel="canonical" ')


STYLES = "<style>"


class Elements(HTMLParser):
    """Reads HTML and keeps every element: its tag and its attributes.

    The text of a `<style>` is kept with them, under STYLES.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element; the first of two equal attributes counts, as in a browser."""
        self.found.append((tag, {name: value or "" for name, value in reversed(attrs)}))

    def handle_data(self, data: str) -> None:
        """Keep what stands in a style element."""
        if self.cdata_elem == "style":
            own = self.found[-1][1]
            own[STYLES] = own.get(STYLES, "") + data


def fetched(tag: str, attributes: Attributes) -> Iterator[str]:
    """Give the addresses that a browser fetches for an element before anyone taps anything."""
    for name in _FETCHED:
        if name in attributes:
            yield as_browsers_read(attributes[name])
    for part in (attributes.get("srcset", "") + "," + attributes.get("imagesrcset", "")).split(","):
        yield as_browsers_read(part.strip().partition(" ")[0])
    if tag in _HREF_FETCHED or (tag == "link" and _is_fetched(attributes.get("rel", ""))):
        yield as_browsers_read(attributes.get("href") or attributes.get("xlink:href", ""))
    yield from in_styles(attributes.get("style", "") + attributes.get(STYLES, ""))
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield as_browsers_read(attributes.get("content", "").partition("=")[2].strip(" '\""))


def in_styles(css: str) -> Iterator[str]:
    """Give the addresses that a style sheet fetches."""
    return (as_browsers_read(address) for address in _CSS.findall(_COMMENT.sub(" ", css)))


def acts(tag: str, attributes: Attributes) -> str:
    """Name what could act in an element that an author wrote: `<script>`, `onclick`; or ""."""
    if tag in _ACTING:
        return f"<{tag}>"
    for name, value in attributes.items():
        if name.startswith("on") or name in _ACTING_ATTRIBUTES:
            return name
        if name in _LEADING and _runs(as_browsers_read(value), tag):
            return name
    return ""


def outside_of_site(site: Path) -> list[str]:
    """Give "file: address" for everything a built site would fetch from another computer."""
    files = sorted(file for ending in _LOADING for file in site.rglob(f"*{ending}"))
    return [
        f"{file.relative_to(site).as_posix()}: {address}"
        for file in files
        for address in outside_of(file)
    ]


def outside_of(file: Path) -> list[str]:
    """Give every address on another computer that a finished page or style sheet would fetch."""
    content = file.read_bytes()
    text = content.decode(errors="replace")
    if file.suffix == ".css":
        return [address for address in in_styles(text) if leaves(address)]
    if not may_fetch_outside(content):
        return []
    found = (address for each in Elements(text).found for address in fetched(*each))
    return [address for address in found if leaves(address)]


def may_fetch_outside(html: bytes) -> bool:
    """Tell whether a page has to be read element by element; most hold only links one taps."""
    return not all(_is_harmless(html, at) for at in _double_slashes(html))


def _double_slashes(html: bytes) -> Iterator[int]:
    """Give where two slashes of either sort stand: a fixed pair is found ten times as fast."""
    for pair in _SLASHES:
        at = html.find(pair)
        while at >= 0:
            yield at
            at = html.find(pair, at + 1)


def _is_harmless(html: bytes, slashes: int) -> bool:
    """Tell whether two slashes stand in a link, the name of a language of XML, or plain text."""
    before = html[max(0, html.rfind(b"<", 0, slashes)) : slashes]
    if before.endswith(b'xmlns="http:') or (before.startswith(_TAPPED) and b"ping" not in before):
        return True
    return b">" in before and not _FETCHING.search(before)


def _is_fetched(rel: str) -> bool:
    return not _FETCHED_RELATIONS.isdisjoint(rel.lower().split())


def _runs(address: str, tag: str) -> bool:
    is_picture = tag == "img" and _SAFE_DATA.match(address)
    return scheme_of(address) in _RUNNING and not is_picture
