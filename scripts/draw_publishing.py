"""Draw the way to a published course: `uv run python scripts/draw_publishing.py`.

Five steps on GitHub, each a small sketch of the page with what to press in a frame. Drawn, not
photographed: GitHub's pages change a little every month, and the words on their buttons seldom do.
"""

from html import escape
from pathlib import Path

PICTURE = Path(__file__).parents[1] / "guide" / "docs" / "pictures" / "publishing.svg"
WIDTH, ROW, PAD = 400, 148, 12
STEPS = (
    ("Make a repository", ("+", "New repository"), "my-course   ( ) Private  (•) Public"),
    (
        "Put the files in",
        ("uploading an existing file", "Commit changes"),
        "content  docs  .github  …",
    ),
    ("Switch Pages on, once", ("Settings", "Pages"), "Source:  GitHub Actions  ▾"),
    ("Let it run", ("Actions", "Publish", "Run workflow"), "✓ Check and build    ✓ Publish"),
    ("Look", ("the address beside the tick",), "https://NAME.github.io/my-course/"),
)
STYLE = """
text { font: 15px system-ui, sans-serif; fill: #1c2a2a; }
.title { font-weight: 700; }
.page { fill: #fff; stroke: #76857f; }
.press { fill: #e1efed; stroke: #0e5a5e; stroke-width: 2; }
.number { fill: #0e5a5e; }
.digit { fill: #fff; font-weight: 700; text-anchor: middle; }
.inside { font-size: 14px; fill: #4d5c5b; }
"""
LETTER = 7.8
"""About how wide a letter is; a frame may be a little too large, but not too small."""


def draw_step(number: int, title: str, presses: tuple[str, ...], inside: str) -> str:
    """Draw one step as a card: its number and title, what to press, and what the page shows."""
    top = (number - 1) * ROW + PAD
    card = f'width="{WIDTH - 2 * PAD}" height="{ROW - PAD}"'
    parts = [
        f'<rect class="page" x="{PAD}" y="{top}" {card} rx="10"/>',
        f'<circle class="number" cx="34" cy="{top + 26}" r="13"/>',
        f'<text class="digit" x="34" y="{top + 31}">{number}</text>',
        f'<text class="title" x="56" y="{top + 31}">{escape(title)}</text>',
    ]
    left = 24.0
    for press in presses:
        wide = len(press) * LETTER + 18
        parts.append(
            f'<rect class="press" x="{left}" y="{top + 50}" width="{wide:.0f}" height="32" rx="6"/>'
        )
        parts.append(f'<text x="{left + 9}" y="{top + 71}">{escape(press)}</text>')
        left += wide + 10
    parts.append(f'<text class="inside" x="26" y="{top + 112}">{escape(inside)}</text>')
    return "\n".join(parts)


def draw() -> str:
    """Give the whole picture as SVG."""
    height = len(STEPS) * ROW + PAD
    steps = "\n".join(draw_step(number, *step) for number, step in enumerate(STEPS, 1))
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    back = f'<rect width="{WIDTH}" height="{height}" fill="#f7f4ee"/>'
    top = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    return "\n".join((top, f"<style>{STYLE}</style>", back, steps, "</svg>", ""))


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
