"""Which of its answers an exercise says are dates of something to do."""

import pytest

from coursewright.core.course import Exercise
from coursewright.core.dates import Dated
from coursewright.core.kinds import find_kinds
from coursewright.render import my_page

KINDS = find_kinds()


def made(kind, **fields):
    return KINDS[kind].model.model_validate({"id": "en", "title": "En øvelse", **fields})


SHORT = {"id": "hvad", "ask": "Hvad?"}
DATE = {"id": "dag", "ask": "Hvornår?", "answer": "date"}


def test_a_worksheet_gives_its_dates_and_those_in_rows():
    rows = {"id": "liste", "ask": "Hvem?", "answer": "rows", "columns": [SHORT, DATE]}
    stepped = {**rows, "id": "plan", "columns": [SHORT, {**DATE, "what": "hvad"}]}
    asked = made("worksheet", fields=[SHORT, {**DATE, "remind": "Husk"}, rows, stepped])
    assert list(asked.dates()) == [
        Dated("dag", "Husk"),
        Dated("liste.*.dag"),
        Dated("plan.*.dag", words="plan.*.hvad"),
    ]


def test_a_survey_gives_its_dates():
    asked = made("survey", questions=[SHORT, {**DATE, "what": "hvad"}])
    assert list(asked.dates()) == [Dated("dag", words="hvad")]


def test_a_logbook_gives_its_rhythm_and_the_dates_of_its_entries():
    other = {**DATE, "id": "igen"}
    asked = made("logbook", fields=[SHORT, {**other, "what": "hvad"}], every="week", ask_for=4)
    assert list(asked.dates()) == [
        Dated("entry.*.date", "En øvelse", every="week", count=4),
        Dated("entry.*.igen", words="entry.*.hvad"),
    ]
    assert list(made("logbook", fields=[SHORT]).dates()) == []


def test_a_tracker_gives_each_rows_day_and_when_it_is_done():
    stages = [{"id": "lovet", "title": "Lovet"}, {"id": "gjort", "title": "Gjort"}]
    rows = [{"id": "ring", "text": "Ring"}]
    asked = made("tracker", stages=stages, rows=rows, own_rows=1, due="Hvornår?")
    assert list(asked.dates()) == [
        Dated("ring.due", "Ring", done="ring.gjort"),
        Dated("own-1.due", words="own-1.text", done="own-1.gjort"),
    ]
    assert list(made("tracker", stages=stages, rows=rows).dates()) == []


def test_other_kinds_give_none():
    assert list(Exercise(id="en").dates()) == []
    assert Exercise(id="en").continues() is None


@pytest.mark.parametrize("kind", ["scale", "checklist"])
def test_what_is_compared_goes_on_with_the_earlier_ones_line(kind):
    numbers = {"from": 1, "to": 5, "anchors": {1: "Lidt", 5: "Meget"}}
    items = [{"id": "a", "text": "Jeg lytter."}]
    own = {"question": "Hvor meget?", **numbers}
    if kind == "checklist":
        own = {"scale": numbers, "sections": [{"items": items}]}
    assert made(kind, **own, compare_with="modul/to").continues() == "modul/to"
    assert made(kind, **own).continues() is None


@pytest.mark.parametrize(("what", "near"), [("hvat", "hvad"), ("dag", ""), ("andet", "")])
def test_what_names_a_field_to_write_in_beside_the_date(what, near):
    asked = made("worksheet", fields=[SHORT, {**DATE, "what": what}])
    [finding] = asked.findings()
    assert (finding.code, finding.path) == ("what-unknown", ("fields", 1, "what"))
    assert finding.values == {"what": what, "near": near}


def test_a_date_without_what_keeps_the_version_it_was_published_with():
    """A field that came later changes nothing where it is not used."""
    asked = made("worksheet", fields=[SHORT, DATE])
    assert asked.version() == "01d1b301"


def test_the_ticks_name_is_no_public_id():
    """An exercise's always has a slash."""
    assert "/" not in my_page.TICKS
