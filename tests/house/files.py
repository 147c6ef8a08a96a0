"""The files of the project that the house's rules are about."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "coursewright"
DECISIONS = ROOT / "guide" / "decisions"
FOLDERS = ("src", "tests", "hooks", "benchmarks")
LIMIT = re.compile(r"^limit: (\S+) (\d+)\b", re.MULTILINE)
"""How a decision raises one limit: `limit: src/…/file.mjs 420`, or `file.py::function 60`."""


def files(*endings: str, folders: tuple[str, ...] = FOLDERS) -> list[Path]:
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return sorted(path for path in found if path.suffix in endings and is_ours(path))


def is_ours(path: Path) -> bool:
    return path.is_file() and not {"__pycache__", "node_modules"} & set(path.parts)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_test(path: Path) -> bool:
    return path.name.startswith(("test_", "conftest"))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Give (name, lines) of each function of a Python file, from `def` to its last line."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def raised_limits() -> dict[str, int]:
    """Give the limits that a decision has raised."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(DECISIONS.glob("*.md")))
    return {name: int(lines) for text in texts for name, lines in LIMIT.findall(text)}
