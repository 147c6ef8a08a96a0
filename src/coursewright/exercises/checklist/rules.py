"""What can be wrong with statements that have every field right by themselves."""

from collections.abc import Iterator, Sequence

from coursewright.core.problems import Finding, Path
from coursewright.exercises.checklist.parts import Item, Section
from coursewright.exercises.checklist.totals import FINEST, exact


def weight_findings(sections: Sequence[Section]) -> Iterator[Finding]:
    """Find weight-too-fine: more decimals than scores are counted with."""
    for path, item in _items(sections):
        if FINEST % exact(item.weight).denominator:
            yield Finding("weight-too-fine", (*path, "weight"), {"weight": f"{item.weight:g}"})


def statement_findings(sections: Sequence[Section]) -> Iterator[Finding]:
    """Find duplicate-statement: the same words again, whatever the capitals and full stops."""
    seen: set[str] = set()
    for path, item in _items(sections):
        words = " ".join(item.text.casefold().rstrip(".!").split())
        if words in seen:
            yield Finding("duplicate-statement", (*path, "text"), {"text": item.text})
        seen.add(words)


def title_findings(sections: Sequence[Section]) -> Iterator[Finding]:
    """Find section-untitled: a score for each section needs a name for each."""
    if len(sections) == 1:
        return
    for number, section in enumerate(sections):
        if section.title is None:
            yield Finding("section-untitled", ("sections", number), {"number": number + 1})


def tip_findings(sections: Sequence[Section]) -> Iterator[Finding]:
    """Find tip-unseen: a tip where no growth areas are pointed out; a warning."""
    for path, item in _items(sections):
        if item.tip:
            yield Finding("tip-unseen", (*path, "tip"), {}, "warning")


def _items(sections: Sequence[Section]) -> Iterator[tuple[Path, Item]]:
    for number, section in enumerate(sections):
        for index, item in enumerate(section.items):
            yield ("sections", number, "items", index), item
