"""Whatever editor saved the file: read where it can be read, and told on one line where not."""

import codecs

import pytest

from coursewright.core.text import read_text, read_text_file
from coursewright.render.exercise import Placement
from coursewright.render.site import SiteRenderer
from tests.authoring.courses import COURSE, module

TEXT = "      - text: |\n          Ærø, «øl» og 😀.\n\n          Mere: her.\n"


def marked(mark, encoding):
    return lambda text: mark + text.encode(encoding)


SAVED = {
    "bom": marked(codecs.BOM_UTF8, "utf-8"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "bom-crlf": lambda text: codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode(),
    "utf-16-le": marked(codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be": marked(codecs.BOM_UTF16_BE, "utf-16-be"),
    "utf-16-le-unmarked": marked(b"", "utf-16-le"),
    "utf-16-be-unmarked": marked(b"", "utf-16-be"),
    "utf-32": marked(codecs.BOM_UTF32_LE, "utf-32-le"),
}


def page_bytes(course, content):
    course.write("content/course.yml", COURSE)
    course.write("content/modules/motivation.yml", content)
    loaded = course.load()
    assert loaded.problems == []
    html = SiteRenderer(loaded.course, course.kinds).lesson(Placement(), "motivation", "skalaen")
    return html.encode()


@pytest.mark.parametrize("saved", SAVED)
def test_every_way_of_saving_gives_the_same(course, saved):
    """A14 — BOM, CRLF, CR and UTF-16 are accepted, with the same output bytes as LF/UTF-8."""
    text = module(TEXT)
    assert page_bytes(course, SAVED[saved](text)) == page_bytes(course, text.encode())


def test_places_count_the_same_with_any_line_end(course):
    """A14 — and a mistake is told at the same place."""
    text = module("      - text: a\n      - tekst: b\n")
    course.write("content/modules/motivation.yml", text)
    expected = course.one()
    for saved in SAVED.values():
        course.write("content/modules/motivation.yml", saved(text))
        assert course.one() == expected


def test_a_file_in_windows_1252(course):
    """A15 — a .yml saved as Windows-1252 is one problem: «gem som UTF-8», and no traceback."""
    course.write("content/modules/motivation.yml", module(TEXT).replace("😀", "").encode("cp1252"))
    problem = course.one()
    assert (problem.code, problem.place) == ("not-utf8", (12, 11))
    assert "Gem som UTF-8" in course.hint(problem)


def test_a_page_in_windows_1252(course):
    """A15 — the same for a page in docs/, read by the function that both use."""
    course.write("docs/side.md", "# Hej\r\n\r\nBlåbærgrød\n".encode("cp1252"))
    text, [problem] = read_text_file(course.path, "docs/side.md")
    assert text is None
    assert (problem.code, problem.file, problem.place) == ("not-utf8", "docs/side.md", (3, 3))


def test_a_page_is_read_like_any_text(course):
    """A15 — a page has tabs and hard spaces as it likes; only its line ends are made alike."""
    course.write("docs/side.md", "# Hej\r\n\tkode\u00a0her\r".encode())
    assert read_text_file(course.path, "docs/side.md") == ("# Hej\n\tkode\u00a0her\n", [])


def test_long_words_emoji_and_other_scripts(course):
    """A25 — a 10,000-letter word, emoji, right-to-left text and combining marks are built."""
    texts = ["x" * 10_000, "👩‍👩‍👧‍👦 🇩🇰 ❤️", "שלום עולם", "مرحبا", "Z̷̛a̸͇l̶g̷o̵"]
    blocks = "".join(f"      - text: {text}\n" for text in texts)
    html = page_bytes(course, module(blocks).encode()).decode()
    for text in texts:
        assert text in html


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\u0085"])
def test_line_ends_inside_a_line(course, end):
    """A25 — U+2028 and its like are spaces: YAML would end the line, and the field, there."""
    note = course.note_read_from(f"say: før{end}efter\nmore: |\n  a{end}b\ncount: 3")
    assert (note.say, note.more, note.count) == ("før efter", "a b", 3)
    problem = course.note(f"say: før{end}efter\ncount: x").one()
    assert problem.place == (14, 18)


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x9f", "\uffff"]
)
def test_control_characters(course, character):
    """A25 — a control character is refused by its number, in a file and as an escape."""
    problem = course.note(f"say: a{character}b").one()
    assert (problem.code, problem.place) == ("control-character", (13, 17))
    assert f"U+{ord(character):04X}" in course.tell(problem).message
    escaped = course.note(f'say: "a\\u{ord(character):04x}b"').one()
    assert (escaped.code, escaped.place) == ("control-character", (13, 16))


def test_bytes_that_are_no_text():
    """A15 — pictures and archives named .yml are told, too."""
    for content in (b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\xff", b"\xff\xfe\x00", b"\x00" * 9):
        problems = read_text(content, "x.yml")[1]
        assert {problem.code for problem in problems} <= {"not-utf8", "control-character"}
        assert problems
