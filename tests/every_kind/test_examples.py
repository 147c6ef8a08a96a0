"""Good examples have no problems, bad ones exactly theirs."""

import pytest

from coursewright.testing import every_bad_example, every_good_example
from coursewright.testing.examples import examples_of, installed_kinds

KINDS = list(installed_kinds().values())


@every_good_example()
def test_a_good_example_has_no_problems(example):
    assert example.problems == []
    assert example.exercise is not None
    assert example.why, "the gallery says why one would use it"


@every_bad_example()
def test_a_bad_example_is_told_exactly(example):
    """A19, A20, A21: every mistake of the file at once, each at its place, in order."""
    assert [problem.code for problem in example.problems] == example.expected
    assert all(problem.place.line > 1 for problem in example.problems)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_there_are_enough_examples(kind):
    examples = examples_of(kind)
    names = [example.name for example in examples]
    assert len([example for example in examples if not example.expected]) >= 4
    assert len(names) == len(set(names))


@every_good_example()
def test_moving_an_exercise_does_not_change_its_version(example):
    exercise = example.exercise
    moved = exercise.model_copy(update={"minutes": 7, "was": ["older"]})
    assert exercise.version() == moved.version()
    assert exercise.version() != exercise.model_copy(update={"title": "Another"}).version()
