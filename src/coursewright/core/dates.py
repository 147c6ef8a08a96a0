"""Dates that participants set: something that is to happen on a day, and comes to «Min side»."""

from dataclasses import dataclass
from typing import Literal

Rhythm = Literal["day", "week", "month"]


@dataclass(frozen=True)
class Dated:
    """A date that a participant sets in an exercise.

    A field in rows is written `rows.*.column`, in `words` and `done` as well.

    field: where the date is kept. title: what a calendar calls it (inline Markdown); without one,
    what is written in `words`, or what asked for the date.
    words: the field in which the participant says what is to be done.
    done: the field that is answered once it is done.
    every: the date says when it was last done; the next time is so much later.
    count: how often, for something that comes back.
    """

    field: str
    title: str | None = None
    words: str | None = None
    done: str | None = None
    every: Rhythm | None = None
    count: int | None = None
