"""When a question is asked: what `when` means, and what can be wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import TypeAdapter, ValidationError

from coursewright.core.fields import YES, Range
from coursewright.core.inputs import Choice, NumberInput, Option, ScaleInput, Tick, Ticks
from coursewright.core.problems import Finding, Path
from coursewright.exercises.survey.questions import Question, Questions, When

TICKED = "yes"
"""What a ticked box is kept as."""

_RANGE: TypeAdapter[tuple[int, int]] = TypeAdapter(Range)


@dataclass(frozen=True)
class Condition:
    """The answers after which a question is asked; one of them is enough.

    question: the earlier question's id. values: what is chosen there, as it is stored.
    ranges: numbers, both ends included. said: the answers in words, for paper (inline Markdown).
    """

    question: str
    values: Sequence[str]
    ranges: Sequence[tuple[int, int]]
    said: Sequence[str]


def condition(when: When, earlier: Question) -> Condition:
    """Give what `when` means, which has no findings, about the question it names."""
    if isinstance(earlier, ScaleInput | NumberInput):
        ranges = [_RANGE.validate_python(said) for said in when.is_]
        return Condition(when.question, [], ranges, [_written(*one) for one in ranges])
    options = _options(earlier)
    chosen = [options[_key(said)] for said in when.is_]
    values = [option.value for option in chosen]
    return Condition(when.question, values, [], [option.text for option in chosen])


def when_findings(questions: Sequence[Questions]) -> Iterator[Finding]:
    """Find conditions that cannot come true.

    Codes: when-unknown, when-not-before, when-open, when-no-option, when-no-number,
    when-reversed, when-outside.
    """
    known = {question.id: question for question in questions}
    before: dict[str, Questions] = {}
    for index, question in enumerate(questions):
        if question.when:
            path: Path = ("questions", index, "when")
            yield from _place_findings(question.when, known, before, path)
            if question.when.question in before:
                earlier = before[question.when.question]
                yield from _answer_findings(question.when, earlier, (*path, "is"))
        before.setdefault(question.id, question)


def _place_findings(
    when: When, known: Mapping[str, Questions], before: Mapping[str, Questions], path: Path
) -> Iterator[Finding]:
    name = when.question
    if name not in known:
        near = next(iter(get_close_matches(name, known, n=1)), "")
        values = {"question": name, "near": near, "known": ", ".join(before)}
        yield Finding("when-unknown", (*path, "question"), values)
    elif name not in before:
        yield Finding("when-not-before", (*path, "question"), {"question": name})


def _answer_findings(when: When, earlier: Questions, path: Path) -> Iterator[Finding]:
    if isinstance(earlier, ScaleInput | NumberInput):
        for said in when.is_:
            yield from _range_findings(said, earlier, path)
    elif isinstance(earlier, Choice | Ticks | Tick):
        options = _options(earlier)
        for said in when.is_:
            if _key(said) not in options:
                yield _no_option(said, options, path)
    else:
        yield Finding("when-open", path, {"question": earlier.id})


def _no_option(said: str, options: Mapping[str, Option], path: Path) -> Finding:
    names = {key: option.id or option.text for key, option in options.items()}
    near = next((names[key] for key in get_close_matches(_key(said), names, n=1)), "")
    known = ", ".join(dict.fromkeys(names.values()))
    return Finding("when-no-option", path, {"answer": said, "near": near, "known": known})


def _range_findings(said: str, earlier: ScaleInput | NumberInput, path: Path) -> Iterator[Finding]:
    try:
        first, last = _RANGE.validate_python(said)
    except ValidationError:
        yield Finding("when-no-number", path, {"answer": said})
        return
    values = {"answer": said, "first": first, "last": last}
    if first > last:
        yield Finding("when-reversed", path, values)
    elif isinstance(earlier, ScaleInput) and not {first, last} <= set(earlier.numbers()):
        ends = {"from": earlier.from_, "to": earlier.to}
        yield Finding("when-outside", path, {**values, **ends})


def _options(earlier: Question) -> dict[str, Option]:
    """Give what can be chosen, by every word it can be called."""
    if isinstance(earlier, Choice | Ticks):
        by_text = {_key(option.text): option for option in earlier.options}
        return by_text | {option.id: option for option in earlier.options if option.id}
    return {word: Option(id=TICKED, text=TICKED) for word in sorted(YES)}


def _key(said: str) -> str:
    return " ".join(said.casefold().split())


def _written(first: int, last: int) -> str:
    """Write a range with real minus signs."""
    ends = [str(end).replace("-", "−") for end in (first, last)]
    return ends[0] if first == last else "–".join(ends)
