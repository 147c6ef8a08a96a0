"""From save to screen: `uv run python -m benchmarks.serve`.

A course of a hundred lessons is served, by `coursewright serve` and by plain `mkdocs serve`, and
Chromium looks at one lesson. A word of its title is changed in the YAML file; the clock stops when
the browser has painted the largest text of the page with the new word, as it tells itself. Median
and longest of so many saves; the time from the start to the first page stands beside them.
"""

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.build import QUIET
from benchmarks.courses import write_course
from coursewright.testing.answering import wait_for
from coursewright.testing.chromium import find_chromium, launch_arguments

SERVERS = {
    "coursewright serve": ["coursewright", "serve", "--port"],
    "mkdocs serve": ["mkdocs", "serve", "--quiet", "--dev-addr"],
}
PAGE = "module-1/lesson-1/"
MODULE = Path("content") / "modules" / "module-1.yml"
WORD = "Lesson 1 of module-1"
PATIENCE = 120
PAINTED = """() => new Promise((told) => {
  const tell = (all) => told(performance.timeOrigin + all.getEntries().at(-1).startTime);
  new PerformanceObserver(tell).observe({ type: "largest-contentful-paint", buffered: true });
})"""
"""When the page's largest text was painted, in milliseconds since 1970."""

QUIET_SECONDS = 4
"""Between two saves: somebody writes, and the server may do what it does when nobody saves."""


@dataclass(frozen=True)
class Run:
    """Seconds: to the first page, and from each save to the screen."""

    first: float
    saves: list[float]


@contextmanager
def serving(folder: Path, words: list[str]) -> Iterator[str]:
    """Run a server on a free port; gives the course's address."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = f"127.0.0.1:{port}" if words[-1] == "--dev-addr" else str(port)
    command = [sys.executable, "-m", *words, place]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | QUIET,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            yield f"http://127.0.0.1:{port}/coursewright/"
        finally:
            server.terminate()


def save(page: Page, file: Path, number: int) -> float:
    """Change a word, and give the seconds until it is on the screen."""
    text = file.read_text("utf-8")
    file.write_text(text.replace(WORD, f"{WORD} {number}", 1), encoding="utf-8")
    start = time.time()
    page.get_by_text(f"{WORD} {number}").first.wait_for(timeout=PATIENCE * 1000)
    seconds = float(page.evaluate(PAINTED)) / 1000 - start
    file.write_text(text, encoding="utf-8")
    page.get_by_text(f"{WORD} {number}").first.wait_for(state="detached")
    return seconds


def measure(folder: Path, words: list[str], page: Page, times: int) -> Run:
    """Serve a course and save it so many times."""
    start = time.perf_counter()
    with serving(folder, words) as address:
        wait_for(address + PAGE, PATIENCE)
        first = time.perf_counter() - start
        page.goto(address + PAGE)
        saves = []
        for number in range(times):
            time.sleep(QUIET_SECONDS)
            saves.append(save(page, folder / MODULE, number))
        page.goto("about:blank")
    return Run(first, saves)


def main() -> None:
    """Print a line for each server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lessons", type=int, default=100)
    parser.add_argument("--times", type=int, default=7, help="saves with each server")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        write_course(folder, chosen.lessons)
        arguments = launch_arguments()
        browser = driver.chromium.launch(executable_path=str(find_chromium()), args=arguments)
        print(f"{'':20} {'start':>7} {'median':>7} {'longest':>8}")
        for server, words in SERVERS.items():
            run = measure(folder, words, browser.new_page(), chosen.times)
            middle, longest = statistics.median(run.saves), max(run.saves)
            print(f"{server:20} {run.first:6.2f}s {middle:6.2f}s {longest:7.2f}s")


if __name__ == "__main__":
    main()
