"""Without scripts, on the screen and on paper: all there is to read is there."""

from collections.abc import Iterator

from markupsafe import Markup

from coursewright.render import markdown
from coursewright.testing import every_good_example
from coursewright.testing.looking import squeeze, text_of

_BUTTONS = """() => Array.from(document.querySelectorAll(".cw-exercise button"))
  .map((one) => `${one.textContent} ${one.dataset.title ?? ""}`).join("\\n")"""
"""What buttons say, and what they call what they make: neither is of use without scripts."""


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


def missing_from(page, example) -> list[str]:
    readable = squeeze(f"{text_of(page)} {page.evaluate(_BUTTONS)}")
    written = texts_in(example.exercise.model_dump(exclude={"tool"}))
    return [piece for one in written for piece in pieces_of(one) if piece not in readable]


@every_good_example()
def test_without_scripts_everything_can_be_read_filled_in_and_printed(example, exercise_page):
    """G15, G17: a plain form, no button that does nothing, and on paper nothing to open."""
    page = exercise_page(example, scripts=False, language="da", color_scheme="dark")
    assert page.locator(".cw-exercise button:visible").count() == 0
    controls = page.locator(".cw-form :is(input:not([type=hidden]), select, textarea)")
    for control in controls.all():
        assert control.is_visible()
        assert control.is_enabled()
    page.emulate_media(media="print")
    assert missing_from(page, example) == []
    page.emulate_media(media="screen")
    for summary in page.locator(".cw-exercise summary").all():
        summary.click()
    assert missing_from(page, example) == []
