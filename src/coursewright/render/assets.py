"""The files a page needs beside its HTML, and where they stand in the site.

In the site everything of ours lies below `assets/coursewright/` in the same shape as in the
package, so that a room's `../../web/exercise.mjs` is right in both.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from coursewright.core.kinds import Kinds
from coursewright.render.my_data import MY_DATA, OFFERS
from coursewright.render.my_page import MY_PAGE
from coursewright.render.site import CONTINUE, PROGRESS
from coursewright.render.workbook import WORKBOOK

FOLDER = "assets/coursewright"
WEB = Path(__file__).parent.parent.resolve() / "web"
SHARED_STYLES = ("web/tokens.css", "web/base.css", "web/site.css", "web/reading.css")
SHARED = tuple(WEB.parent / style for style in SHARED_STYLES)
OWN_PAGES = frozenset({CONTINUE, MY_DATA, MY_PAGE, OFFERS, PROGRESS, WORKBOOK})
_IMPORT = re.compile(r"""^(?:import|export)\b[^;"']*["'](\.[^"']+)["'];""", re.MULTILINE)
_SHRINK: dict[str, Callable[[str], str]] = {".mjs": jsmin, ".css": cssmin}
SERVED = frozenset({".mjs", ".css", ".svg", ".png", ".woff2"})


def all_files(kinds: Kinds) -> Iterator[tuple[Path, str]]:
    """Give (file, address in the site) for everything browsers may ask for."""
    for path in _served(WEB):
        yield path, f"{FOLDER}/web/{path.name}"
    for kind in kinds.values():
        for path in _served(kind.folder):
            yield path, f"{FOLDER}/exercises/{kind.name}/{path.name}"


@cache
def lean(file: Path) -> bytes:
    """Give a file as it goes over a slow net: scripts and styles without comments and indentation.

    Names stay as they are, so that an error in a reader's browser can be found again.
    """
    shrink = _SHRINK.get(file.suffix)
    return shrink(file.read_text("utf-8")).encode() if shrink else file.read_bytes()


def styles(used: Iterable[str]) -> list[str]:
    """Give the addresses of the styles for a page with these kinds, in order."""
    return [*(f"{FOLDER}/{file}" for file in SHARED_STYLES), *own_styles(used)]


def own_styles(used: Iterable[str]) -> list[str]:
    """Give those of them that not every page has."""
    used = set(used)
    own = [f"web/{name}.css" for name in sorted(used & OWN_PAGES)]
    rooms = [f"exercises/{name}/{name}.css" for name in sorted(used - OWN_PAGES)]
    own = [file for file in own if (WEB.parent / file).is_file()]
    return [f"{FOLDER}/{file}" for file in (*own, *rooms)]


def scripts(used: Iterable[str], kinds: Kinds) -> list[str]:
    """Give the addresses of the modules that start by themselves on a page with these kinds."""
    return [f"{FOLDER}/{_place(path, kinds)}" for path in _starts(used, kinds)]


def preloads(used: Iterable[str], kinds: Kinds) -> list[str]:
    """Give the modules those import, however deep, so that a slow net fetches them side by side."""
    starts = _starts(used, kinds)
    needed = {path for start in starts for path in _imported(start)}
    return sorted(f"{FOLDER}/{_place(path, kinds)}" for path in needed - set(starts))


def _starts(used: Iterable[str], kinds: Kinds) -> list[Path]:
    """Give the scripts of own pages, then of rooms; a kind that is only read has none.

    Nothing is live in a workbook: it would store what nobody answered.
    """
    used = set(used)
    own = [WEB / f"{name}.mjs" for name in sorted(used & OWN_PAGES)]
    live = set() if WORKBOOK in used else used - OWN_PAGES
    rooms = [kinds[name].script for name in sorted(live)]
    return [*own, *(script for script in rooms if script)]


@cache
def _imported(script: Path) -> frozenset[Path]:
    """Give everything a script imports, and what those import in turn."""
    direct = {(script.parent / way).resolve() for way in _IMPORT.findall(script.read_text("utf-8"))}
    here = {path if path.is_file() else WEB / path.name for path in direct}
    return frozenset(here.union(*(_imported(path) for path in here)))


def _place(path: Path, kinds: Kinds) -> str:
    """Give where a script of ours stands below FOLDER."""
    if path.parent == WEB:
        return f"web/{path.name}"
    name = next(kind.name for kind in kinds.values() if kind.folder.resolve() == path.parent)
    return f"exercises/{name}/{path.name}"


def _served(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SERVED)
