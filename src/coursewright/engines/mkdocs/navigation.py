"""Where one can go from a page: small enough that a course of any size builds in linear time."""

from dataclasses import dataclass, replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from coursewright.core.course import Course, Module
from coursewright.render import markdown

HERE = "modules/"
"""In `nav:` of mkdocs.yml: the place where the course's modules go."""

MANY_MODULES = 20
"""With more modules than this a page lists only its own; the front page has them all."""


@dataclass(frozen=True)
class Link:
    """One line of the menu: its words, its address from the root, and what is below it."""

    title: str
    address: str
    current: bool = False
    inside: tuple["Link", ...] = ()


def place_modules(config: MkDocsConfig, files: Files, course: Course) -> None:
    """Write the modules and lessons into the settings' `nav`.

    Without a `nav` the front page comes first, then the modules, then all other pages. With
    one, the modules stand where it says `modules/`, or after its first line.
    """
    modules: list[Any] = [_module_entry(module) for module in course.modules]
    nav: list[Any] = list(config.nav or _pages(files, course))
    at = nav.index(HERE) if HERE in nav else min(1, len(nav))
    config.nav = [*nav[:at], *modules, *(entry for entry in nav[at:] if entry != HERE)]


def _module_entry(module: Module) -> dict[str, list[str]]:
    lessons = [f"{module.module}/{lesson.lesson}.md" for lesson in module.lessons]
    return {markdown.plain(module.title): [f"{module.module}/index.md", *lessons]}


def _pages(files: Files, course: Course) -> list[str]:
    """Give the hand-written pages that belong to no module, the front page first."""
    own = {module.module for module in course.modules}
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
    sources = [file.src_uri for file in pages]
    free = [uri for uri in sources if uri.split("/")[0] not in own]
    return sorted(free, key=lambda uri: (uri != "index.md", uri))


class Menu:
    """The course's menu, made once; every page gets its own view of it."""

    def __init__(self, nav: Navigation, course: Course) -> None:
        """Take MkDocs' own navigation, in which a module is a section like any other."""
        by_root = {module.module: module for module in course.modules}
        self._few = len(course.modules) <= MANY_MODULES
        self._entries = [_entry(item, by_root) for item in nav.items]

    def at(self, address: str) -> list[Link]:
        """Give the menu as it stands on the page at `address` ("motivation/skalaen/").

        Only the page's own module, or its own group of pages, shows what is below it.
        """
        here = address.partition("/")[0]
        return [
            _module_link(entry, address) if isinstance(entry, Module) else _marked(entry, address)
            for entry in self._entries
            if self._few or not isinstance(entry, Module) or entry.module == here
        ]


def _entry(item: Any, modules: dict[str, Module]) -> Module | Link:
    """Tell modules from pages, and from pages grouped under a heading of the author's."""
    pages = _pages_in(item)
    first = pages[0].url if pages else item.url or ""
    module = modules.get(first.partition("/")[0])
    if module:
        return module
    inside = tuple(Link(page.title or page.url, page.url) for page in pages if item.is_section)
    return Link(item.title or first, first, inside=inside)


def _pages_in(item: Any) -> list[Any]:
    if item.is_page:
        return [item]
    return [page for child in item.children or () for page in _pages_in(child)]


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
