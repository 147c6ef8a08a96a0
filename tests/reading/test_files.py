"""What is fetched for it, and how little of it comes with every page."""

import gzip
import json
import re
from importlib.resources import files

import pytest

from coursewright.core.wording import read_words
from coursewright.render import fonts as fonts_module
from coursewright.render.assets import WEB, lean
from coursewright.render.fonts import LICENCE, PACKAGE, WEIGHTS, font_files, make_woff2
from coursewright.render.reading import READING_WORDS, reading_words
from tests.site.courses import Built

LANGUAGES = ("da", "en", "nb")
ALWAYS = ("reading.css", "reading.mjs")


def test_fonts_are_small_the_same_each_time_and_licensed(course: Built) -> None:
    """B10 — the same bytes from the same font; the licence lies beside them."""
    fonts = font_files()
    regular = (files(PACKAGE) / "files" / WEIGHTS["regular"]).read_bytes()
    assert fonts["atkinson-hyperlegible-regular.woff2"] == make_woff2(regular)
    assert sum(len(content) for content in fonts.values()) < 40 * 1024
    assert b"SIL OPEN FONT LICENSE" in fonts[LICENCE]
    folder = course.site / "assets" / "coursewright" / "fonts"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == fonts


def test_fonts_can_be_made_where_nothing_can_be_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    made = font_files()
    monkeypatch.setattr(fonts_module, "user_cache_path", lambda _: blocked)
    assert font_files() == made


def test_every_page_carries_little_more() -> None:
    """Dialog, bar, words and fonts are fetched when they are wanted."""
    sizes = {name: len(gzip.compress(lean(WEB / name), 9)) for name in ALWAYS}
    assert sum(sizes.values()) < 1400, sizes
    assert not re.search(r"^import", (WEB / "reading.mjs").read_text("utf-8"), re.MULTILINE)


def test_its_words_stand_in_three_languages(course: Built) -> None:
    words = read_words(READING_WORDS)["interface"]
    assert set(words) == set(LANGUAGES)
    assert all(set(words[language]) == set(words["da"]) for language in LANGUAGES)
    built = json.loads((course.site / "assets/coursewright/reading.json").read_text("utf-8"))
    assert built == reading_words("da")
