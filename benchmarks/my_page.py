"""How soon a full «Min side» opens: `uv run python -m benchmarks.my_page`.

A course of six modules is built as trainers build theirs. A thousand answers and seven hundred
attempts of half a year lie in the answer store: scales and checklists answered again and again,
worksheets with dates in several versions, a long logbook, and an exercise that is gone. Chromium
runs four times slower. Each figure is the best of three visits with an empty cache, and of three
with a full one; the same page with nothing answered stands beside it. What the page's process
works until then is counted, too: that moves less when the machine has other things to do.
"""

import argparse
import gzip
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.courses import checklist, scale, words, write_module, write_site
from benchmarks.page import PHONE, served
from benchmarks.pages import COMMAND, QUIET
from benchmarks.store import SLOWER, slow_down
from coursewright.testing.chromium import find_chromium, launch_arguments

MODULES = [f"module-{number}" for number in range(1, 7)]
LESSONS = 8
ROUNDS = 6
FILL = """async ([modules, lessons, rounds, wanted]) => {
    const { AnswerStore } = await import("../assets/coursewright/web/store.mjs");
    const store = AnswerStore.for("benchmark");
    const text = "ord og flere ord, som man skriver dem i en plan, ".repeat(4);
    const day = (n) => new Date(Date.now() + n * 864e5).toISOString().slice(0, 10);
    let [id, count] = [0, 0];
    const attempt = (exercise, n, result) => ({ id: `a${id += 1}`, exercise, round: n + 1,
        at: new Date(Date.now() - (400 - id % 300) * 36e5).toISOString(), version: "v",
        response: {}, result });
    const save = (exercise, values, attempts) => {
        const changes = Object.entries(values).map(([field, value]) =>
            ({ field, value, typed: true }));
        count += changes.length;
        return store.save(exercise, { round: rounds, title: exercise, changes, attempts });
    };
    const times = (exercise, result) => [...Array(rounds).keys()].map((n) =>
        attempt(exercise, n, result(n)));
    for (const m of modules) for (let n = 1; n <= lessons; n += 1) {
        const [ends, at] = [{ from: 1, to: 10 }, `${m}/scale-${n}`];
        await save(at, { value: "7", [`scale-${n}-hvorfor`]: text },
            times(at, (k) => ({ text: `${k + 3} af 10`, value: k + 3, ...ends })));
        const list = `${m}/list-${n}`;
        const rated = Object.fromEntries([1, 2, 3, 4, 5].map((k) => [`list-${n}-${k}`, "4"]));
        const parts = ["Lytter", "Spørger", "Opsummerer"];
        const profile = (k) => parts.map((title) => ({ title, value: 2 + k / 3, from: 1, to: 5 }));
        await save(list, rated, times(list, (k) =>
            ({ text: `${10 + k} af 25`, value: 10 + k, from: 5, to: 25, parts: profile(k) })));
        const plan = `${m}/plan-${n}`;
        const lines = [{ title: "Hvad?", text }, { title: "Hvem?", text }];
        await save(plan, { what: text, who: text, when: day(n * 3 + 1) },
            times(plan, () => ({ text: "3 af 3", lines })).slice(0, 3));
    }
    const log = "module-1/log";
    const entries = Math.floor((wanted - count - 1) / 2);
    const days = [...Array(entries).keys()];
    const told = { text: `${entries} gange`, lines: days.map((n) => ({ title: day(-n), text })) };
    await save(log, Object.fromEntries(days.flatMap((n) =>
        [[`entry.r${n}.date`, day(-n)], [`entry.r${n}.note`, text]])), [attempt(log, 0, told)]);
    await save("module-1/gone", { text }, []);
    return [count, id];
}"""
# Milliseconds since the page began, once this is on it and painted.
SEEN = """(selector) => new Promise((resolve) => {
    const look = () => document.querySelector(selector)
        ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
        : requestAnimationFrame(look);
    look();
})"""
EMPTY = "[data-part=begin]:not([hidden])"
NEXT = ".cw-my-step--first"
WHOLE = "[data-role=contents]:not([hidden])"


