"""A model's validation errors and findings → problems at their place in the file."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from coursewright.core.problems import Finding, Path, Problem
from coursewright.core.source import Source

CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "bad_id": "bad-id",
    "bad_reference": "bad-reference",
    "not_a_whole_number": "not-a-whole-number",
    "not_a_number": "not-a-number",
    "not_yes_or_no": "not-yes-or-no",
    "not_a_range": "not-a-range",
    "not_one_line": "not-one-line",
    "string_type": "not-text",
    "int_type": "not-a-whole-number",
    "int_parsing": "not-a-whole-number",
    "float_type": "not-a-number",
    "tuple_type": "not-a-range",
    "bool_type": "not-yes-or-no",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping-here",
    "model_type": "not-a-mapping-here",
    "model_attributes_type": "not-a-mapping-here",
    "string_too_short": "empty-text",
    "string_too_long": "long-text",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "too-small",
    "greater_than": "too-small",
    "less_than_equal": "too-large",
    "less_than": "too-large",
    "literal_error": "not-one-of",
    "enum": "not-one-of",
}
"""Every kind of validation error our models can raise, and the problem it becomes."""


def problems_of(
    error: ValidationError, source: Source, path: Path, model: type[BaseModel]
) -> Iterator[Problem]:
    """Translate all errors of one validation.

    path: where the validated value stands in the file. model: what it should have been, for
    the nearest known field. An error type that has no code here is a bug: KeyError.
    """
    for item in error.errors(include_url=False):
        inside = tuple(step for step in item["loc"] if step != "[key]")
        where: Path = (*path, *inside)
        code = CODES[item["type"]]
        values = {"field": _field_name(inside), **item.get("ctx", {})}
        key = code == "unknown-field" or "[key]" in item["loc"]
        if code == "unknown-field":
            values["near"] = nearest(str(inside[-1]), _fields_at(model, inside[:-1]))
        if code == "not-one-of":
            values["near"] = nearest(str(item["input"]), _words(values["expected"]))
        if isinstance(item["input"], str):
            values.setdefault("value", item["input"])
        values |= _meant_as_text(code, item["input"])
        yield source.problem(code, source.place_of(where, key=key), **values)


def findings_of(findings: Iterable[Finding], source: Source, path: Path) -> Iterator[Problem]:
    """Put each finding of a model at its place in the file."""
    for finding in findings:
        place = source.place_of((*path, *finding.path))
        line = source.line(place.line)
        yield Problem(finding.code, source.file, place, line, finding.values, finding.severity)


def misspelt(
    source: Source, path: Path, word: str, known: Iterable[str], code: str = "no-such-module"
) -> Problem:
    """Make a problem for a name that does not exist, with the nearest that does."""
    near = nearest(word, known)
    place = source.place_of(path, key=code == "unknown-kind")
    return source.problem(code, place, value=word, near=near, known=", ".join(sorted(known)))


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word most like `word`, or "" where none is like it."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.5)), "")


def _field_name(inside: Path) -> str:
    """Name the field that is wrong; an entry of a list is named by its list."""
    return next((str(step) for step in reversed(inside) if isinstance(step, str)), "")


def _words(expected: object) -> list[str]:
    return [word.strip(" '") for word in str(expected).replace(" or ", ", ").split(",")]


def _meant_as_text(code: str, value: object) -> dict[str, str]:
    """`- Husk: pause` is read as a mapping where a text was meant: show it with quotes."""
    if code != "not-text" or not isinstance(value, dict) or len(value) != 1:
        return {"quoted": ""}
    [(key, rest)] = value.items()
    return {"quoted": f'"{key}: {rest}"' if isinstance(rest, str) else ""}


def _fields_at(model: Any, path: Path) -> list[str]:
    """Give the names of the fields that are known at `path` inside a model."""
    for step in path:
        if isinstance(step, str) and isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(step)
            model = _inner_model(field.annotation) if field else None
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return []
    return [info.alias or name for name, info in model.model_fields.items()]


def _inner_model(annotation: Any) -> Any:
    """Find the model inside `list[Item]`, `Item | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model is not None), None)
