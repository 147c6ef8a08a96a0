"""The YAML of an agenda, beyond its examples (which `tests/every_kind` tries one by one)."""

from datetime import date

import pytest
from pydantic import ValidationError

from coursewright.exercises.agenda import KIND
from coursewright.exercises.agenda.model import Agenda


def day(*items, **fields):
    made = [{"title": "T", **item} for item in items]
    return {"id": "d", "title": "D", "start": "9:00", "items": made, **fields}


def agenda(*days):
    return Agenda.model_validate({"id": "a", "title": "A", "days": list(days)})


def findings(*days):
    return list(agenda(*days).findings())


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("9:00", 540), ("09:30", 570), ("9.30", 570), (" 23:59", 1439), ("0:00", 0)],
)
def test_a_time_of_day_has_a_colon_or_a_point(written, minutes):
    """A3: 10:30 is a time and no number."""
    assert agenda(day({"minutes": "10"}, start=written)).days[0].start == minutes


@pytest.mark.parametrize("written", ["24:00", "9:60", "9", "kl. 9", "9:0", "9:00 am", ""])
def test_nothing_else_is_a_time_of_day(written):
    with pytest.raises(ValidationError):
        agenda(day({"minutes": "10"}, start=written))


def test_a_date_is_year_month_and_day():
    """A6: other dates are told, not guessed at."""
    assert agenda(day({"minutes": "10"}, date="2026-12-01")).days[0].date == date(2026, 12, 1)
    for written in ("1.12.2026", "2026-13-01", "2026-02-30", "01-12-2026"):
        with pytest.raises(ValidationError):
            agenda(day({"minutes": "10"}, date=written))


def test_times_come_from_minutes():
    made = agenda(day({"minutes": "30"}, {"minutes": "15"}, {"minutes": "60"}))
    assert made.days[0].times() == [0, 30, 45, 105]


@pytest.mark.parametrize(
    ("at", "near"), [("10:15", 75), ("9:45", 45), ("12:00", 180), ("8:00", "")]
)
def test_a_fixed_time_that_does_not_fit_is_told_with_what_would(at, near):
    [finding] = findings(day({"minutes": "60"}, {"minutes": "15", "at": at}))
    assert finding.code == "times-disagree"
    assert finding.path == ("days", 0, "items", 1, "at")
    assert (finding.values["reached"], finding.values["near"]) == ("10:00", near)


def test_one_mistake_is_told_once():
    items = [{"minutes": "60"}, {"minutes": "30", "at": "12:00"}, {"minutes": "5", "at": "12:30"}]
    assert [finding.code for finding in findings(day(*items))] == ["times-disagree"]


def test_the_first_item_begins_at_the_start():
    [finding] = findings(day({"minutes": "60", "at": "9:15"}))
    assert finding.values["near"] == ""


def test_a_day_may_end_at_midnight_but_not_after_it():
    assert findings(day({"minutes": "60"}, start="23:00")) == []
    [finding] = findings(day({"minutes": "61"}, start="23:00"))
    assert finding.code == "past-midnight"


def test_nothing_is_asked_and_the_kind_is_the_room():
    assert not agenda(day({"minutes": "10"})).asks
    assert (KIND.name, KIND.model) == ("agenda", Agenda)
