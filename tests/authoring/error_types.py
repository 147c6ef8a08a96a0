"""Which of pydantic's errors a model can raise, read from the schema it validates with."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

OF_SCHEMA: dict[str, set[str]] = {
    "any": set(),
    "bool": {"bool_type", "bool_parsing"},
    "computed-field": set(),
    "date": set(),  # a check of ours has made it one before
    "default": set(),
    "definition-ref": set(),
    "definitions": set(),
    "dict": {"dict_type"},
    "float": {"float_type", "float_parsing", "finite_number"},
    "function-after": set(),
    "function-before": set(),
    "function-wrap": set(),
    "int": {"int_type", "int_parsing", "int_parsing_size", "int_from_float"},
    "list": {"list_type"},
    "literal": {"literal_error"},
    "model": {"model_type"},
    "model-field": set(),
    "model-fields": {"model_type", "model_attributes_type", "missing", "extra_forbidden"},
    "nullable": set(),
    "str": {"string_type"},
    "tagged-union": {"union_tag_invalid", "union_tag_not_found", "model_attributes_type"},
    "tuple": {"tuple_type", "missing", "too_long"},
    "union": set(),
}
"""Kind of schema → the errors it raises by itself. A kind that is not here fails the test."""

OF_LIMIT: dict[str, dict[str, str]] = {
    "str": {
        "min_length": "string_too_short",
        "max_length": "string_too_long",
        "pattern": "string_pattern_mismatch",
    },
    "number": {
        "ge": "greater_than_equal",
        "gt": "greater_than",
        "le": "less_than_equal",
        "lt": "less_than",
        "multiple_of": "multiple_of",
    },
    "group": {"min_length": "too_short", "max_length": "too_long"},
}
FAMILY = {"str": "str", "int": "number", "float": "number", "list": "group", "dict": "group"}


def error_types(model: type[BaseModel]) -> set[str]:
    """Give the error types that validating with a model can raise; KeyError for a new schema."""
    return set(_types(model.__pydantic_core_schema__))


def raised_by_hand(folder: Path) -> set[str]:
    """Give the types of errors that the Python files of a folder raise themselves."""
    return {
        argument.value
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and _name(node) in ("PydanticCustomError", "PydanticKnownError")
        for argument in node.args[:1]
        if isinstance(argument, ast.Constant)
    }


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _types(node: Any) -> Iterator[str]:
    if isinstance(node, list | tuple):
        for each in node:
            yield from _types(each)
    if not isinstance(node, dict):
        return
    kind = node.get("type")
    if isinstance(kind, str) and kind not in ("no-info", "with-info"):
        yield from OF_SCHEMA[kind]
        limits = OF_LIMIT.get(FAMILY.get(kind, ""), {})
        yield from (error for limit, error in limits.items() if node.get(limit) is not None)
    for key, value in node.items():
        if key not in ("serialization", "metadata", "default", "computed_fields", "config"):
            yield from _types(value)
