"""Every kind of exercise: all of it can be heard, and it fits at the largest setting."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route

from coursewright.render.fonts import font_files
from coursewright.render.reading import reading_words
from coursewright.testing.examples import examples_of, installed_kinds
from coursewright.testing.looking import squeeze, text_of
from tests.every_kind.test_paper import pieces_of, texts_in

SPOKEN = """async (words) => {
  const { passagesIn } = await import("/assets/coursewright/web/spoken.mjs");
  return passagesIn(document.querySelector("main"), words).map(({ text }) => text);
}"""

FILL = """() => {
  const shown = [...document.querySelectorAll(".cw-form :is(input, textarea, select)")]
    .filter((one) => one.checkVisibility() && !one.disabled && !one.closest("[data-transient]"));
  let written = 0;
  for (const one of shown) {
    if (one.type === "checkbox" || one.type === "radio") one.click();
    else if (one.localName === "select") one.selectedIndex = 1;
    else if (one.matches("textarea, [type=text]")) one.value = `Mit svar ${(written += 1)}x`;
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""

SEEN = """() => [...document.querySelectorAll(".cw-form :is(textarea, input[type=text])")]
  .filter((one) => one.checkVisibility() && one.value).map(({ value }) => value)"""

CHOSEN = """() => new Set([...document.querySelectorAll(".cw-form :checked:is(input)")]
  .filter((one) => one.checkVisibility() && one.labels[0]?.checkVisibility()
    && one.labels[0].innerText.trim() && !one.closest("[data-transient]"))
  .map((one) => `${one.name} ${one.value}`)).size"""

LARGEST = """async () => {
  const { wear } = await import("/assets/coursewright/web/fetched.mjs");
  await wear("reading.css");
  const largest = { cwSize: "160", cwSpace: "most", cwFont: "legible" };
  Object.assign(document.documentElement.dataset, largest);
  await document.fonts.load('400 16px "Atkinson Hyperlegible"');
  await document.fonts.load('700 16px "Atkinson Hyperlegible"');
}"""

KINDS = list(installed_kinds())


BUTTONS = """() => [...document.querySelectorAll(".cw-form .cw-button")]
  .map(({ textContent }) => textContent).join(" ")"""


def spoken(page: Page) -> str:
    texts: list[str] = page.evaluate(SPOKEN, reading_words("da"))
    return squeeze(" ".join(texts))


def author_texts(kind: str) -> list[str]:
    """Give every text of the kind's good examples, in pieces as they are shown."""
    good = [example for example in examples_of(kind) if not example.expected]
    written = [text for one in good for text in texts_in(one.exercise.model_dump(exclude={"tool"}))]
    return [piece for text in written for piece in pieces_of(text)]


def unheard(page: Page, pieces: list[str]) -> list[str]:
    """Give what a reader sees of an author's text, outside of buttons, and does not hear."""
    seen, heard = squeeze(text_of(page)), f"{spoken(page)} {squeeze(page.evaluate(BUTTONS))}"
    return [piece for piece in pieces if piece in seen and piece not in heard]


def open_all(kind: str, exercise_page: Any, **how: Any) -> Page:
    good = [example for example in examples_of(kind) if not example.expected]
    page: Page = exercise_page(good, language="da", **how)
    page.wait_for_function(
        "() => [...document.querySelectorAll('.cw-exercise')]"
        ".every((one) => !one.querySelector('.cw-spec') || one.dataset.state)"
    )
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_seen_is_heard(kind: str, exercise_page: Any) -> None:
    """Questions, options and texts; then the reader's own answers and what they chose."""
    page = open_all(kind, exercise_page)
    pieces = author_texts(kind)
    assert unheard(page, pieces) == []
    page.evaluate(FILL)
    assert unheard(page, pieces) == []
    heard = spoken(page)
    assert [text for text in page.evaluate(SEEN) if text not in heard] == []
    assert heard.count(", valgt") + heard.count("Du har valgt") >= page.evaluate(CHOSEN)
    for silent in ("Gemt på denne telefon", "Svar igen", "Kopiér svarene"):
        assert silent not in heard


def test_a_gap_is_heard_where_it_stands(exercise_page: Any) -> None:
    """A sentence with a hole is not read as if there were none, whatever fills the hole."""
    page = open_all("quiz", exercise_page)
    assert spoken(page).count("(tomt felt)") == page.locator(".cw-quiz__gap").count() > 0


def font(route: Route) -> None:
    name = route.request.url.rpartition("/")[2]
    route.fulfill(body=font_files()[name], content_type="font/woff2")


@pytest.mark.parametrize("kind", KINDS)
def test_it_fits_at_the_largest_setting(kind: str, exercise_page: Any) -> None:
    """G12 — the largest text, the most room, the other font: nothing scrolls sideways at 320 px."""
    page = open_all(kind, exercise_page, width=320, height=640)
    page.route("**/fonts/*.woff2", font)
    page.evaluate(FILL)
    page.evaluate(LARGEST)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
