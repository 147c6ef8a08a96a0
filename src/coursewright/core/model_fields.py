"""Which fields a model knows at some place inside it, for naming the one that was meant."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from coursewright.core.problems import Path

Models = list[type[BaseModel]]


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Give the names trainers write at `path` inside a model, those of all its sorts."""
    models: Models = [model]
    for step in path:
        if isinstance(step, str):
            models = _of_sort(models, step) or list(_below(models, step))
    return [info.alias or name for each in models for name, info in each.model_fields.items()]


def _of_sort(models: Models, word: str) -> Models:
    """Give the models that a word of theirs tells apart, as `choose: one` does."""
    return [
        model
        for model in models
        if any(get_args(info.annotation) == (word,) for info in model.model_fields.values())
    ]


def _below(models: Models, name: str) -> Iterator[type[BaseModel]]:
    for model in models:
        for field, info in model.model_fields.items():
            if name in (info.alias, field):
                yield from _inner_models(info.annotation)


def _inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Find the models inside `list[Item]`, `Item | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inner_models(part)
