"""What a trainer writes under `checklist:`."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Inline, WholeNumber
from coursewright.core.numbers import Numbers
from coursewright.core.problems import Finding, Path
from coursewright.exercises.checklist import band_rules, rules
from coursewright.exercises.checklist.parts import Band, Item, Section
from coursewright.exercises.checklist.totals import Totals, count_totals


class Checklist(Exercise):
    """Statements rated on one scale."""

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

    def items(self) -> list[Item]:
        """Give all statements in order."""
        return [item for section in self.sections for item in section.items]

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give every statement's id."""
        for number, section in enumerate(self.sections):
            for index, item in enumerate(section.items):
                yield item.id, ("sections", number, "items", index, "id")

    def totals(self) -> Totals:
        """Give every score that answers to all statements can add up to."""
        return count_totals([item.weight for item in self.items()], self.scale.numbers())

    def findings(self) -> Iterator[Finding]:
        """Find what Numbers finds in the scale, `rules` in the statements, `band_rules` in bands.

        Codes of its own: enough-too-many, picks-too-many.
        """
        wrong = [replace(found, path=("scale", *found.path)) for found in self.scale.findings()]
        wrong += rules.weight_findings(self.sections)
        yield from wrong
        yield from rules.statement_findings(self.sections)
        yield from rules.title_findings(self.sections)
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
