"""A site is built beside the one that is there, and takes its place when it is whole.

Whatever stops a build (a full disk, Ctrl-C, a crash), the site that was there stays as it was.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NEW, BEFORE = ".new", ".before"


@contextmanager
def built_beside(site: Path) -> Iterator[Path]:
    """Give an empty folder to build in; at the end it becomes `site`, unless something was raised.

    The folder lies beside the site, so that it only has to be renamed. Raises OSError where it
    cannot be made or take the site's place; then nothing has changed.
    """
    site = site.resolve()
    new, before = _beside(site, NEW), _beside(site, BEFORE)
    site.parent.mkdir(parents=True, exist_ok=True)
    _mend(site, before)
    _remove(new)
    new.mkdir()
    try:
        yield new
        _swap(new, site, before)
    except BaseException:
        with suppress(OSError):
            _remove(new)
        raise


def _swap(new: Path, site: Path, before: Path) -> None:
    """Rename twice; where the second fails, or somebody presses Ctrl-C, the first is undone."""
    if not site.exists():
        new.rename(site)
        return
    shutil.copymode(site, new)
    try:
        site.rename(before)
        new.rename(site)
    except BaseException:
        if before.exists() and not site.exists():
            before.rename(site)
        raise
    _mend(site, before)


def _mend(site: Path, before: Path) -> None:
    """Finish what a build left that was killed between the two: also at the start of the next.

    Hidden files such as `.git` are not the build's, and go along to the new site.
    """
    if not before.exists():
        return
    if not site.exists():
        before.rename(site)
        return
    for path in before.glob(".*"):
        if not (site / path.name).exists():
            path.rename(site / path.name)
    _remove(before)


def _beside(site: Path, ending: str) -> Path:
    return site.with_name(f".{site.name}{ending}")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
