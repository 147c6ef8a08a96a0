"""Problems → the changes that mend them, where it is sure what was meant.

Mended are: lines that need quotes or a space, names of fields and exercises that are misspelt,
and ids that are missing. All else is for the trainer to decide.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from coursewright.core.edits import Edit, apart
from coursewright.core.naming import is_id, suggest_id
from coursewright.core.problems import Place, Problem
from coursewright.core.quoting import mend_spaces, quote
from coursewright.core.records import Listing, Record, unpack
from coursewright.core.source import Source
from coursewright.core.yaml_errors import difference

_NAMED_BY_FILE = ("module", "bank")
_NAMES = ("title", "question", "ask", "text", "statement", "name")
"""Fields that an id is made from, the best first."""

_LONGEST = 40
"""An id that is made has at most so many characters: whole words of them."""

_OLD_NAMES = ("was", "retired")


def fixes(source: Source, problems: Iterable[Problem]) -> list[Edit]:
    """Give the changes for the problems of one file, none of which touch each other.

    source: the file as it was read. Afterwards there may be more: what was hidden behind a
    mistake is found in the next reading.
    """
    fixing = _Fixing(source)
    return apart(edit for problem in problems for edit in fixing.edits(problem))


class _Fixing:
    """The fixes of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.records = list(_records(source.data))
        self.taken = set(_names_in(source.data))
        self.ways: Mapping[str, Callable[[Problem], Iterator[Edit]]] = {
            "needs-quotes": self._mended_line,
            "needs-space": self._mended_line,
            "anchor": self._mended_line,
            "tag": self._mended_line,
            "cut-at-comma": self._cut,
            "not-text": self._as_text,
            "not-a-mapping-here": self._spaced,
            "block-shape": self._spaced,
            "unknown-field": self._renamed,
            "unknown-kind": self._renamed,
            "missing-field": self._named,
        }

    def edits(self, problem: Problem) -> Iterator[Edit]:
        """Give the change for one problem, if it is one of those that are sure."""
        if way := self.ways.get(problem.code):
            yield from way(problem)

    def _mended_line(self, problem: Problem) -> Iterator[Edit]:
        """Write the line as it was read; spaces at its end stay."""
        number = problem.place.line
        line, mended = self.source.line(number), self.source.mended.get(number)
        if mended and not line.startswith("\t"):
            place = difference(line.rstrip(), mended, number)
            start = place.column - 1
            yield Edit(place, line.rstrip()[start:], mended.rstrip()[start:])

    def _cut(self, problem: Problem) -> Iterator[Edit]:
        """`{text: Vælg ét, og øv det}`: quotes from the field's colon to the last comma's words."""
        number, column = problem.place
        line, rest = self.source.line(number), str(problem.values["rest"])
        key = str(problem.values["quoted"]).partition(": ")[0]
        begin = line.rfind(f"{key}: ", 0, column - 1)
        end = column - 1 + len(rest)
        if not key or begin < 0 or line[column - 1 : end] != rest:
            return
        begin += len(key) + 2
        while line[end : end + 1] == "," and ":" not in (more := _up_to_sign(line, end + 1)):
            end += 1 + len(more)
        text = line[begin:end].rstrip()
        if text[:1] not in "\"'":
            yield Edit(Place(number, begin + 1), text, quote(text))

    def _as_text(self, problem: Problem) -> Iterator[Edit]:
        """`- Husk: pause` was read as a field, and `{value}` too: put quotes around it."""
        place, quoted = problem.place, str(problem.values.get("quoted", ""))
        raw = self.source.line(place.line)[place.column - 1 :].rstrip()
        record = next((each for each in self.records if unpack(each.start) == place), None)
        is_text = record is not None and (not record.flow or list(record.values()) == [""])
        if quoted and is_text and quote(raw) == quoted:
            yield Edit(place, raw, quoted)

    def _spaced(self, problem: Problem) -> Iterator[Edit]:
        """`text:Hej` without its space is no field yet."""
        place = problem.place
        raw = self.source.line(place.line)[place.column - 1 :].rstrip()
        if problem.values.get("quoted") and (mended := mend_spaces(raw)):
            yield Edit(place, raw, mended)

    def _renamed(self, problem: Problem) -> Iterator[Edit]:
        """Write the nearest name that there is, unless the group has it already."""
        near = str(problem.values.get("near", ""))
        key = str(problem.values.get("field") or problem.values.get("value"))
        for record in self.records:
            is_here = key in record and record.place_of(key, key=True) == problem.place
            if near and is_here and near not in record:
                place = self._inside_quotes(problem.place)
                if self.source.line(place.line)[place.column - 1 :].startswith(key):
                    yield Edit(place, key, near)

    def _inside_quotes(self, place: Place) -> Place:
        sign = self.source.line(place.line)[place.column - 1 : place.column]
        return Place(place.line, place.column + 1) if sign and sign in "\"'" else place

    def _named(self, problem: Problem) -> Iterator[Edit]:
        """Put an id that is missing before the first field of its group."""
        key = str(problem.values.get("field"))
        for record in self.records:
            if unpack(record.start) != problem.place or key in record:
                continue
            if name := self._name_for(key, record):
                self.taken.add(name)
                line, column = problem.place
                if record.flow:
                    yield Edit(Place(line, column + 1), "", f"{key}: {name}, ")
                elif "\t" not in self.source.line(line)[: column - 1]:
                    yield Edit(problem.place, "", f"{key}: {name}\n{' ' * (column - 1)}")

    def _name_for(self, key: str, record: Record) -> str:
        """Make the name that a group lacks, one that nothing in the file has; "" for none."""
        if key in _NAMED_BY_FILE:
            stem = PurePosixPath(self.source.file).stem
            return stem if is_id(stem) else ""
        texts = (record.get(field) for field in _NAMES)
        made = (_shortened(suggest_id(text)) for text in texts if isinstance(text, str))
        name = next(filter(None, made), "") if key in ("id", "lesson") else ""
        numbers = (f"{name}-{number}" for number in range(2, len(self.taken) + 3))
        return next(each for each in (name, *numbers) if each not in self.taken) if name else ""


def _up_to_sign(line: str, start: int) -> str:
    """Give what stands from a place up to the next comma or bracket."""
    end = next((n for n in range(start, len(line)) if line[n] in ",{}[]"), len(line))
    return line[start:end]


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST + 1].rpartition("-")[0]


def _records(value: object) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        for inside in value.values():
            yield from _records(inside)
    elif isinstance(value, Listing):
        for inside in value:
            yield from _records(inside)


def _names_in(value: object) -> Iterator[str]:
    """Give every name that a file uses or has used."""
    for record in _records(value):
        yield from (str(record[key]) for key in ("id", "lesson") if key in record)
        for key in _OLD_NAMES:
            listed = record.get(key)
            for name in listed if isinstance(listed, Listing) else ():
                yield str(name).rpartition("/")[2]
