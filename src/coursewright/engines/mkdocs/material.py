"""What we take of Material: its style, its icons and the worker of its search.

Its bundle stays out. A page of ours needs a menu, two colour schemes and a search: `shell.mjs` and
`search.mjs` bring them in a tenth of the bytes, and they can be used without a mouse.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

STYLES = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
WORKER = "assets/javascripts/workers/search.*.min.js"
SEARCH = "material/search"
_LUNR = "assets/javascripts/lunr/"
_UNUSED = re.compile(r"assets/(javascripts/bundle\..*|.*\.map|images/favicon\.png)")


def addresses(config: MkDocsConfig) -> dict[str, object]:
    """Give `theme_styles`, and as `search` the worker's address, or None without a search.

    Raises Abort where a file is not found: the installed Material is not one we know.
    """
    search = _address(config, WORKER) if SEARCH in config.plugins else None
    return {"theme_styles": [_address(config, style) for style in STYLES], "search": search}


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """Take what no page asks for out of the site: the bundle, maps, other languages' stemmers."""
    for file in list(files):
        if _UNUSED.fullmatch(file.src_uri) or _is_foreign(file.src_uri, config):
            files.remove(file)


def _is_foreign(source: str, config: MkDocsConfig) -> bool:
    """Tell the parts of lunr that the site's languages do not need."""
    if not source.startswith(_LUNR):
        return False
    if SEARCH not in config.plugins:
        return True
    languages: list[str] = config.plugins[SEARCH].config.lang or []
    needed = {"stemmer.support", "multi", *languages}
    return source not in {f"{_LUNR}min/lunr.{name}.min.js" for name in needed}


def _address(config: MkDocsConfig, pattern: str) -> str:
    for folder in map(Path, config.theme.dirs):
        for file in folder.glob(pattern):
            return file.relative_to(folder).as_posix()
    raise Abort(f"The installed mkdocs-material has no {pattern}.")
