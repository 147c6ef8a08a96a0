"""Models → JSON Schema, in a shape on which editors report exactly.

A block is an object with one key, a question an object whose `choose` decides the rest: no
alternative is tried beside another, so a mistake is told where it stands and only once. An editor
reads `10` as a number and `true` as a truth value where we read text, so texts may be those, too.
What spans several fields is told by `coursewright check` alone.
"""

import inspect
from collections.abc import Iterable
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from coursewright.core.course import LessonBlock, Module, Settings, Text
from coursewright.core.kinds import Kinds
from coursewright.core.schema_values import TEXT, known_value, limits

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that editors' YAML support reads best."""

_BLOCK = "block"


def schemas(kinds: Kinds) -> dict[str, Schema]:
    """Give the schema of each sort of file: course, module, and the file of each shelf."""
    shelves = [kind.shelf for kind in kinds.values() if kind.shelf]
    tops: dict[str, type[BaseModel]] = {"course": Settings, "module": Module}
    tops |= {shelf.key: shelf.model for shelf in shelves}
    return {name: _Writing(kinds).file(model) for name, model in tops.items()}


class _Writing:
    """The schema of one file."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self.definitions: dict[str, Schema] = {}

    def file(self, model: type[BaseModel]) -> Schema:
        """Give the whole schema of a file whose top mapping is of this model."""
        top = self._object(model)
        return {"$schema": DRAFT, **top, "definitions": dict(sorted(self.definitions.items()))}

    def _reference(self, name: str, make: Any, *given: Any) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}  # it may refer to itself
            self.definitions[name] = make(*given)
        return {"$ref": f"#/definitions/{name}"}

    def _model(self, model: type[BaseModel]) -> Schema:
        name = f"{model.__module__.removeprefix('coursewright.')}.{model.__name__}"
        return self._reference(name, self._object, model)

    def _object(self, model: type[BaseModel]) -> Schema:
        fields = _fields(model)
        schema: Schema = {
            "type": ["object", *TEXT["type"]] if _reads_text(model) else "object",
            "description": _first_line(model),
            "properties": {name: self._field(info, hint) for name, info, hint in fields},
            "additionalProperties": False,
        }
        return schema | _required(name for name, info, _ in fields if info.is_required())

    def _field(self, info: FieldInfo, hint: Any) -> Schema:
        schema = self._value(hint)
        return schema | limits(info, schema) | {"description": info.description or ""}

    def _value(self, hint: Any) -> Schema:
        if hint is LessonBlock:
            return self._reference(_BLOCK, self._block)
        if known := known_value(hint):
            return dict(known)
        if get_origin(hint) is Annotated:
            return self._checked(hint)
        return self._built(hint, get_origin(hint), get_args(hint))

    def _built(self, hint: Any, origin: Any, inner: tuple[Any, ...]) -> Schema:
        if origin is list:
            return {"type": "array", "items": self._value(inner[0])}
        if origin is dict:
            names = known_value(inner[0]) or TEXT
            keys = {"propertyNames": {"pattern": names["pattern"]}} if "pattern" in names else {}
            return {"type": "object", "additionalProperties": self._value(inner[1]), **keys}
        if origin is Literal:
            return {"enum": list(inner)}
        if inner:
            return self._either([each for each in inner if each is not NoneType])
        return self._model(hint) if _is_model(hint) else dict(TEXT)

    def _checked(self, hint: Any) -> Schema:
        """A type with a check of its own may read more than the type says: `[a]` or just `a`."""
        schema = self._value(get_args(hint)[0])
        if schema.get("type") == "array":
            schema["type"] = ["array", *TEXT["type"]]
        return schema

    def _either(self, hints: list[Any]) -> Schema:
        if len(hints) == 1:
            return self._value(hints[0])
        if all(map(_is_model, hints)):
            word = _word_of(hints)
            return self._by_word(word, hints) if word else self._any_of_models(hints)
        return {"anyOf": [self._value(hint) for hint in hints]}

    def _by_word(self, word: str, models: list[type[BaseModel]]) -> Schema:
        """A mapping whose one word decides which fields there are."""
        cases, words, is_needed = [], [], True
        for model in models:
            own = _own_words(model, word)
            info = model.model_fields[word]
            is_needed &= info.is_required()
            said: Schema = {"properties": {word: {"enum": own}}}
            if info.is_required():
                said["required"] = [word]
            cases.append({"if": said, "then": self._model(model)})
            words += own
        head = {"type": "object", "properties": {word: {"enum": words}}}
        return head | _required([word] if is_needed else []) | {"allOf": cases}

    def _any_of_models(self, models: list[type[BaseModel]]) -> Schema:
        """Mappings that nothing tells apart: the fields of all, needed where all need them."""
        objects = [self._object(model) for model in models]
        properties = {name: field for each in objects for name, field in each["properties"].items()}
        needed = [n for n in properties if all(n in each.get("required", ()) for each in objects)]
        return {**objects[0], "properties": properties} | _required(needed)

    def _block(self) -> Schema:
        text = Text.model_fields["text"]
        blocks = {"text": self._field(text, get_type_hints(Text, include_extras=True)["text"])}
        return {
            "type": "object",
            "description": "A text or an exercise: one word and a colon.",
            "properties": blocks | {name: self._exercise(name) for name in self.kinds},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }

    def _exercise(self, name: str) -> Schema:
        kind = self.kinds[name]
        if kind.short:
            body = self._reference(f"exercise.{name}", self._short, kind.model, kind.short)
        else:
            body = self._model(kind.model)
        return body | {"description": _first_line(kind.model)}

    def _short(self, model: type[BaseModel], field: str) -> Schema:
        """An exercise that may be a bare text, which fills one field and lends its name."""
        schema = self._object(model)
        needed = schema.pop("required", [])
        schema["type"] = ["object", *TEXT["type"]]
        return schema | {"if": {"required": [field]}, "else": _required(needed)}


def _fields(model: type[BaseModel]) -> list[tuple[str, FieldInfo, Any]]:
    """Give (name as trainers write it, pydantic's info, type as the model's source has it)."""
    hints = get_type_hints(model, include_extras=True)
    return [(info.alias or name, info, hints[name]) for name, info in model.model_fields.items()]


def _required(names: Iterable[str]) -> Schema:
    listed = list(names)
    return {"required": listed} if listed else {}


def _first_line(model: type[BaseModel]) -> str:
    return (inspect.getdoc(model) or "").partition("\n")[0]


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)


def _own_words(model: type[BaseModel], word: str) -> list[str]:
    return list(get_args(get_type_hints(model)[word]))


def _word_of(models: list[type[BaseModel]]) -> str:
    """Find the field whose words tell these models apart; "" where there is none."""
    for name in models[0].model_fields:
        if all(name in each.model_fields for each in models):
            hints = [get_type_hints(each)[name] for each in models]
            words = [word for hint in hints for word in get_args(hint)]
            if all(get_origin(hint) is Literal for hint in hints) and len(words) == len(set(words)):
                return name
    return ""


def _reads_text(model: type[BaseModel]) -> bool:
    """Tell whether a bare text may stand for the mapping: `Ja` for `{text: Ja}`."""
    try:
        model.model_validate("x")
    except ValidationError as error:
        shapes = ("model_type", "model_attributes_type")
        return not any(each["type"] in shapes and not each["loc"] for each in error.errors())
    return True
