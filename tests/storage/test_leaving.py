"""What was typed a moment ago, when the page goes away."""

import random
from collections.abc import Callable
from typing import Any

import pytest

WAYS: dict[str, Callable[[Any, str], object]] = {
    "close": lambda page, _: page.close(run_before_unload=True),
    "navigate": lambda page, site: page.goto(f"{site}/pages/empty.html"),
    "reload": lambda page, _: page.reload(),
}


@pytest.mark.parametrize("times", range(5))
@pytest.mark.parametrize("way", WAYS)
def test_text_survives_leaving_at_once(open_tab, site, way, times):
    """C2 — close, navigate or reload within 100 ms after typing: the last text is kept."""
    tab = open_tab()
    pause = random.Random(f"{way}{times}").randrange(0, 100)
    tab.type("text", "Første udkast")
    tab.is_saved()
    tab.page.evaluate(
        """async (pause) => {
            const text = document.querySelector("[name=text]");
            text.value = "Det sidste ord";
            text.dispatchEvent(new InputEvent("input", {bubbles: true}));
            const end = performance.now() + pause;
            while (performance.now() < end) await new Promise(requestAnimationFrame);
        }""",
        pause,
    )
    WAYS[way](tab.page, site)
    other = open_tab()
    other.shows("text", "Det sidste ord")
