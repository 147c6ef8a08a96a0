"""What a trainer can look up about a kind is there, and agrees with the code."""

import re

import pytest

from coursewright.core.course import Exercise
from tests.every_kind.rooms import KINDS, codes_of, models_of

HEADINGS = ("when to use", "when not", "fields", "accessibility", "problems")


def readme_of(kind):
    return (kind.folder / "README.md").read_text("utf-8")


def listed(readme):
    """Give all that stands in `code` in a heading, or first in a table row or list entry."""
    lines = re.findall(r"^(?:#+|\||[-*])\s*(.*)$", readme, re.MULTILINE)
    starts = (line.split("|")[0] for line in lines)
    return {word for start in starts for word in re.findall(r"`([\w-]+):?`", start)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_described(kind):
    for model in models_of(kind):
        for name, field in model.model_fields.items():
            assert field.description, f"{model.__name__}.{name}"
            assert field.description.endswith((".", ".)")), f"{model.__name__}.{name}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_readme_has_its_parts(kind):
    headings = [line.lower() for line in readme_of(kind).splitlines() if line.startswith("#")]
    for part in HEADINGS:
        assert any(part in heading for heading in headings), part


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_readme_lists_every_field(kind):
    inherited = set(Exercise.model_fields)
    for model in models_of(kind):
        names = {info.alias or name for name, info in model.model_fields.items()}
        own = names - inherited if issubclass(model, Exercise) else names
        assert own - listed(readme_of(kind)) == set(), model.__name__


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_readme_lists_every_problem(kind):
    assert codes_of(kind) - listed(readme_of(kind)) == set()
