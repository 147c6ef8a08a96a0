"""What we take of Material: its style, cut by `render/style.py`, its icons, its search's worker.

Its bundle stays out. A page of ours needs a menu, two colour schemes and a search: `shell.mjs` and
`search.mjs` bring them in a tenth of the bytes, and they can be used without a mouse.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

STYLES = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
WORKER = "assets/javascripts/workers/search.*.min.js"
SEARCH = ("material/search", "search")
LUNR = "assets/javascripts/lunr/"
SEGMENTERS = {"ja": "tinyseg.js", "th": "wordcut.js", "hi": "wordcut.js"}
"""Language of the search → what Material's search worker loads for it beside its stemmer."""

_UNUSED = re.compile(
    r"assets/(?:javascripts/bundle\..*|stylesheets/.*|coursewright/material\.css|"
    r".*\.min\.(?:js|css)\.map|images/.*)"
)


def addresses(config: MkDocsConfig) -> dict[str, Any]:
    """Give as `search` the worker's address, or None without a search.

    Raises Abort where a file is not found: the installed Material is not one we know.
    """
    return {"search": _find(config, WORKER)[1] if _plugin(config) else None}


def style_files(config: MkDocsConfig) -> list[Path]:
    """Give Material's style sheets, in order; raises Abort where one is not found."""
    return [_find(config, style)[0] for style in STYLES]


def own_files(config: MkDocsConfig) -> Iterator[Path]:
    """Give the files of a course's own that can name a class: its templates, and what it adds."""
    if config.theme.custom_dir:
        yield from sorted(file for file in Path(config.theme.custom_dir).rglob("*.html"))
    for name in (*config.extra_css, *map(str, config.extra_javascript)):
        file = Path(config.docs_dir, name)
        if file.is_file():
            yield file


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """Take what no page asks for out of the site: bundle, styles, maps, other languages' stemmers.

    The styles stand in a file of ours; see `render/style.py`.
    """
    loaded = _loaded_by_search(config)
    for file in list(files):
        path = file.src_uri
        is_foreign = path.startswith(LUNR) and path.removeprefix(LUNR) not in loaded
        if is_foreign or (_UNUSED.fullmatch(path) and _is_of_theme(file.abs_src_path, config)):
            files.remove(file)


def _is_of_theme(path: str | None, config: MkDocsConfig) -> bool:
    """Tell the theme's own files from those an author put at such a place."""
    return path is not None and not Path(path).is_relative_to(config.docs_dir)


def _plugin(config: MkDocsConfig) -> object | None:
    return next((config.plugins[name] for name in SEARCH if name in config.plugins), None)


def _loaded_by_search(config: MkDocsConfig) -> set[str]:
    """Give what the search worker loads below LUNR; English needs nothing."""
    languages: list[str] = list(getattr(_plugin(config), "config", {}).get("lang") or [])
    stemmers = {f"min/lunr.{language}.min.js" for language in languages if language != "en"}
    segmenters = {SEGMENTERS[language] for language in languages if language in SEGMENTERS}
    several = {"min/lunr.multi.min.js"} if len(languages) > 1 else set()
    found = stemmers | segmenters | several
    return found | {"min/lunr.stemmer.support.min.js"} if found else set()


def _find(config: MkDocsConfig, pattern: str) -> tuple[Path, str]:
    """Give a file of the theme, and its address in the site."""
    for folder in map(Path, config.theme.dirs):
        for file in folder.glob(pattern):
            return file, file.relative_to(folder).as_posix()
    raise Abort(f"The installed mkdocs-material has no {pattern}.")
