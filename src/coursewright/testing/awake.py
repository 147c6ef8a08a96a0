"""Whether the exercises of a page are awake: its text is there before their scripts have run."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

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


@contextmanager
def before_script(page: "Page", script: str) -> Iterator[None]:
    """Load a page anew and hold a script back: what is done inside happens before it comes.

    script: a pattern of its address, as Playwright's `route` takes it.
    """
    held: list[Route] = []

    def hold(route: "Route") -> None:
        held.append(route)

    page.route(script, hold)
    with page.expect_request(script):
        page.reload(wait_until="commit")
    yield
    held[0].continue_()
