"""The product's colours, read from its style sheets, and how far apart two of them are."""

import re
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src" / "coursewright"
TOKENS = (SOURCES / "web" / "tokens.css").read_text("utf-8")
READING = (SOURCES / "web" / "reading.css").read_text("utf-8")
STYLES = sorted(SOURCES.rglob("*.css"))
ON_SCREEN = [path for path in STYLES if path.name not in ("paper.css", "page.css")]
"""Paper is black on white; the test pages' own style is nobody's."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
COLOUR = re.compile(r"--cw-([\w-]+):\s*(#[0-9a-fA-F]{3,6})\b")
DRAWN = re.compile(r"(?<![\w-])(color|background|background-color):\s*var\(--cw-([\w-]+)\)")

LOCAL = re.compile(r"--cw-([\w-]+):\s*var\(--cw-([\w-]+)\)")


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Give (selector, what is declared) for each rule, those inside of @media as well."""
    for selector, declared in RULE.findall(COMMENT.sub("", css)):
        yield " ".join(selector.split()), declared


def colours(css: str, part: str) -> dict[str, str]:
    """Give the colours that the first rule whose selector ends with `part` names."""
    return next(
        dict(COLOUR.findall(said)) for selector, said in rules(css) if selector.endswith(part)
    )


def schemes() -> dict[str, dict[str, str]]:
    """Give all four: light and dark, each as it is and calm."""
    light, dark = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'
    found = {"light": colours(TOKENS, light), "dark": colours(TOKENS, dark)}
    found["calm light"] = {**found["light"], **colours(READING, light)}
    found["calm dark"] = {**found["dark"], **colours(READING, dark)}
    return found


def drawn_together(css: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Give (selector, the text's colour, its ground) where a rule says one of them."""
    for selector, declared in rules(css):
        said = {what.partition("-")[0]: name for what, name in DRAWN.findall(declared)}
        if said and "print" not in selector:
            yield selector, said.get("color"), said.get("background")


def meanings(name: str) -> set[str]:
    """Give the tokens that a colour's name can stand for: a room may name some of them anew."""
    return _LOCAL.get(name) or {name}


def contrast(one: str, other: str) -> float:
    """Give the ratio of WCAG 2: from 1, the same, to 21, black on white."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    """As WCAG 2.2 defines relative luminance."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _local() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in ON_SCREEN:
        for name, token in LOCAL.findall(path.read_text("utf-8")):
            found.setdefault(name, set()).add(token)
    return found


_LOCAL = _local()
