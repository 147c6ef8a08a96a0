"""Hand-written pages checked like the YAML: unknown macros and ids, with file and line."""

from collections.abc import Iterator
from pathlib import Path

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds
from coursewright.core.problems import Place, Problem, in_order
from coursewright.core.text import read_text_file
from coursewright.core.validation import nearest
from coursewright.render.calls import MACROS, Call, Refused, find_calls
from coursewright.render.fields import OWN_TABLES

DOCS = "docs"


def check_pages(folder: Path, course: Course, kinds: Kinds) -> list[Problem]:
    """Check the macro calls of every page in the course folder's `docs/`.

    Codes: bad-call, unknown-macro, wrong-words, unknown-id, and those of reading a file.
    """
    known = _known(course, kinds)
    return in_order(
        problem
        for path in sorted((folder / DOCS).rglob("*.md"))
        for problem in _check(folder, path.relative_to(folder).as_posix(), known)
    )


def _known(course: Course, kinds: Kinds) -> dict[str, list[str]]:
    """Give what each macro can be called with, its words joined by a slash."""
    lessons = [f"{m.module}/{lesson.lesson}" for m in course.modules for lesson in m.lessons]
    return {
        "exercise": [placed.address for placed in course.exercises()],
        "lesson": lessons,
        "module": [module.module for module in course.modules],
        "course_overview": [""],
        "my_page": [""],
        "my_data": [""],
        "gallery": list(kinds),
        "fields": [*kinds, *OWN_TABLES],
        "problems": [""],
    }


def _check(folder: Path, file: str, known: dict[str, list[str]]) -> Iterator[Problem]:
    text, problems = read_text_file(folder, file)
    yield from problems
    lines = (text or "").split("\n")
    for found in find_calls(text or ""):
        line = lines[found.line - 1] if found.line <= len(lines) else ""
        place = Place(found.line, max(line.find("{{"), line.find("{%"), 0) + 1)
        problem = _refused(found) if isinstance(found, Refused) else _wrong(found, known)
        if problem:
            code, values = problem
            yield Problem(code, file, place, line, values)


def _refused(found: Refused) -> tuple[str, dict[str, object]]:
    if found.said and found.said not in MACROS:
        return _unknown(found.said)
    return "bad-call", {}


def _unknown(name: str) -> tuple[str, dict[str, object]]:
    known = ", ".join(MACROS)
    return "unknown-macro", {"name": name, "near": nearest(name, MACROS), "known": known}


def _wrong(call: Call, known: dict[str, list[str]]) -> tuple[str, dict[str, object]] | None:
    if call.name not in MACROS:
        return _unknown(call.name)
    if len(call.words) != len(MACROS[call.name]):
        shape = ", ".join(f'"{word}"' for word in MACROS[call.name])
        return "wrong-words", {"name": call.name, "shape": f"{call.name}({shape})"}
    said = "/".join(call.words)
    if said not in known[call.name]:
        near = nearest(said, known[call.name])
        return "unknown-id", {"name": call.name, "value": said, "near": near}
    return None
