"""What the code says of itself: public docstrings, and a description of every field."""

import ast
from collections.abc import Iterator

import pytest

from coursewright.core.kinds import find_kinds
from coursewright.core.part import Part
from tests.house.files import files, is_test, name_of, tree_of

MODULES = [path for path in files(".py", folders=("src", "hooks")) if not is_test(path)]


def public_parts(node: ast.Module | ast.ClassDef, name: str) -> Iterator[tuple[str, ast.AST]]:
    yield name, node
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            yield from public_parts(inner, f"{name}.{inner.name}")
        elif isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
            yield f"{name}.{inner.name}", inner


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_is_described(path):
    """Every public module, class, function and method has a docstring."""
    for name, node in public_parts(tree_of(path), name_of(path)):
        assert ast.get_docstring(node), name


def models(above: type[Part] = Part) -> Iterator[type[Part]]:
    for model in above.__subclasses__():
        yield model
        yield from models(model)


def test_every_field_is_described():
    """The guide's tables are made from these descriptions."""
    assert len(find_kinds()) > 0
    for model in models():
        for name, info in (*model.model_fields.items(), *model.model_computed_fields.items()):
            assert info.description, f"{model.__name__}.{name}"
            assert info.description.rstrip()[-1] in ".!?`", f"{model.__name__}.{name}"
