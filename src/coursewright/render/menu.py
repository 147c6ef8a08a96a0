"""Where one can go from a page: small enough that a course of any size builds in linear time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from coursewright.core.course import Course, Module
from coursewright.render import markdown
from coursewright.render.addresses import is_in_site

HERE = "modules/"
"""In `nav:` of mkdocs.yml: the place where the course's modules go."""

NOWHERE = "?"
"""The address of what stands for any other page: «not found», «not kept»."""

MANY_MODULES = 20
"""With more modules than this a page lists only its own; the front page has them all."""


@dataclass(frozen=True)
class Link:
    """One line of the menu: its words, its address from the root, and what is below it.

    current: it is the page one is on. elsewhere: its address does not begin at the site's root.
    """

    title: str
    address: str
    current: bool = False
    inside: tuple["Link", ...] = ()
    elsewhere: bool = False


def with_modules(nav: list[Any] | None, free: Iterable[str], course: Course) -> list[Any]:
    """Give the settings' `nav` with the modules and lessons in it, as files of docs/.

    nav: as it stands in the settings; without one the front page comes first, then the modules,
    then all other pages. With one, the modules stand where it says `modules/`, or after its
    first line. free: the hand-written pages, of which those of a module are left out.
    """
    modules: list[Any] = [_module_entry(module) for module in course.modules]
    wanted: list[Any] = list(nav or _pages(free, course))
    at = wanted.index(HERE) if HERE in wanted else min(1, len(wanted))
    return [*wanted[:at], *modules, *(entry for entry in wanted[at:] if entry != HERE)]


def _module_entry(module: Module) -> dict[str, list[str]]:
    lessons = [f"{module.module}/{lesson.lesson}.md" for lesson in module.lessons]
    return {markdown.plain(module.title): [f"{module.module}/index.md", *lessons]}


def _pages(sources: Iterable[str], course: Course) -> list[str]:
    """Give the hand-written pages that belong to no module, the front page first."""
    own = {module.module for module in course.modules}
    free = [source for source in sources if source.split("/")[0] not in own]
    return sorted(free, key=lambda source: (source != "index.md", source))


class Menu:
    """The course's menu, made once; every page gets its own view of it."""

    def __init__(self, links: Iterable[Link], course: Course) -> None:
        """links: the whole navigation, in which a module is a group like any other."""
        by_root = {module.module: _module_link(module) for module in course.modules}
        self._roots = {link.address for link in by_root.values()}
        self._entries = [
            by_root.get(link.address.partition("/")[0]) or _told_apart(link) for link in links
        ]
        self._around: dict[str, list[Link]] = {}
        """With many modules: the first part of an address → what the menu has there."""
        self._is_short = len(course.modules) <= MANY_MODULES

    def at(self, address: str) -> list[Link]:
        """Give the menu as it stands on the page at `address` ("motivation/skalaen/").

        At NOWHERE no line is marked as the page one is on.
        Only the page's own module, or its own group of pages, shows what is below it.
        """
        entries = self._entries if self._is_short else self._entries_around(address)
        return [_marked(entry, address, entry.address in self._roots) for entry in entries]

    def _entries_around(self, address: str) -> list[Link]:
        """Give the page's own module and what is no module; looked for once for all its pages."""
        root = address.partition("/")[0] + "/"
        if root not in self._around:
            others = self._roots - {root}
            self._around[root] = [each for each in self._entries if each.address not in others]
        return self._around[root]


def _told_apart(link: Link) -> Link:
    """Find out whether a link of the navigation, and what is below it, leads elsewhere."""
    inside = tuple(_told_apart(each) for each in link.inside)
    return replace(link, inside=inside, elsewhere=not is_in_site(link.address))


def _marked(link: Link, address: str, is_module: bool) -> Link:
    at = {each.address for each in link.inside}
    is_open = address.startswith(link.address) if is_module else address in at
    inside = tuple(
        replace(each, current=True) if each.address == address else each
        for each in (link.inside if is_open else ())
    )
    current = link.address == address and (is_module or not at)
    return replace(link, current=current, inside=inside)


def _module_link(module: Module) -> Link:
    """Give a module with all its lessons, none of which is the page one is on."""
    root = f"{module.module}/"
    inside = (Link(markdown.plain(each.title), f"{root}{each.lesson}/") for each in module.lessons)
    return Link(markdown.plain(module.title), root, inside=tuple(inside))
