"""How long a build takes, and how much memory: `uv run python -m benchmarks.build`.

Each size is built cold, in a process of its own. Beside the clock stands the processor's time,
which stays the same when the machine has other things to do; time per lesson is made from it. The
last column compares that with 300 lessons (or the smallest size built): 1.0 is linear growth.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.courses import write_course

SIZES = [10, 100, 300, 1000]
COMPARED = 300
COMMAND = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
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


def measure(lessons: int) -> Run:
    """Write a course, build it in a process of its own, and take its time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        write_course(Path(folder), lessons)
        start = time.perf_counter()
        process = subprocess.Popen(COMMAND, cwd=folder, env=os.environ | QUIET)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"The build of {lessons} lessons failed.")
    busy = used.ru_utime + used.ru_stime
    return Run(lessons, seconds, busy, used.ru_maxrss / KIBIBYTES / 1024)


def main() -> None:
    """Print a line for each size: the best of so many builds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="lessons")
    parser.add_argument("--times", type=int, default=1, help="builds of each size")
    chosen = parser.parse_args()
    runs = []
    print(f"{'lessons':>8} {'seconds':>8} {'busy':>7} {'MB':>6} {'ms/lesson':>10} {'ratio':>6}")
    for size in sorted(chosen.sizes):
        best = min((measure(size) for _ in range(chosen.times)), key=lambda run: run.busy)
        runs.append(best)
        base = next((run for run in runs if run.lessons == COMPARED), runs[0])
        ratio = best.per_lesson / base.per_lesson
        times = f"{best.seconds:8.2f} {best.busy:7.2f}"
        print(f"{size:8} {times} {best.megabytes:6.0f} {best.per_lesson:10.2f} {ratio:6.2f}")


if __name__ == "__main__":
    main()
