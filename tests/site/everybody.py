"""A page as different people meet it: as a list of names, in a small window, in other colours."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import yaml
from playwright.sync_api import Page

from coursewright.testing.accessibility import RULES, Checker

SOURCES = Path(__file__).parents[2] / "src" / "coursewright"
PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 320, "height": 256}
"""A desk's 1280 × 1024 at 400 %."""

ORDINARY, LARGE = 16, 32
"""What the reader's browser takes for ordinary text, in px: as it comes, and twice that."""

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""The spacing of WCAG 1.4.12."""

USED = {
    *("button", "checkbox", "combobox", "link", "radio", "searchbox", "slider", "spinbutton"),
    *("switch", "textbox", "Date", "InputTime", "DisclosureTriangle"),
}
PLACES = {"form", "group", "radiogroup", "region", "navigation", "dialog", "banner", "contentinfo"}
"""What is told with a control: the same word twice is clear where these differ."""

BROWSERS_OWN = {"Date", "InputTime"}
"""What is inside of them is named by the browser."""

MENU = ".md-header, #cw-menu"
COLOURS, SIZES = ("color-contrast",), ("target-size",)
LOOKED_AT: list[tuple[Literal["light", "dark"], int, list[tuple[str | None, Sequence[str]]]]] = [
    ("light", 320, [(None, SIZES)]),
    ("light", 360, [(None, RULES)]),
    ("light", 1280, [(MENU, RULES), (None, SIZES)]),
    ("dark", 360, [(None, COLOURS)]),
    ("dark", 1280, [(MENU, COLOURS)]),
]
"""What axe is asked where: (colours, width, [(within, rules)])."""

_DRESS = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""

_ON_SCREEN_ONLY = """() => {
  const parts = [...document.querySelectorAll(".cw-book .cw-part")];
  for (const one of parts) if (!one.checkVisibility()) one.remove();
}"""
"""What a workbook prints is thousands of elements that no screen shows; others look at them."""

_SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"

_CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((one) => {
  if (!one.checkVisibility({ visibilityProperty: true }) || !one.innerText?.trim()) return false;
  const { overflowX, overflowY, clipPath } = getComputedStyle(one);
  if (clipPath !== "none" || one.closest(".cw-hidden, .cw-announce, svg")) return false;
  const cut = (overflow, inside, room) => /hidden|clip/.test(overflow) && inside > room + 2;
  return cut(overflowX, one.scrollWidth, one.clientWidth)
    || cut(overflowY, one.scrollHeight, one.clientHeight);
}).map((one) => `${one.localName}.${one.className}: ${one.innerText.trim().slice(0, 40)}`)"""

_LANDMARKS = """() => {
  const name = (one) => one.ariaLabel
    ?? document.getElementById(one.getAttribute("aria-labelledby"))?.textContent.trim() ?? "";
  const top = (one) => !one.closest("article, section, aside, main");
  const shown = (selector) => [...document.querySelectorAll(selector)]
    .filter((one) => one.checkVisibility());
  return {
    language: document.documentElement.lang,
    main: shown("main").length,
    header: shown("header").filter(top).length,
    footer: shown("footer").filter(top).length,
    named: shown("nav, .cw-form").map(name),
    levels: shown("h1, h2, h3, h4, h5, h6").map((one) => Number(one.localName[1])),
  };
}"""

_OVER_THE_TEXT = """() => {
  const head = document.querySelector(".md-header");
  const stays = head && /sticky|fixed/.test(getComputedStyle(head).position);
  return stays ? head.getBoundingClientRect().height / innerHeight : 0;
}"""


def amiss(page: Page, axe: Checker, language: str = "da") -> list[str]:
    """Give what is wrong with a page as it is now, for anybody; one line each."""
    page.evaluate(_ON_SCREEN_ONLY)
    looks, enlarged = amiss_in_any_look(page, axe), amiss_when_enlarged(page)
    return [*looks, *enlarged, *amiss_in_names(page, language), *amiss_in_order(page, language)]


def amiss_in_any_look(page: Page, axe: Checker) -> list[str]:
    """Give what is wrong in light and dark at 320, 360 and 1280 px.

    No colour of ours depends on the width, and no size on the colours (a test holds both), so that
    each is asked once for what it depends on. At 1280 px the menu comes into sight.
    """
    found = []
    for scheme, width, asked in LOOKED_AT:
        page.emulate_media(color_scheme=scheme)
        name = "slate" if scheme == "dark" else "default"
        page.evaluate("(name) => document.body.setAttribute('data-md-color-scheme', name)", name)
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate("scrollTo(0, 0)")  # what is just below the header is not covered for good
        for within, rules in asked:
            said = axe(page, within, rules)
            found += [f"{scheme}, {width} px: {line}" for line in said]
    page.emulate_media(color_scheme="light")
    page.evaluate("() => document.body.setAttribute('data-md-color-scheme', 'default')")
    page.set_viewport_size(PHONE)
    return found


