"""Files no trainer writes, and what they may cost."""

import json
import subprocess
import sys

import pytest

from tests.authoring.courses import COURSE, HEAD, CourseFolder, module

MEASURED = """
import json, resource, sys, time
from pathlib import Path
from coursewright.core.kinds import Kinds
from coursewright.core.loading import load_course

found = {}
for folder in Path(sys.argv[1]).iterdir():
    started = time.process_time()  # a busy computer is no slow program
    problems = load_course(folder, Kinds(())).problems
    seconds = time.process_time() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    found[folder.name] = ([p.code for p in problems[:5]], seconds, megabytes)
print(json.dumps(found))
"""

DEEP_LIST = "".join(f"{' ' * depth}-\n" for depth in range(500))
DEEP_FIELDS = "".join(f"{' ' * depth}a:\n" for depth in range(500))
FILES = {
    "deep-brackets": (HEAD + "lessons: " + "[" * 500 + "]" * 500, "too-deep"),
    "deep-braces": (HEAD + "lessons: " + "{a: " * 500 + "}" * 500, "too-deep"),
    "deep-list": (HEAD + "lessons:\n" + DEEP_LIST, "too-deep"),
    "deep-fields": (HEAD + "lessons:\n" + DEEP_FIELDS, "too-deep"),
    "open-brackets": (HEAD + "lessons: " + "[" * 900_000, "too-deep"),
    "big": (module("      - text: |\n" + "          Hej med jer.\n" * 220_000), "too-big"),
    "many-items": (HEAD + "sources:\n" + "- En kilde\n" * 20_000, "too-many-values"),
    "many-fields": (HEAD + "".join(f"a{n}: b\n" for n in range(20_000)), "too-many-values"),
    "long-line": (HEAD + "sources: [" + "x" * 900_000 + "]", "long-text"),
    "long-key": (HEAD + "x" * 900_000 + ": y", "no-colon"),
    "spaces": (HEAD + " " * 900_000 + "\u00a0x: y", "strange-space"),
    "quotes": (HEAD + "sources: [" + "'" * 900_001, "open-quote"),
    "colons": (HEAD + "summary2: " + "a: " * 300_000, "needs-quotes"),
    "problems": (HEAD + "".join(f"@a{n}\n" for n in range(60_000)), "needs-quotes"),
    "hashes": (HEAD + "".join(f"a{n}: b #c\n" for n in range(9_000)), "lost-text"),
}


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Load each of the files in one process; its memory is the most that any of them took."""
    root = tmp_path_factory.mktemp("limits")
    for name, (content, _) in FILES.items():
        folder = CourseFolder(root / name).write("content/course.yml", COURSE)
        folder.write("content/modules/motivation.yml", content)
    command = [sys.executable, "-c", MEASURED, str(root)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("name", FILES)
def test_a_limit_is_told_soon(measured, name):
    """A18 — 500 levels, 5 MB, 20,000 items: a clear message in < 10 s and < 500 MB."""
    codes, seconds, megabytes = measured[name]
    assert FILES[name][1] in codes
    assert seconds < 10
    assert megabytes < 500


@pytest.mark.parametrize("name", ["deep-brackets", "big", "many-items"])
def test_a_limit_is_told_in_words(course, name):
    """A18 — the message names the limit, and nothing follows from it."""
    content, expected = FILES[name]
    problem = course.write("content/modules/motivation.yml", content).one()
    assert problem.code == expected
    assert str(problem.values["limit"]) in course.tell(problem).message


def test_a_big_course_may_have_big_modules(course):
    """A18 — what a real module can need lies well below the limits."""
    texts = "".join(f"      - text: |\n          {'Et ord. ' * 500}\n" for _ in range(90))
    assert course.module(texts).codes() == []
