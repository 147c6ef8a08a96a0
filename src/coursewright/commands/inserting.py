"""A line or two put into a trainer's YAML file; everything else stays byte for byte.

What comes out is read again: unless it is what came in and one more, nothing is changed.
"""

import re
from dataclasses import dataclass

from coursewright.core.problems import Place
from coursewright.core.source import Listing, Record, Source, read_source

_MARK = b"\xef\xbb\xbf"
_ENTRY = re.compile(r"( *)- *\Z")
_TOP_LEVEL = re.compile(r"[^\s#]")


class CannotInsert(Exception):
    """The file is not one in which the place is clear. code: of words.yml. name: what it is of."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code)
        self.code = code
        self.name = name


@dataclass
class _Text:
    """A file's lines without their ends, and what else has to come back as it was."""

    lines: list[str]
    end: str
    mark: bytes

    @classmethod
    def of(cls, content: bytes) -> "_Text":
        mark = _MARK if content.startswith(_MARK) else b""
        try:
            text = content.removeprefix(mark).decode("utf-8")
        except UnicodeDecodeError as error:
            raise CannotInsert("unclear-place", "") from error
        end = "\r\n" if "\r\n" in text else "\n"
        return cls(text.split(end), end, mark)

    def put(self, place: Place, text: str) -> None:
        line = self.lines[place.line - 1]
        self.lines[place.line - 1] = line[: place.column - 1] + text + line[place.column - 1 :]

    def content(self) -> bytes:
        return self.mark + self.end.join(self.lines).encode("utf-8")


def insert_module(source: Source, content: bytes, name: str) -> bytes:
    """Give course.yml with one more module at the end of its list.

    Raises CannotInsert for a file that cannot be read, has no such list, or names it already.
    """
    listed = _listing(source, "modules", name)
    if name in listed:
        raise CannotInsert("is-there", name)
    text = _Text.of(content)
    if not listed:
        at = source.place_of(("modules",))
        text.put(Place(at.line, at.column + 1), name)
    else:
        last = source.place_of(("modules", len(listed) - 1))
        line = text.lines[last.line - 1]
        entry = _ENTRY.match(line[: last.column - 1])
        if entry:
            text.lines.insert(last.line, f"{entry[1]}- {name}")
        else:
            quotes = 2 * (line[last.column - 1] in "\"'")
            text.put(Place(last.line, last.column + len(listed[-1]) + quotes), f", {name}")
    return _checked(source, text, "modules", [*listed, name])


def insert_lesson(source: Source, content: bytes, name: str, lesson: str) -> bytes:
    """Give a module's file with one more lesson after its others.

    lesson: its text, indented by two. Raises CannotInsert as above.
    """
    listed = _listing(source, "lessons", name)
    taken = re.compile(rf"\b(?:id|lesson): *[\"']?{name}[\"']? *(?:#.*)?\Z")
    if any(taken.search(line) for line in source.lines):
        raise CannotInsert("is-there", name)
    text = _Text.of(content)
    start = source.place_of(("lessons", len(listed) - 1))
    entry = _ENTRY.match(text.lines[start.line - 1][: start.column - 1])
    if not listed or entry is None:
        raise CannotInsert("unclear-place", name)
    after = _end_of_list(text.lines, start.line)
    shifted = (f"{entry[1]}{line[2:]}" if line else "" for line in lesson.rstrip("\n").split("\n"))
    text.lines[after:after] = shifted
    return _checked(source, text, "lessons", [*map(_name, listed), name])


def _listing(source: Source, key: str, name: str) -> Listing:
    listed = source.data.get(key) if source.data is not None else None
    if source.problems or not isinstance(listed, Listing):
        raise CannotInsert("unclear-place", name)
    return listed


def _end_of_list(lines: list[str], line: int) -> int:
    """Give the index after the last line that belongs to what begins on `line` (from 1)."""
    after = line
    while after < len(lines) and not _TOP_LEVEL.match(lines[after]):
        after += 1
    while not lines[after - 1].strip() or lines[after - 1].startswith("#"):
        after -= 1
    return after


def _checked(source: Source, text: _Text, key: str, names: list[object]) -> bytes:
    changed = text.content()
    again = read_source(changed, source.file)
    found = again.data.get(key) if again.data is not None else None
    said = [_name(each) for each in found] if isinstance(found, Listing) else []
    if again.problems or said != names:
        raise CannotInsert("unclear-place", str(names[-1]))
    return changed


def _name(entry: object) -> object:
    return entry.get("lesson") if isinstance(entry, Record) else entry
