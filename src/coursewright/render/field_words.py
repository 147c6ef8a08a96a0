"""A field's type in a trainer's words: what may stand there, and how much of it."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from coursewright.core.course import LessonBlock
from coursewright.core.fields import FIELD_TYPES, Number, WholeNumber
from coursewright.core.part import Part

Words = dict[str, str]

_NAMES: dict[Any, str] = {
    **{kind: name for name, kind in FIELD_TYPES.items()},
    LessonBlock: "lesson-block",
}
"""What a value may be → the key of its words in guide.yml."""


def allowed(hint: Any, info: FieldInfo, words: Words) -> str:
    """Say what may stand in a field, as inline Markdown.

    hint: the type as the model's source has it. info: pydantic's, which knows the limits.
    """
    hint = bare(hint)
    size = _size(info, words)
    if get_origin(hint) is list:
        each = _said(get_args(hint)[0], words)
        key = "list-of-some" if size else "list-of"
        return words[key].format(size=size, each=each)
    is_sized = size and hint in (WholeNumber, Number)
    return f"{_said(hint, words)}, {size}" if is_sized else _said(hint, words)


def inner_models(hint: Any) -> list[type[Part]]:
    """Give the models whose fields a trainer writes inside a field of this type, in order."""
    hint = bare(hint)
    if hint in _NAMES:
        return []
    if isinstance(hint, type) and issubclass(hint, Part):
        return [hint]
    return [model for part in get_args(hint) for model in inner_models(part)]


def bare(hint: Any) -> Any:
    """Take `X | None` for X, and what only adds a check to X for X."""
    if hint in _NAMES:
        return hint
    if get_origin(hint) is Annotated:
        return bare(get_args(hint)[0])
    rest = [part for part in get_args(hint) if part is not NoneType]
    is_optional = get_origin(hint) in {Union, UnionType} and len(rest) == 1
    return bare(rest[0]) if is_optional else hint


def written(default: object, words: Words) -> str:
    """Give what counts where a field is left out, as a trainer would write it; "" for nothing."""
    if default is None or default == []:
        return ""
    return words["yes" if default else "no"] if isinstance(default, bool) else str(default)


def _said(hint: Any, words: Words) -> str:
    hint = bare(hint)
    if hint in _NAMES:
        return words[_NAMES[hint]]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in inner)
    if origin is dict:
        key, value = (_said(part, words) for part in inner)
        return words["pairs"].format(key=key, value=value)
    return words["fields-below"]


def _size(info: FieldInfo, words: Words) -> str:
    """Say how small and how large a number may be, or how short and long a list."""
    above = _limit(info, "gt")
    least = _limit(info, "ge", "min_length")
    most = _limit(info, "le", "max_length")
    if above is not None:
        return words["above-to"].format(least=above, most=most)
    if least is not None and most is not None:
        return words["from-to"].format(least=least, most=most)
    if least is not None:
        return words["at-least"].format(least=least)
    return words["at-most"].format(most=most) if most is not None else ""


def _limit(info: FieldInfo, *names: str) -> object:
    found = (getattr(rule, name, None) for rule in info.metadata for name in names)
    return next((value for value in found if value is not None), None)
