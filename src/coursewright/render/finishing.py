"""A site that another program has just built → one that readers may have.

The workbooks are made, every page is looked through for what it would fetch from elsewhere, and
the service worker is written, last of all: it lists every other file.
"""

from dataclasses import dataclass, field
from pathlib import Path

from coursewright.core.course import Settings
from coursewright.core.problems import Problem
from coursewright.core.wording import interface_words
from coursewright.render.assets import FOLDER
from coursewright.render.elements import outside_of_site
from coursewright.render.exercise import OFFLINE_WORDS
from coursewright.render.offline import (
    WORKER,
    Scales,
    find_problems,
    list_files,
    make_kill_switch,
    make_worker,
    megabytes,
)
from coursewright.render.pdf import NoPdf, check_pdf
from coursewright.render.site import SiteRenderer
from coursewright.render.workbook import WorkbookRenderer, write_workbooks

LEDGER = f"{FOLDER}/ledger.json"
"""The ids that this site publishes, for `check --against`; only programs read it."""


@dataclass(frozen=True)
class Finished:
    """What finishing a site gave.

    outside: "file: address" for each thing that would be fetched from another computer; then
    the site is not finished. told: what phones will fetch, in words; "" for nothing.
    """

    outside: list[str] = field(default_factory=list)
    told: str = ""
    problems: list[Problem] = field(default_factory=list)


class NoWorkbooks(Exception):
    """The course wants workbooks as PDF, and none can be made here; says why."""


def is_kept(settings: Settings, *, preview: bool) -> bool:
    """Say whether phones keep this site. A preview must show what was saved a moment ago."""
    return settings.offline != 0 and not preview


def check_workbooks(renderer: SiteRenderer, *, wanted: bool = True) -> None:
    """Look, before a build begins, whether it could make its workbooks. Raises NoWorkbooks.

    wanted: False where it is to do without them, whatever the course says; nothing links them then.
    """
    renderer.workbooks.has_files = renderer.workbooks.has_files and wanted
    if not renderer.workbooks.has_files:
        return
    try:
        check_pdf()
    except NoPdf as error:
        said = renderer.workbooks.words["workbook-no-pdf"].format(reason=error)
        raise NoWorkbooks(said) from error


def finish(
    site: Path,
    docs: Path,
    renderer: SiteRenderer,
    *,
    preview: bool = False,
    scales: Scales | None = None,
) -> Finished:
    """Finish a built site. docs: where its pictures are. scales: they may know pages already."""
    left_out = {LEDGER, *_make_workbooks(renderer.workbooks, docs, site)}
    if outside := outside_of_site(site):
        return Finished(outside)
    settings = renderer.course.settings
    if not is_kept(settings, preview=preview):
        (site / WORKER).write_text(make_kill_switch(), encoding="utf-8")
        return Finished()
    files = list_files(site, left_out, scales)
    (site / WORKER).write_text(make_worker(files), encoding="utf-8")
    say = interface_words([OFFLINE_WORDS], settings.language)["offline-weight"]
    number = f"{megabytes(files):.2f}"
    weight = number if settings.language == "en" else number.replace(".", ",")
    told = say.format(count=len(files), weight=weight)
    return Finished(told=told, problems=list(find_problems(files, settings)))


def _make_workbooks(workbooks: WorkbookRenderer, docs: Path, site: Path) -> list[str]:
    """Make each module's workbook; give the files' paths. Phones keep none: they print the same."""
    if not workbooks.has_files:
        return []
    files = write_workbooks(workbooks, list(workbooks.modules), docs, site)
    return [file.relative_to(site).as_posix() for file in files]
