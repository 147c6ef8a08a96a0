"""What the guide advises: its examples pass the check without a word, and every kind has advice."""

import re
import textwrap

import pytest
import yaml

from coursewright.core.kinds import find_kinds
from tests.guide.places import GUIDE
from tests.guide.test_examples_in_text import LESSON, codes_for, yaml_blocks

WRITING = GUIDE / "docs" / "writing.md"
BLOCKS = yaml_blocks(WRITING)
EXERCISES = [block for block in BLOCKS if block.startswith("- ")]
BANKS = [block for block in BLOCKS if block.startswith("bank: ")]


@pytest.mark.parametrize("block", EXERCISES, ids=lambda block: block.split()[1])
def test_an_exercise_that_is_advised_is_right(block, tmp_path):
    blocks = f"    blocks:\n{textwrap.indent(block, '      ')}"
    assert codes_for(tmp_path, LESSON + blocks) == []


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.split()[1])
def test_a_bank_that_is_advised_is_right(bank, tmp_path):
    name, question = bank.split()[1], re.search(r"- id: (\S+)", bank)[1]
    assert (
        codes_for(tmp_path, f"{LESSON}    blocks:\n      - quiz: {name}/{question}\n", bank) == []
    )


def test_every_block_is_one_or_the_other():
    assert len(EXERCISES) + len(BANKS) == len(BLOCKS) > 3


@pytest.mark.parametrize("kind", find_kinds())
def test_each_kind_has_advice(kind):
    text = WRITING.read_text("utf-8")
    spoken = re.findall(r"^## (.+)$|^- \*\*(\w+):\*\*", text, re.MULTILINE)
    assert kind in " ".join(heading + point for heading, point in spoken).lower()


def test_the_settings_for_a_language_are_yaml_as_it_is_meant():
    """A bare `no` would be read as false by the site engine."""
    [settings] = [block for block in yaml_blocks(GUIDE / "docs/languages.md") if "plugins" in block]
    assert yaml.safe_load(settings)["plugins"][0]["search"]["lang"] == "no"
