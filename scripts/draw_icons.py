"""Draw the home screen's icons from icon.svg: `uv run python scripts/draw_icons.py`.

Phones want squares of pixels. Where a phone cuts its own shape (maskable, Apple) the ground fills
the square and the drawing keeps away from the edges. Needs Chromium, as the tests do.
"""

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import coursewright
from coursewright.testing.chromium import find_chromium, launch_arguments

FOLDER = Path(coursewright.__file__).parent / "render/theme/assets/coursewright"
ICONS = {
    "icon-192.png": (192, 1.0),
    "icon-512.png": (512, 1.0),
    "icon-maskable.png": (512, 0.8),
    "icon-apple.png": (180, 0.86),
}
"""File → pixels a side, and how much of the side the drawing takes; 1.0 is the icon as it is."""

STYLE = """<!doctype html><style>
html {{ background: {ground}; }} body {{ margin: 0; display: grid; place-items: center;
height: 100vh; }} svg {{ width: {share}%; height: {share}%; }}</style>"""


def draw(page: Page, svg: str, size: int, share: float) -> bytes:
    """Give one icon as PNG."""
    ground = "none" if share == 1 else svg.split('fill="', 1)[1].split('"', 1)[0]
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(STYLE.format(ground=ground, share=100 * share) + svg)
    return page.screenshot(omit_background=share == 1)


def main() -> None:
    """Write all of them."""
    svg = (FOLDER / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=launch_arguments()
        )
        page = browser.new_page()
        for name, (size, share) in ICONS.items():
            (FOLDER / name).write_bytes(draw(page, svg, size, share))
        browser.close()


if __name__ == "__main__":
    main()