def write_notebook_course(folder: Path) -> None:
    """Write the course: in each lesson a scale, a checklist and a plan; a logbook in the first."""
    write_site(folder, MODULES)
    for module in MODULES:
        lessons = [_lesson(number) for number in range(1, LESSONS + 1)]
        if module == MODULES[0]:
            fields = [{"id": "note", "ask": "Hvad lagde du mærke til?", "answer": "long"}]
            log = {"id": "log", "title": "Min logbog", "every": "week", "fields": fields}
            lessons[0]["blocks"].append({"logbook": log})
        write_module(folder, module, lessons)


def _lesson(number: int) -> dict[str, Any]:
    fields = [
        {"id": "what", "ask": "Hvad?", "answer": "long"},
        {"id": "who", "ask": "Hvem?"},
        {"id": "when", "ask": "Hvornår?", "answer": "date", "what": "what"},
    ]
    return {
        "lesson": f"lesson-{number}",
        "title": f"Lektion {number}",
        "minutes": 6,
        "blocks": [
            {"text": words(50, number)},
            {"scale": scale(f"scale-{number}")},
            {"checklist": checklist(f"list-{number}", 5)},
            {"worksheet": {"id": f"plan-{number}", "title": "Min plan", "fields": fields}},
        ],
        "try_it": words(20, number),
    }


def measure(page: Page, address: str, answers: int, slower: int) -> dict[str, str]:
    """Give each figure in words, after what it is."""
    slow_down(page, slower)
    told = {"with nothing answered": _opened(page, address, EMPTY)}
    stored, attempts = page.evaluate(FILL, [MODULES, LESSONS, ROUNDS, answers])
    told["answers, attempts"] = f"{stored:,}, {attempts:,}"
    told["the next step"] = _opened(page, address, NEXT)
    told["all that is open"] = _opened(page, address, WHOLE)
    told["work for all of it"] = _worked(page, address, WHOLE)
    told["elements on the page"] = f"{page.evaluate('document.all.length'):,}"
    return told


def _opened(page: Page, address: str, selector: str) -> str:
    """Give how long the page takes, cache empty and full: the best of three each."""
    times: dict[bool, list[float]] = {True: [], False: []}
    for fresh in (True, False, True, False, True, False):
        if fresh:
            page.context.new_cdp_session(page).send("Network.clearBrowserCache")
        page.goto(address, wait_until="commit")
        times[fresh].append(page.evaluate(SEEN, selector))
    return f"{min(times[True]):.0f} ms, then {min(times[False]):.0f} ms"


def _worked(page: Page, address: str, selector: str) -> str:
    """Give how long pages' processes work, in their own time and not slowed: the least of five."""
    slow_down(page, 1)
    browser = page.context.browser
    assert browser
    session = browser.new_browser_cdp_session()
    works = []
    for _ in range(5):
        before = _worked_so_far(session)
        page.goto(address, wait_until="commit")
        page.evaluate(SEEN, selector)
        after = _worked_so_far(session)
        works.append(sum(time - before.get(process, 0) for process, time in after.items()))
    return f"{min(works) * 1000:.0f} ms of the processor"


def _worked_so_far(session: CDPSession) -> dict[int, float]:
    """Give seconds of the processor for each process that shows pages."""
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return {each["id"]: each["cpuTime"] for each in processes if each["type"] == "renderer"}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--slower", type=int, default=SLOWER, help="times")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        write_notebook_course(folder)
        subprocess.run(COMMAND, cwd=folder, env=os.environ | QUIET, check=True)
        html = (folder / "site" / "min-side" / "index.html").read_bytes()
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=launch_arguments()
        )
        with served(folder / "site") as root:
            page = browser.new_page(viewport=PHONE)
            told = measure(page, f"{root}min-side/", chosen.answers, chosen.slower)
        browser.close()
    told["HTML, gzip"] = f"{len(gzip.compress(html, 9)):,} bytes"
    for what, figure in told.items():
        print(f"{what:34} {figure}")


if __name__ == "__main__":
    main()
