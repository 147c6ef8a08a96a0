"""What we take of Zensical's own theme: its style and the worker of its search."""

import shutil
from pathlib import Path

import zensical

TEMPLATES = Path(zensical.__file__).parent / "templates"
STYLES = (
    "assets/stylesheets/classic/main.*.min.css",
    "assets/stylesheets/classic/palette.*.min.css",
)
WORKER = "assets/javascripts/workers/search.*.min.js"
INDEX = "search.json"
UNUSED = (
    "assets/stylesheets/modern",
    "assets/images/favicon.png",
    "assets/javascripts/bundle.*.js",
)


class UnknownTheme(Exception):
    """The installed Zensical lacks a file of its theme; names it."""


def address(pattern: str) -> str:
    """Give the address in the site of a file of the theme. Raises UnknownTheme."""
    for file in TEMPLATES.glob(pattern):
        return file.relative_to(TEMPLATES).as_posix()
    raise UnknownTheme(pattern)


def leave_out(site: Path, *, search: bool) -> None:
    """Take what no page asks for out of a built site, and without a search its parts."""
    for pattern in (*UNUSED, *(() if search else (WORKER, INDEX))):
        for path in site.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
