"""What Lighthouse says of the measured lesson: `uv run python -m benchmarks.lighthouse`.

Needs Node with npm: Lighthouse 13 is installed into a folder of its own below the user's cache. The
pages of `pages.py` are served compressed, as GitHub Pages does, and each is opened so many times
with Lighthouse's own slow phone; of the figures the median is printed.
"""

import argparse
import gzip
import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from benchmarks.page import Quiet, served
from benchmarks.pages import LESSON, MAKES
from coursewright.testing.chromium import find_chromium, launch_arguments

PACKAGE = "lighthouse@13"
CATEGORIES = ("performance", "accessibility", "best-practices")
TIMES = {"FCP": "first-contentful-paint", "LCP": "largest-contentful-paint"}
TIMES |= {"blocking": "total-blocking-time"}


class _Compressed(Quiet):
    """Keeps connections open and compresses, so that a page costs what it costs on the net."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = gzip.compress(file.read_bytes()) if file.is_file() else b""
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if content:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


def _install() -> Path:
    """Give Lighthouse's command, installed at the first time."""
    folder = user_cache_path("coursewright") / "lighthouse"
    command = folder / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", PACKAGE], cwd=folder, check=True
        )
    return command


def _report(command: Path, address: str) -> dict[str, Any]:
    flags = " ".join(("--headless=new", *launch_arguments()))
    options = ["--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    ran = subprocess.run(
        [str(command), address, *options, f"--chrome-flags={flags}"],
        env=os.environ | {"CHROME_PATH": str(find_chromium())},
        stdout=subprocess.PIPE,
        check=True,
    )
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def _figures(report: dict[str, Any]) -> list[float]:
    scores = [100 * report["categories"][name]["score"] for name in CATEGORIES]
    return scores + [report["audits"][name]["numericValue"] for name in TIMES.values()]


def main() -> None:
    """Print the scores and times of each page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3, help="reports of each page")
    chosen = parser.parse_args()
    command = _install()
    heads = (*CATEGORIES, *(f"{name} ms" for name in TIMES))
    print(f"{'':38}", *(f"{head:>14}" for head in heads))
    for name, write in MAKES.items():
        with tempfile.TemporaryDirectory() as place:
            write(Path(place))
            with served(Path(place) / "site", _Compressed) as root:
                runs = [_figures(_report(command, root + LESSON)) for _ in range(chosen.times)]
        medians = map(statistics.median, zip(*runs, strict=True))
        print(f"{name:38}", *(f"{figure:14.0f}" for figure in medians), flush=True)


if __name__ == "__main__":
    main()
