"""How long a build takes, and how much memory: `uv run python -m benchmarks.build`.

Each size is built cold, in a process of its own. Beside the clock stands the processor's time,
which moves less when the machine has other things to do; time per lesson is made from it. `ratio`
compares that with 300 lessons (or the smallest size built): 1.0 is linear growth. Memory is that of
all processes of a build together, where the system tells what they share. After each size stands
plain Material, with as many pages of the same 150 words and without exercises.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.courses import write_course, write_plain_course
from benchmarks.pages import COMMAND, QUIET

SIZES = [100, 300, 1000, 3000]
COMPARED = 300
COMPILED = {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), "coursewright-compiled"))}
ENVIRONMENT = os.environ | QUIET | COMPILED | {"PYTHONDONTWRITEBYTECODE": ""}
LOOK = 0.2
"""Seconds between two looks at the memory."""

KIBIBYTES = 1 if sys.platform == "linux" else 1024


@dataclass(frozen=True)
class Run:
    """One cold build. seconds: by the clock. busy: seconds of the processor. megabytes: at most."""

    lessons: int
    seconds: float
    busy: float
    megabytes: float

    @property
    def per_lesson(self) -> float:
        """Milliseconds of the processor for each lesson."""
        return self.busy / self.lessons * 1000


def measure(lessons: int, write: Callable[[Path, int], None] = write_course) -> Run:
    """Write a course, build it in a process of its own, and take its time and memory.

    Python's own files are compiled beforehand, as on every machine that has built before.
    """
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), lessons)
        start = time.perf_counter()
        process = subprocess.Popen(COMMAND, cwd=folder, env=ENVIRONMENT)
        with _watching(process.pid) as seen:
            _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"The build of {lessons} lessons failed.")
    busy = used.ru_utime + used.ru_stime
    megabytes = max(seen, default=used.ru_maxrss / KIBIBYTES / 1024)
    return Run(lessons, seconds, busy, megabytes)


@contextmanager
def _watching(process: int) -> Iterator[list[float]]:
    """Note every now and then how many megabytes a process and those it began have together."""
    seen: list[float] = []
    over = threading.Event()

    def note() -> None:
        while not over.wait(LOOK):
            with suppress(OSError):
                seen.append(sum(map(_share, (process, *_begun_by(process)))))

    watcher = threading.Thread(target=note)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def _begun_by(process: int) -> list[int]:
    return [
        int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()
    ]


def _share(process: int) -> float:
    """Give a process's megabytes; what several share is divided by their number (Linux)."""
    facts = Path(f"/proc/{process}/smaps_rollup").read_text()
    return (
        next(int(line.split()[1]) for line in facts.splitlines() if line.startswith("Pss:")) / 1024
    )


def main() -> None:
    """Print a line for each size: the best of so many builds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="lessons")
    parser.add_argument("--times", type=int, default=1, help="builds of each size")
    chosen = parser.parse_args()
    measure(1)
    heads = f"{'seconds':>8} {'busy':>7} {'MB':>6} {'ms/lesson':>10} {'ratio':>6}"
    print(f"{'lessons':>8} {heads}   plain Material: {heads}")
    bases: list[Run] = []
    for size in sorted(chosen.sizes):
        best = [_best(size, write, chosen.times) for write in (write_course, write_plain_course)]
        if not bases or size == COMPARED:
            bases = best
        columns = [_columns(run, base) for run, base in zip(best, bases, strict=True)]
        print(f"{size:8} {columns[0]}                   {columns[1]}", flush=True)


def _best(size: int, write: Callable[[Path, int], None], times: int) -> Run:
    return min((measure(size, write) for _ in range(times)), key=lambda run: run.busy)


def _columns(run: Run, base: Run) -> str:
    ratio = run.per_lesson / base.per_lesson
    times = f"{run.seconds:8.2f} {run.busy:7.2f}"
    return f"{times} {run.megabytes:6.0f} {run.per_lesson:10.2f} {ratio:6.2f}"


if __name__ == "__main__":
    main()
