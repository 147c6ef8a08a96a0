"""Hostile text in every text field of every kind: it is text, with and without the policy."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser
from pydantic import BaseModel, StringConstraints, ValidationError

from coursewright.core.course import Exercise
from coursewright.core.examples import Example
from coursewright.core.kinds import Kind, Kinds
from coursewright.core.source import Listing, read_source
from coursewright.testing import find_example, write_page
from coursewright.testing.examples import examples_of
from coursewright.testing.markup import Element
from coursewright.testing.server import ExampleSite
from coursewright.testing.watch import Watch
from tests.every_kind.rooms import models_of

VECTORS = (
    "<script>ran()</script>",
    "<img src=x onerror=ran()>",
    "<svg onload=ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'>",
    "<details open ontoggle=ran()>",
    "<a href=javascript:ran()>x</a>",
    "[x](javascript:ran())",
    "![x](data:, 'y\" onerror=\"ran()')",
    '"><input autofocus onfocus=ran()>',
    "</script><script>ran()</script>",
    "</textarea></form><style>@import 'javascript:ran()'</style>",
    "{{constructor.constructor('ran()')()}}<math><mtext><script>ran()</script>",
)

TextField = tuple[type, str]
"""A model and the name of one of its fields."""

REFERENCES = {"SortItem": ("category",), "When": ("is_",)}
"""What names something else by its words: never shown, and no problem only where they agree."""

TOGETHER = tuple(" ".join(VECTORS[start : start + 4]) for start in range(0, len(VECTORS), 4))
"""Four to a field: a line of text is long enough for them."""


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the path of every text inside an example."""
    if isinstance(value, str):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    if not isinstance(value, str):
        for step, inside in items:
            yield from leaves(inside, (*path, step))


def changed(value: Any, path: tuple[Any, ...], more: str) -> Any:
    """Give a copy of an example with `more` after the text at `path`."""
    if not path:
        return f"{value} {more}"
    step, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[step] = changed(value[step], tuple(rest), more)
    return copy


TO_A_PAGE = 60

Attack = tuple[str, Example, list[BaseModel]]
"""What was attacked, the example with it, and the models that hold the vectors."""


def attacked(kind: Kind) -> Iterator[Attack]:
    """Give every good example with every vector in every field that takes text."""
    file = kind.folder / "examples.yml"
    data = read_source(file.read_bytes(), file.name).data
    assert data is not None
    seen: set[TextField] = set()
    for entry in data["good"]:
        example = find_example(kind, entry["name"])
        whole = {"exercise": entry["exercise"], "shelf": entry.get("shelf", {})}
        for name, attack, held in attacks(kind, example, whole):
            seen |= {field for model in attack for field in reached(model)}
            yield f"{entry['name']} {name}", replace(example, exercise=held), attack
    yield from too_long(kind, text_fields(kind) - seen)


def attacks(
    kind: Kind, example: Example, whole: dict[str, Any]
) -> Iterator[tuple[str, list[BaseModel], Exercise]]:
    """Give what is still a good exercise: vectors behind all texts that take them, and where they
    are left out.

    One text after the other, so that one which takes none does not keep the others from it.
    """
    for vectors in TOGETHER:
        hostile, worst = whole, read(kind, whole)
        for path in leaves(whole):
            tried = changed(hostile, path, vectors)
            if (attack := read(kind, tried)) and connected(attack, example):
                hostile, worst = tried, attack
        if hostile is not whole and (held := connected(worst, example)):
            yield vectors, worst, held
        left_out = [filled(one, vectors) for one in read(kind, whole)]
        if left_out and (held := connected(left_out, example)):
            yield f"left out: {vectors}", left_out, held


def too_long(kind: Kind, fields: set[TextField]) -> Iterator[Attack]:
    """Give examples whose words have grown past what a picture has room for."""
    for example in examples_of(kind):
        if example.expected or not example.exercise:
            continue
        for vectors in TOGETHER:
            grown = filled(example.exercise, vectors, fields)
            if set(reached(grown)) & fields:
                name = f"{example.name}: too long {vectors}"
                yield name, replace(example, exercise=grown), [grown]


def read(kind: Kind, whole: dict[str, Any]) -> list[BaseModel]:
    """Validate a changed example: the exercise, then its books; [] where it is refused."""
    body = whole["exercise"]
    if isinstance(body, str) and kind.short:
        body = {kind.short: body}
    try:
        books = []
        if kind.shelf:
            books = [kind.shelf.model.model_validate(book) for book in whole["shelf"].values()]
        return [kind.model.model_validate(body), *books]
    except ValidationError:
        return []


def connected(attack: list[BaseModel], example: Example) -> Exercise | None:
    """Give the exercise with all it refers to; None where it has a problem."""
    exercise, *books = attack
    assert isinstance(exercise, Exercise)
    shelf = example.kind.shelf
    shelves = {shelf.folder: {book.bank: book for book in books}} if shelf else {}  # type: ignore[attr-defined]
    if any(finding for book in books for finding in book.findings()):  # type: ignore[attr-defined]
        return None
    resolved, findings = exercise.resolve(shelves)
    others = {placed.address: placed.exercise for placed, _ in example.others}
    if findings or list(exercise.findings()) or not {a for _, a in exercise.links()} <= set(others):
        return None
    whole, findings = resolved.connect(others)
    return None if findings else whole


