"""Whether the exercises of a page are awake: its text is there before their scripts have run."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 10_000
"""Milliseconds that scripts may take to come, however slow the computer."""

STEP = 20
"""Milliseconds between two looks."""

_ASLEEP = """() => [...document.querySelectorAll(".cw-exercise:has(.cw-spec):not([data-state])")]
  .map(({ dataset }) => dataset.exercise)"""


def asleep(page: "Page", patience: int = PATIENCE) -> list[str]:
    """Wait for the scripts; gives the addresses of exercises that still sleep after `patience`."""
    for _ in range(patience // STEP):
        if not page.evaluate(_ASLEEP):
            break
        page.wait_for_timeout(STEP)
    found: list[str] = page.evaluate(_ASLEEP)
    return found
