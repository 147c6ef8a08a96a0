"""What we take of Zensical's own theme: its style and the worker of its search."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import zensical

from coursewright.core.kinds import Kinds
from coursewright.render.cutting import classes_in
from coursewright.render.site_values import STYLE
from coursewright.render.style import make_style

TEMPLATES = Path(zensical.__file__).parent / "templates"
STYLES = (
    "assets/stylesheets/classic/main.*.min.css",
    "assets/stylesheets/classic/palette.*.min.css",
)
WORKER = "assets/javascripts/workers/search.*.min.js"
INDEX = "search.json"
UNUSED = (
    "assets/stylesheets",
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


def write_style(site: Path, own: Iterable[Path], kinds: Kinds) -> None:
    """Put the style that every page begins with into a built site, in place of the theme's.

    own: the course's own templates, scripts and styles. Raises UnknownTheme.
    """
    theirs = [TEMPLATES / address(style) for style in STYLES]
    pages = (file.read_text("utf-8") for file in site.rglob("*.html"))
    classes = {name for html in pages for name in classes_in(html)}
    file = site / STYLE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(make_style(theirs, own, kinds, classes))


def leave_out(site: Path, *, search: bool) -> None:
    """Take what no page asks for out of a built site, and without a search its parts."""
    for pattern in (*UNUSED, *(() if search else (WORKER, INDEX))):
        for path in site.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
