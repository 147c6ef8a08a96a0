"""Without scripts, on the screen and on paper: all there is to read is there."""

from collections.abc import Iterator

import pytest
from markupsafe import Markup
from playwright.sync_api import Page

from coursewright.core.examples import Example
from coursewright.render import markdown
from coursewright.testing.examples import examples_of, installed_kinds
from coursewright.testing.looking import squeeze

_READABLE = """() => Array.from(document.querySelectorAll(".cw-exercise"), (exercise) => {
  const parts = [...exercise.querySelectorAll(".cw-form > :not(.cw-announce)")]
    .filter((one) => one.checkVisibility()).map((one) => one.innerText);
  const buttons = Array.from(exercise.querySelectorAll("button"),
    (one) => `${one.textContent} ${one.dataset.title ?? ""}`);
  return [...parts, ...buttons].join("\\n");
})"""
"""Of each exercise what is seen, and what its buttons say and call what they make."""

_OUT_OF_USE = """() => Array.from(document.querySelectorAll(
    ".cw-form :is(input:not([type=hidden]), select, textarea)"))
  .filter((one) => one.disabled || !one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.outerHTML.slice(0, 160))"""


def texts_in(value: object) -> Iterator[str]:
    """Give every text a person wrote somewhere inside: what has a space is no id and no number."""
    if isinstance(value, str) and " " in value:
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from texts_in(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from texts_in(inside)


def pieces_of(text: str) -> Iterator[str]:
    """Give a text as it reads, in pieces: lines apart, and split where a number is put in."""
    for line in str(markdown.block(text)).split("\n"):
        plain = Markup(line).striptags()
        for part in plain.replace("}", "{").split("{")[::2]:
            if part.strip(" .,:;?!"):
                yield squeeze(part)


def missing_from(page: Page, examples: list[Example]) -> list[tuple[str, str]]:
    """Give (example, piece of a text) of all that cannot be read in the example's own place."""
    seen = page.evaluate(_READABLE)
    assert len(seen) == len(examples)
    return [
        (example.name, piece)
        for example, text in zip(examples, map(squeeze, seen), strict=True)
        for written in texts_in(example.exercise.model_dump(exclude={"tool"}))
        for piece in pieces_of(written)
        if piece not in text
    ]


@pytest.mark.parametrize("kind", installed_kinds())
def test_without_scripts_everything_can_be_read_filled_in_and_printed(kind, exercise_page):
    """G15, G17: a plain form, no button that does nothing, and on paper nothing to open."""
    examples = [example for example in examples_of(kind) if not example.expected]
    page = exercise_page(examples, scripts=False, language="da", color_scheme="dark")
    assert page.locator(".cw-exercise button:visible").count() == 0
    assert page.evaluate(_OUT_OF_USE) == []
    page.emulate_media(media="print")
    assert missing_from(page, examples) == []
    page.emulate_media(media="screen")
    for summary in page.locator(".cw-exercise summary").all():
        summary.click()
    assert missing_from(page, examples) == []
