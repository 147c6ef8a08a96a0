"""Zensical called from our commands."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import zensical

from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from coursewright.core.problems import has_errors
from coursewright.core.reading import Known
from coursewright.core.wording import problem_words, tell
from coursewright.engines.zensical import theme
from coursewright.engines.zensical.settings import FILE, BadSettings, Settings
from coursewright.engines.zensical.staging import DOCS, SITE, has_search, own_files, stage
from coursewright.render.exercise import WORDS
from coursewright.render.finishing import Finished, NoWorkbooks, check_workbooks, finish
from coursewright.render.site import SiteRenderer
from coursewright.render.swapping import built_beside


def build(
    folder: Path,
    site_dir: Path | None = None,
    *,
    strict: bool = False,
    pdf: bool = True,
    known: Known | None = None,
) -> int:
    """Build the site of a course folder whose problems have been told.

    folder: where mkdocs.yml stands. site_dir: where the site goes; mkdocs.yml decides without.
    pdf: whether the workbook is made as files, where the course asks for them.
    known: files of the course that were read when it was checked; see `load_course`.
    Returns 0, or 1 when anything stopped the build (it has been told what). Raises OSError where
    the site cannot be written. Either way the site that was there stays whole until the new one
    is.
    """
    kinds = find_kinds(folder)
    course = load_course(folder, kinds, keep_sources=known is not None, known=known).course
    if course is None:
        return 1
    renderer = SiteRenderer(course, kinds)
    try:
        check_workbooks(renderer, wanted=pdf)
        settings = Settings(folder)
        target = site_dir or folder / settings.get("site_dir", SITE)
        docs = folder / settings.get("docs_dir", DOCS)
        with TemporaryDirectory(prefix="coursewright-") as staging:
            site = _stage_and_build(folder, Path(staging), renderer, settings, strict=strict)
            if not _tell(finish(site, docs, renderer), renderer):
                return 1
            with built_beside(target) as beside:
                shutil.copytree(site, beside, dirs_exist_ok=True)
    except (BadSettings, NoWorkbooks, theme.UnknownTheme, RuntimeError) as error:
        print(error)  # a RuntimeError is Zensical's: it has no other
        return 1
    return 0


def _stage_and_build(
    folder: Path, staging: Path, renderer: SiteRenderer, settings: Settings, *, strict: bool
) -> Path:
    """Give the site that Zensical built in the staging folder."""
    search, own = has_search(settings), list(own_files(folder, settings))
    pages = stage(folder, renderer, settings, staging)
    zensical.build(str(staging / FILE), {"clean": True, "strict": strict})
    theme.leave_out(staging / SITE, search=search)
    pages.finish(staging / SITE)
    theme.write_style(staging / SITE, own, renderer.kinds)
    return staging / SITE


def _tell(finished: Finished, renderer: SiteRenderer) -> bool:
    """Print what was found in the finished site; give whether readers may have it."""
    for line in finished.outside:
        print(f"{line} would be fetched from another computer.")
    if finished.told:
        print(f"coursewright: {finished.told}")
    catalogue = problem_words(renderer.kinds, WORDS)
    for problem in finished.problems:
        told = tell(problem, catalogue, renderer.language)
        print(f"{problem.severity}[{problem.code}] {told.message} {told.hint}".rstrip())
    return not finished.outside and not has_errors(finished.problems)
