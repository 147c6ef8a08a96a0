"""What `check --fix` does: mend what is sure, write the files, say what was changed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursewright.core.edits import Edit, apply
from coursewright.core.fixes import fixes
from coursewright.core.kinds import Kinds
from coursewright.core.loading import load_course
from coursewright.core.problems import Problem
from coursewright.core.source import Source, read_source
from coursewright.core.wording import LONGEST, shorten

MOST_ROUNDS = 25
"""A mistake can hide others, so a course is read again after each round of changes."""


@dataclass(frozen=True)
class Changed:
    """One change that was made. file: from the course folder. line: as it was then counted."""

    file: str
    line: int
    before: str
    after: str

    def __str__(self) -> str:
        """Say it on two lines, the old text above the new."""
        place = f"{self.file}:{self.line}:"
        texts = [shorten(text.strip(), LONGEST) for text in (self.before, self.after)]
        return f"{place} - {texts[0]}\n{'':>{len(place)}} + {texts[1]}"


def fix(folder: Path, kinds: Kinds) -> Iterator[Changed]:
    """Mend a course's files in place, and give each change once it is written.

    Raises OSError where a file cannot be written.
    """
    for _ in range(MOST_ROUNDS):
        loaded = load_course(folder, kinds, keep_sources=True)
        found: dict[str, list[Problem]] = defaultdict(list)
        for problem in loaded.problems:
            found[problem.file].append(problem)
        changed = False
        for file, source in {**loaded.sources, **loaded.drafts}.items():
            edits = fixes(source, found[file])
            if edits and _write(folder / file, source, edits):
                changed = True
                yield from (_changed(source, edit) for edit in edits)
        if not changed:
            return


def _write(path: Path, source: Source, edits: list[Edit]) -> bool:
    """Write a file anew; not where its fields could no longer be read afterwards."""
    content = apply(path.read_bytes(), edits)
    if source.data is not None and read_source(content, source.file).data is None:
        return False
    path.write_bytes(content)
    return True


def _changed(source: Source, edit: Edit) -> Changed:
    line, start = source.line(edit.place.line), edit.place.column - 1
    after = line[:start] + edit.new.replace("\n", " ⏎ ") + line[start + len(edit.old) :]
    return Changed(source.file, edit.place.line, line, " ".join(after.split()))
