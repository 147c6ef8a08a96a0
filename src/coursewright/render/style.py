"""The style that every page begins with: the theme's, cut to what is used, and ours, as one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from coursewright.core.kinds import Kinds
from coursewright.render import assets
from coursewright.render.cutting import cut, names_in, variables_in
from coursewright.render.site_values import THEME

APART = frozenset({f"{assets.FOLDER}/material.css", *assets.styles(())})
"""Addresses of the styles that stand in this one, and need no file of their own."""

_OURS = (THEME / assets.FOLDER / "material.css", *assets.SHARED)
_TEMPLATES = Path(__file__).with_name("templates")
_NAMING = frozenset({".html", ".jinja", ".js", ".mjs"})
_CHARSET = re.compile(r'@charset "[^"]*";\s*', re.IGNORECASE)


def make_style(
    theirs: Iterable[Path], own: Iterable[Path], kinds: Kinds, classes: Iterable[str]
) -> bytes:
    """Give the style sheet.

    theirs: the theme's style sheets, in order. own: a course's own templates, scripts and styles.
    classes: those of the hand-written pages, whatever extensions of Markdown made them.
    """
    sheets = "".join(file.read_text("utf-8") for file in theirs)
    ours = _CHARSET.sub("", "".join(assets.lean(file).decode() for file in _OURS))
    files = [*own, *_files(kinds)]
    others = [file.read_text("utf-8") for file in files if file.suffix == ".css"]
    named = (_names(file, file.stat().st_mtime_ns) for file in files if file.suffix in _NAMING)
    names = variables_in((ours, *others)).union(classes, *named)
    return f'@charset "UTF-8";{cut(sheets, names)}{ours}'.encode()


@cache
def _names(file: Path, _changed: int) -> frozenset[str]:
    """Give the names in a file as it is now: a preview asks again at each save."""
    return names_in([file.read_text("utf-8")])


def _files(kinds: Kinds) -> Iterator[Path]:
    """Give our templates and scripts that can put a class on a page, and the rooms' files."""
    for folder in (THEME, _TEMPLATES, assets.WEB):
        yield from sorted(file for file in folder.rglob("*") if file.suffix in _NAMING)
    for kind in kinds.values():
        yield from sorted(file for file in kind.folder.glob("*") if file.is_file())
