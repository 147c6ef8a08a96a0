"""What a trainer writes under `dialogue:`, and what can be wrong with it."""

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Block, Inline
from coursewright.core.problems import Finding, Path
from coursewright.exercises.dialogue.parts import Choice, Ending, Line, Openness
from coursewright.exercises.dialogue.ways import reached, turned_round

MOST_LINES = 60


class Dialogue(Exercise):
    """A conversation in which the participant chooses what to say."""

    scene: Block = Field(description="Who meets, where, and what has happened. Markdown.")
    you: Inline = Field(description="Whom the participant is in this talk, e.g. `a colleague`.")
    other: Inline = Field(description="What the other is called. Best a first name.")
    openness: Openness | None = Field(
        default=None, description="How open the other is, where the choices move it."
    )
    lines: list[Line] = Field(
        min_length=1,
        max_length=MOST_LINES,
        description="What the other can come to say. The talk begins with the first.",
    )
    endings: list[Ending] = Field(
        min_length=1, max_length=12, description="The ways the talk can end."
    )

    def heading(self) -> str:
        """Give the title, or the other's first words."""
        return self.title or self.lines[0].says

    def places(self) -> list[Line | Ending]:
        """Give everywhere one can come to, in the order in which they are numbered on paper."""
        return [*self.lines, *self.endings]

    def ways(self) -> dict[str, list[str]]:
        """Give what each line can lead to, by the lines' ids."""
        return {line.id: [choice.to for choice in line.choices] for line in self.lines}

    def findings(self) -> Iterator[Finding]:
        """Find what does not hang together.

        Codes: same-name, same-choice, same-choice-name, no-such-line, line-unreachable,
        ending-unreachable, no-way-out, openness-outside, openness-gap, openness-without-meter.
        """
        yield from self._name_findings()
        for at, choice in self._choices():
            if choice.openness and self.openness is None:
                yield Finding("openness-without-meter", (*at, "openness"))
        unknown = list(self._target_findings())
        # What an unknown name cuts off is found again when the name is right.
        yield from unknown or self._way_findings()
        if self.openness is not None:
            yield from _openness_findings(self.openness)

    def _choices(self) -> Iterator[tuple[Path, Choice]]:
        for number, line in enumerate(self.lines):
            for index, choice in enumerate(line.choices):
                yield ("lines", number, "choices", index), choice

    def _name_findings(self) -> Iterator[Finding]:
        """Find names given twice: among lines and endings, and among the choices of a line."""
        places: list[tuple[Path, Line | Ending]] = [
            *((("lines", number), line) for number, line in enumerate(self.lines)),
            *((("endings", number), ending) for number, ending in enumerate(self.endings)),
        ]
        taken: set[str] = set()
        for path, place in places:
            if place.id in taken:
                yield Finding("same-name", (*path, "id"), {"id": place.id})
            taken.add(place.id)
        for number, line in enumerate(self.lines):
            yield from _choice_findings(line, ("lines", number, "choices"))

    def _target_findings(self) -> Iterator[Finding]:
        known = [place.id for place in self.places()]
        for path, choice in self._choices():
            if choice.to not in known:
                near = next(iter(get_close_matches(choice.to, known, n=1, cutoff=0.5)), "")
                yield Finding("no-such-line", (*path, "to"), {"value": choice.to, "near": near})

    def _way_findings(self) -> Iterator[Finding]:
        ways = self.ways()
        came = reached(self.lines[0].id, ways)
        back = turned_round(ways)
        out = set().union(*(reached(ending.id, back) for ending in self.endings))
        for number, line in enumerate(self.lines):
            if line.id not in came:
                yield Finding("line-unreachable", ("lines", number, "id"), {"id": line.id})
            elif line.id not in out:
                yield Finding("no-way-out", ("lines", number, "id"), {"id": line.id})
        for number, ending in enumerate(self.endings):
            if ending.id not in back:
                yield Finding("ending-unreachable", ("endings", number, "id"), {"id": ending.id})


def _choice_findings(line: Line, path: Path) -> Iterator[Finding]:
    said: set[str] = set()
    names: set[str] = set()
    for index, choice in enumerate(line.choices):
        words = " ".join(choice.say.casefold().split())
        if words in said:
            yield Finding("same-choice", (*path, index, "say"), {"text": choice.say})
        elif choice.value in names:
            yield Finding("same-choice-name", (*path, index, "id"), {"id": choice.value})
        said.add(words)
        names.add(choice.value)


def _openness_findings(openness: Openness) -> Iterator[Finding]:
    if openness.start > openness.to:
        values = {"number": openness.start, "to": openness.to}
        yield Finding("openness-outside", ("openness", "start"), values)
    if 0 not in openness.words:
        values = {"lowest": min(openness.words)}
        yield Finding("openness-gap", ("openness", "words"), values)
    for number in openness.words:
        if not 0 <= number <= openness.to:
            values = {"number": number, "to": openness.to}
            yield Finding("openness-outside", ("openness", "words", str(number)), values)
