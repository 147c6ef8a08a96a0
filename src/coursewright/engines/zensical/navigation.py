"""The settings' `nav` → our menu."""

from collections.abc import Iterator, Mapping
from typing import Any

from coursewright.engines.zensical.pages import StagedPage
from coursewright.render.menu import Link


def links_in(nav: list[Any], pages: Mapping[str, StagedPage]) -> Iterator[Link]:
    """Give a link for each line. pages: by their file below docs/.

    What stands below a heading of the author's is inside its link, however deep it was.
    """
    for entry in nav:
        for title, inside in entry.items() if isinstance(entry, dict) else [("", entry)]:
            yield (
                _group(title, inside, pages)
                if isinstance(inside, list)
                else _one(title, inside, pages)
            )


def _group(title: str, nav: list[Any], pages: Mapping[str, StagedPage]) -> Link:
    inside = tuple(each for link in links_in(nav, pages) for each in link.inside or (link,))
    return Link(title, inside[0].address if inside else "", inside=inside)


def _one(title: str, file: str, pages: Mapping[str, StagedPage]) -> Link:
    page = pages.get(file)
    if page is None:  # an address outside of the site
        return Link(title or file, file)
    return Link(title or page.title, page.address)
