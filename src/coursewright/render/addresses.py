"""Where an address in a text leads: to a place in the site, somewhere else, or nowhere safe.

Texts from YAML, hand-written pages and finished HTML are all read by this one rule.
"""

import posixpath
import re
from dataclasses import dataclass
from html import unescape
from typing import Literal
from urllib.parse import unquote

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]{0,30}):", re.IGNORECASE)
_SPACES = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202f\ufeff]")
_INDEX = "index"
_PAGE = ".md"


@dataclass(frozen=True)
class Mention:
    """One address as an author wrote it in Markdown.

    sort: what it is for. address: as a browser reads it. written: as it stands in the text.
    words: a picture's words for those who do not see it.
    """

    sort: Literal["link", "picture"]
    address: str
    written: str
    words: str = ""

    @property
    def shown(self) -> str:
        """What to look for in the text, and to name: an empty address by its brackets."""
        return self.written or "()"


def as_browsers_read(address: str) -> str:
    """Undo what Markdown and HTML hide in an address, and drop what browsers skip."""
    return _SPACES.sub("", unescape(address.replace("\x02amp\x03", "&")))


def scheme_of(address: str) -> str:
    """Give what stands before the colon, in small letters; "" for an address in the site."""
    scheme = _SCHEME.match(address)
    return scheme[1].lower() if scheme else ""


def leaves(address: str) -> bool:
    """Tell whether a browser would ask another computer for it (a backslash is a slash to it)."""
    start = address[:2].replace("\\", "/")
    return start == "//" or scheme_of(address) in ("http", "https", "ftp", "ws", "wss")


def is_safe(address: str, sort: str) -> bool:
    """Tell whether a text from YAML may carry the address; pictures come from the site alone."""
    scheme = scheme_of(address)
    allowed = SAFE_SCHEMES if sort == "link" else frozenset()
    return scheme in allowed if scheme else not leaves(address)


def is_in_site(address: str) -> bool:
    """Tell whether an address leads to a file of docs/ or a generated page."""
    return not scheme_of(address) and not leaves(address) and address[:1] not in ("#", "/", "?")


def file_and_anchor(address: str, folder: str = "") -> tuple[str, str]:
    """Give the file that an address of the site names, from docs/, and the anchor in it.

    folder: of the page that has the link, from docs/; texts from YAML stand in docs/ itself.
    """
    path, _, anchor = address.partition("#")
    file = posixpath.normpath(posixpath.join(folder, unquote(path.partition("?")[0])))
    return file, unquote(anchor)


def in_the_site(address: str) -> str:
    """Turn the name of a page's file into its address: `a/b.md#c` → `a/b/#c`."""
    end = min((at for at in (address.find("#"), address.find("?")) if at >= 0), default=None)
    path, rest = address[:end], address[end:] if end is not None else ""
    if not path.endswith(_PAGE):
        return address
    folder, slash, name = path.removesuffix(_PAGE).rpartition("/")
    page = "" if name == _INDEX else f"{name}/"
    return f"{folder}{slash}{page}{rest}" or "./"