def filled(value: Any, more: str, fields: set[TextField] | None = None) -> Any:
    """Give a copy with `more` in each text field that was left out; or in those of `fields`."""
    if isinstance(value, list):
        return [filled(inside, more, fields) for inside in value]
    if not isinstance(value, BaseModel):
        return value
    changes = {}
    for name, info in type(value).model_fields.items():
        inside = getattr(value, name)
        if fields is not None and (type(value), name) in fields and isinstance(inside, str):
            changes[name] = f"{inside} {more}"
        elif fields is None and inside is None and takes_text(info.annotation, info.metadata):
            changes[name] = more
        else:
            changes[name] = filled(inside, more, fields)
    return value.model_copy(update=changes)


def text_fields(kind: Kind) -> set[TextField]:
    """Give (model, field) of all text that the kind's models take from an author."""
    return {
        (model, name)
        for model in models_of(kind)
        for name, info in model.model_fields.items()
        if takes_text(info.annotation, info.metadata)
    } - {(model, name) for model in models_of(kind) for name in REFERENCES.get(model.__name__, ())}


def reached(value: Any) -> Iterator[TextField]:
    """Give (model, field) of every field inside that holds a vector."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inside = getattr(value, name)
            if any(text.endswith(TOGETHER) for text in texts(inside)):
                yield from ((model, name) for model in type(value).__mro__)
            yield from reached(inside)
    elif isinstance(value, dict | list | tuple):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from reached(inside)


def texts(value: Any) -> Iterator[str]:
    """Give a field's texts, those in its lists and mappings, but not those of models inside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from texts(inside)


def takes_text(annotation: Any, metadata: Any = ()) -> bool:
    """Whether a field is Markdown of the author's, or a list or mapping of such."""
    marks = (*metadata, *getattr(annotation, "__metadata__", ()))
    inside = getattr(annotation, "__args__", ())
    return any(isinstance(one, StringConstraints) for one in marks) or any(map(takes_text, inside))


def test_every_text_field_is_attacked(kinds: Kinds) -> None:
    """F3 — twelve vectors reach each text field of each kind, also one that no example uses."""
    wanted = {field for kind in kinds.values() for field in text_fields(kind)}
    found = {
        field
        for kind in kinds.values()
        for _, _, models in attacked(kind)
        for model in models
        for field in reached(model)
    }
    assert len(wanted) > 100
    assert {f"{model.__name__}.{name}" for model, name in wanted - found} == set()


@pytest.mark.parametrize("policy", ["with", "without"])
def test_hostile_text_is_text(
    kinds: Kinds, example_site: ExampleSite, browser: Browser, policy: str
) -> None:
    """F3 — twelve vectors in each text field of each kind: none runs, with or without policy."""
    context = browser.new_context(bypass_csp=policy == "without")
    watch = Watch(context, example_site.origin)
    page = context.new_page()
    page.add_init_script("window.ran = () => { window.itRan = true }")
    tried = 0
    for kind in kinds.values():
        found = list(attacked(kind))
        assert len(found) >= 3 * len(TOGETHER), f"{kind.name}: no field took a hostile text"
        tried += len(found)
        for start in range(0, len(found), TO_A_PAGE):
            part = found[start : start + TO_A_PAGE]
            page.goto(example_site.add([hostile for _, hostile, _ in part]))
            page.wait_for_load_state("load")
            assert page.evaluate("window.itRan") is None, [name for name, *_ in part]
            assert page.locator("[onerror], [onload], [onfocus], [ontoggle], iframe").count() == 0
            assert page.locator("a[href^='javascript' i]").count() == 0
            assert page.locator(".cw-exercise").count() == len(part)
    context.close()
    assert tried > 100
    assert watch.problems == []


ODD = '§ __dunder__ 2 * 3 * 4 a_b_c < & "x" {{ 7*7 }} {% x %} ¤'
"""What Markdown, HTML and templates could each take for theirs."""


def odd(kind: Kind) -> Iterator[Example]:
    """Give every good example with odd signs behind all texts that take them."""
    data = read_source((kind.folder / "examples.yml").read_bytes(), kind.name).data
    assert data is not None
    for entry in data["good"]:
        example = find_example(kind, entry["name"])
        whole = {"exercise": entry["exercise"], "shelf": entry.get("shelf", {})}
        held = None
        for path in leaves(whole):
            tried = changed(whole, path, ODD)
            if (attack := read(kind, tried)) and (good := connected(attack, example)):
                whole, held = tried, good
        if held:
            yield replace(example, exercise=held)


def told_by(page: Element) -> Iterator[str]:
    """Give every text and every attribute of a page, but no script."""
    for element in page.walk():
        if element.tag != "script":
            yield from filter(None, element.attributes.values())
            yield from (child for child in element.children if isinstance(child, str))


def test_odd_signs_stay_as_they_are(kinds: Kinds) -> None:
    """B1, B6 — in each text of each kind, wherever it stands on the page: no sign is taken away."""
    for kind in kinds.values():
        shown = 0
        for example in odd(kind):
            for text in told_by(Element.parse(write_page(kinds, [example]))):
                whole = " ".join(text.split())
                shown += whole.count(ODD)
                assert whole.count("§") == whole.count("¤") == whole.count(ODD), whole
        assert shown, f"{kind.name}: no field took the odd signs"


def test_leaves_and_changes() -> None:
    listing = Listing.__new__(Listing)
    list.__init__(listing, ["b", {"c": "d"}])
    data = {"a": listing}
    assert list(leaves(data)) == [("a", 0), ("a", 1, "c")]
    assert changed(data, ("a", 1, "c"), "x") == {"a": ["b", {"c": "d x"}]}
