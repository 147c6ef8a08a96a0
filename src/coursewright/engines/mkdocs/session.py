"""One build: the loaded course, its renderer, and what each page has used so far."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds, find_kinds
from coursewright.core.loading import load_course
from coursewright.core.problems import Problem
from coursewright.core.wording import FALLBACK
from coursewright.engines.mkdocs.navigation import Menu
from coursewright.engines.mkdocs.unsearched import Aside
from coursewright.render import assets
from coursewright.render.checking import check_site
from coursewright.render.exercise import Placement
from coursewright.render.site import SiteRenderer


@dataclass
class Session:
    """What the hooks and the macros of one build share.

    folder: the course folder. renderer: None as long as the course has errors.
    problems: everything that was found in the course and its pages.
    placements: source path → what that page has used.
    slots: finished HTML by the token that holds its place in the Markdown, until it is used.
    my_page: the first page that holds «Min side». slot_count: how many tokens were given.
    aside: what of the page being written is not searched.
    classes: those of the hand-written pages. navigation: MkDocs' own. menu: made from it.
    """

    folder: Path
    kinds: Kinds
    language: str
    problems: list[Problem]
    renderer: SiteRenderer | None
    placements: dict[str, Placement] = field(default_factory=dict)
    slots: dict[str, str] = field(default_factory=dict)
    my_page: MkDocsPage | None = None
    slot_count: int = 0
    aside: Aside = field(default_factory=Aside)
    _modules: dict[frozenset[str], dict[str, list[str]]] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    navigation: Navigation | None = None
    menu: Menu | None = None

    def placement(self, source: str, root: str) -> Placement:
        """Give the placement of one page, new when it is first asked for."""
        return self.placements.setdefault(source, Placement(root))

    def modules(self, used: frozenset[str]) -> dict[str, list[str]]:
        """Give the `scripts` of pages with these kinds, and their `preloads`; worked out once."""
        if used not in self._modules:
            self._modules[used] = {
                "scripts": assets.scripts(used, self.kinds),
                "preloads": assets.preloads(used, self.kinds),
            }
        return self._modules[used]

    def slot(self, html: Markup) -> str:
        """Put finished HTML aside and give the token that Markdown may carry instead."""
        token = f"cwslot{self.slot_count}x"
        self.slot_count += 1
        self.slots[token] = str(html)
        return token


def open_session(folder: Path) -> Session:
    """Load and check the course in a folder; problems are kept, nothing is raised for them.

    Raises RoomError when a kind of exercise cannot be used.
    """
    kinds = find_kinds(folder)
    loaded = load_course(folder, kinds, keep_sources=True)
    language = loaded.language or FALLBACK
    problems = [*loaded.problems, *check_site(folder, loaded, kinds)]
    renderer = _renderer(loaded.course, kinds)
    return Session(folder, kinds, language, problems, renderer)


def _renderer(course: Course | None, kinds: Kinds) -> SiteRenderer | None:
    return SiteRenderer(course, kinds) if course else None
