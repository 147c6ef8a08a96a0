"""MkDocs' own build, called from our commands."""

import logging
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from coursewright.core.reading import Known
from coursewright.engines.mkdocs.session import Run
from coursewright.render.swapping import built_beside

SETTINGS = "mkdocs.yml"


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
    Returns 0, or 1 when anything stopped the build (MkDocs has told what). Raises OSError where
    the site cannot be written. Either way the site that was there stays whole until the new one
    is.
    """
    Run.told = True
    Run.pdf = pdf
    Run.known = known
    _say("mkdocs.plugins.coursewright")
    try:
        config = load_config(
            config_file=str(folder / SETTINGS),
            strict=strict,
            site_dir=str(site_dir.absolute()) if site_dir else None,
        )
        config.plugins.on_startup(command="build", dirty=False)
        with built_beside(Path(config.site_dir)) as beside:
            config.site_dir = str(beside)
            mkdocs_build.build(config)
    except (MkDocsException, SystemExit) as error:
        return _failed(error)
    return 0


def _say(name: str) -> None:
    """Let one of MkDocs' loggers tell what it does; all others tell their warnings anyway."""
    log = logging.getLogger(name)
    log.setLevel(logging.INFO)
    log.addHandler(logging.StreamHandler())
    log.propagate = False


def _failed(error: BaseException) -> int:
    if isinstance(error, MkDocsException):
        print(error)
    return 1
