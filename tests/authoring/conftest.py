from pathlib import Path

import pytest

from coursewright.core.kinds import Kinds, find_kinds
from tests.authoring.courses import CourseFolder


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return CourseFolder(tmp_path)


@pytest.fixture(scope="session")
def real_kinds() -> Kinds:
    return find_kinds()


@pytest.fixture
def real_course(tmp_path: Path, real_kinds: Kinds) -> CourseFolder:
    return CourseFolder(tmp_path, real_kinds)
