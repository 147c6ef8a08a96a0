"""The YAML shape of a quiz: which questions of which banks it asks."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Self

from pydantic import Field, PrivateAttr, computed_field, model_validator

from coursewright.core.course import Exercise, Shelves
from coursewright.core.fields import Id, Reference, WholeNumber, YesNo
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path
from coursewright.exercises.quiz.bank import Bank
from coursewright.exercises.quiz.questions import AnyQuestion

SHELF = "quizzes"


class Quiz(Exercise):
    """Questions from the banks in `quizzes/`."""

    use: Reference | None = Field(
        default=None, description="One question as `bank/question`; the short form fills this in."
    )
    questions: list[Reference] = Field(
        default=[],
        min_length=1,
        max_length=50,
        description="The questions in order, each as `bank/question`.",
    )
    bank: Id | None = Field(
        default=None, description="Instead of `questions`: all questions of a bank, in its order."
    )
    pick: WholeNumber | None = Field(
        default=None,
        ge=1,
        le=50,
        description="How many of the questions are asked; each round draws anew, and what was "
        "wrong or not asked last time comes first.",
    )
    mastery: YesNo = Field(
        default=False,
        description="`yes`: what was wrong comes again at the end, until it was right once.",
    )

    _drawn: tuple[AnyQuestion, ...] = PrivateAttr(())

    @model_validator(mode="before")
    @classmethod
    def _named_by_its_question(cls, data: object) -> object:
        """`quiz: motivation/kilder` has no id of its own: the question lends it one."""
        if not isinstance(data, Mapping) or not isinstance(data.get("use"), str):
            return data
        return {"id": data["use"].rpartition("/")[2], **data}

    # mypy cannot follow a decorated property.
    @computed_field(  # type: ignore[prop-decorator]
        description="The questions in full, so that the version knows their wording."
    )
    @property
    def drawn(self) -> tuple[AnyQuestion, ...]:
        """Give the questions in order, as the banks have them; empty before `resolve`."""
        return self._drawn

    def findings(self) -> Iterator[Finding]:
        """Find a quiz that asks nothing, or in two ways at once."""
        given = [name for name in ("use", "questions", "bank") if getattr(self, name)]
        if not given:
            yield Finding("missing-field", (), {"field": "questions"})
        for name in given[1:]:
            yield Finding("asks-in-two-ways", (name,), {"first": given[0], "second": name})

    def resolve(self, shelves: Shelves) -> tuple[Self, list[Finding]]:
        """Fetch the questions; one that does not exist is a finding with the nearest name."""
        banks = shelves[SHELF]
        references = [*self._references(), *_all_of(self.bank, banks)]
        fetched = list(_fetched(banks, references))
        drawn = tuple(item for item in fetched if not isinstance(item, Finding))
        findings = [item for item in fetched if isinstance(item, Finding)]
        if self.bank and self.bank not in banks:
            findings.append(_no_such_bank(self.bank, banks, ("bank",)))
        if self.pick and references and self.pick > len(references):
            values = {"pick": self.pick, "count": len(references)}
            findings.append(Finding("pick-too-many", ("pick",), values))
        tool = self.tool or (drawn[0].tool if self.use and drawn else None)
        resolved = self.model_copy(update={"tool": tool})
        resolved._drawn = drawn
        return resolved, findings

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give the ids of the questions, under which answers are kept."""
        for reference, path in self._references():
            yield reference.partition("/")[2], path
        if self.bank:
            yield from ((question.id, ("bank",)) for question in self._drawn)

    def prompts(self) -> Mapping[str, str]:
        """Give the question for each answer that is written."""
        return {field: ask for each in self._drawn for field, ask in each.prompts().items()}

    def tools(self) -> Iterator[str]:
        """Give the quiz's own tool and those of its questions."""
        yield from super().tools()
        yield from (question.tool for question in self._drawn if question.tool)

    def heading(self) -> str:
        """Give the title, or the question where there is only one."""
        return self.title or (self._drawn[0].question if len(self._drawn) == 1 else self.id)

    def _references(self) -> Iterator[tuple[str, Path]]:
        if self.use is not None:
            yield self.use, ("use",)
        for number, reference in enumerate(self.questions):
            yield reference, ("questions", number)


def _all_of(name: str | None, banks: Mapping[str, Part | None]) -> Iterator[tuple[str, Path]]:
    bank = banks.get(name) if name else None
    for question in bank.questions if isinstance(bank, Bank) else ():
        yield f"{name}/{question.id}", ("bank",)


def _fetched(
    banks: Mapping[str, Part | None], references: Iterable[tuple[str, Path]]
) -> Iterator[AnyQuestion | Finding]:
    for reference, path in references:
        name, _, wanted = reference.partition("/")
        bank = banks.get(name)
        if isinstance(bank, Bank):
            yield _question(bank, wanted, path)
        elif name not in banks:
            yield _no_such_bank(name, banks, path)


def _no_such_bank(name: str, banks: Mapping[str, Part | None], path: Path) -> Finding:
    values = {"value": name, "near": _nearest(name, banks), "known": ", ".join(banks)}
    return Finding("no-such-bank", path, values)


def _question(bank: Bank, wanted: str, path: Path) -> AnyQuestion | Finding:
    found = {question.id: question for question in bank.questions}
    if wanted not in found:
        values = {"value": wanted, "bank": bank.bank, "near": _nearest(wanted, found)}
        return Finding("no-such-question", path, values)
    return found[wanted]


def _nearest(word: str, known: Mapping[str, object]) -> str:
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.5)), "")
