"""The YAML parser's events → records and lists of text, with what trainers never need refused.

Events are read one by one, so that every scalar stays the text that was typed (`no`, `10:30`
and `0800` are words), and anchors, aliases, tags and merge keys cannot grow into anything.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NoReturn

import yaml

from coursewright.core.layout import LOOK_ALIKE
from coursewright.core.problems import Problem
from coursewright.core.quoting import mend_quotes, quote
from coursewright.core.records import Listing, Record, pack, unpack
from coursewright.core.text import CONTROL, character_values

MAX_DEPTH = 20
MAX_VALUES = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = ("", None)  # what libyaml and PyYAML call a text without quotes
_NOT_MEANT = re.compile(r"\s+#[^\s#!-]")
"""A # that belongs to a text; a comment that is meant has a space after it."""


class Refused(Exception):
    """A file that is not read any further.

    problem: why. number, mended: the line (from 1) with which reading could go on, and what it
    should say; 0 and "" where nobody can know.
    """

    def __init__(self, problem: Problem, number: int = 0, mended: str = "") -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.number = number
        self.mended = mended


class Composer:
    """Builds one file's data.

    problems: what was found on the way and does not stop the reading: duplicate-key,
    strange-space, control-character, cut-at-comma, and lost-text as a warning.
    last: the parser's last event, for explaining an error.
    """

    def __init__(self, text: str, lines: list[str], file: str) -> None:
        self.lines = lines
        self.file = file
        self.problems: list[Problem] = []
        self.last: Any = None
        self._parser = _LOADER(text)
        self._count = 0
        self._may_lose_text = " #" in text

    def top(self) -> Record:
        """Give the file's one top mapping.

        Raises Refused (empty-file, two-documents, not-a-mapping, anchor, tag, too-deep,
        too-many-values, key-is-not-text), or the parser's own yaml.YAMLError.
        """
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            self._refuse("empty-file", 0)
        value, at = self._value(self._next(), 1)
        self._next()
        if isinstance(second := self._next(), yaml.DocumentStartEvent):
            self._refuse("two-documents", _place(second))
        if value == "":
            self._refuse("empty-file", 0)
        if not isinstance(value, Record):
            self._refuse("not-a-mapping", at)
        return value

    def _next(self) -> Any:
        self.last = event = self._parser.get_event()
        return event

    def _value(self, event: Any, depth: int) -> tuple[Any, int]:
        """Give the value that an event begins, and its packed place."""
        at = _place(event)
        self._count += 1
        if event.anchor is not None or event.__class__ is yaml.AliasEvent:
            self._refuse_mark("anchor", event, at)
        if event.tag is not None and event.tag != "!":
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._refuse_mark("tag", event, at, value=tag)
        if self._count > MAX_VALUES:
            self._refuse("too-many-values", at, limit=MAX_VALUES)
        if event.__class__ is yaml.ScalarEvent:
            return self._text(event, at), at
        if depth > MAX_DEPTH:
            self._refuse("too-deep", at, limit=MAX_DEPTH)
        if event.__class__ is yaml.SequenceStartEvent:
            return self._listing(event, at, depth), at
        return self._record(event, at, depth), at

    def _text(self, event: Any, at: int) -> str:
        text: str = event.value
        if event.style in _PLAIN:
            if self._may_lose_text:
                self._warn_of_lost_text(event, at)
        elif event.style == '"' and (found := CONTROL.search(text)):
            self._add("control-character", at, **character_values(found[0]))
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    def _listing(self, event: Any, at: int, depth: int) -> Listing:
        listing = Listing(at, flow=bool(event.flow_style))
        while (event := self._next()).__class__ is not yaml.SequenceEndEvent:
            value, value_at = self._value(event, depth + 1)
            listing.append(value)
            listing.values_at.append(value_at)
        return listing

    def _record(self, event: Any, at: int, depth: int) -> Record:
        record = Record(at, flow=bool(event.flow_style))
        while (event := self._next()).__class__ is not yaml.MappingEndEvent:
            key, key_at = self._value(event, depth + 1)
            key = self._key(key, key_at)
            event = self._next()
            value, value_at = self._value(event, depth + 1)
            if key in record:
                first = record.place_of(key, key=True).line
                self._add("duplicate-key", key_at, key=key, first=first)
            elif record.flow and record and _is_missing(event):
                self._cut_at_comma(record, key, key_at)
            else:
                record.add(key, value, key_at, value_at)
        return record

    def _key(self, key: Any, at: int) -> str:
        if not isinstance(key, str) or not key:
            self._refuse("key-is-not-text", at)
        if key == "<<":
            self._refuse("anchor", at, quoted="")
        if not key.isascii() and (found := LOOK_ALIKE.search(key)):
            self._add("strange-space", at + found.start(), **character_values(found[0]))
            return LOOK_ALIKE.sub("", key)
        return key

    def _cut_at_comma(self, record: Record, rest: str, at: int) -> None:
        """`{text: Vælg ét, og øv det}`: in braces a comma ends the text before it."""
        key, value = list(record.items())[-1]
        quoted = f"{key}: {quote(f'{value}, {rest}')}" if isinstance(value, str) else ""
        self._add("cut-at-comma", at, rest=rest, quoted=quoted)

    def _warn_of_lost_text(self, event: Any, at: int) -> None:
        """`Farve #1` loses `#1`, because a # after a space begins a comment."""
        end = event.end_mark
        rest = self._line(end.line + 1)[end.column :]
        if _NOT_MEANT.match(rest):
            lost = rest.strip()
            quoted = quote(f"{event.value} {lost}".strip())
            self._add("lost-text", at, lost=lost, quoted=quoted)
            self.problems[-1] = self.problems[-1].as_warning()

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _problem(self, code: str, at: int, values: Mapping[str, object]) -> Problem:
        place = unpack(at)
        return Problem(code, self.file, place, self._line(place.line), values)

    def _add(self, code: str, at: int, **values: object) -> None:
        self.problems.append(self._problem(code, at, values))

    def _refuse_mark(self, code: str, event: Any, at: int, **values: object) -> NoReturn:
        """Refuse `&a`, `*a` or `!a`; where words follow, it is a text that needs quotes."""
        place = unpack(at)
        line = self._line(place.line)
        mended = mend_quotes(line) or ""
        problem = self._problem(code, at, {**values, "quoted": mended.strip()})
        is_text = isinstance(event, yaml.ScalarEvent | yaml.AliasEvent)
        if mended and is_text and " " in line[place.column :].strip():
            raise Refused(problem, place.line, mended)
        raise Refused(problem)

    def _refuse(self, code: str, at: int, **values: object) -> NoReturn:
        raise Refused(self._problem(code, at, values))


def _place(event: Any) -> int:
    mark = event.start_mark
    return pack(mark.line, mark.column)


def _is_missing(event: Any) -> bool:
    """Tell whether nothing at all was written where a value could stand."""
    is_text = event.__class__ is yaml.ScalarEvent
    return is_text and event.value == "" and event.style in _PLAIN
