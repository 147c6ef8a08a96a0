"""Every kind on paper with everything answered: alone, and in a workbook."""

import pytest
from playwright.sync_api import Page, expect

from coursewright.core.kinds import find_kinds
from coursewright.testing.stored import read_store
from tests.workbook.conftest import FILL, Workbooks
from tests.workbook.printing import close, printed, text_of

CHOSEN = """() => Array.from(document.querySelectorAll(".cw-form :checked:not(option)"),
  (one) => `${one.name}=${one.value}`)"""
WRITTEN = """() => Array.from(document.querySelectorAll(".cw-book .cw-form :checked:not(option)"),
  (one) => `${one.name}=${one.value}`)"""
KINDS = list(find_kinds())
PATIENCE = 30_000


def fill(page: Page) -> list[str]:
    """Answer everything, wait until it is stored, and give what was typed."""
    typed = page.evaluate(FILL)
    for exercise in page.locator(
        '.cw-exercise:has([data-role="saved"]):not([data-state="empty"])'
    ).all():
        expect(exercise.locator('[data-role="saved"]')).not_to_be_empty(timeout=PATIENCE)
    return [close(text) for text in typed]


def missing(texts: list[str], paper: str) -> list[str]:
    """Give, for each text that is not there whole, where it stops and what comes instead."""
    return [_difference(text, paper) for text in texts if text not in paper]


def _difference(text: str, paper: str) -> str:
    length = next(n for n in range(len(text), -1, -1) if text[:n] in paper)
    at = paper.find(text[:length]) + length
    return f"{text[:length][-30:]} | {text[length:][:30]} | {paper[at:][:30]}"


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_answered_is_printed_in_full(kind: str, workbooks: Workbooks) -> None:
    """E16, G17 — 40 lines, long words, ticks and choices; the workbook itself stores nothing."""
    page = workbooks.live(kind)
    typed = fill(page)
    chosen = sorted(set(page.evaluate(CHOSEN)))
    assert missing(typed, text_of(printed(page))) == []

    workbooks.workbook(page, kind, "mine" if typed or chosen else "")
    before = read_store(page)
    paper = printed(page)
    assert missing(typed, text_of(paper, numbered=True)) == []
    assert [one for one in chosen if one not in page.evaluate(WRITTEN)] == []
    assert len(paper.pages) > 2
    workbooks.workbook(page, kind)
    assert read_store(page) == before
