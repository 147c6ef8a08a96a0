"""Every regular expression of the package on texts made to make one run long."""

import importlib
import pkgutil
import re
import time

import pytest

import coursewright
from tests.house.files import files, is_test

SIZE = 100_000
PIECES = [
    *"a0 -:.,/#[]({<&*_!\"'`\\|=\n\t\u00a0æ",
    *("a ", "a-", "- ", ": ", "a: ", "1,", "&#", "{{", "{% ", "x.y", "](", "<a ", "a:\u00a0", '"a'),
]
TEXTS = {piece: piece * (SIZE // len(piece)) for piece in PIECES}
TEXTS |= {f"{piece}!": text + "\x00!" for piece, text in TEXTS.items()}


SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in files(".py", folders=("src",)) if not is_test(path)
)
DO = {
    "split": lambda pattern, text: pattern.split(text),
    "sub": lambda pattern, text: pattern.sub("", text),
    "findall": lambda pattern, text: pattern.findall(text),
    "finditer": lambda pattern, text: list(pattern.finditer(text)),
    "search": lambda pattern, text: pattern.search(text),
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
}


def uses(name):
    """Give how a pattern is used anywhere in the package."""
    return sorted(set(re.findall(rf"\b{name}\.({'|'.join(DO)})\(", SOURCE)))


def patterns():
    for info in pkgutil.walk_packages(coursewright.__path__, "coursewright."):
        if ".test_" not in info.name:
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{info.name}.{name}", value


@pytest.mark.parametrize(("name", "pattern"), list(patterns()), ids=lambda each: str(each)[:60])
def test_no_pattern_runs_long(name, pattern):
    """F18 — 100 kB of anything takes a moment; what doubles with each letter would take hours."""
    for use in uses(name.rpartition(".")[2]):
        for piece, text in TEXTS.items():
            started = time.process_time()
            DO[use](pattern, text)
            assert time.process_time() - started < 1, f"{name}.{use} on {piece!r}"


def test_every_pattern_is_tried():
    """F18 — a pattern that nobody seems to use would not be tried."""
    unused = [name for name, _ in patterns() if not uses(name.rpartition(".")[2])]
    assert unused == []
