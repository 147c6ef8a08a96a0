"""A page as it is heard: its places, its headings and the names of its controls, one by one.

Read from the browser's accessibility tree, which is what a screen reader is given.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursewright.core.wording import read_words
from coursewright.testing.examples import installed_kinds

if TYPE_CHECKING:
    from playwright.sync_api import Page

OURS = Path(__file__).parents[1]

ONCE = ("banner", "main", "contentinfo")
"""The places that a whole page has, one of each."""

LANDMARKS = {"navigation", "region", "complementary", "search", "form", "dialog"}
"""Places that one can jump to, and has to be told apart."""

PLACES = {*LANDMARKS, "group", "radiogroup", "banner", "contentinfo"}
"""What is told with a control: the same word twice is clear where these differ."""

USED = {
    *("button", "checkbox", "combobox", "link", "radio", "searchbox", "slider", "spinbutton"),
    *("switch", "textbox", "Date", "InputTime", "DisclosureTriangle"),
}

BROWSERS_OWN = {"Date", "InputTime"}
"""What is inside of them is named by the browser."""

LETTERS = 3
"""What a text has at least beside the values in it, or anything would be its like."""

_LANGUAGE = "() => document.documentElement.lang"
_VALUE = re.compile(r"\\\{[\w-]+\\\}")


@dataclass(frozen=True)
class Heard:
    """What is said of a control: where it is, what it is, its name; a link also where it leads."""

    places: tuple[str, ...]
    role: str
    name: str
    leads_to: str

    def __str__(self) -> str:
        return f"{self.role} «{self.name}» in {' › '.join(self.places) or 'the page'}"


class Tree:
    """What a page gives to a screen reader at this moment."""

    def __init__(self, page: "Page") -> None:
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        self._known = {node["nodeId"]: node for node in nodes}
        self._said = [node for node in self._in_order(nodes[0]) if not node["ignored"]]

    def named(self, roles: set[str]) -> Iterator[tuple[str, str]]:
        """Give (role, name) of everything that has one of the roles."""
        found = ((_said(node, "role"), _said(node, "name")) for node in self._said)
        return ((role, name) for role, name in found if role in roles)

    def levels(self) -> list[int]:
        """Give the levels of the headings, in their order."""
        headings = (node for node in self._said if _said(node, "role") == "heading")
        return [int(_property(node, "level")) for node in headings]

    def controls(self) -> Iterator[Heard]:
        """Give everything that can be used."""
        for node in self._said:
            around = [*self._around(node)]
            own = {_said(one, "role") for one in around} & BROWSERS_OWN
            if _said(node, "role") in USED and not own:
                within = (_said(one, "name") for one in around if _said(one, "role") in PLACES)
                places = tuple(filter(None, within))
                leads_to = _property(node, "url")
                yield Heard(places, _said(node, "role"), _said(node, "name"), leads_to)

    def _in_order(self, root: dict[str, Any]) -> Iterator[dict[str, Any]]:
        coming = [root]
        while coming:
            yield (node := coming.pop())
            inside = (self._known.get(one) for one in reversed(node.get("childIds", [])))
            coming += filter(None, inside)

    def _around(self, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        while above := self._known.get(node.get("parentId", "")):
            yield above
            node = above


def amiss_as_heard(page: "Page") -> list[str]:
    """Give what is wrong with a whole page for somebody who hears it; one line each.

    While a dialog is open, only it is there.
    """
    tree = Tree(page)
    wrong = [] if any(tree.named({"dialog"})) else _amiss_in_order(tree)
    return [*wrong, *_amiss_in_names(tree), *_foreign(tree, page.evaluate(_LANGUAGE))]


def amiss_in_names(page: "Page") -> list[str]:
    """Give the places and controls that have no name, or another's."""
    return _amiss_in_names(Tree(page))


def _amiss_in_order(tree: Tree) -> list[str]:
    times = Counter(role for role, _ in tree.named(set(ONCE)))
    wrong = [f"{times[place]} times: {place}" for place in ONCE if times[place] != 1]
    levels = tree.levels()
    if levels.count(1) != 1 or any(below > above + 1 for above, below in pairwise(levels)):
        wrong.append(f"levels of headings: {levels}")
    return wrong


def _amiss_in_names(tree: Tree) -> list[str]:
    heard = [*tree.controls()]
    links = dict.fromkeys(one for one in heard if one.role == "link")  # to the same place: one
    times = Counter(map(str, [*(one for one in heard if one.role != "link"), *links]))
    return [
        *(f"no name: {role}" for role, name in tree.named(LANDMARKS) if not name),
        *(f"no name: {one}" for one in heard if not one.name),
        *(f"{count} times: {one}" for one, count in times.items() if count > 1),
    ]


def _foreign(tree: Tree, language: str) -> list[str]:
    foreign = said_elsewhere(language)
    names = {one.name for one in tree.controls()} | {name for _, name in tree.named(PLACES)}
    return [f"not in the page's language: {name}" for name in names if foreign.fullmatch(name)]


@cache
def said_elsewhere(language: str) -> re.Pattern[str]:
    """Give what our interface and all kinds say in other languages, and never in this one."""
    said: dict[str, set[str]] = {}
    rooms = (kind.folder / "words.yml" for kind in installed_kinds().values())
    for file in {*OURS.rglob("words.yml"), *OURS.glob("web/*.yml"), *rooms}:
        for tongue, texts in (read_words(file).get("interface") or {}).items():
            said.setdefault(tongue, set()).update(texts.values())
    others = set().union(*(texts for tongue, texts in said.items() if tongue != language))
    foreign = map(re.escape, others - said.get(language, set()))
    telling = (one for one in foreign if len(re.sub(r"\W", "", _VALUE.sub("", one))) >= LETTERS)
    return re.compile("|".join(_VALUE.sub(".+", one) for one in sorted(telling)))


def _said(node: dict[str, Any], what: str) -> str:
    return " ".join(str(node.get(what, {}).get("value", "")).split())


def _property(node: dict[str, Any], name: str) -> str:
    found = (one["value"] for one in node.get("properties", []) if one["name"] == name)
    value: dict[str, Any] = next(found, {})
    return str(value.get("value", ""))
