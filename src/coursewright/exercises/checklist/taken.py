"""Statements that are chosen in another exercise: taken over at build time, all of them.

Which ones a participant rates shows in the browser only, so their number is not known here: that
is why such a checklist has no bands.
"""

from collections.abc import Iterator, Mapping, Sequence

from coursewright.core.problems import Finding, Path
from coursewright.exercises.checklist.parts import Item, Section


def is_taken(sections: Sequence[Section]) -> bool:
    """Tell whether any statements come from another exercise."""
    return any(section.items_from for section in sections)


def links(sections: Sequence[Section]) -> Iterator[tuple[Path, str]]:
    """Give (way to the field, address) of each exercise that statements come from."""
    for number, section in enumerate(sections):
        if section.items_from:
            yield ("sections", number, "items_from"), section.items_from


def findings(sections: Sequence[Section], *, has_bands: bool) -> Iterator[Finding]:
    """Find section-empty, items-twofold and bands-with-choices."""
    for number, section in enumerate(sections):
        if section.items and section.items_from:
            yield Finding("items-twofold", ("sections", number, "items_from"))
        if not (section.items or section.items_from):
            yield Finding("section-empty", ("sections", number))
    if has_bands and is_taken(sections):
        yield Finding("bands-with-choices", ("bands",))


def connect(
    sections: Sequence[Section], choices: Mapping[str, Mapping[str, str]]
) -> tuple[list[Section], list[Finding]]:
    """Give the sections with their statements, and what is wrong with those taken.

    choices: address → what can be chosen there, id → text. Codes: no-choices-there, taken-twice.
    """
    found: list[Finding] = []
    known = {item.id for section in sections for item in section.items}
    connected = []
    for number, section in enumerate(sections):
        offered = choices.get(section.items_from or "", {})
        path: Path = ("sections", number, "items_from")
        if section.items_from and not offered:
            found.append(Finding("no-choices-there", path, {"address": section.items_from}))
        twice = sorted(known & set(offered))
        if twice:
            found.append(Finding("taken-twice", path, {"ids": ", ".join(twice)}))
        known |= set(offered)
        items = [Item(id=name, text=text) for name, text in offered.items()]
        connected.append(section.model_copy(update={"items": items}) if items else section)
    return connected, found
