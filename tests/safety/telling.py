"""What a check tells of a course, as a trainer sees it: file, line and code."""

from pathlib import Path

from coursewright.commands.checking import check
from coursewright.core.kinds import find_kinds
from coursewright.core.problems import Problem

KINDS = find_kinds()


def problems(course: Path) -> list[Problem]:
    return check(course, KINDS, "da", None).problems


def told(course: Path) -> list[str]:
    """Give `file:line code` of each problem; a warning has a question mark."""
    return [
        f"{each.file}:{each.place.line} {each.code}{'?' if each.severity == 'warning' else ''}"
        for each in problems(course)
    ]


def say(course: Path, text: str, *, module: str = "m") -> None:
    """Put a text into the first lesson; it stands on line 12 of the module."""
    file = course / "content" / "modules" / f"{module}.yml"
    file.write_text(file.read_text("utf-8").replace("Hej.", text, 1), encoding="utf-8")


def page(course: Path, name: str, text: str) -> None:
    """Write a page into docs/."""
    file = course / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def picture(course: Path, name: str, size: int = 10) -> None:
    """Put a file of so many bytes into docs/."""
    file = course / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\x89PNG".ljust(size, b"\0"))
