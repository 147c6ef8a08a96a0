"""Minutes that do not add up: what is inside takes longer than what it is in."""

import pytest

from tests.authoring.courses import HEAD, CourseFolder

LESSON = """\
  - lesson: lektion-{number}
    title: Lektion
    minutes: {minutes}
    blocks:
      - note: {{id: a-{number}, minutes: {inside}}}
      - note: {{id: b-{number}}}
"""


@pytest.fixture
def course(tmp_path):
    return CourseFolder(tmp_path)


def written(course, *lessons):
    """Write a module of ten minutes with lessons of (minutes, minutes of their exercise)."""
    parts = [
        LESSON.format(number=number, minutes=minutes, inside=inside)
        for number, (minutes, inside) in enumerate(lessons)
    ]
    return course.write("content/modules/motivation.yml", f"{HEAD}lessons:\n{''.join(parts)}")


@pytest.mark.parametrize("lessons", [[(10, 1)], [(5, 5), (5, 1)], [(1, 1)]])
def test_what_fits(course, lessons):
    """Less is fine: a module may have breaks, and a lesson has texts to read."""
    assert written(course, *lessons).codes() == []


def test_lessons_take_longer_than_their_module(course):
    found = written(course, (6, 1), (5, 1)).one()
    assert (found.code, found.severity) == ("minutes-do-not-add-up", "warning")
    assert found.place == (4, 10)
    assert course.tell(found).message == "Lektionerne tager tilsammen 11 minutter, men her står 10."


def test_exercises_take_longer_than_their_lesson(course):
    found = written(course, (5, 1), (4, 5)).one()
    assert (found.code, found.place.line) == ("minutes-do-not-add-up", 15)
    said = course.tell(found, "en").message
    assert said == "The exercises take 5 minutes together, but it says 4 here."
