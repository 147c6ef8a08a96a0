"""A model's validation errors and findings → problems at their place in the file."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from coursewright.core.model_fields import fields_at
from coursewright.core.naming import suggest_id
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path, Problem
from coursewright.core.quoting import mend_spaces, quote
from coursewright.core.records import Listing, Record, unpack
from coursewright.core.source import Source

CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "string_too_long": "long-text",
    "string_pattern_mismatch": "wrong-form",
    "int_type": "not-a-whole-number",
    "int_parsing": "not-a-whole-number",
    "int_parsing_size": "not-a-whole-number",
    "int_from_float": "not-a-whole-number",
    "float_type": "not-a-number",
    "float_parsing": "not-a-number",
    "finite_number": "not-a-number",
    "bool_type": "not-yes-or-no",
    "bool_parsing": "not-yes-or-no",
    "tuple_type": "not-a-range",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping-here",
    "model_type": "not-a-mapping-here",
    "model_attributes_type": "not-a-mapping-here",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "too-small",
    "greater_than": "not-more-than",
    "less_than_equal": "too-large",
    "less_than": "not-less-than",
    "literal_error": "not-one-of",
    "union_tag_invalid": "not-one-of",
    "union_tag_not_found": "missing-field",
    "value_error": "wrong-form",
    "assertion_error": "wrong-form",
}
"""Each of pydantic's error types that our models can raise, and the problem it becomes.

An error that a model or a field raises itself (PydanticCustomError) becomes the problem of its
own name: `not_one_line` is told as not-one-line.
"""

_ALIKE = 0.65
"""How like two words must be (0 to 1, difflib's ratio) for one to be offered for the other."""

PartType = TypeVar("PartType", bound=Part)

Error = Mapping[str, Any]
"""One of a ValidationError's errors, as pydantic gives it."""


def validated(
    model: type[PartType], source: Source, path: Path, data: object
) -> tuple[PartType | None, list[Problem]]:
    """Give the typed part for the value at `path`, and all that is wrong with it.

    The part is None where a field is wrong; what is wrong between fields is a problem alone.
    """
    try:
        part = model.model_validate(data)
    except ValidationError as error:
        return None, list(problems_of(error, source, path, model))
    return part, list(findings_of(part.findings(), source, path))


def problems_of(
    error: ValidationError, source: Source, path: Path, model: type[BaseModel]
) -> list[Problem]:
    """Translate all errors of one validation.

    path: where the validated value stands in the file. model: what it should have been, for
    the nearest known field. What only follows from another mistake is left out.
    """
    found = [
        (_way(item)[0], _problem(item, source, path, model))
        for item in error.errors(include_url=False)
    ]
    misspelt_fields = {
        (*way[:-1], problem.values["near"])
        for way, problem in found
        if problem.code == "unknown-field"
    }
    return [
        problem
        for way, problem in found
        if problem.code != "missing-field" or way not in misspelt_fields
    ]


def findings_of(findings: Iterable[Finding], source: Source, path: Path) -> Iterator[Problem]:
    """Put each finding of a model at its place in the file."""
    for finding in findings:
        problem = source.problem(finding.code, source.place_of((*path, *finding.path)))
        yield replace(problem, values=finding.values, severity=finding.severity)


def misspelt(
    source: Source, path: Path, word: str, known: Collection[str], code: str = "no-such-module"
) -> Problem:
    """Make a problem for a name that does not exist, with the nearest that does."""
    near = nearest(word, known)
    place = source.place_of(path, key=code == "unknown-kind")
    return source.problem(code, place, value=word, near=near, known=", ".join(sorted(known)))


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word most like `word`, or "" where none is; capitals count least."""
    words = list(known)
    said = (word, word.casefold())
    found = (near for each in said for near in get_close_matches(each, words, 1, _ALIKE))
    return next(found, "")


def _problem(error: Error, source: Source, path: Path, model: type[BaseModel]) -> Problem:
    inside, is_key = _way(error)
    code = _code(error)
    known = {"field": _field_name(inside), "value": error["input"], **error.get("ctx", {})}
    values = {k: v if isinstance(v, str | int | float) else "" for k, v in known.items()}
    values |= _more(code, error, inside, source, model)
    place = source.place_of((*path, *inside), key=is_key or code == "unknown-field")
    return source.problem(code, place, **values)


def _way(error: Error) -> tuple[Path, bool]:
    """Give the way to what is wrong, and whether it is a key there, not the key's value."""
    steps: Path = error["loc"]
    way = tuple(step for step in steps if step != "[key]")
    if error["type"].startswith("union_tag"):
        way = (*way, error["ctx"]["discriminator"].strip("'"))
    return way, "[key]" in steps


def _code(error: Error) -> str:
    kind: str = error["type"]
    if error["input"] == "" and kind != "missing":
        return "empty-text"
    code = CODES.get(kind, kind.replace("_", "-"))
    is_word = code != "not-one-of" or kind != "literal_error" or isinstance(error["input"], str)
    return code if is_word else "not-text"


def _more(
    code: str, error: Error, inside: Path, source: Source, model: type[BaseModel]
) -> dict[str, str]:
    """Give the values that make a hint: the nearest word, or the line as it was meant."""
    value = error["input"]
    match code:
        case "unknown-field":
            known = fields_at(model, inside[:-1])
            near = nearest(str(inside[-1]), known)
            return {"near": near, "known": "" if near else ", ".join(dict.fromkeys(known))}
        case "not-one-of":
            return _choice(error)
        case "bad-id":
            return {"near": suggest_id(str(value))}
        case "not-text":
            return {"quoted": _meant_as_text(value, source)}
        case "not-a-mapping-here":
            return {"quoted": (mend_spaces(value) or "") if isinstance(value, str) else ""}
        case _:
            return {}


def _choice(error: Error) -> dict[str, str]:
    """Give what could be chosen as `a, b, c`; pydantic writes `'a', 'b' or 'c'`."""
    context = error["ctx"]
    said = context.get("expected") or context["expected_tags"]
    words = [word.strip(" '") for word in said.replace("' or '", "', '").split(",")]
    value = str(context.get("tag", error["input"]))
    return {"value": value, "near": nearest(value, words), "expected": ", ".join(words)}


def _field_name(inside: Path) -> str:
    """Name the field that is wrong; an entry of a list is named by its list."""
    return next((str(step) for step in reversed(inside) if isinstance(step, str)), "")


def _meant_as_text(value: object, source: Source) -> str:
    """Show in quotes what was read as fields or a list: `Husk: pause`, `{value}`, `[vigtigt]`."""
    if isinstance(value, Record | Listing) and value.flow:
        start = unpack(value.start)
        return quote(source.line(start.line)[start.column - 1 :].strip())
    if not isinstance(value, Record) or len(value) != 1:
        return ""
    [(key, rest)] = value.items()
    return quote(f"{key}: {rest}") if isinstance(rest, str) else ""
