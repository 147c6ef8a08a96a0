"""How many rows of the fault list have a test: `uv run python -m tests.rows`.

A test names its rows at the beginning of its docstring («A7 — …», «B4, B5: …», «F1/F2: …»);
a row counts once, however many tests name it.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("tests", "src")
TOTALS = {"A": 26, "B": 16, "C": 24, "D": 18, "E": 16, "F": 20, "G": 22}
ROW = re.compile(r"\b([A-G])(\d{1,2})\b")
NAMED = re.compile(r"^(?:[A-G]\d{1,2}\b(?:\*?[,/–-]? ?(?:and )?))+")
RANGE = re.compile(r"\b([A-G])(\d{1,2})[–-](?:\1)?(\d{1,2})\b")


def docstrings(file: Path) -> Iterator[str]:
    """Give the docstrings of a file's tests; what a whole file says of itself does not count."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield ast.get_docstring(node) or ""


def rows_in(docstring: str) -> set[str]:
    """Give the rows that a docstring begins with."""
    begins = NAMED.match(docstring)
    if not begins:
        return set()
    rows = {letter + number for letter, number in ROW.findall(begins[0])}
    for letter, first, last in RANGE.findall(begins[0]):
        rows |= {f"{letter}{number}" for number in range(int(first), int(last) + 1)}
    return rows


def covered() -> set[str]:
    """Give all rows that some test names."""
    files = (file for folder in FOLDERS for file in (ROOT / folder).rglob("test_*.py"))
    return {row for file in files for text in docstrings(file) for row in rows_in(text)}


def known(letter: str) -> list[str]:
    return [f"{letter}{number}" for number in range(1, TOTALS[letter] + 1)]


def main() -> int:
    named = covered()
    every = [row for letter in TOTALS for row in known(letter)]
    for letter, total in TOTALS.items():
        missing = [row for row in known(letter) if row not in named]
        count = f"{total - len(missing):3} of {total}"
        print(f"{letter} {count}" + (f"   without: {' '.join(missing)}" if missing else ""))
    print(f"  {len(named & set(every)):3} of {len(every)}")
    if unknown := named - set(every):
        print(f"no such row: {' '.join(sorted(unknown))}", file=sys.stderr)
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
