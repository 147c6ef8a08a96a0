"""The more legible font that a course carries: Atkinson Hyperlegible, cut to the letters we use.

The font comes with a Python package, so that its version stands in the lock file and nothing is
fetched while a site is built. The package's licence, the SIL Open Font License, goes along.
"""

import hashlib
import os
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from itertools import chain
from pathlib import Path

from platformdirs import user_cache_path

PACKAGE = "fontpkg_atkinson_hyperlegible"
WEIGHTS = {"regular": "AtkinsonHyperlegible-Regular.ttf", "bold": "AtkinsonHyperlegible-Bold.ttf"}
LICENCE = "atkinson-hyperlegible-licence.txt"
SIGNS = frozenset(
    chain(range(0x20, 0x7F), range(0xA0, 0x100), map(ord, "ČčĐđŊŋŒœŠšŦŧŸŽž–—‘’‚“”„•…‹›€™−×÷≤≥"))
)
"""Western European letters, the Sami ones written in Norway, and the signs of our texts. What the
font has no shape for comes from the phone's own."""

FEATURES = ("kern", "locl", "mark", "tnum")


@cache
def font_files() -> dict[str, bytes]:
    """Give the font's files by name: `atkinson-hyperlegible-regular.woff2`, the bold, the licence.

    The same versions of the font and of the tools give the same bytes.
    """
    folder = files(PACKAGE)
    fonts = {
        f"atkinson-hyperlegible-{weight}.woff2": _cut((folder / "files" / name).read_bytes())
        for weight, name in WEIGHTS.items()
    }
    return {**fonts, LICENCE: (folder / "LICENSE").read_bytes()}


def _cut(font: bytes) -> bytes:
    """Give a font with our signs only, as WOFF2; from the user's cache where it was made before."""
    tools = [version("fonttools"), version("brotli"), *FEATURES, *map(chr, sorted(SIGNS))]
    name = hashlib.sha256(font + "\n".join(tools).encode()).hexdigest()
    kept = user_cache_path("coursewright") / "fonts" / f"{name}.woff2"
    try:
        return kept.read_bytes()
    except OSError:
        return _keep(kept, make_woff2(font))


def make_woff2(font: bytes) -> bytes:
    """Give a font (the bytes of a .ttf) with SIGNS and FEATURES only, as WOFF2."""
    # Half a second of imports, and only for whoever has no copy in the cache yet.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    cut = TTFont(BytesIO(font), recalcTimestamp=False)
    wanted = Options(layout_features=list(FEATURES), hinting=False, notdef_outline=True)
    subsetter = Subsetter(wanted)
    subsetter.populate(unicodes=SIGNS)
    subsetter.subset(cut)
    cut.flavor = "woff2"
    written = BytesIO()
    cut.save(written)
    return written.getvalue()


def _keep(place: Path, content: bytes) -> bytes:
    """Keep what was made for the next build; a folder that cannot be written is no problem."""
    begun = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        begun.write_bytes(content)
        begun.replace(place)
    return content
