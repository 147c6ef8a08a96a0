"""What can be read from a browser script without running it: its imports and its functions."""

import re
from collections.abc import Iterator
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
IMPORT = re.compile(
    r"""(?:^|[;}\s])(?:import|export)\b[^;"'`()]*?\bfrom\s*(["'`])(?P<a>[^"'`]*)\1"""
    r"""|(?:^|[;}\s])import\s*(["'`])(?P<b>[^"'`]*)\3"""
    r"""|\bimport\s*\(\s*(["'`])(?P<c>[^"'`]*)\5""",
)
UNREADABLE = re.compile(r"""\bimport\s*\(\s*[^"'`\s]""")
HEADER = re.compile(
    r"^(?P<indent>\s*)(?!(?:if|for|while|switch|catch|else|do|try|class|return|with)\b)"
    r"(?:.*\bfunction\b.*|.*=>|(?:(?:static|async|get|set)\s+|[*#])*[\w$]+\([^;]*\)|\)(?:\s*=>)?)\s*\{$"
)


def code_of(script: Path) -> str:
    """Give a script without its comments; the lines stay where they are."""
    text = script.read_text(encoding="utf-8")
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)


def imports(script: Path) -> Iterator[str]:
    """Give what a script imports, as it is written; "?" for what only running would tell."""
    code = code_of(script)
    for found in IMPORT.finditer(code):
        yield found["a"] or found["b"] or found["c"]
    for _ in UNREADABLE.finditer(code):
        yield "?"


def functions(script: Path) -> Iterator[tuple[str, int]]:
    """Give (its first line, lines) of each function whose body stands on lines of its own.

    A function ends at the next line that closes a brace as far in as the function began.
    """
    lines = code_of(script).split("\n")
    for number, line in enumerate(lines):
        if header := HEADER.match(line.rstrip()):
            end = re.compile(re.escape(header["indent"]) + r"\}")
            rest = range(number + 1, len(lines))
            last = next((at for at in rest if end.match(lines[at])), number)
            yield line.strip(), last - number + 1
