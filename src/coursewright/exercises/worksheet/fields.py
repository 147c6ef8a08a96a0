"""What a worksheet asks with: the inputs of all kinds, and for written answers a self-check."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from coursewright.core.fields import Reference
from coursewright.core.inputs import (
    Asked,
    Choice,
    DateInput,
    Long,
    NumberInput,
    Option,
    Rows,
    ScaleInput,
    Short,
    Tick,
    Ticks,
)
from coursewright.core.problems import Finding
from coursewright.core.variants import one_of


class Checked(Asked):
    """An answer that participants hold against a few criteria themselves."""

    check: list[Option] = Field(
        default=[],
        max_length=8,
        description="What a good answer is like. Participants tick for themselves what is true of "
        "theirs.",
    )

    def findings(self) -> Iterator[Finding]:
        """Find a criterion that stands there already (criterion-twice)."""
        yield from super().findings()
        seen: set[str] = set()
        for index, criterion in enumerate(self.check):
            if criterion.value in seen:
                yield Finding("criterion-twice", ("check", index), {"text": criterion.text})
            seen.add(criterion.value)


class CheckedShort(Checked, Short):
    """A line of text, with a self-check."""


class CheckedLong(Checked, Long):
    """A text of several lines, with a self-check."""


class CheckedRows(Checked, Rows):
    """Rows, with a self-check; the first column can take what was chosen elsewhere."""

    rows_from: Reference | None = Field(
        default=None,
        description="An exercise in which participants choose, as `module/exercise`. With one tap "
        "each choice becomes a row, in the first column.",
    )

    def findings(self) -> Iterator[Finding]:
        """Find `rows_from` without a column of text to put the choices in (rows-from-no-text)."""
        yield from super().findings()
        if self.rows_from and not isinstance(self.columns[0], Short | Long):
            values = {"column": self.columns[0].id}
            yield Finding("rows-from-no-text", ("columns", 0, "answer"), values)


Tasks = (
    CheckedShort
    | CheckedLong
    | NumberInput
    | DateInput
    | Choice
    | Ticks
    | ScaleInput
    | Tick
    | CheckedRows
)
AnyTask = Annotated[Tasks, one_of("answer", Tasks, default="short")]
"""One field of a worksheet."""
