"""What the templates in `theme/` are given, whichever program fills them.

They find the site's values in the settings, as `config.extra.coursewright`, and the page's own in
its front matter, as `page.meta.coursewright`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursewright.render import assets
from coursewright.render.exercise import Placement
from coursewright.render.markdown import plain
from coursewright.render.menu import NOWHERE, Menu
from coursewright.render.policy import POLICY
from coursewright.render.reading import reading_words
from coursewright.render.site import SiteRenderer

THEME = Path(__file__).with_name("theme")
STYLE = f"{assets.FOLDER}/web/page.css"
"""What every page begins with; beside our own styles, so that what they fetch is found from it."""

KEY = "coursewright"


@dataclass(frozen=True)
class MyPage:
    """The first page that holds «My page»: its address from the root, and its title."""

    url: str
    title: str


@dataclass(frozen=True)
class Surroundings:
    """What the program that builds the site brings along; addresses are from the site's root.

    search, index: the search's worker and what it
    searches; None without a search. kept: whether phones keep the site. preview: whether pages
    reload themselves.
    """

    search: str | None
    index: str
    kept: bool
    preview: bool = False


class SiteValues:
    """Gives the values of one course's site."""

    def __init__(self, renderer: SiteRenderer, menu: Menu) -> None:
        self._renderer = renderer
        self._menu = menu
        self._modules: dict[frozenset[str], dict[str, Any]] = {}

    def site(self, around: Surroundings, my_page: MyPage | None) -> dict[str, Any]:
        """Give what is the same on every page, and what a page has that is not of the course."""
        renderer = self._renderer
        return {
            "words": renderer.words,
            "reading": reading_words(renderer.language),
            "aloud": renderer.aloud(),
            "policy": POLICY,
            "course": renderer.course.settings,
            "modules": [(f"{each.module}/", plain(each.title)) for each in renderer.course.modules],
            "folder": assets.FOLDER,
            "search": around.search,
            "search_index": around.index,
            "search_words": _search_words(renderer.words),
            "is_kept": around.kept,
            "my_page": my_page,
            "preview": around.preview,
            "is_home": False,
            "text_first": True,
            "preloads": (),
            "scripts": (),
            "style": STYLE,
            "styles": (),
            "navigation": self._menu.at(NOWHERE),
        }

    def page(self, address: str, placement: Placement) -> dict[str, Any]:
        """Give what is a page's own. placement: what it has used."""
        return {
            "is_home": not address,
            "styles": assets.own_styles(placement.kinds),
            **self._started(frozenset(placement.kinds)),
            "navigation": self._menu.at(address),
        }

    def _started(self, used: frozenset[str]) -> dict[str, Any]:
        """Give the `scripts` of pages with these kinds, and how they start; worked out once."""
        if used not in self._modules:
            kinds = self._renderer.kinds
            self._modules[used] = {
                "scripts": assets.scripts(used, kinds, self._renderer.language),
                "preloads": assets.preloads(used, kinds),
                "text_first": assets.has_text_first(used),
            }
        return self._modules[used]


def _search_words(words: Mapping[str, str]) -> str:
    """Give what the search says, as JSON."""
    mark = "search-"
    said = {name.removeprefix(mark): text for name, text in words.items() if name.startswith(mark)}
    return json.dumps({"search": words["search"], **said}, ensure_ascii=False)
