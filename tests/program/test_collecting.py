"""Python searches for circles of objects only where a build could leave some."""

import gc
import subprocess
import sys
from pathlib import Path
from weakref import ref

from coursewright.core.collecting import without_collecting
from tests.site.courses import lesson, write_course

BUILD = """
import gc, sys
from coursewright.commands import main
from coursewright.engines.mkdocs import events
take_back = events.take_back
events.take_back = lambda: (print(gc.get_freeze_count() > 0), take_back())
code = main(sys.argv[1:])
print(gc.isenabled(), gc.get_freeze_count())
sys.exit(code)
"""


def test_what_a_build_sets_aside_is_taken_back(tmp_path: Path) -> None:
    """A process may build again and again, as our tests do."""
    course = write_course(tmp_path, {"m": [lesson("a")]})
    command = [sys.executable, "-c", BUILD, "build", "--no-pdf", str(course)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith(("True", "False"))] == [
        "True",
        "True 0",
    ]


class Circle:
    """An object that only a search finds to be unreachable."""

    def __init__(self) -> None:
        self.me = self


def test_a_search_goes_on_afterwards() -> None:
    with without_collecting():
        assert not gc.isenabled()
        left = ref(Circle())
    assert gc.isenabled()
    gc.collect()
    assert left() is None
