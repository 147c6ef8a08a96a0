"""The files a page needs beside its HTML, and where they stand in the site.

In the site everything of ours lies below `assets/coursewright/` in the same shape as in the
package, so that a room's `../../web/exercise.mjs` is right in both.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from coursewright.core.kinds import Kinds
from coursewright.render.exercise import words_file, words_script
from coursewright.render.joining import Joiner
from coursewright.render.my_data import MY_DATA, OFFERS
from coursewright.render.my_page import MY_PAGE
from coursewright.render.site import CONTINUE, PROGRESS
from coursewright.render.workbook import WORKBOOK

FOLDER = "assets/coursewright"
WEB = Path(__file__).parent.parent.resolve() / "web"
SHARED_STYLES = ("web/tokens.css", "web/base.css", "web/site.css", "web/reading.css")
SHARED = tuple(WEB.parent / style for style in SHARED_STYLES)
OWN_PAGES = frozenset({CONTINUE, MY_DATA, MY_PAGE, OFFERS, PROGRESS, WORKBOOK})
_FIRST = (WEB / "store.mjs", WEB / "exercise.mjs")
"""What every page with an exercise needs."""
SERVED = frozenset({".mjs", ".css", ".svg", ".png", ".woff2"})


def files_for_site(kinds: Kinds) -> Iterator[tuple[str, bytes]]:
    """Give (address in the site, content) for everything browsers may ask for, as it goes there.

    Scripts are joined, and lose comments and indentation. Names stay as they are, so that an
    error in a reader's browser can be found again.
    """
    scripts = _lean_scripts(_folders(kinds))
    for path, address in all_files(kinds):
        yield address, scripts.get(path) or lean(path)


def all_files(kinds: Kinds) -> Iterator[tuple[Path, str]]:
    """Give (file, address in the site) for all of them, as they are written."""
    for path in _served(WEB):
        yield path, f"{FOLDER}/web/{path.name}"
    for kind in kinds.values():
        for path in _served(kind.folder):
            yield path, f"{FOLDER}/exercises/{kind.name}/{path.name}"


@cache
def lean(file: Path) -> bytes:
    """Give a file as it goes over a slow net: styles without comments and indentation."""
    if file.suffix != ".css":
        return file.read_bytes()
    shrunk: str = cssmin(file.read_text("utf-8"))
    return shrunk.encode()


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


def has_text_first(used: Iterable[str]) -> bool:
    """Tell whether a page is there to be read before its scripts; «My page» is made by them."""
    return MY_PAGE not in set(used)


def scripts(used: Iterable[str], kinds: Kinds, language: str) -> list[str]:
    """Give the addresses of the modules that start by themselves on a page with these kinds.

    What the kinds say in the language comes first: their own scripts find it there.
    """
    places = [_place(path, kinds) for path in _starts(used, kinds)]
    rooms = [place.split("/")[1] for place in places if not place.startswith("web/")]
    words = [words_file(room, language) for room in rooms]
    return [f"{FOLDER}/{place}" for place in (*words, *places)]


def word_files(kinds: Kinds, language: str) -> Iterator[tuple[str, bytes]]:
    """Give (address in the site, content) of what kinds with a script say in a language."""
    for kind in kinds.values():
        if kind.script:
            yield f"{FOLDER}/{words_file(kind.name, language)}", words_script(kind, language)


def preloads(used: Iterable[str], kinds: Kinds) -> list[str]:
    """Give the modules those import, however deep, so that a slow net fetches them side by side."""
    joiner = _joiner(_folders(kinds))
    starts = [start.resolve() for start in _starts(used, kinds)]
    needed = {joiner.home(path) for start in starts for path in joiner.needs(start)}
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


def _folders(kinds: Kinds) -> tuple[Path, ...]:
    return (WEB, *(kind.folder.resolve() for kind in kinds.values()))


@cache  # a preview asks at each save
def _lean_scripts(folders: tuple[Path, ...]) -> dict[Path, bytes]:
    joiner = _joiner(folders)
    return {path: jsmin(joiner.text(path)).encode() for path in joiner.scripts}


@cache
def _joiner(folders: tuple[Path, ...]) -> Joiner:
    paths = (path for folder in folders for path in _served(folder) if path.suffix == ".mjs")
    return Joiner(paths, WEB, _FIRST, [WEB / f"{name}.mjs" for name in OWN_PAGES])


def _place(path: Path, kinds: Kinds) -> str:
    """Give where a script of ours stands below FOLDER."""
    if path.parent == WEB:
        return f"web/{path.name}"
    name = next(kind.name for kind in kinds.values() if kind.folder.resolve() == path.parent)
    return f"exercises/{name}/{path.name}"


def _served(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SERVED)
