"""What every site carries for reading aloud and for the reading settings."""

import json
from collections.abc import Iterator
from pathlib import Path

from coursewright.core.wording import interface_words
from coursewright.render.fonts import font_files

READING_WORDS = Path(__file__).parent.parent / "web" / "reading.yml"
BROWSER_FILE = "reading.json"


def reading_words(language: str) -> dict[str, str]:
    """Give the words of both in a language, e.g. "da"."""
    return interface_words([READING_WORDS], language)


def reading_files(language: str) -> Iterator[tuple[str, bytes]]:
    """Give (address below our folder, content) for what is fetched when it is first needed."""
    words = json.dumps(reading_words(language), ensure_ascii=False, separators=(",", ":"))
    yield BROWSER_FILE, words.encode()
    for name, content in font_files().items():
        yield f"fonts/{name}", content
