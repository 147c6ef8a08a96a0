"""The YAML of a logbook, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.logbook import KIND
from coursewright.exercises.logbook.model import Logbook

NOTE = {"id": "note", "ask": "What happened?"}


def logbook(**fields):
    return Logbook.model_validate({"id": "a", "title": "My log", "fields": [NOTE], **fields})


def codes(**fields):
    return [finding.code for finding in logbook(**fields).findings()]


def test_answers_are_asked_for_in_every_entry():
    assert logbook().prompts() == {"entry.*.note": "What happened?"}
    assert list(logbook().scored()) == [("note", ("fields", 0, "id"))]


def test_each_entry_has_a_date_of_its_own():
    assert codes() == []
    assert codes(fields=[NOTE, {"id": "date", "ask": "Which day?", "answer": "date"}]) == [
        "date-is-there"
    ]
    assert codes(fields=[NOTE, {"id": "follow-up", "ask": "When?", "answer": "date"}]) == []


@pytest.mark.parametrize("every", ["day", "week", "month"])
def test_a_reminder_needs_a_rhythm(every):
    assert codes(remind="Write a note") == ["remind-how-often"]
    assert codes(remind="Write a note", every=every) == []


def test_an_entry_cannot_hold_rows():
    rows = {"id": "rows", "ask": "Rows", "answer": "rows", "columns": [NOTE]}
    with pytest.raises(ValueError, match="answer"):
        logbook(fields=[rows])


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("logbook", Logbook)
