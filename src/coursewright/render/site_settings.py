"""What a check has to know of mkdocs.yml: the site's address, and how pages are read.

The file is the site engine's own; it may hold tags that only the engine understands, so it is
read as bare text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from coursewright.core.problems import START, Place, Problem
from coursewright.core.text import read_text_file

FILE = "mkdocs.yml"
_KEY = "site_url"
_BORROWS = "INHERIT"
_LOCAL = re.compile(r"localhost|127\.|0\.0\.0\.0|\[?::1\]?|.*\.(?:local|test|invalid)\Z")


@dataclass(frozen=True)
class SiteSettings:
    """The settings that matter here; `problems`: what is wrong with the site's address."""

    extensions: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_site_settings(course: Path) -> SiteSettings:
    """Read a course's mkdocs.yml; a course without one is not built, and has none to tell.

    Codes: no-site-address, bad-site-address, bad-settings, and those of reading a file.
    """
    if not (course / FILE).is_file():
        return SiteSettings()
    text, problems = read_text_file(course, FILE)
    try:
        known = _keys(text or "")
    except (yaml.YAMLError, RecursionError) as error:
        return SiteSettings(problems=(*problems, _unreadable(error, text or "")))
    found = _address(known, (text or "").split("\n"))
    return SiteSettings(tuple(_extensions(known)), (*problems, *found))


def published_elsewhere(course: Path, published_at: str) -> Iterator[Problem]:
    """Find whether mkdocs.yml gives a site another address than the one it is published at.

    Which of http and https it is, and a slash at the end, make no difference. Without an address,
    or with one that the engine finds elsewhere, there is nothing to compare. Code: other-address.
    """
    text, _ = read_text_file(course, FILE) if (course / FILE).is_file() else ("", [])
    try:
        node = _keys(text or "").get(_KEY)
    except (yaml.YAMLError, RecursionError):
        return
    said = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    if node is None or not said or node.tag.startswith("!"):
        return
    if _bare(said) != _bare(published_at):
        place, line = _place(node, (text or "").split("\n"))
        address = f"{published_at.rstrip('/')}/"
        yield Problem("other-address", FILE, place, line, {"value": said, "address": address})


def _keys(text: str) -> dict[str, yaml.Node]:
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = top.value if isinstance(top, yaml.MappingNode) else []
    return {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _bare(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.netloc.lower(), parts.path.strip("/")


def _unreadable(error: Exception, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = Place(mark.line + 1, mark.column + 1) if mark else START
    lines = text.split("\n")
    return Problem("bad-settings", FILE, place, lines[min(place.line, len(lines)) - 1])


def _extensions(known: dict[str, yaml.Node]) -> Iterator[str]:
    listed = known.get("markdown_extensions")
    for entry in listed.value if isinstance(listed, yaml.SequenceNode) else []:
        name = entry.value[0][0] if isinstance(entry, yaml.MappingNode) and entry.value else entry
        if isinstance(name, yaml.ScalarNode):
            yield name.value.removeprefix("markdown.extensions.")


def _address(known: dict[str, yaml.Node], lines: list[str]) -> Iterator[Problem]:
    node = known.get(_KEY)
    if _BORROWS in known if node is None else node.tag.startswith("!"):
        return  # the engine knows it, from another file or from the computer it runs on
    said = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    if node is None or said in ("", "null", "~"):
        place, line = _place(node, lines)
        yield Problem("no-site-address", FILE, place, line)
    elif why := _what_is_wrong(said):
        place, line = _place(node, lines)
        values = {"value": said, "why": why, "near": _meant(said)}
        yield Problem("bad-site-address", FILE, place, line, values)


def _place(node: yaml.Node | None, lines: list[str]) -> tuple[Place, str]:
    if node is None:
        return START, lines[0]
    mark = node.start_mark
    return Place(mark.line + 1, mark.column + 1), lines[mark.line]


def _what_is_wrong(address: str) -> str:
    """Name what keeps an address from being a published site's own; "" for nothing."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return "form"
    if parts.scheme not in ("http", "https") or not host or re.search(r"\s", address):
        return "form"
    if parts.query or parts.fragment or parts.path.endswith((".html", ".md")):
        return "page"
    if host in ("github.com", "www.github.com"):
        return "repository"
    is_pages = host.endswith(".github.io")
    if host == "github.io" or "_" in host or (is_pages and parts.scheme == "http"):
        return "pages"
    return "local" if _LOCAL.match(host) else ""


def _meant(address: str) -> str:
    """Give the address of GitHub Pages for a repository's, or one of Pages made right."""
    found = re.match(r"https?://(?:www\.)?github\.com/([\w.-]+)/([\w.-]+)", address)
    if found:
        return f"https://{found[1].lower()}.github.io/{found[2].removesuffix('.git')}/"
    if re.match(r"http://[\w-]+\.github\.io(?:/|\Z)", address):
        return f"https{address[4:]}"
    return ""
