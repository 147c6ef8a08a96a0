"""Where one can go from a page: small enough that a course of any size builds in linear time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from coursewright.core.course import Course, Module
from coursewright.render import markdown

HERE = "modules/"
"""In `nav:` of mkdocs.yml: the place where the course's modules go."""

NOWHERE = "?"
"""The address of what stands for any other page: «not found», «not kept»."""

MANY_MODULES = 20
"""With more modules than this a page lists only its own; the front page has them all."""


@dataclass(frozen=True)
class Link:
    """One line of the menu: its words, its address from the root, and what is below it."""

    title: str
    address: str
    current: bool = False
    inside: tuple["Link", ...] = ()


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
        by_root = {module.module: module for module in course.modules}
        self._few = len(course.modules) <= MANY_MODULES
        self._entries = [by_root.get(link.address.partition("/")[0]) or link for link in links]

    def at(self, address: str) -> list[Link]:
        """Give the menu as it stands on the page at `address` ("motivation/skalaen/").

        At NOWHERE no line is marked as the page one is on.
        Only the page's own module, or its own group of pages, shows what is below it.
        """
        here = address.partition("/")[0]
        return [
            _module_link(entry, address) if isinstance(entry, Module) else _marked(entry, address)
            for entry in self._entries
            if self._few or not isinstance(entry, Module) or entry.module == here
        ]


def _marked(link: Link, address: str) -> Link:
    inside = tuple(replace(each, current=each.address == address) for each in link.inside)
    is_here = any(each.current for each in inside)
    current = link.address == address and not link.inside
    return replace(link, current=current, inside=inside if is_here else ())


def _module_link(module: Module, address: str) -> Link:
    root = f"{module.module}/"
    lessons = module.lessons if address.startswith(root) else ()
    inside = tuple(
        Link(markdown.plain(lesson.title), at, current=at == address)
        for lesson, at in ((lesson, f"{root}{lesson.lesson}/") for lesson in lessons)
    )
    return Link(markdown.plain(module.title), root, address == root, inside)
