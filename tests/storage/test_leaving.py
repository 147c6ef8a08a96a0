"""What was typed a moment ago, when the page goes away or was never quite there."""

import random
from collections.abc import Callable
from typing import Any

import pytest

TYPE_AND_WAIT = """async ([text, pause]) => {
    const field = document.querySelector("[name=text]");
    field.value = text;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
    const end = performance.now() + pause;
    while (performance.now() < end) await new Promise(requestAnimationFrame);
}"""
SLOW_TO_OPEN = """
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = (...all) => {
        const request = {};
        globalThis.letThrough = () => {
            const real = open(...all);
            for (const name of ["onupgradeneeded", "onsuccess", "onerror", "onblocked"])
                real[name] = (event) => {
                    request.result = real.readyState === "done" ? real.result : undefined;
                    request[name]?.(event);
                };
        };
        return request;
    };
"""
NEVER_ANSWERS = """
    IDBObjectStore.prototype.getAll = function () {
        this.get("nothing"); // the transaction has something to do, and nobody hears of it
        return {};
    };
"""
HIDE = """() => {
    Object.defineProperty(document, "hidden", {value: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""
WAYS: dict[str, Callable[[Any, str], object]] = {
    "close": lambda page, _: page.close(run_before_unload=True),
    "navigate": lambda page, site: page.goto(f"{site}/pages/empty.html"),
    "reload": lambda page, _: page.reload(),
}


@pytest.mark.parametrize("way", WAYS)
def test_text_survives_leaving_at_once(open_tab, site, way):
    """C2 — close, navigate or reload within 100 ms after typing: the last text is kept, 5 of 5."""
    chance = random.Random(way)
    for time in range(5):
        tab = open_tab()
        tab.is_ready()
        tab.field("text").focus()
        tab.page.evaluate(TYPE_AND_WAIT, [f"Ord nummer {time}", chance.randrange(100)])
        WAYS[way](tab.page, site)
        other = open_tab()
        other.shows("text", f"Ord nummer {time}")
        other.page.close()


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_stored_before_it_was_restored(open_tab, site, way):
    """C3 — page gone before restore finished: the stored answer is not overwritten by blank."""
    tab = open_tab()
    tab.type("text", "Det, jeg skrev i går")
    tab.type("line", "kort")
    tab.is_saved()
    hasty = open_tab(init=NEVER_ANSWERS)
    hasty.type("line", "k")
    hasty.page.evaluate(HIDE)
    assert hasty.field("text").input_value() == ""
    WAYS[way](hasty.page, site)
    assert tab.stored()["modul/en"] == {"text": "Det, jeg skrev i går", "line": "kort"}
    tab.page.reload()
    tab.shows("text", "Det, jeg skrev i går")


def test_text_typed_before_the_restore_meets_the_stored_one(open_tab):
    """C3 — typed while the store is still opening: both texts are there to choose from."""
    tab = open_tab()
    tab.type("text", "Det gamle")
    tab.is_saved()
    hasty = open_tab(init=SLOW_TO_OPEN)
    hasty.type("text", "Det nye")
    hasty.page.evaluate("letThrough()")
    hasty.page.get_by_role("button", name="Brug det andet svar").wait_for()
    assert hasty.field("text").input_value() == "Det nye"
    hasty.page.get_by_role("button", name="Brug det andet svar").click()
    hasty.shows("text", "Det gamle")
    tab.until("document.querySelector('[name=text]').value === 'Det gamle'")


def test_a_page_that_is_only_read_leaves_no_trace(open_tab, site):
    """Reading creates no database: somebody who answers nothing has nothing on the phone."""
    tab = open_tab()
    tab.is_ready()
    assert tab.page.evaluate("indexedDB.databases()") == []
