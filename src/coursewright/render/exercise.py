"""One exercise → its HTML: the room's template inside the frame all exercises share."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from coursewright.core.course import Placed
from coursewright.core.kinds import Kind, Kinds, Link
from coursewright.core.wording import interface_words
from coursewright.render import markdown
from coursewright.render.reading import reading_words

WORDS = Path(__file__).with_name("words.yml")
BROWSER_WORDS = Path(__file__).parent.parent / "web" / "words.yml"
OFFLINE_WORDS = BROWSER_WORDS.with_name("offline.yml")
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_UNSAFE_ONES = re.compile("|".join(_UNSAFE))


class Place(NamedTuple):
    """Where an exercise is found: heading as plain text, page from the site's root, and its ids.

    names: see `all_names`.
    """

    title: str
    page: str
    names: str


Places = Mapping[str, Place]
"""Where exercises are found, by their public ids."""


@dataclass(frozen=True)
class Context:
    """What a room's view may ask for.

    language: e.g. "da". words: interface texts, shared ones and the room's own.
    root: the way from the page to the site's root, e.g. "../../". places: see Placement.
    """

    language: str
    words: Mapping[str, str]
    root: str = "./"
    places: Places = field(default_factory=dict)

    def inline(self, text: str) -> Markup:
        """Turn one line of the author's Markdown into HTML."""
        return markdown.inline(text, self.root)

    def block(self, text: str) -> Markup:
        """Turn the author's Markdown into HTML with paragraphs."""
        return markdown.block(text, self.root)

    def link(self, address: str) -> Link:
        """Give the way to another exercise; KeyError if there is none."""
        title, page, _ = self.places[address]
        return Link(title, page if page.startswith("#") else self.root + page)


@dataclass
class Placement:
    """One page being written: its way to the root, and what it has used so far.

    kinds: the kinds on the page, for its styles and scripts. ids: how often each DOM id was
    given, so that an exercise placed twice gets two. beside: exercises that stand on this page
    only, by their public ids, as the gallery's do. live: False where they are to be printed, and
    no script starts.
    """

    root: str = "./"
    kinds: set[str] = field(default_factory=set)
    ids: dict[str, int] = field(default_factory=dict)
    beside: dict[str, Place] = field(default_factory=dict)
    live: bool = True

    def dom_id(self, name: str) -> str:
        """Give an id that is unique on this page: `vigtighed`, then `vigtighed-2`."""
        count = self.ids[name] = self.ids.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"


class ExerciseRenderer:
    """Renders exercises of one course in one language."""

    def __init__(
        self,
        kinds: Kinds,
        environment: Environment,
        course: str,
        language: str,
        places: Places | None = None,
    ) -> None:
        self.kinds = kinds
        self.places = places or {}
        self.environment = environment
        self.course = course
        self.language = language
        self.aloud = reading_words(language)["aloud"]
        self._words: dict[str, dict[str, str]] = {}
        self._macros: dict[tuple[str, str], Any] = {}

    @cached_property
    def _frame(self) -> Any:
        return self.environment.get_template("frame.html.jinja")

    def words(self, kind: Kind) -> dict[str, str]:
        """Give the interface texts of a kind, shared ones included."""
        if kind.name not in self._words:
            self._words[kind.name] = kind_words(kind, self.language)
        return self._words[kind.name]

    def render(self, placed: Placed, placement: Placement) -> Markup:
        """Give the exercise's HTML for one place on one page, and note it in `placement`."""
        kind = self.kinds[placed.kind]
        words = self.words(kind)
        context = self._context(placed, placement)
        places = context.places
        links = dict.fromkeys(address for _, address in placed.exercise.links())
        placement.kinds.add(kind.name)
        shared = {
            "id": placement.dom_id(placed.exercise.id),
            "exercise": placed.exercise,
            "words": words,
            "inline": context.inline,
            "block": context.block,
            "paper": not placement.live,
        }
        values = {**shared, "inputs": self._inputs(kind, context)}
        values |= kind.view(placed.exercise, context)
        template = self.environment.get_template(f"{kind.name}/template.html.jinja")
        body = Markup(template.render(values))  # noqa: S704  (escaped by Jinja)
        has_data = kind.script and placement.live
        return Markup(  # noqa: S704
            self._frame.render(
                **shared,
                kind=kind.name,
                course=self.course,
                address=placed.address,
                was=" ".join(placed.earlier),
                links=" ".join(places[name].names if name in places else name for name in links),
                shown=[(name, context.link(name)) for name in placed.exercise.show],
                plain_title=markdown.plain(placed.exercise.heading()),
                body=body,
                aloud=self.aloud,
                data=has_data and script_json({"spec": values.get("spec", {})}),
            )
        )

    def key(self, placed: Placed, placement: Placement) -> Markup:
        """Give what a room keeps for the end of a workbook: its `key.html.jinja`, or nothing."""
        kind = self.kinds[placed.kind]
        if not (kind.folder / "key.html.jinja").is_file():
            return Markup()
        context = self._context(placed, placement)
        template = self.environment.get_template(f"{kind.name}/key.html.jinja")
        html = template.render(
            exercise=placed.exercise,
            words=context.words,
            inline=context.inline,
            block=context.block,
            **kind.view(placed.exercise, context),
        )
        return Markup(html)  # noqa: S704  (escaped by Jinja)

    def _inputs(self, kind: Kind, context: Context) -> Any:
        """Give the macros of inputs.html.jinja, set up once for a kind and a way to the root."""
        at = (kind.name, context.root)
        if at not in self._macros:
            template = self.environment.get_template("inputs.html.jinja")
            self._macros[at] = template.make_module(
                {"words": context.words, "inline": context.inline}
            )
        return self._macros[at]

    def _context(self, placed: Placed, placement: Placement) -> Context:
        places = {**self.places, **placement.beside} if placement.beside else self.places
        words = self.words(self.kinds[placed.kind])
        return Context(self.language, words, placement.root, places)


def kind_words(kind: Kind, language: str) -> dict[str, str]:
    """Give what a kind says, in its templates and in the browser: shared words and its own."""
    return interface_words([BROWSER_WORDS, kind.folder / "words.yml"], language)


def words_file(kind: str, language: str) -> str:
    """Give where a kind's words stand below our folder, for the browser."""
    return f"words/{kind}.{language}.mjs"


def words_script(kind: Kind, language: str) -> bytes:
    """Give the script that tells a kind's own script its words.

    They stand in a file of their own, so that a phone keeps them once, not with every exercise.
    """
    told = f"{script_json(kind.name)},{script_json(kind_words(kind, language))}"
    return f'import{{tell}}from"../web/exercise.mjs";tell({told});'.encode()


def place(placed: Placed, page: str = "") -> dict[str, Place]:
    """Give an exercise's place by its public id; without a page it is the one it stands on."""
    title = markdown.plain(placed.exercise.heading())
    return {placed.address: Place(title, f"{page}#{placed.exercise.id}", all_names(placed))}


def all_names(placed: Placed) -> str:
    """Give the public id of an exercise and those it had earlier: "module/now,module/earlier"."""
    return ",".join((placed.address, *placed.earlier))


def script_json(data: object) -> Markup:
    """Write data as JSON that can stand in a <script> element whatever it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE_ONES.sub(lambda one: _UNSAFE[one[0]], text))  # noqa: S704
