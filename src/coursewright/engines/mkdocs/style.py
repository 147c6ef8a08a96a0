"""The style that every page begins with, in one file: Material's, cut to what is used, and ours."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from coursewright.core.kinds import Kinds
from coursewright.engines.mkdocs.material import style_files
from coursewright.render import assets
from coursewright.render.cutting import cut, names_in, variables_in

STYLE = f"{assets.FOLDER}/web/page.css"
"""Beside our own styles, so that what they fetch is found from here, too."""

THEME = Path(__file__).with_name("theme")
OURS = (THEME / assets.FOLDER / "material.css", *assets.SHARED)
_NAMING = frozenset({".html", ".jinja", ".mjs"})
_CHARSET = re.compile(r'@charset "[^"]*";\s*', re.IGNORECASE)


def make_style(config: MkDocsConfig, kinds: Kinds, classes: Iterable[str]) -> str:
    """Give the style sheet.

    classes: those of the hand-written pages, whatever extensions of Markdown made them. Raises
    Abort where the installed Material is not one we know.
    """
    theirs = "".join(file.read_text("utf-8") for file in style_files(config))
    ours = _CHARSET.sub("", "".join(assets.lean(file).decode() for file in OURS))
    others = [file.read_text("utf-8") for file in _files(config, kinds, ".css")]
    names = names_in(file.read_text("utf-8") for file in _naming(config, kinds))
    names |= variables_in((ours, *others)) | frozenset(classes)
    return f'@charset "UTF-8";{cut(theirs, names)}{ours}'


def _naming(config: MkDocsConfig, kinds: Kinds) -> Iterator[Path]:
    """Give the templates and scripts that can put a class on a page."""
    themes = [THEME, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])]
    for folder in (*themes, Path(assets.__file__).with_name("templates"), assets.WEB):
        yield from sorted(file for file in folder.rglob("*") if file.suffix in _NAMING)
    for ending in _NAMING:
        yield from _files(config, kinds, ending)
    yield from _files(config, kinds, ".js")


def _files(config: MkDocsConfig, kinds: Kinds, ending: str) -> Iterator[Path]:
    """Give the rooms' files of a sort, and those of the course's own that stand in mkdocs.yml."""
    for kind in kinds.values():
        yield from sorted(kind.folder.glob(f"*{ending}"))
    for name in (*config.extra_css, *map(str, config.extra_javascript)):
        file = Path(config.docs_dir, name)
        if file.suffix == ending and file.is_file():
            yield file
