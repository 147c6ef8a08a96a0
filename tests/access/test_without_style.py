"""A page without its style sheets: in a sensible order, with nothing left out."""

import re

import pytest
from playwright.sync_api import Page

from coursewright.testing.examples import installed_kinds
from coursewright.testing.looking import squeeze, text_of
from tests.access.colours import SOURCES, STYLES
from tests.reading.test_every_kind import FILL, open_all

KINDS = list(installed_kinds())
BARE = """() => {
  for (const sheet of document.querySelectorAll("link[rel=stylesheet], style")) sheet.remove();
}"""

ORDER = """() => [...document.querySelectorAll(".cw-exercise")].flatMap((exercise) => {
  const after = (one, other) => one && other
    && !(one.compareDocumentPosition(other) & (Node.DOCUMENT_POSITION_FOLLOWING | 16));
  const find = (selector) => [...exercise.querySelectorAll(selector)];
  const controls = find("input, select, textarea").filter((one) => one.type !== "hidden");
  const foot = exercise.querySelector(".cw-foot");
  const found = [];
  const title = exercise.querySelector(".cw-kind, .cw-title");
  for (const control of controls) {
    const asked = control.closest("fieldset")?.querySelector("legend") ?? control.labels?.[0];
    if (after(title, control)) found.push(["title", control.name]);
    if (!asked?.contains(control) && after(asked, control)) found.push(["question", control.name]);
    if (foot && after(control, foot)) found.push(["foot", control.name]);
  }
  const results = find("[class$='__result'], .cw-result").filter((one) => one.checkVisibility());
  for (const result of results) {
    if (controls.length && after(controls[0], result)) found.push(["result", result.className]);
    if (foot && after(result, foot)) found.push(["foot", result.className]);
  }
  return found.map(([what, name]) => `${exercise.id}: ${what} comes after ${name}`);
})"""


def lines(page: Page) -> list[str]:
    """Give the lines in sight; a capital letter may be the style's."""
    return [squeeze(line).casefold() for line in text_of(page).splitlines() if line.strip()]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_seen_can_be_read_without_style(kind, exercise_page):
    """G16 — title, question, control, result, foot: in that order; and each line is still there."""
    page = open_all(kind, exercise_page)
    page.evaluate(FILL)
    styled = lines(page)
    page.evaluate(BARE)
    bare = squeeze(" ".join(lines(page)))
    assert [line for line in styled if line not in bare] == []
    assert page.evaluate(ORDER) == []


CONTENT = re.compile(r"""(?<![\w-])content:\s*([^;}]*)""")
TEXT = re.compile(r"[^\W_]")
DRAWN_FOR_PAPER = ("workbook.css", "paper.css")


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.stem)
def test_no_word_stands_in_a_style_sheet(style):
    """G16 — what a style sheet adds is a sign; nothing that has to be read."""
    css = style.read_text("utf-8")
    for said in CONTENT.findall(css):
        strings = re.findall(r'"([^"]*)"', said)
        assert not any(TEXT.search(one) for one in strings), f"{style.name}: {said}"


def test_signs_are_not_read_out():
    """G19 — a sign beside a name is no part of it: «→» would be read out as an arrow."""
    for style in STYLES:
        if style.name in DRAWN_FOR_PAPER:
            continue
        for said in CONTENT.findall(style.read_text("utf-8")):
            sign = re.fullmatch(r'"([^"]+)"', said.strip())
            assert not (sign and sign[1].strip(" .")), f"{style.relative_to(SOURCES)}: {said}"
