"""What a trainer writes under `agenda:`, and what can be wrong with it."""

from collections.abc import Iterator
from itertools import accumulate

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Block, Id, Inline, WholeNumber, YesNo
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.exercises.agenda.moments import MIDNIGHT, Day, TimeOfDay, in_digits


class Item(Part):
    """A point of the programme."""

    title: Inline = Field(description="What happens.")
    minutes: WholeNumber = Field(ge=1, le=720, description="How long it takes.")
    text: Block | None = Field(default=None, description="More about it. Markdown.")
    who: Inline | None = Field(default=None, description="Who leads it.")
    pause: YesNo = Field(default=False, description="`yes`: a break; it stands back in the list.")
    at: TimeOfDay | None = Field(
        default=None,
        description="When it must begin, e.g. lunch at `12:00`. The minutes before it are checked "
        "against it.",
    )


class AgendaDay(Part):
    """One day, or one meeting, from its start on."""

    id: Id = Field(description="Stable name of the day, e.g. `day-1`.")
    title: Inline = Field(description="What the day is called.")
    date: Day | None = Field(
        default=None,
        description="The date, e.g. `2026-12-01`. On that day the programme shows where you are.",
    )
    start: TimeOfDay | None = Field(
        default=None,
        description="When it begins, e.g. `9:00`. Without it the minutes stand alone until "
        "somebody begins.",
    )
    items: list[Item] = Field(min_length=1, max_length=60, description="The points, in order.")

    def times(self) -> list[int]:
        """Give when each item begins and the last one ends, in minutes from the day's start."""
        return list(accumulate((item.minutes for item in self.items), initial=0))

    def time_findings(self, path: Path) -> Iterator[Finding]:
        """Find what does not fit the clock; a fixed time is right for what comes after it."""
        if self.start is None:
            for index, item in enumerate(self.items):
                if item.at is not None:
                    yield Finding("at-without-start", (*path, "items", index, "at"))
            return
        now = self.start
        for index, item in enumerate(self.items):
            if item.at is not None and item.at != now:
                yield self._disagreement(index, item.at, now, (*path, "items", index, "at"))
                now = item.at
            now += item.minutes
        if now > MIDNIGHT:
            values = {"start": in_digits(self.start), "minutes": self.times()[-1]}
            yield Finding("past-midnight", (*path, "start"), values)

    def _disagreement(self, index: int, at: int, reached: int, path: Path) -> Finding:
        """Say what the minutes add up to, and what would make the item before it fit."""
        minutes = self.items[index - 1].minutes + at - reached if index else 0
        near = minutes if minutes > 0 else ""
        values = {"at": in_digits(at), "reached": in_digits(reached), "near": near}
        return Finding("times-disagree", path, values)


class Agenda(Exercise):
    """A programme with times."""

    title: Inline = Field(description="Heading of the programme.")
    days: list[AgendaDay] = Field(
        min_length=1, max_length=20, description="The days, or the meetings, in order."
    )

    @property
    def asks(self) -> bool:
        """There is nothing to answer."""
        return False

    def findings(self) -> Iterator[Finding]:
        """Find day-twice, at-without-start, times-disagree and past-midnight."""
        for index, day in enumerate(self.days):
            if day.id in [earlier.id for earlier in self.days[:index]]:
                yield Finding("day-twice", ("days", index, "id"), {"id": day.id})
            yield from day.time_findings(("days", index))
