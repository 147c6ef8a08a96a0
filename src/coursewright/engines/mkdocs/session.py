"""One build: the loaded course, its renderer, and what each page has used so far."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from markupsafe import Markup
from mkdocs.exceptions import Abort
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds, find_kinds
from coursewright.core.loading import load_course
from coursewright.core.problems import Problem, has_errors
from coursewright.core.reading import Known
from coursewright.core.wording import FALLBACK
from coursewright.render.checking import check_site
from coursewright.render.exercise import Placement
from coursewright.render.offline import Scales
from coursewright.render.site import SiteRenderer
from coursewright.render.site_values import SiteValues
from coursewright.render.slots import token
from coursewright.render.unsearched import Aside

SESSION = "coursewright_session"
"""Where the session stands among the settings' `extra`."""


class Run:
    """What MkDocs was started for; known before there are any settings to keep it in.

    preview: pages reload themselves. told: whoever started it tells the course's problems.
    known: files of the course that were read before: when it was checked, or for the build before.
    pdf: the workbook may be made as files.
    """

    preview = False
    told = False
    pdf = True
    known: ClassVar[Known | None] = None


class NotBuilt(Abort):
    """The course has errors. session: with its problems."""

    def __init__(self, session: "Session") -> None:
        super().__init__("coursewright: the course has errors, so no site was built.")
        self.session = session


@dataclass
class Session:
    """What the hooks and the macros of one build share.

    folder: the course folder. renderer: None as long as the course has errors.
    problems: everything that was found in the course and its pages.
    placements: source path → what that page has used.
    slots: finished HTML by the token that holds its place in the Markdown, until it is used.
    my_page: the first page that holds «Min side». slot_count: how many tokens were given.
    aside: what of the page being written is not searched.
    classes: those of the hand-written pages.
    navigation: MkDocs' own. values: what templates are given, once there is a navigation.
    scales: they weigh each page while the next is made.
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
    classes: set[str] = field(default_factory=set)
    navigation: Navigation | None = None
    values: SiteValues | None = None
    scales: Scales = field(default_factory=Scales)

    def stop_at_errors(self) -> None:
        """Raise NotBuilt where the course has errors."""
        if has_errors(self.problems):
            raise NotBuilt(self)

    def placement(self, source: str, root: str) -> Placement:
        """Give the placement of one page, new when it is first asked for."""
        return self.placements.setdefault(source, Placement(root))

    def slot(self, html: Markup) -> str:
        """Put finished HTML aside and give the token that Markdown may carry instead."""
        name = token(self.slot_count)
        self.slot_count += 1
        self.slots[name] = str(html)
        return name


def open_session(folder: Path, known: Known | None = None) -> Session:
    """Load and check the course in a folder; problems are kept, nothing is raised for them.

    known: see `load_course`. Raises RoomError when a kind of exercise cannot be used.
    """
    kinds = find_kinds(folder)
    loaded = load_course(folder, kinds, keep_sources=True, known=known)
    language = loaded.language or FALLBACK
    problems = [*loaded.problems, *check_site(folder, loaded, kinds)]
    renderer = _renderer(loaded.course, kinds)
    return Session(folder, kinds, language, problems, renderer)


def _renderer(course: Course | None, kinds: Kinds) -> SiteRenderer | None:
    return SiteRenderer(course, kinds) if course else None
