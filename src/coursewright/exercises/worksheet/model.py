"""What a trainer writes under `worksheet:`, and what can be wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, Self

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.dates import Dated
from coursewright.core.fields import Block, Inline
from coursewright.core.inputs import input_dates, input_findings, input_ids, input_prompts
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.exercises.worksheet.fields import AnyTask, CheckedRows, Tasks


class Section(Part):
    """Fields that belong together."""

    title: Inline = Field(description="Heading of the section.")
    text: Block | None = Field(
        default=None, description="What the section is about, above its fields. Markdown."
    )
    fields: list[AnyTask] = Field(
        min_length=1, max_length=30, description="What is asked in the section, in order."
    )


class Worksheet(Exercise):
    """A form of the participant's own: filled in, kept, and revised later."""

    title: Inline = Field(description="Heading of the worksheet.")
    layout: Literal["list", "columns", "cards", "steps"] = Field(
        default="list",
        description="`list`: one below the other. `columns`: side by side where there is room. "
        "`cards`: each part on a card. `steps`: one part at a time.",
    )
    fields: list[AnyTask] = Field(
        default=[],
        max_length=30,
        description="What is asked, in order. In columns, cards and steps each field is a part.",
    )
    sections: list[Section] = Field(
        default=[],
        max_length=12,
        description="In place of `fields`: parts with a heading and fields of their own.",
    )

    def parts(self) -> list[tuple[Path, Sequence[Tasks]]]:
        """Give (way, fields) of each list of fields."""
        inside: list[tuple[Path, Sequence[Tasks]]] = [
            (("sections", index, "fields"), section.fields)
            for index, section in enumerate(self.sections)
        ]
        return inside or [(("fields",), self.fields)]

    def tasks(self) -> list[Tasks]:
        """Give all fields in order."""
        return [task for _, tasks in self.parts() for task in tasks]

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give every field's id."""
        for path, tasks in self.parts():
            yield from input_ids(tasks, path)

    def prompts(self) -> Mapping[str, str]:
        """Give what each field asks."""
        return input_prompts(self.tasks())

    def dates(self) -> Iterator[Dated]:
        """Give the dates of the fields and of their rows."""
        return input_dates(self.tasks())

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong inside the fields; fields-missing, fields-and-sections."""
        if not self.fields and not self.sections:
            yield Finding("fields-missing", ())
        if self.fields and self.sections:
            yield Finding("fields-and-sections", ("fields",))
        for path, tasks in self.parts():
            yield from input_findings(tasks, path)

    def links(self) -> Iterator[tuple[Path, str]]:
        """Give the exercises whose answers are shown, and those whose choices become rows."""
        yield from super().links()
        yield from self._sources()

    def connect(self, others: Mapping[str, Exercise]) -> tuple[Self, list[Finding]]:
        """Find `rows_from` an exercise in which nothing is chosen (rows-from-nothing)."""
        wrong = [
            Finding("rows-from-nothing", path, {"address": address})
            for path, address in self._sources()
            if not others[address].choices()
        ]
        return self, wrong

    def _sources(self) -> Iterator[tuple[Path, str]]:
        """Give (way, address) of each `rows_from`."""
        for path, tasks in self.parts():
            for index, task in enumerate(tasks):
                if isinstance(task, CheckedRows) and task.rows_from:
                    yield (*path, index, "rows_from"), task.rows_from
