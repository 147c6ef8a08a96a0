"""MkDocs' part in use without a net: which files the site needs, and the worker at its end."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from coursewright.core.course import Settings
from coursewright.core.problems import Problem
from coursewright.core.wording import interface_words
from coursewright.render.exercise import OFFLINE_WORDS
from coursewright.render.offline import (
    MANIFEST,
    NOT_KEPT,
    WORKER,
    find_problems,
    list_files,
    make_kill_switch,
    make_manifest,
    make_worker,
    megabytes,
)

PREVIEW = "assets/coursewright/preview.js"


def is_kept(settings: Settings, *, preview: bool) -> bool:
    """Say whether phones keep this site. A preview must show what was saved a moment ago."""
    return settings.offline != 0 and not preview


def prepare(config: MkDocsConfig, settings: Settings, *, preview: bool) -> None:
    """Have MkDocs make the page that stands for one that is not kept."""
    if is_kept(settings, preview=preview):
        config.theme.static_templates.add(NOT_KEPT)


def place_files(config: MkDocsConfig, files: Files, settings: Settings, *, preview: bool) -> None:
    """Add the manifest, and take out what is for a preview only."""
    script = files.get_file_from_path(PREVIEW)
    if script and not preview:
        files.remove(script)
    files.append(File.generated(config, MANIFEST, content=make_manifest(settings)))


def write_worker(
    site: Path, settings: Settings, left_out: set[str], *, preview: bool
) -> tuple[str, list[Problem]]:
    """Write the service worker into a finished site: the course's own, or the kill switch.

    left_out: files that only other programs read. Gives a sentence that says what phones will
    fetch ("" for nothing), and the problems of `find_problems`.
    """
    target = site / WORKER
    if not is_kept(settings, preview=preview):
        target.write_text(make_kill_switch(), encoding="utf-8")
        return "", []
    files = list_files(site, left_out)
    target.write_text(make_worker(files), encoding="utf-8")
    say = interface_words([OFFLINE_WORDS], settings.language)["offline-weight"]
    number = f"{megabytes(files):.2f}"
    weight = number if settings.language == "en" else number.replace(".", ",")
    told = say.format(count=len(files), weight=weight)
    return told, list(find_problems(files, settings))
