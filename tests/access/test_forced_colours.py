"""Colours that the reader's system forces: what is chosen, pressed or on is still seen."""

import io

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page

from coursewright.testing.examples import examples_of, installed_kinds
from tests.reading.test_every_kind import open_all

KINDS = list(installed_kinds())
CLEARLY = 96
"""Of 255: how far a point's brightness must change to be noticed."""

ENOUGH = 60
"""Points that change clearly: a tick of this size, or a border that grows, can be seen."""

FIND = """() => {
  const box = "input:is([type=radio], [type=checkbox])";
  const chosen = `label:has(${box}), [aria-pressed], [role=switch]`;
  const seen = new Set();
  for (const one of document.querySelectorAll(`.cw-exercise :is(${chosen})`)) {
    const kind = one.closest(".cw-exercise").dataset.kind;
    const sort = `${kind} ${one.className} ${one.querySelector("input")?.type}`;
    const usable = one.checkVisibility() && !one.querySelector(":disabled") && !one.disabled;
    if (!usable || seen.has(sort) || one.closest("[data-transient]")) continue;
    seen.add(sort);
    one.dataset.tried = seen.size;
  }
  return seen.size;
}"""


def picture(page: Page, control: Locator) -> Image.Image:
    page.mouse.move(0, 0)
    return Image.open(io.BytesIO(control.screenshot(animations="disabled"))).convert("L")


def changed_points(before: Image.Image, after: Image.Image) -> int:
    """How many points look another way; all of them where the size is another."""
    if before.size != after.size:
        return before.width * before.height
    return sum(ImageChops.difference(before, after).histogram()[CLEARLY:])


@pytest.mark.parametrize("kind", KINDS)
def test_a_choice_is_seen(kind, exercise_page):
    """G14 — each sort of choice that a kind has looks another way when it is taken."""
    page = open_all(kind, exercise_page, forced_colors="active", width=360, height=740)
    unseen = []
    for number in range(1, page.evaluate(FIND) + 1):
        control = page.locator(f'[data-tried="{number}"]')
        before = picture(page, control)
        control.click()
        if control.count() == 0 or not control.is_visible():
            continue  # a tap led on to the next step
        points = changed_points(before, picture(page, control))
        if points < ENOUGH:
            unseen.append(f"{control.evaluate('(one) => one.className')}: {points}")
    assert unseen == []


def test_most_kinds_have_something_to_choose():
    """G14 — the search for choices finds them: a room draws them with what all rooms share."""
    drawn = [
        kind
        for kind in KINDS
        for file in installed_kinds()[kind].folder.glob("*.jinja")
        if "cw-option" in file.read_text("utf-8") or "cw-number" in file.read_text("utf-8")
    ]
    assert len(set(drawn)) >= 5
    assert all(examples_of(kind) for kind in KINDS)
