"""Bytes of a file → clean text, whatever editor saved it.

Accepted: UTF-8, UTF-16 and UTF-32 with or without a byte order mark, and any line end. Refused
with a problem: other encodings, control characters, files that are too big, cannot be opened or
stand outside the course.
"""

import codecs
import re
from pathlib import Path

from coursewright.core.problems import START, Place, Problem

MAX_BYTES = 1_000_000

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that nobody can see and no text needs."""

_LINE_ENDS = re.compile(r"\r\n?")
_SOFT_ENDS = re.compile("[\x85\u2028\u2029]")
"""Line ends inside a line, as some programs copy them; YAML would end the line there."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZEROS = {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}
"""Which of the first four bytes are zero where a text begins with two ASCII characters."""


def read_text_file(course: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Read any text of a course: YAML or a page.

    course: the course folder. file: path from there, with forward slashes.
    Returns what `read_text` does; the problems are those of `read_bytes` and `read_text`.
    """
    content, problems = read_bytes(course, file)
    return (None, problems) if content is None else read_text(content, file)


def read_bytes(course: Path, file: str) -> tuple[bytes | None, list[Problem]]:
    """Read a file of the course, at most one byte more than MAX_BYTES.

    Returns None where it cannot be read, and the problems: unreadable-file, outside-course.
    """
    path = course / file
    try:
        if not path.resolve().is_relative_to(course.resolve()):
            return None, [Problem("outside-course", file)]
        if not path.is_file():
            return None, [Problem("unreadable-file", file)]
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1), []
    except (OSError, RuntimeError):  # RuntimeError: links that lead in a circle
        return None, [Problem("unreadable-file", file)]


def read_text(content: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Decode a file.

    content: the file's bytes. file: its path, for the problems.
    Returns the text with "\\n" as line end, without a byte order mark, or None where it cannot
    be read, and the problems: too-big, not-utf8, control-character.
    """
    if len(content) > MAX_BYTES:
        return None, [Problem("too-big", file, values={"limit": MAX_BYTES // 1000})]
    text, place = _decode(content)
    if text is None:
        return None, [Problem("not-utf8", file, place)]
    text = _SOFT_ENDS.sub(" ", _LINE_ENDS.sub("\n", text))
    return text, _control_characters(text, file)


def character_values(character: str) -> dict[str, object]:
    """Give a character's number for a problem's words, where the best known have names."""
    return {"character": f"U+{ord(character):04X}"}


def encoding_of(content: bytes) -> tuple[bytes, str]:
    """Give the byte order mark of a file, b"" where it has none, and its encoding's name."""
    marked = ((mark, encoding) for mark, encoding in _MARKS if content.startswith(mark))
    return next(marked, (b"", _encoding(content)))


def _decode(content: bytes) -> tuple[str | None, Place]:
    mark, encoding = encoding_of(content)
    content = content[len(mark) :]
    try:
        return content.decode(encoding), START
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        line = _LINE_ENDS.sub("\n", before).rpartition("\n")[2]
        return None, Place(_LINE_ENDS.sub("\n", before).count("\n") + 1, len(line) + 1)


def _encoding(content: bytes) -> str:
    zeros = "".join("0" if byte == 0 else "x" for byte in content[:4])
    return _ZEROS.get(zeros, "utf-8")


def _control_characters(text: str, file: str) -> list[Problem]:
    if not CONTROL.search(text):
        return []
    return [
        Problem(
            "control-character",
            file,
            Place(number, found.start() + 1),
            line,
            character_values(found[0]),
        )
        for number, line in enumerate(text.split("\n"), 1)
        if (found := CONTROL.search(line))
    ]
