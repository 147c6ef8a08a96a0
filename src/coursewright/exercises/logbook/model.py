"""What a trainer writes under `logbook:`, and what can be wrong with it."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.dates import Dated, Rhythm
from coursewright.core.fields import Inline, WholeNumber
from coursewright.core.inputs import (
    AnyInput,
    input_dates,
    input_findings,
    input_ids,
    input_prompts,
)
from coursewright.core.problems import Finding, Path

ENTRIES = "entry"
"""An answer is kept under `entry.ROW.FIELD`."""

DATE = "date"
"""The field of each entry's date."""


class Logbook(Exercise):
    """Dated entries with the same few fields, added one by one."""

    title: Inline = Field(description="Heading of the logbook.")
    fields: list[AnyInput] = Field(
        min_length=1, max_length=8, description="What each entry asks, besides its date."
    )
    add: Inline | None = Field(
        default=None, description="What the button for a new entry says, e.g. `A new talk`."
    )
    ask_for: WholeNumber | None = Field(
        default=None, ge=1, le=50, description="How many entries you ask for, e.g. 4."
    )
    every: Rhythm | None = Field(
        default=None, description="How often there should be an entry: `day`, `week` or `month`."
    )
    remind: Inline | None = Field(
        default=None,
        description="Title of a calendar entry that comes back as often as `every` says. With it, "
        "participants can put it into their own calendar.",
    )

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give every field's id."""
        return input_ids(self.fields, ("fields",))

    def prompts(self) -> Mapping[str, str]:
        """Give what each field asks, by `entry.*.FIELD`."""
        asked = input_prompts(self.fields).items()
        return {f"{ENTRIES}.*.{name}": ask for name, ask in asked}

    def dates(self) -> Iterator[Dated]:
        """Give when the next entry is due, and the dates that entries ask for."""
        if self.every:
            title = self.remind or self.title
            yield Dated(f"{ENTRIES}.*.{DATE}", title, every=self.every, count=self.ask_for)
        yield from input_dates(self.fields, f"{ENTRIES}.*.")

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong inside the fields; date-is-there, remind-how-often."""
        for index, each in enumerate(self.fields):
            if each.id == DATE:
                yield Finding("date-is-there", ("fields", index, "id"))
        if self.remind and not self.every:
            yield Finding("remind-how-often", ("remind",))
        yield from input_findings(self.fields, ("fields",))
