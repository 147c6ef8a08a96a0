"""What a trainer writes under `session:`, and what can be wrong with it."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Block, Id, Inline, Number, WholeNumber, YesNo
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.core.validation import nearest

Form = Literal["alone", "pair", "trio", "group"]

MOST_ROLES = {"alone": 1, "pair": 2, "trio": 3}
"""As many roles as there are people; a group may have as many as the list allows."""


class Role(Part):
    """What one of those present does."""

    id: Id = Field(description="Stable name; the steps say under it what the role does.")
    title: Inline = Field(description="What the role is called, e.g. `Observer`.")
    text: Inline | None = Field(default=None, description="What the role is for. One line.")


class Step(Part):
    """What happens in a stretch of time."""

    id: Id = Field(description="Stable name, unique in the session. Its note is kept under it.")
    title: Inline = Field(description="What the step is called.")
    minutes: Number | None = Field(
        default=None,
        ge=0.5,
        le=240,
        description="How long it takes, in whole or half minutes. Without it the step lasts until "
        "somebody goes on.",
    )
    text: Block | None = Field(default=None, description="What happens now. Markdown.")
    roles: dict[Id, Inline] = Field(
        default={}, description="Who does what: `{interviewer: Ask one open question.}`."
    )
    note: Inline | None = Field(
        default=None, description="Ask for a short note; there is room to write it."
    )
    once: YesNo = Field(
        default=False,
        description="`yes`: not repeated with the rounds; done before them or after them.",
    )


class Stop(NamedTuple):
    """A step in one round: what stands on the screen at a time.

    key: the field its note is kept in: the step's id, in later rounds `id.2`, `id.3`.
    round: from 1; 0 for a step outside of the rounds.
    """

    key: str
    step: Step
    round: int


class Session(Exercise):
    """Timed steps that a group is led through."""

    title: Inline = Field(description="Heading of the session.")
    form: Form = Field(
        description="Who does it together: `alone`, `pair`, `trio` or `group`.",
    )
    roles: list[Role] = Field(default=[], max_length=8, description="Who there is, if it matters.")
    steps: list[Step] = Field(min_length=1, max_length=30, description="What happens, in order.")
    rounds: WholeNumber = Field(
        default=1,
        ge=1,
        le=8,
        description="How often the steps are gone through. With roles, everybody moves one role "
        "on in each round.",
    )
    automatic: YesNo = Field(
        default=False,
        description="`yes`: when a step's time is up, the next begins by itself.",
    )

    def stops(self) -> list[Stop]:
        """Give the steps in the order they are gone through, rounds and all."""
        found: list[Stop] = []
        for once, together in groupby(self.steps, key=lambda step: step.once or self.rounds == 1):
            steps = list(together)
            for number in [0] if once else range(1, self.rounds + 1):
                end = f".{number}" if number > 1 else ""
                found += [Stop(f"{step.id}{end}", step, number) for step in steps]
        return found

    def total(self) -> float:
        """Give the minutes of all timed steps, all rounds counted."""
        return sum(stop.step.minutes or 0 for stop in self.stops())

    def prompts(self) -> dict[str, str]:
        """Give what the notes answer, and the roles that names were given to."""
        names = {f"_who.{role.id}": role.title for role in self.roles}
        return {**names, **{key: step.note for key, step, _ in self.stops() if step.note}}

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give the steps, which keep notes."""
        for index, step in enumerate(self.steps):
            yield step.id, ("steps", index, "id")

    def findings(self) -> Iterator[Finding]:
        """Find what does not fit together.

        Codes: role-twice, roles-too-many, no-such-role, half-minutes, steps-too-long,
        steps-too-short, once-between, nothing-repeated.
        """
        yield from self._role_findings()
        yield from self._step_findings()
        yield from self._minute_findings()
        yield from self._round_findings()

    def _role_findings(self) -> Iterator[Finding]:
        for index, role in enumerate(self.roles):
            if role.id in [earlier.id for earlier in self.roles[:index]]:
                yield Finding("role-twice", ("roles", index, "id"), {"id": role.id})
        most = MOST_ROLES.get(self.form, len(self.roles))
        if len(self.roles) > most:
            values = {"form": self.form, "most": most, "count": len(self.roles)}
            yield Finding("roles-too-many", ("roles",), values)

    def _step_findings(self) -> Iterator[Finding]:
        known = [role.id for role in self.roles]
        for index, step in enumerate(self.steps):
            for name in step.roles:
                if name not in known:
                    values = {"role": name, "near": nearest(name, known), "known": ", ".join(known)}
                    yield Finding("no-such-role", ("steps", index, "roles", name), values)
            if step.minutes and step.minutes * 2 % 1:
                values = {"minutes": f"{step.minutes:g}"}
                yield Finding("half-minutes", ("steps", index, "minutes"), values)

    def _minute_findings(self) -> Iterator[Finding]:
        """Steps of their own length may fill what the timed ones leave."""
        total = self.total()
        if self.minutes is None or abs(self.minutes - total) < 1:
            return
        values = {"minutes": self.minutes, "total": f"{total:g}"}
        if self.minutes < total:
            yield Finding("steps-too-long", ("minutes",), values)
        elif all(step.minutes for step in self.steps):
            yield Finding("steps-too-short", ("minutes",), values)

    def _round_findings(self) -> Iterator[Finding]:
        if self.rounds == 1:
            return
        blocks = Counter(once for once, _ in groupby(self.steps, key=lambda step: step.once))
        if not blocks[False]:
            yield Finding("nothing-repeated", ("rounds",), {"rounds": self.rounds})
        elif blocks[False] > 1:
            yield Finding("once-between", ("steps", self._first_between(), "once"))

    def _first_between(self) -> int:
        """Give the number of the first step that interrupts the rounds."""
        first = next(index for index, step in enumerate(self.steps) if not step.once)
        return next(i for i, step in enumerate(self.steps) if i > first and step.once)
