"""A room's `examples.yml`: the one source of the gallery, the tests and the accessibility runs.

good:
  - name: importance            # lower-case words with hyphens
    title: How much it matters  # for the gallery
    why: When …                 # one sentence for the gallery
    exercise: {id: …}           # what a trainer writes under the kind's name
    shelf: {name: {…}}          # the files it draws from, where the kind has a shelf
    others: [{scale: {id: …}}]  # exercises it refers to, as `example/ID`
bad:
  - name: gap
    exercise: {…}
    problems: [band-gap]        # the codes it must raise, in order of place
    mended: [[old, new]]        # texts to put in the place of others, so that nothing is wrong
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from coursewright.core.course import Exercise, Placed
from coursewright.core.kinds import Kind, Shelf
from coursewright.core.part import Part
from coursewright.core.problems import Path, Problem, in_order
from coursewright.core.source import Record, Source, read_source
from coursewright.core.validation import findings_of, misspelt, validated

FILE = "examples.yml"
MODULE = "example"


@dataclass(frozen=True)
class Example:
    """One named example.

    exercise: the finished exercise; None where it has mistakes. problems: what was found.
    expected: the codes a bad example must raise; empty for a good one.
    mended: (old, new) texts, with which nothing would be wrong; empty where nobody says.
    yaml: the exercise as it stands in the file, without its indentation.
    files: those it draws from, by their path in a course, as they stand in the file.
    others: the exercises it refers to, and how they stand in the file.
    """

    kind: Kind
    name: str
    title: str
    why: str
    yaml: str
    exercise: Exercise | None
    problems: list[Problem] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    mended: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    others: list[tuple[Placed, str]] = field(default_factory=list)

    def placed(self) -> Placed:
        """Give the example as if it stood in a module called "example"."""
        if self.exercise is None:
            raise ValueError(f"the example {self.name} has mistakes and cannot be placed")
        return Placed(kind=self.kind.name, module=MODULE, exercise=self.exercise)


def read_examples(kind: Kind, kinds: Mapping[str, Kind]) -> list[Example]:
    """Read a room's examples, good ones first.

    kinds: those that the examples' others can be of. Raises ValueError when the file itself, or
    one of the others, cannot be read: that is a mistake of ours.
    """
    file = kind.folder / FILE
    source = read_source(file.read_bytes(), file.name)
    if source.data is None or source.problems:
        raise ValueError(f"{file}: {source.problems}")
    return list(_examples(kind, source, source.data, kinds))


def _examples(
    kind: Kind, source: Source, data: Record, kinds: Mapping[str, Kind]
) -> Iterator[Example]:
    for group in ("good", "bad"):
        for number, entry in enumerate(data.get(group, [])):
            path: Path = (group, number, "exercise")
            others = list(_others(kinds, source, path[:-1], entry))
            beside = {placed.address: placed.exercise for placed, _ in others}
            exercise, problems = _read(kind, source, path, entry, beside)
            yield Example(
                kind=kind,
                name=entry["name"],
                title=entry.get("title", entry["name"]),
                why=entry.get("why", ""),
                yaml=_lines_of(source, path),
                exercise=exercise,
                problems=in_order(problems),
                expected=list(entry.get("problems", [])),
                mended=[(old, new) for old, new in entry.get("mended", [])],
                files=_files(kind, source, path[:-1], entry),
                others=others,
            )


def _others(
    kinds: Mapping[str, Kind], source: Source, path: Path, entry: Record
) -> Iterator[tuple[Placed, str]]:
    for number, block in enumerate(entry.get("others", [])):
        [(name, body)] = block.items()
        way: Path = (*path, "others", number)
        exercise, problems = validated(kinds[name].model, source, (*way, name), body)
        if exercise is None or problems:
            raise ValueError(f"{source.file}: {entry['name']}: {problems}")
        yield Placed(kind=name, module=MODULE, exercise=exercise), _lines_of(source, way)


def _files(kind: Kind, source: Source, path: Path, entry: Record) -> dict[str, str]:
    if kind.shelf is None:
        return {}
    names = entry.get("shelf", {})
    folder = kind.shelf.folder
    return {f"{folder}/{n}.yml": _lines_of(source, (*path, "shelf", n)) for n in names}


def _read(
    kind: Kind, source: Source, path: Path, entry: Record, others: Mapping[str, Exercise]
) -> tuple[Exercise | None, list[Problem]]:
    body: Any = entry["exercise"]
    if isinstance(body, str) and kind.short:
        body = {kind.short: body}
    exercise, problems = validated(kind.model, source, path, body)
    shelves: dict[str, dict[str, Part | None]] = {}
    if kind.shelf is not None:
        parts, more = _shelf(kind.shelf, source, (*path[:-1], "shelf"), entry)
        shelves[kind.shelf.folder] = parts
        problems += more
    if exercise is not None:
        exercise, findings = exercise.resolve(shelves)
        problems += findings_of(findings, source, path)
        exercise, more = _connected(exercise, source, path, others)
        problems += more
    return (None if problems else exercise), problems


def _connected(
    exercise: Exercise, source: Source, path: Path, others: Mapping[str, Exercise]
) -> tuple[Exercise, list[Problem]]:
    links = list(exercise.links())
    missing = [
        misspelt(source, (*path, *way), name, others, "no-such-exercise")
        for way, name in links
        if name not in others
    ]
    if missing or not links:
        return exercise, missing
    connected, findings = exercise.connect(others)
    return connected, list(findings_of(findings, source, path))


def _shelf(
    shelf: Shelf, source: Source, path: Path, entry: Record
) -> tuple[dict[str, Part | None], list[Problem]]:
    files = entry.get("shelf", {})
    read = {name: validated(shelf.model, source, (*path, name), files[name]) for name in files}
    parts = {name: part for name, (part, _) in read.items()}
    return parts, [problem for _, problems in read.values() for problem in problems]


def _lines_of(source: Source, path: Path) -> str:
    """Give the lines of the value at `path`, up to the next line that is indented less."""
    start = source.place_of(path)
    lines = source.lines[start.line - 1 :]
    indent = start.column - 1
    taken = [lines[0][indent:]]
    for line in lines[1:]:
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            break
        taken.append(line[indent:])
    return "\n".join(taken).rstrip()
