"""Take the guide's picture of a mistake on a page: `uv run python scripts/take_mistake.py`.

Begins a course, opens a lesson in the preview on a small phone, and misspells a word in its file.
Needs Chromium, as the tests do.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from coursewright.testing.answering import wait_for
from coursewright.testing.chromium import find_chromium, launch_arguments

PICTURE = Path(__file__).parents[1] / "guide" / "docs" / "pictures" / "mistake.png"
PORT = 8765
PAGE = f"http://127.0.0.1:{PORT}/my-course/the-break/how-is-your-head/"
PROGRAM = [sys.executable, "-m", "coursewright"]
SIZE = {"width": 360, "height": 740}
PATIENCE = 300


def photograph(module: Path) -> None:
    """Open the lesson, make the mistake, and keep what the phone shows."""
    with sync_playwright() as driver:
        arguments = launch_arguments()
        browser = driver.chromium.launch(executable_path=str(find_chromium()), args=arguments)
        page = browser.new_page(viewport=SIZE, device_scale_factor=2)
        page.goto(PAGE)
        text = module.read_text("utf-8")
        module.write_text(text.replace("question: How", "qestion: How", 1), encoding="utf-8")
        page.locator("details.cw-preview[open]").wait_for(timeout=PATIENCE * 1000)
        page.screenshot(path=PICTURE)
        browser.close()


def main() -> None:
    """Begin the course, serve it, and take the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "my-course"
        new = ["new", str(folder), "--language", "en", "--title", "Take a break"]
        subprocess.run([*PROGRAM, *new], check=True)
        serve = ["serve", str(folder), "--port", str(PORT)]
        with subprocess.Popen([*PROGRAM, *serve], stdout=subprocess.DEVNULL) as preview:
            try:
                wait_for(PAGE, PATIENCE)
                photograph(folder / "content" / "modules" / "the-break.yml")
            finally:
                preview.terminate()


if __name__ == "__main__":
    main()
