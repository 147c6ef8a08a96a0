"""Three tabs for a while, with everything that can go wrong; what once failed is played again."""

import json
from pathlib import Path

import pytest

from tests.storage.many_tabs import ManyTabs, operations

CRASHERS = sorted((Path(__file__).parent / "crashers").glob("*.json"))
SEEDS = {20261121: 1000}  # seed → how many operations


def play(open_tab, wanted, kept: Path) -> None:
    """Play operations; those up to a failure are left in a file, to be kept as a crasher."""
    many = ManyTabs(open_tab)
    played = []
    try:
        for operation in wanted:
            played.append(operation)
            many.play(operation)
        many.finish()
    except BaseException:
        kept.write_text(json.dumps({"why": "", "operations": played}, ensure_ascii=False), "utf-8")
        print(f"what was played: {kept}; shorten it and keep it in tests/storage/crashers/")
        raise


@pytest.mark.parametrize(("seed", "count"), SEEDS.items())
def test_nothing_is_lost_in_a_thousand_operations(open_tab, tmp_path, seed, count):
    """C4 — three tabs, 1,000 seeded random operations: answers, leaving, kills of pages, a full
    phone, dead handles, wipes; a model knows what must be there."""
    play(open_tab, operations(seed, count), tmp_path / f"{seed}.json")


@pytest.mark.parametrize("file", CRASHERS, ids=lambda file: file.stem)
def test_what_once_failed(open_tab, tmp_path, file):
    """C4 — operations that once lost an answer."""
    wanted = json.loads(file.read_text("utf-8"))["operations"]
    play(open_tab, wanted, tmp_path / file.name)
