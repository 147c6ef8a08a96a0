"""README, CONTRIBUTING, the decisions and the guide lead to what is there."""

import re

import pytest

from coursewright.core.course import Exercise
from coursewright.core.kinds import find_kinds
from coursewright.core.wording import interface_words
from coursewright.render.fields import tables_for
from coursewright.render.site import GUIDE as GUIDE_WORDS
from tests.guide.places import GUIDE, ROOT

KINDS = find_kinds()
DECISIONS = sorted((GUIDE / "decisions").glob("*.md"))
DOCUMENTS = [
    *ROOT.glob("*.md"),
    *(GUIDE / "docs").rglob("*.md"),
    *DECISIONS,
    ROOT / "benchmarks" / "README.md",
]
PACKAGE = ROOT / "src" / "coursewright"


def without_code(text):
    return re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_to_files_lead_somewhere(document):
    text = without_code(document.read_text("utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path = target.partition("#")[0]
        if path and "://" not in path:
            assert (document.parent / path).exists(), target


def test_the_readme_is_short():
    """Whoever meets the project reads it to the end."""
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 120


def test_the_readme_names_commands_that_there_are():
    known = re.search(r"COMMANDS = \{(.*?)\}", (ROOT / "run").read_text("utf-8"), re.DOTALL)
    used = re.findall(r"python3 run (\w+)", (ROOT / "README.md").read_text("utf-8"))
    assert used
    for name in used:
        assert f'"{name}"' in known[1]


def test_the_readme_names_folders_that_there_are():
    rows = re.findall(r"^\| (`[^|]*) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    names = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert names
    for name in names:
        assert (ROOT / name).exists() or (PACKAGE / name).exists(), name


def test_the_architecture_names_files_that_there_are():
    """A file that is moved is moved there, too."""
    text = (GUIDE / "docs" / "architecture.md").read_text("utf-8")
    folders = "core|render|web|engines|exercises|testing|tests|guide|content"
    names = re.findall(rf"`((?:{folders})/[\w./-]+)`", text)
    assert names
    for name in names:
        assert (PACKAGE / name).exists() or (ROOT / name).exists(), name


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(file.name[:4]) for file in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("file", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_parts_and_is_short(file):
    text = file.read_text("utf-8")
    assert text.startswith(f"# {int(file.name[:4])}. ")
    for part in ("## Context", "## Decision", "## Consequences"):
        assert part in text
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_rooms_readme_names_no_field_that_is_gone(kind):
    words = interface_words([GUIDE_WORDS], "en")
    known = {row.name for table in tables_for(kind, KINDS, words) for row in table.rows}
    text = (KINDS[kind].folder / "README.md").read_text("utf-8")
    fields = re.search(r"^## Fields\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[1]
    named = set(re.findall(r"^\| `([\w-]+)` \|", fields, re.MULTILINE))
    assert named
    assert named <= known | set(Exercise.model_fields)
