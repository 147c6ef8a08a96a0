"""What a single value looks like to an editor: our types of text and number as JSON Schema."""

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from coursewright.core.fields import FIELD_TYPES, MAX_LINE, MAX_TEXT, NO, YES
from coursewright.core.naming import ID_PATTERN, MAX_ID

_ID = ID_PATTERN.pattern

TEXT: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}
"""Any text; an editor takes `10` for a number and `true` for a truth value."""


def _said(pattern: str, message: str, *types: str, **more: Any) -> Mapping[str, Any]:
    told = {"pattern": rf"^\s*(?:{pattern})\s*$", "patternErrorMessage": message}
    return {"type": ["string", *types], **told, **more}


def _any_case(words: frozenset[str]) -> str:
    """Make a pattern for words in capitals or not, that every editor's engine reads."""
    return "|".join("".join(f"[{c.upper()}{c}]" for c in word) for word in sorted(words))


_SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "id": _said(_ID, "Lower-case letters a-z, figures and hyphens.", "number", maxLength=MAX_ID),
    "reference": _said(f"{_ID}/{_ID}", "Two names with a slash between: module/exercise."),
    "earlier-id": _said(f"{_ID}(?:/{_ID})?", "A name, or two with a slash between.", "number"),
    "inline": {**TEXT, "minLength": 1, "maxLength": MAX_LINE},
    "block": {**TEXT, "minLength": 1, "maxLength": MAX_TEXT},
    "whole-number": _said(r"[+-]?[0-9]{1,9}", "A whole number in figures.", "integer"),
    "number": _said(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,6})?", "A number in figures.", "number"),
    "yes-no": _said(_any_case(YES | NO), "yes or no.", "boolean", examples=["yes", "no"]),
    "range": _said(r"-?[0-9]{1,6}(?:\s*[-–]\s*-?[0-9]{1,6})?", "2-10, or 5.", "integer"),
}
_KNOWN = [(kind, _SCHEMAS[name]) for name, kind in FIELD_TYPES.items()]

_OF_NUMBERS = {
    "ge": "minimum",
    "le": "maximum",
    "gt": "exclusiveMinimum",
    "lt": "exclusiveMaximum",
}
_OF_LISTS = {"min_length": "minItems", "max_length": "maxItems"}
_OF_MAPPINGS = {"min_length": "minProperties", "max_length": "maxProperties"}


def known_value(hint: Any) -> Mapping[str, Any] | None:
    """Give the schema of one of our own types, also where it has more checks; else None."""
    if get_origin(hint) is not Annotated:
        return None
    for kind, schema in _KNOWN:
        own = kind.__metadata__
        if get_args(kind)[0] == get_args(hint)[0] and hint.__metadata__[: len(own)] == own:
            return schema
    return None


def limits(info: FieldInfo, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Give how small and large a number may be, or how short and long a list or a mapping.

    schema: the field's own, without limits.
    """
    types = schema.get("type", "")
    names = {}
    if "array" in types:
        names = _OF_LISTS
    elif types == "object":
        names = _OF_MAPPINGS
    elif "pattern" in schema and ("integer" in types or "number" in types):
        names = _OF_NUMBERS
    said = {key: getattr(rule, name, None) for rule in info.metadata for name, key in names.items()}
    return {key: limit for key, limit in said.items() if limit is not None}