def amiss_when_enlarged(page: Page) -> list[str]:
    """Give what is lost at 400 %, with twice the text, and with the spacing of WCAG."""
    found = []
    session = page.context.new_cdp_session(page)
    looks = [
        ("400 %", ZOOMED, ORDINARY, ""),
        ("spaced", ZOOMED, ORDINARY, SPACED),
        ("200 % text", PHONE, LARGE, ""),
        ("as it was", PHONE, ORDINARY, ""),
    ]
    for name, size, text, style in looks:
        page.set_viewport_size(size)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": text}})
        page.evaluate(_DRESS, style)
        if (more := page.evaluate(_SIDEWAYS)) > 0:
            found.append(f"{name}: {more} px wider than the screen")
        if (part := page.evaluate(_OVER_THE_TEXT)) > 1 / 3:
            found.append(f"{name}: {part:.0%} of the screen is always the header")
        found += [f"{name}: cut off: {line}" for line in page.evaluate(_CUT_OFF)]
    session.detach()
    return found


def amiss_in_order(page: Page, language: str) -> list[str]:
    """Give what is wrong with language, landmarks and headings."""
    found: dict[str, Any] = page.evaluate(_LANDMARKS)
    once = {"language": language, "main": 1, "header": 1, "footer": 1}
    wrong = [f"{part}: {found[part]}" for part, wanted in once.items() if found[part] != wanted]
    if "" in found["named"]:
        wrong.append("a menu or an exercise has no name")
    if found["levels"].count(1) != 1 or any(b > a + 1 for a, b in pairwise(found["levels"])):
        wrong.append(f"levels of headings: {found['levels']}")
    return wrong


@dataclass(frozen=True)
class Named:
    """What a screen reader says of a control: where it is, what it is, and its name."""

    places: tuple[str, ...]
    role: str
    name: str

    def __str__(self) -> str:
        return f"{self.role} «{self.name}» in {' › '.join(self.places) or 'the page'}"


def named_on(page: Page) -> Iterator[tuple[Named, str]]:
    """Give each control in sight, and where it leads if it is a link."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    known = {node["nodeId"]: node for node in nodes}
    for node in nodes:
        around = list(_around(node, known))
        if node["ignored"] or _said(node, "role") not in USED:
            continue
        if not any(_said(one, "role") in BROWSERS_OWN for one in around):
            places = [_said(one, "name") for one in around if _said(one, "role") in PLACES]
            named = Named(tuple(filter(None, places)), _said(node, "role"), _said(node, "name"))
            yield named, _property(node, "url")


def amiss_in_names(page: Page, language: str = "da") -> list[str]:
    """Give the controls that have no name, another's name, or one in another language."""
    told = list(named_on(page))
    times = Counter(named for named, _ in dict.fromkeys(told) if named.role == "link")
    times.update(named for named, _ in told if named.role != "link")
    foreign = english() if language == "da" else set()
    return [
        *(f"no name: {named}" for named in times if not named.name),
        *(f"{count} times: {named}" for named, count in times.items() if count > 1),
        *(f"English: {named}" for named in times if named.name.partition(":")[0] in foreign),
    ]


@cache
def english() -> set[str]:
    """Give what our interface says in English and not in Danish."""
    said: dict[str, set[str]] = {"da": set(), "en": set()}
    for file in {*SOURCES.rglob("words.yml"), *SOURCES.glob("web/*.yml")}:
        for language, texts in _by_language(yaml.safe_load(file.read_text("utf-8"))):
            said[language] |= set(texts)
    return said["en"] - said["da"]


def _by_language(value: Any) -> Iterator[tuple[str, Iterator[str]]]:
    for key, inside in value.items() if isinstance(value, dict) else ():
        if key in ("da", "en"):
            yield key, _texts(inside)
        else:
            yield from _by_language(inside)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inside in value.values() if isinstance(value, dict) else ():
        yield from _texts(inside)


def _around(node: dict[str, Any], known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    while above := known.get(node.get("parentId", "")):
        yield above
        node = above


def _said(node: dict[str, Any], what: str) -> str:
    return " ".join(str(node.get(what, {}).get("value", "")).split())


def _property(node: dict[str, Any], name: str) -> str:
    found = (one["value"] for one in node.get("properties", []) if one["name"] == name)
    return str(next(found, {}).get("value", ""))
