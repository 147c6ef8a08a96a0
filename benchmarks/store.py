"""What a full phone costs: `uv run python -m benchmarks.store`.

A thousand entries of 2,000 characters lie in the answer store, as answers and as attempts. Chromium
runs four times slower. It prints how long an exercise takes to show its history, what a key costs
while typing, and the time from a tap to «Gemt».
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.page import PHONE, served
from coursewright.testing.chromium import find_chromium, launch_arguments

WEB = Path(__file__).parents[1] / "src" / "coursewright" / "web"
ENTRIES = 1000
CHARACTERS = 2000
SLOWER = 4
KEYS = 60
TAPS = 20
STYLES = "".join(f'<link rel="stylesheet" href="web/{n}.css">' for n in ("tokens", "base", "site"))
HEAD = f'<!doctype html><html lang="da"><meta charset="utf-8"><title>x</title>{STYLES}'
WORDS = '{"words": {"saved": "Gemt"}}'
SPEC = f'<script type="application/json" class="cw-spec">{WORDS}</script>'
EXERCISE = f"""{HEAD}<script type="module" src="entry.mjs"></script>
<cw-entry class="cw-exercise" data-course="c" data-exercise="m/log" data-version="v"><form>
<textarea name="new"></textarea>
<input type="radio" name="value" value="1"><input type="radio" name="value" value="2">
<p data-role="saved"></p></form>{SPEC}</cw-entry>"""
ROOM = """import { Exercise, define } from "./web/exercise.mjs";
define("entry", class extends Exercise {
    result() { return this.values().value ? { text: this.values().value } : null; }
});"""
FILL = """async ([entries, characters]) => {
    const { AnswerStore } = await import("./web/store.mjs");
    const text = "ord og ".repeat(characters / 7);
    const numbers = [...Array(entries).keys()];
    const changes = numbers.map((n) => ({ field: `f${n}`, value: `${n} ${text}`, typed: true }));
    const attempts = numbers.map((n) => ({ id: `a${n}`, exercise: "m/log", round: n + 1,
        at: "2024-11-03T12:00:00Z", version: "v", response: { text }, result: { text } }));
    await AnswerStore.for("c").save("m/log", { round: entries, changes, attempts });
}"""
# Milliseconds since the page began, once its history is there.
RESTORED = """(count) => new Promise((resolve) => {
    const look = () => document.querySelector("cw-entry").attempts?.length >= count
        ? resolve(performance.now()) : requestAnimationFrame(look);
    look();
})"""
WATCH_KEYS = """() => {
    globalThis.keys = [];
    new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries())
            if (name === "keydown") keys.push(duration);
    }).observe({ type: "event", durationThreshold: 16 });
}"""
TAP = """() => new Promise((resolve) => {
    const line = document.querySelector("[data-role=saved]");
    const from = performance.now();
    const observer = new MutationObserver(() => {
        if (!line.textContent) return;
        observer.disconnect();
        resolve(performance.now() - from);
    });
    observer.observe(line, { childList: true });
    document.querySelector("[name=value]:not(:checked)").click();
})"""


@contextmanager
def phone() -> Iterator[tuple[Page, str]]:
    """Give a page, and the address of a small site with the shared scripts."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        shutil.copytree(WEB, site / "web")
        (site / "entry.mjs").write_text(ROOM, "utf-8")
        (site / "exercise.html").write_text(EXERCISE, "utf-8")
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=launch_arguments()
        )
        with served(site) as root:
            yield browser.new_page(viewport=PHONE), root
        browser.close()


def slow_down(page: Page, times: int) -> None:
    """Make the page's processor so many times slower."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def type_keys(page: Page) -> list[float]:
    """Type into the exercise; give milliseconds from each key to the next picture.

    The browser reports these in steps of 8, and none that are below 16.
    """
    page.evaluate(WATCH_KEYS)
    page.locator("[name=new]").press_sequentially("ny linje i loggen " * (KEYS // 18), delay=60)
    page.wait_for_timeout(500)
    return [float(key) for key in page.evaluate("keys")] or [16.0]


def measure(entries: int, slower: int) -> dict[str, str]:
    """Give each figure in words, after what it is."""
    with phone() as (page, root):
        page.goto(root + "exercise.html")
        page.evaluate(FILL, [entries, CHARACTERS])
        slow_down(page, slower)
        page.goto(root + "exercise.html")
        history = page.evaluate(RESTORED, entries)
        keys = type_keys(page)
        taps = [float(page.evaluate(TAP)) for _ in range(TAPS)]
    return {
        "exercise, history there (bar 1000)": f"{history:.0f} ms",
        "a key, median and longest (bar 50)": spread(keys),
        "tap to «Gemt», median and longest (bar 100)": spread(taps),
    }


def spread(times: list[float]) -> str:
    """Give the median and the longest of some times."""
    return f"{statistics.median(times):.0f} ms, {max(times):.0f} ms"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--slower", type=int, default=SLOWER)
    options = parser.parse_args()
    figures = measure(options.entries, options.slower)
    print(f"{options.entries} entries of {CHARACTERS} characters, {options.slower} times slower")
    for what, figure in figures.items():
        print(f"{what:48}{figure}")


if __name__ == "__main__":
    main()
