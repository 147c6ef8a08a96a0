"""Changes to a file by place: what is not changed stays byte for byte, line ends included."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coursewright.core.problems import Place
from coursewright.core.text import encoding_of

_LINE_AND_END = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")


@dataclass(frozen=True)
class Edit:
    """One change. place: where the old text begins. old: what stands there; "" to put in only.

    new: what stands there afterwards; its "\\n" become the file's own line end.
    """

    place: Place
    old: str
    new: str

    @property
    def end(self) -> int:
        """The column after the old text, from 1."""
        return self.place.column + len(self.old)


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """Give the edits that do not touch each other, in order; of two that do, the first."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.place, edit.end)):
        last = kept[-1] if kept else None
        if not last or last.place.line < edit.place.line or last.end < edit.place.column:
            kept.append(edit)
    return kept


def apply(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Give a file's bytes with changes that are `apart`.

    Raises ValueError where an old text does not stand at its place.
    """
    mark, encoding = encoding_of(content)
    lines = _LINE_AND_END.findall(content[len(mark) :].decode(encoding))
    ends = next((end for _, end in lines if end), "\n")
    for edit in sorted(edits, key=lambda edit: edit.place, reverse=True):
        text, end = lines[edit.place.line - 1]
        start = edit.place.column - 1
        if text[start : start + len(edit.old)] != edit.old:
            raise ValueError(f"{edit.old!r} does not stand at {edit.place}")
        new = edit.new.replace("\n", end or ends)
        lines[edit.place.line - 1] = (text[:start] + new + text[start + len(edit.old) :], end)
    return mark + "".join(text + end for text, end in lines).encode(encoding)
