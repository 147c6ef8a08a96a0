"""What a trainer writes under `checklist:`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar, Self

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Inline, Reference, WholeNumber
from coursewright.core.numbers import Numbers
from coursewright.core.problems import Finding, Path
from coursewright.exercises.checklist import band_rules, rules, taken
from coursewright.exercises.checklist.parts import Band, Item, Other, Section
from coursewright.exercises.checklist.totals import Totals, count_totals


class Checklist(Exercise):
    """Statements rated on one scale."""

    wording: ClassVar[frozenset[str]] = Exercise.wording | {"compare_with"}

    title: Inline = Field(description="Heading of the checklist.")
    scale: Numbers = Field(description="The numbers all statements are answered with.")
    sections: list[Section] = Field(
        min_length=1, max_length=12, description="The statements, in one part or several."
    )
    bands: list[Band] = Field(
        default=[],
        max_length=12,
        description="What the score means. Without bands there is no score, only the profile.",
    )
    pick_strengths: WholeNumber = Field(
        default=0, ge=0, le=5, description="How many of the highest answers to point out."
    )
    pick_growth: WholeNumber = Field(
        default=0, ge=0, le=5, description="How many of the lowest answers to point out."
    )
    enough: WholeNumber | None = Field(
        default=None,
        ge=1,
        description="So many answers are enough for a result; all of them where it is left out.",
    )
    compare_with: Reference | None = Field(
        default=None,
        description="The checklist with the same statements, answered earlier, as "
        "`module/exercise`; what has moved since then is shown.",
    )
    other: Other | None = Field(
        default=None,
        description="Somebody else who rates the same statements, for a second view beside one's "
        "own. It is asked for when the participant's own result stands there.",
    )

    def items(self) -> list[Item]:
        """Give all statements in order."""
        return [item for section in self.sections for item in section.items]

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give every section's and every statement's id."""
        for number, section in enumerate(self.sections):
            if section.id:
                yield section.id, ("sections", number, "id")
            for index, item in enumerate(section.items):
                yield item.id, ("sections", number, "items", index, "id")

    def links(self) -> Iterator[tuple[Path, str]]:
        """Give the exercises shown above, and those that statements are taken from."""
        yield from super().links()
        yield from taken.links(self.sections)
        if self.compare_with:
            yield ("compare_with",), self.compare_with

    def numbers_asked(self) -> dict[str, Numbers]:
        """Give the scale of every statement."""
        return {item.id: self.scale for item in self.items()}

    def continues(self) -> str | None:
        """Give the earlier exercise that is compared with."""
        return self.compare_with

    def connect(self, others: Mapping[str, Exercise]) -> tuple[Self, list[Finding]]:
        """Take the statements that are chosen elsewhere, and look at what is compared with.

        Codes: no-choices-there, taken-twice, compare-other-statements.
        """
        choices = {address: other.choices() for address, other in others.items()}
        sections, found = taken.connect(self.sections, choices)
        if self.compare_with:
            found += self._comparison_findings(others[self.compare_with].numbers_asked())
        return self.model_copy(update={"sections": sections}), found

    def _comparison_findings(self, asked: Mapping[str, Numbers]) -> Iterator[Finding]:
        """Find statements that were not answered there, or on other numbers."""
        alike = {name for name, scale in asked.items() if scale.numbers() == self.scale.numbers()}
        other = [item.id for item in self.items() if item.id not in alike]
        if other:
            values = {"other": self.compare_with, "ids": ", ".join(other)}
            yield Finding("compare-other-statements", ("compare_with",), values)

    def totals(self) -> Totals:
        """Give every score that answers to all statements can add up to."""
        return count_totals([item.weight for item in self.items()], self.scale.numbers())

    def findings(self) -> Iterator[Finding]:
        """Find what Numbers finds in the scale, `rules` in the statements, `band_rules` in bands.

        Where the statements come from is looked at by `taken`. Codes of its own:
        enough-too-many, picks-too-many.
        """
        wrong = [replace(found, path=("scale", *found.path)) for found in self.scale.findings()]
        wrong += rules.weight_findings(self.sections)
        wrong += taken.findings(self.sections, has_bands=bool(self.bands))
        yield from wrong
        yield from rules.statement_findings(self.sections)
        yield from rules.title_findings(self.sections)
        if not taken.is_taken(self.sections):
            yield from self._count_findings()
        if not self.pick_growth:
            yield from rules.tip_findings(self.sections)
        if self.bands and not wrong:
            yield from band_rules.findings(self.bands, self.totals())

    def _count_findings(self) -> Iterator[Finding]:
        count = len(self.items())
        if self.enough is not None and self.enough > count:
            values = {"enough": self.enough, "count": count}
            yield Finding("enough-too-many", ("enough",), values)
        picks = self.pick_strengths + self.pick_growth
        if picks > count:
            last = "pick_growth" if self.pick_growth else "pick_strengths"
            yield Finding("picks-too-many", (last,), {"picks": picks, "count": count})
