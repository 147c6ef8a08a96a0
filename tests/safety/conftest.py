from pathlib import Path

import pytest

from tests.site.courses import lesson, write_course


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small course without mistakes, for tests that make something wrong."""
    return write_course(tmp_path / "course", {"m": [lesson("a"), lesson("b")]})
