"""Every bad course gives exactly the report that stands beside it, in both languages."""

import re

import pytest

from coursewright.core.wording import OWN, read_words
from tests.authoring.courses import NOT_FOR_TRAINERS
from tests.authoring.golden import LANGUAGES, NAMES, expected, report

OURS = re.compile(r"^.+?:\d+:\d+: (?:error|warning)\[([a-z0-9-]+)\] (.*)$", re.MULTILINE)
BIG_OR_ODD_FILES = {"outside-course", "too-big", "too-many-values", "unreadable-file"}
FIELDS_OF_OTHER_KINDS = {"not-less-than", "not-more-than", "wrong-form"}
ELSEWHERE = BIG_OR_ODD_FILES | FIELDS_OF_OTHER_KINDS
"""Codes that no course of these can raise; other tests do."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_as_written(name, language):
    """A20 — rewrite with `uv run python -m tests.authoring.rewrite`, and read the difference."""
    assert report(name, language) == expected(name, language).read_text(encoding="utf-8")


def test_the_reports_cover_the_codes():
    """A20 — every problem of the core stands in some report, for people to read."""
    told = {code for code, _ in said("da")}
    assert set(read_words(OWN)["problems"]) - told - ELSEWHERE == set()


def test_no_report_speaks_of_the_code_behind_it():
    """A20 — no word of Python or of a library, whatever the mistake."""
    for language in LANGUAGES:
        for code, message in said(language):
            found = NOT_FOR_TRAINERS.search(re.sub(r"«.*?»|\{\S*\}", "", message))
            assert found is None, (code, message)


def said(language):
    for name in NAMES:
        yield from OURS.findall(expected(name, language).read_text(encoding="utf-8"))
