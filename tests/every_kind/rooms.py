"""What there is to look at in a room: its models, and the problems its code can raise."""

import ast
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from coursewright.core.kinds import Kind
from coursewright.core.wording import read_words
from coursewright.testing.examples import installed_kinds

KINDS = list(installed_kinds().values())


def models_of(kind: Kind) -> list[type[BaseModel]]:
    """Give the kind's own models, those inside them and what stands on its shelf."""
    tops: list[Any] = [kind.model, *([kind.shelf.model] if kind.shelf else [])]
    found: dict[type[BaseModel], None] = {}
    for top in tops:
        _collect(top, found)
    return list(found)


def _collect(annotation: Any, found: dict[type[BaseModel], None]) -> None:
    model = annotation if isinstance(annotation, type) else type(None)
    if issubclass(model, BaseModel) and model not in found:
        found[model] = None
        for info in model.model_fields.values():
            _collect(info.annotation, found)
    for part in getattr(annotation, "__args__", ()):
        _collect(part, found)


def codes_of(kind: Kind) -> set[str]:
    """Give the codes of all problems that the room names, in its code or in its words."""
    files = [file for file in kind.folder.rglob("*.py") if not file.name.startswith("test_")]
    named = {code for file in files for code in _codes(ast.parse(file.read_text("utf-8")))}
    return named | set(read_words(kind.folder / "words.yml").get("problems", {}))


def _codes(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Finding"), args=[ast.Constant(value=str(code)), *_]):
                yield code
