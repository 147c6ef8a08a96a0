"""What programs may do with a course: load it, check it, render its pages.

The command line checks by the same functions. The public names are those that
`coursewright/__init__.py` lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds, find_kinds
from coursewright.core.ledger import Ledger, read_ledger
from coursewright.core.loading import load_course
from coursewright.core.problems import Problem, has_errors, in_order
from coursewright.core.published import compare
from coursewright.core.reading import Known
from coursewright.core.wording import FALLBACK, Told, problem_words, tell
from coursewright.render.assets import scripts, styles
from coursewright.render.checking import check_site
from coursewright.render.exercise import WORDS, Placement
from coursewright.render.site import SiteRenderer
from coursewright.render.site_files import site_files


@dataclass(frozen=True)
class Checked:
    """What reading a course folder gave.

    course: None where it has errors. problems: in order of file and line. language: the one to
    tell them in, e.g. "da". kinds: the kinds of exercise that the course can use. known: the files
    as they were read; with it a build need not read them again.
    """

    course: Course | None
    problems: list[Problem]
    language: str
    kinds: Kinds
    known: Known = field(default_factory=dict, repr=False, compare=False)

    @property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of a site."""
        return has_errors(self.problems)

    def told(self, language: str | None = None) -> list[Told]:
        """Put the problems into words, in the same order: what is wrong, and what to do.

        language: "da" or "en"; the course's own where left out, or English.
        """
        catalogue = problem_words(self.kinds, WORDS)
        return [tell(problem, catalogue, language or self.language) for problem in self.problems]


@dataclass(frozen=True)
class RenderedPage:
    """One page that nobody had to write: a module, a lesson, or a workbook.

    address: from the site's root, with a slash at the end. title, description: plain text.
    html: what stands between head and foot of the page. styles, scripts: addresses, from the
    site's root, of the files that it needs beside it.
    """

    address: str
    title: str
    description: str
    html: str
    styles: list[str]
    scripts: list[str]


@dataclass(frozen=True)
class Rendered:
    """A course as HTML. pages: as they are taken. files: address in the site → content."""

    pages: list[RenderedPage]
    files: Mapping[str, bytes]


def load(folder: str | PathLike[str]) -> Checked:
    """Read the YAML of a course folder, and tell what is wrong in it; its pages are not looked at.

    Never raises for what a trainer wrote. Raises RoomError where a kind of exercise is broken.
    """
    kinds = find_kinds(Path(folder))
    loaded = load_course(Path(folder), kinds)
    return Checked(loaded.course, in_order(loaded.problems), loaded.language or FALLBACK, kinds)


def check(folder: str | PathLike[str], *, against: str | PathLike[str] | None = None) -> Checked:
    """Check all of a course folder: its YAML, pages, links, pictures and settings.

    against: a folder with a built site or a `coursewright.json`; what would cut readers off from
    answers they gave there is a problem, too. Never raises for what a trainer wrote. Raises
    RoomError where a kind of exercise is broken, and LedgerError for `against`.
    """
    ledger = None if against is None else read_ledger(Path(against))
    return check_course(Path(folder), find_kinds(Path(folder)), ledger)


def check_course(folder: Path, kinds: Kinds, ledger: Ledger | None, otherwise: str = "") -> Checked:
    """Check a course with kinds that were found before.

    ledger: what is published; None for no comparison. otherwise: the language for a course that
    does not say which is its own.
    """
    known: Known = {}
    loaded = load_course(folder, kinds, keep_sources=True, known=known)
    problems = [*loaded.problems, *check_site(folder, loaded, kinds)]
    if ledger:
        problems += compare(ledger, loaded)
    language = loaded.language or otherwise or FALLBACK
    return Checked(loaded.course, in_order(problems), language, kinds, known)


def render(checked: Checked) -> Rendered:
    """Give the HTML of all pages that nobody wrote, and every file they need beside them.

    Raises ValueError where the course has errors: half a course would look like a whole one.
    """
    if checked.course is None:
        raise ValueError("the course has errors; see Checked.problems")
    renderer = SiteRenderer(checked.course, checked.kinds)
    pages = []
    for page in renderer.pages():
        placement = Placement("../" * page.address.count("/"))
        html = str(renderer.page(page, placement))
        started = scripts(placement.kinds, checked.kinds, renderer.language)
        needed = styles(placement.kinds), started
        pages.append(RenderedPage(page.address, page.title, page.description, html, *needed))
    return Rendered(pages, dict(site_files(renderer)))
