"""MkDocs' navigation: our modules go into it, and our menu is made from it."""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from coursewright.core.course import Course
from coursewright.render.menu import Link, with_modules


def place_modules(config: MkDocsConfig, files: Files, course: Course) -> None:
    """Write the modules and lessons into the settings' `nav`."""
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
    config.nav = with_modules(config.nav, [file.src_uri for file in pages], course)


def links_of(nav: Navigation) -> Iterator[Link]:
    """Give the navigation with its titles, pages grouped under a heading of the author's."""
    for item in nav.items:
        pages = _pages_in(item)
        first = pages[0].url if pages else item.url or ""
        inside = tuple(Link(page.title or page.url, page.url) for page in pages if item.is_section)
        yield Link(item.title or first, first, inside=inside)


def _pages_in(item: Any) -> list[Any]:
    if item.is_page:
        return [item]
    return [page for child in item.children or () for page in _pages_in(child)]
