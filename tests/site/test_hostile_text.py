"""Hostile text in every text field of every kind: it is text, with and without the policy."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser
from pydantic import ValidationError

from coursewright.core.course import Exercise
from coursewright.core.examples import Example
from coursewright.core.kinds import Kind, Kinds
from coursewright.core.source import Listing, Record, read_source
from coursewright.testing import find_example
from coursewright.testing.server import ExampleSite
from coursewright.testing.watch import Watch

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


def attacked(kind: Kind) -> Iterator[tuple[str, Example]]:
    """Give every good example with every vector in every field that takes text."""
    file = kind.folder / "examples.yml"
    data = read_source(file.read_bytes(), file.name).data
    assert data is not None
    for entry in data["good"]:
        example = find_example(kind, entry["name"])
        shelf = entry.get("shelf", Record.__new__(Record))
        whole = {"exercise": entry["exercise"], "shelf": shelf}
        for path in leaves(whole):
            for vectors in TOGETHER:
                exercise = read(kind, changed(whole, path, vectors), example)
                if exercise is not None:
                    name = f"{entry['name']} {path} {vectors}"
                    yield name, replace(example, exercise=exercise)


def read(kind: Kind, whole: dict[str, Any], example: Example) -> Exercise | None:
    """Validate a changed example; None where the field does not take such a text."""
    body = whole["exercise"]
    if isinstance(body, str) and kind.short:
        body = {kind.short: body}
    try:
        exercise = kind.model.model_validate(body)
        shelves = {}
        if kind.shelf:
            model = kind.shelf.model
            books = {name: model.model_validate(book) for name, book in whole["shelf"].items()}
            shelves = {kind.shelf.folder: books}
            if any(finding for book in books.values() for finding in book.findings()):
                return None
    except ValidationError:
        return None
    resolved, findings = exercise.resolve(shelves)
    others = {placed.address: placed.exercise for placed, _ in example.others}
    if findings or list(exercise.findings()) or not {a for _, a in exercise.links()} <= set(others):
        return None
    connected, findings = resolved.connect(others)
    return None if findings else connected


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
        for start in range(0, len(found), 60):
            part = found[start : start + 60]
            page.goto(example_site.add([hostile for _, hostile in part]))
            page.wait_for_load_state("load")
            assert page.evaluate("window.itRan") is None, [name for name, _ in part]
            assert page.locator("[onerror], [onload], [onfocus], [ontoggle], iframe").count() == 0
            assert page.locator("a[href^='javascript' i]").count() == 0
            assert page.locator(".cw-exercise").count() == len(part)
    context.close()
    assert tried > 100
    assert watch.problems == []


def test_leaves_and_changes() -> None:
    listing = Listing.__new__(Listing)
    list.__init__(listing, ["b", {"c": "d"}])
    data = {"a": listing}
    assert list(leaves(data)) == [("a", 0), ("a", 1, "c")]
    assert changed(data, ("a", 1, "c"), "x") == {"a": ["b", {"c": "d x"}]}
