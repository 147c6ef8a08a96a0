"""Take the README's picture from the reference course: `uv run python scripts/take_pictures.py`.

Builds the course, opens a lesson on a small phone, answers its scale, and puts the page in light
and in dark colours side by side. Needs Chromium, as the tests do.
"""

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from coursewright.testing.chromium import find_chromium, launch_arguments

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "guide" / "docs" / "pictures" / "phone.png"
EXERCISE = "vigtighed"
ANSWER = "7"
WIDTH, HEIGHT, GAP = 360, 740, 32
SIDE_BY_SIDE = """<!doctype html><style>
body {{ margin: {gap}px; display: flex; gap: {gap}px; width: max-content; }}
img {{ width: {width}px; height: {height}px; border-radius: 28px; border: 1px solid #8886; }}
</style>{images}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def build(site: Path) -> str:
    """Build the reference course into a folder; gives the address of the exercise's lesson."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    mark = f'<cw-scale class="cw-exercise" id="{EXERCISE}"'
    pages = (page for page in site.rglob("index.html") if mark in page.read_text(encoding="utf-8"))
    return next(pages).parent.relative_to(site).as_posix() + "/"


def photograph(browser: Browser, address: str, scheme: str) -> bytes:
    """Open the lesson in "light" or "dark" colours, answer the scale, and give the picture."""
    size = {"width": WIDTH, "height": HEIGHT}
    page = browser.new_page(viewport=size, device_scale_factor=2, color_scheme=scheme)
    page.goto(address)
    exercise = page.locator(f"#{EXERCISE}")
    exercise.locator(f'input[value="{ANSWER}"]').check(force=True)
    exercise.locator('[data-role="saved"]:not(:empty)').wait_for()
    exercise.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 72)")
    page.mouse.move(WIDTH - 1, HEIGHT - 1)
    page.wait_for_timeout(300)
    picture = page.screenshot()
    page.close()
    return picture


def put_together(browser: Browser, pictures: list[bytes]) -> bytes:
    """Put pictures side by side on nothing."""
    data = (base64.b64encode(picture).decode() for picture in pictures)
    images = "".join(f'<img src="data:image/png;base64,{each}">' for each in data)
    page = browser.new_page(viewport={"width": 900, "height": 900}, device_scale_factor=2)
    page.set_content(SIDE_BY_SIDE.format(gap=GAP, width=WIDTH, height=HEIGHT, images=images))
    count = len(pictures)
    size = {"width": count * (WIDTH + GAP) + GAP + 2 * count, "height": HEIGHT + 2 * GAP + 2}
    return page.screenshot(omit_background=True, clip={"x": 0, "y": 0, **size})


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        lesson = build(site)
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=launch_arguments()
        )
        with served(site) as root:
            pictures = [photograph(browser, root + lesson, each) for each in ("light", "dark")]
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_bytes(put_together(browser, pictures))
        browser.close()


if __name__ == "__main__":
    main()
