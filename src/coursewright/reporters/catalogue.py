"""The exercises of a course as a table for people, as JSON, and as CSV for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from itertools import groupby
from textwrap import wrap

from coursewright.reporters.excerpt import visible

_INDENT = "  "
_GAP = "  "
_NARROWEST = 24
"""So many columns a title gets, however long the addresses are."""

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins like this can be run by a spreadsheet. Source: OWASP, CSV Injection."""


@dataclass(frozen=True)
class Entry:
    """One exercise. title: plain text. minutes: None where the trainer gives none.

    address: `module/id`. tools: ids of the tools that are practised in it.
    """

    module: str
    lesson: str
    kind: str
    address: str
    title: str
    minutes: int | None
    tools: list[str]


def as_json(entries: list[Entry]) -> str:
    """Give a list of objects, one for each entry, with the names of Entry's fields."""
    return json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def as_csv(entries: list[Entry]) -> str:
    r"""Give a table with a line of names, its lines ended by \r\n, as RFC 4180 says.

    Several tools are parted by spaces. An apostrophe stands before what a spreadsheet would run.
    """
    table = io.StringIO(newline="")
    rows = csv.writer(table)
    rows.writerow(field.name for field in fields(Entry))
    for entry in entries:
        cells = {**asdict(entry), "tools": " ".join(entry.tools)}
        rows.writerow(_harmless(cell) for cell in cells.values())
    return table.getvalue()


def as_text(entries: list[Entry], heads: Mapping[str, str], width: int) -> str:
    """Give a table that people read, under a line for each lesson.

    heads: words over the columns address, kind, minutes and title. width: columns of the
    terminal; longer titles go on in the next line. Tools stand in brackets below the title.
    """
    rows = [(entry.address, entry.kind, str(entry.minutes or "")) for entry in entries]
    head = (heads["address"], heads["kind"], heads["minutes"])
    first, second, third = (max(map(len, column)) for column in zip(head, *rows, strict=True))
    start = f"{_INDENT}{{0:<{first}}}{_GAP}{{1:<{second}}}{_GAP}{{2:>{third}}}{_GAP}"
    room = max(width - len(start.format(*head)), _NARROWEST)
    lines = [start.format(*head) + heads["title"]]
    for lesson, inside in groupby(entries, lambda entry: f"{entry.module}/{entry.lesson}"):
        lines += ["", lesson]
        for entry in inside:
            begin = start.format(entry.address, entry.kind, entry.minutes or "")
            for part in _last_column(entry, room):
                lines.append(begin + part)
                begin = " " * len(begin)
    return "\n".join(lines) + "\n"


def _last_column(entry: Entry, room: int) -> Iterator[str]:
    """Give the title, and below it the tools, in lines of at most `room` columns."""
    tools = " ".join(f"[{tool}]" for tool in entry.tools)
    for text in (visible(entry.title), tools):
        yield from wrap(text, room, break_long_words=False, break_on_hyphens=False)


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS) else cell
