"""What several kinds ask with: a text, a number, a date, a choice, ticks, a scale, rows of them.

An answer is kept under the input's id. In a row it is kept under `ROWS.ROW.COLUMN`; the browser
gives the row its name, `r1`, `r2`, …, and never gives one twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from coursewright.core.dates import Dated
from coursewright.core.fields import Id, Inline, Number, WholeNumber
from coursewright.core.numbers import Numbers
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.core.validation import nearest
from coursewright.core.variants import one_of


class Option(Part):
    """One thing to choose; written as a text, or with an id where the words may change."""

    text: Inline = Field(description="What can be chosen.")
    id: Id | None = Field(
        default=None,
        description="Stable name. Without one the answer follows the words, and is lost when "
        "they change.",
    )

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, data: object) -> object:
        return {"text": data} if isinstance(data, str) else data

    @property
    def value(self) -> str:
        """The name in stored answers: the id, or eight hex digits of the text."""
        return self.id or blake2b(self.text.encode(), digest_size=4).hexdigest()


class Asked(Part):
    """What every input has."""

    id: Id = Field(description="Stable name, unique in the exercise. The answer is kept under it.")
    ask: Inline = Field(description="What is asked; stands above the field.")
    hint: Inline | None = Field(
        default=None, description="A few words of help, shown between question and field."
    )

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong inside the input."""
        yield from ()


class Short(Asked):
    """A line of text."""

    answer: Literal["short"] = Field(default="short", description="A line of text.")


class Long(Asked):
    """A text of several lines."""

    answer: Literal["long"] = Field(description="A text of several lines.")


class NumberInput(Asked):
    """A number that is typed."""

    answer: Literal["number"] = Field(description="A number that is typed.")
    min: Number | None = Field(default=None, description="The smallest number that makes sense.")
    max: Number | None = Field(default=None, description="The largest number that makes sense.")
    unit: Inline | None = Field(
        default=None, description="What the number counts, e.g. `hours`; stands after the question."
    )

    def findings(self) -> Iterator[Finding]:
        """Find a smallest number above the largest (min-above-max)."""
        if self.min is not None and self.max is not None and self.min > self.max:
            yield Finding("min-above-max", ("min",), {"min": self.min, "max": self.max})


class DateInput(Asked):
    """A date, which can become an entry in the participant's calendar."""

    answer: Literal["date"] = Field(description="A date.")
    remind: Inline | None = Field(
        default=None,
        description="Title of a calendar entry. With it, the participant can put the date into "
        "the phone's own calendar.",
    )
    what: Id | None = Field(
        default=None,
        description="The field beside it that says what is to be done on that day; its answer "
        "stands with the date on «Min side» and in the calendar.",
    )


class _WithOptions(Asked):
    options: list[Option] = Field(
        min_length=2, max_length=30, description="What can be chosen, 2 to 30 options."
    )

    def findings(self) -> Iterator[Finding]:
        """Find an option that stands there already (option-twice)."""
        seen: set[str] = set()
        for index, option in enumerate(self.options):
            if option.value in seen:
                yield Finding("option-twice", ("options", index), {"text": option.text})
            seen.add(option.value)


class Choice(_WithOptions):
    """One of several options."""

    answer: Literal["choice"] = Field(description="One of several options.")


class Ticks(_WithOptions):
    """Any of several options."""

    answer: Literal["ticks"] = Field(description="Any number of several options.")


class ScaleInput(Numbers, Asked):
    """A number on a scale."""

    answer: Literal["scale"] = Field(description="A number on a scale, chosen with one tap.")

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong with the numbers."""
        return Numbers.findings(self)


class Tick(Asked):
    """Something that is so, or is done, once it is ticked."""

    answer: Literal["tick"] = Field(description="One box to tick; the question is its text.")


Inputs = Short | Long | NumberInput | DateInput | Choice | Ticks | ScaleInput | Tick
AnyInput = Annotated[Inputs, one_of("answer", Inputs, default="short")]
"""What is answered with one value."""


class Rows(Asked):
    """The same few questions, answered once in each row."""

    answer: Literal["rows"] = Field(description="Rows with the same few questions in each.")
    columns: list[AnyInput] = Field(
        min_length=1, max_length=6, description="What each row asks, 1 to 6 questions."
    )
    rows: WholeNumber = Field(
        default=3, ge=1, le=20, description="How many rows there are on paper."
    )
    add: Inline | None = Field(
        default=None, description="What the button for another row says, e.g. `Add a task`."
    )

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong inside the columns."""
        return input_findings(self.columns, ("columns",))


Fields = Inputs | Rows
AnyField = Annotated[Fields, one_of("answer", Fields, default="short")]
"""What is answered with one value, or with rows of them."""


def input_findings(inputs: Sequence[Asked], path: Path) -> Iterator[Finding]:
    """Find what is wrong inside each input, and a `what` that is no written field beside it.

    path: the way to their list.
    """
    written = [each.id for each in inputs if isinstance(each, Short | Long)]
    for index, each in enumerate(inputs):
        for found in each.findings():
            yield replace(found, path=(*path, index, *found.path))
        if isinstance(each, DateInput) and each.what and each.what not in written:
            values = {"what": each.what, "near": nearest(each.what, written)}
            yield Finding("what-unknown", (*path, index, "what"), values)


def input_ids(inputs: Sequence[Asked], path: Path) -> Iterator[tuple[str, Path]]:
    """Give (id, path) of each input for `scored()`; a column's id is `rows.column`."""
    for index, each in enumerate(inputs):
        yield each.id, (*path, index, "id")
        if isinstance(each, Rows):
            for name, inside in input_ids(each.columns, (*path, index, "columns")):
                yield f"{each.id}.{name}", inside


def input_prompts(inputs: Sequence[Asked]) -> Mapping[str, str]:
    """Give what is asked, by field, for `prompts()`; a column's field is `rows.*.column`."""
    asked: dict[str, Any] = {}
    for each in inputs:
        if isinstance(each, Rows):
            asked |= {f"{each.id}.*.{column.id}": column.ask for column in each.columns}
        else:
            asked[each.id] = each.ask
    return asked


def input_dates(inputs: Sequence[Asked], row: str = "") -> Iterator[Dated]:
    """Give the dates among the inputs, for `dates()`.

    row: what stands before the fields' names where each row has them, e.g. `entry.*.`.
    """
    for each in inputs:
        if isinstance(each, Rows):
            yield from input_dates(each.columns, f"{each.id}.*.")
        elif isinstance(each, DateInput):
            words = row + each.what if each.what else None
            yield Dated(row + each.id, each.remind, words)
