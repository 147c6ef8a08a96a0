"""A mapping that can be of several sorts, told apart by one word of its own: `choose: one`.

Types = One | Many
AnyQuestion = Annotated[Types, one_of("choose", Types)]
"""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, BeforeValidator, create_model, field_validator
from pydantic_core import PydanticKnownError


def one_of(key: str, sorts: Any, default: str | None = None) -> BeforeValidator:
    """Make the check that reads a mapping as the sort its word says.

    key: the field that tells the sorts apart; in each model a Literal of its word. sorts: the
    models, as a union. default: the word that is meant where the field is left out; without one
    it is needed. A mistake is told at its own place inside the model that was meant.
    """
    models = {word: model for model in get_args(sorts) for word in _words(model, key)}
    word_in = _word_reader(key, models)

    def as_meant(value: object) -> object:
        if isinstance(value, BaseModel):
            return value
        if not isinstance(value, Mapping):
            raise PydanticKnownError("model_type", {"class_name": key})
        said = {key: default, **value} if default else value
        return models[getattr(word_in.model_validate(said), key)].model_validate(said)

    return BeforeValidator(as_meant)


def _words(model: type[BaseModel], key: str) -> tuple[str, ...]:
    return get_args(model.model_fields[key].annotation)


def _word_reader(key: str, models: Mapping[str, type[BaseModel]]) -> type[BaseModel]:
    """Make a model that reads nothing but the word, so that only the word can be wrong."""

    def known(word: str) -> str:
        if word not in models:
            raise PydanticKnownError("literal_error", {"expected": ", ".join(models)})
        return word

    fields: dict[str, Any] = {key: (str, ...)}
    checks: Any = {"known": field_validator(key)(known)}
    return create_model("Word", __validators__=checks, **fields)
