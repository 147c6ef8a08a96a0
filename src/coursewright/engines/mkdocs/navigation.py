"""Where one can go from a page: small enough that a course of any size builds in linear time."""

from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
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
    sources = [file.src_uri for file in files.documentation_pages()]
    free = [uri for uri in sources if uri.split("/")[0] not in own]
    return sorted(free, key=lambda uri: (uri != "index.md", uri))


def course_navigation(nav: Navigation, course: Course, address: str) -> list[Link]:
    """Give the menu as it stands on the page at `address` ("motivation/skalaen/").

    Only the page's own module shows its lessons.
    """
    here = address.split("/", maxsplit=1)[0]
    own = {module.module for module in course.modules}
    few = len(course.modules) <= MANY_MODULES
    shown = [module for module in course.modules if few or module.module == here]
    modules = [_module_link(module, address) for module in shown]
    pages = [
        Link(page.title or page.url, page.url, current=page.url == address)
        for page in nav.items
        if page.is_page and page.url.split("/")[0] not in own
    ]
    return [*pages[:1], *modules, *pages[1:]]


def _module_link(module: Module, address: str) -> Link:
    root = f"{module.module}/"
    lessons = module.lessons if address.startswith(root) else ()
    inside = tuple(
        Link(markdown.plain(lesson.title), at, current=at == address)
        for lesson, at in ((lesson, f"{root}{lesson.lesson}/") for lesson in lessons)
    )
    return Link(markdown.plain(module.title), root, address == root, inside)
