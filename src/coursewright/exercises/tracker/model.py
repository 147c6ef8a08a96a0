"""What a trainer writes under `tracker:`, and what can be wrong with it."""

from collections.abc import Iterator

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.dates import Dated
from coursewright.core.fields import Id, Inline, WholeNumber
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path

TAKEN = frozenset({"text", "due", "note"})
"""What else is kept of a row besides the dates of its stages."""

OWN = "own-{number}"
"""The name of a row that the participant gives a text."""


class Stage(Part):
    """One step that every row comes through; the date is kept when it does."""

    id: Id = Field(description="Stable name. The dates are kept under it: never change it.")
    title: Inline = Field(description="What has happened then, in a word or two: `Agreed`.")


class Row(Part):
    """Something that is to come through the stages."""

    id: Id = Field(description="Stable name. The dates are kept under it: never change it.")
    text: Inline = Field(description="What is to be done, in a few words.")
    by: Inline | None = Field(
        default=None, description="When, how often or with whom; stands under the text."
    )


class Tracker(Exercise):
    """Rows that come through stages, each with its date."""

    title: Inline = Field(description="Heading, under which participants find it again.")
    stages: list[Stage] = Field(
        min_length=1, max_length=5, description="The stages in order, from first to last."
    )
    rows: list[Row] = Field(
        default=[], max_length=20, description="What is tracked, in the order it is shown."
    )
    own_rows: WholeNumber = Field(
        default=0, ge=0, le=10, description="How many rows participants can add themselves."
    )
    own_ask: Inline | None = Field(
        default=None, description="What is asked above such a row, e.g. `My own step`."
    )
    due: Inline | None = Field(
        default=None,
        description="Ask for a date that each row is to be done by, with these words; it can go "
        "into the phone's calendar.",
    )
    note: Inline | None = Field(
        default=None, description="Ask for a line of text at each row, with these words."
    )

    def own(self) -> list[str]:
        """Give the names of the rows that participants give a text themselves."""
        return [OWN.format(number=number) for number in range(1, self.own_rows + 1)]

    def prompts(self) -> dict[str, str]:
        """Give what each date and each line is about."""
        asked = [(stage.id, stage.title) for stage in self.stages]
        asked += [(name, ask) for name, ask in (("due", self.due), ("note", self.note)) if ask]
        return {
            f"{row.id}.{name}": f"{row.text}: {ask}" for row in self.rows for name, ask in asked
        }

    def dates(self) -> Iterator[Dated]:
        """Give the day that each row is to be done by; it is, with the date of the last stage."""
        if self.due:
            last = self.stages[-1].id
            for row in self.rows:
                yield Dated(f"{row.id}.due", row.text, done=f"{row.id}.{last}")
            for name in self.own():
                yield Dated(f"{name}.due", words=f"{name}.text", done=f"{name}.{last}")

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give every stage and every row: a date is kept under both."""
        for index, stage in enumerate(self.stages):
            yield stage.id, ("stages", index, "id")
        for index, row in enumerate(self.rows):
            yield row.id, ("rows", index, "id")

    def findings(self) -> Iterator[Finding]:
        """Find tracker-empty, stage-id-taken, row-id-taken, own-ask-unseen."""
        if not self.rows and not self.own_rows:
            yield Finding("tracker-empty")
        for index, stage in enumerate(self.stages):
            if stage.id in TAKEN:
                yield Finding("stage-id-taken", ("stages", index, "id"), {"id": stage.id})
        for index, row in enumerate(self.rows):
            if row.id in self.own():
                yield Finding("row-id-taken", ("rows", index, "id"), {"id": row.id})
        if self.own_ask and not self.own_rows:
            yield Finding("own-ask-unseen", ("own_ask",), {}, "warning")
