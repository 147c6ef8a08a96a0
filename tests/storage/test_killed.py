"""The browser is killed while somebody answers."""

import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, expect

from coursewright.testing.chromium import find_chromium, launch_arguments

SEEDS = 20


@contextmanager
def _browser(playwright: Playwright, profile: Path) -> Iterator[tuple[Page, Any]]:
    """A Chromium process group of our own, and a page in it; killed at the end, never closed."""
    port_file = profile / "DevToolsActivePort"
    port_file.unlink(missing_ok=True)
    where = [f"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank"]
    process = subprocess.Popen(  # a session of its own, so that all of it can be killed at once
        [find_chromium(), "--headless", *launch_arguments(), *where],
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    try:
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{_port(port_file)}")
        yield browser.contexts[0].pages[0], process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _port(file: Path) -> str:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        lines = file.read_text().splitlines() if file.exists() else []
        if lines and lines[0]:
            return lines[0]
        time.sleep(0.02)  # another program writes this file; there is no event to wait for
    raise TimeoutError(file)


def _open(page: Page, address: str) -> None:
    """Open the page, and once more where the dead browser's lock still lies on the storage."""
    page.goto(address)
    page.locator("[data-state]").wait_for(state="attached")
    if page.locator('.cw-notice[data-role="blocked"]').count():
        page.reload()
        page.locator("[data-state]").wait_for(state="attached")


def _acknowledged(page: Page, seed: int) -> dict[str, str]:
    """Let the page work until it has said «Gemt» a few times, and give what it said last."""
    said: list[dict[str, str]] = []
    page.on("console", lambda message: _hear(message.text, said))
    enough = random.Random(seed).randrange(1, 8)
    page.evaluate("(seed) => window.begin(seed)", seed)
    while len(said) < enough:
        page.wait_for_event("console", timeout=10_000)
    page.wait_for_timeout(random.Random(-seed).randrange(60))  # when it dies is the test's input
    return said[-1]


def _hear(text: str, said: list[dict[str, str]]) -> None:
    kind, _, values = text.partition(" ")
    if kind == "stored":
        said.append(json.loads(values))


def _number(text: str) -> int:
    return int(text.removeprefix("ord "))


def test_what_was_called_stored_survives_a_kill(playwright, site, tmp_path):
    """C1 — browser SIGKILL at random times, 20 seeds: every answer marked «Gemt» is there."""
    said: dict[str, str] = {}
    for seed in range(1, SEEDS + 2):
        with _browser(playwright, tmp_path) as (page, process):
            _open(page, f"{site}/pages/diligent.html")
            if said:  # it says so again as soon as it has looked at what is stored
                expect(page.locator('[data-role="saved"]')).not_to_be_empty(timeout=20_000)
            kept = page.evaluate("document.querySelector('cw-sample').values()")
            for field in set(said) - {"value"}:
                assert _number(kept[field]) >= _number(said[field]), f"seed {seed - 1}"
            assert set(said) <= set(kept)
            said = _acknowledged(page, seed) if seed <= SEEDS else {}
            assert process.poll() is None
    assert kept
