"""An agenda as the server writes it: a list with times."""

import json

import pytest

from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("agenda", name)], language))


def texts(page, name):
    return [one.text() for one in page.walk() if name in one.get("class").split()]


def test_each_item_has_its_time_and_its_length(kinds):
    times = texts(page_of(kinds, "half-day"), "cw-agenda__time")
    assert times[:3] == ["09:00 20 min", "09:20 20 min", "09:40 10 min"]
    assert times[-1] == "12:00"


@pytest.mark.parametrize(
    ("language", "said", "first"),
    [
        ("da", "tirsdag den 1. december 2026", "09.00 20 min"),
        ("nb", "tirsdag 1. desember 2026", "09.00 20 min"),
        ("en", "Tuesday 1 December 2026", "09:00 20 min"),
    ],
)
def test_dates_and_times_are_written_as_in_the_language(kinds, language, said, first):
    page = page_of(kinds, "two-course-days", language)
    assert texts(page, "cw-agenda__date")[0] == said
    assert texts(page, "cw-agenda__time")[0] == first


def test_without_a_start_the_minutes_stand_alone(kinds):
    page = page_of(kinds, "four-talks")
    assert texts(page, "cw-agenda__time")[:5] == ["20 min", "15 min", "10 min", "5 min", ""]
    assert texts(page, "cw-agenda__end")[0] == "50 min in all"


def test_nothing_claims_to_be_now(kinds):
    page = page_of(kinds, "two-course-days")
    assert not [one for one in page.walk() if one.get("aria-current")]
    assert all(
        "hidden" in button.attributes
        or "hidden" in button.closest("p").attributes
        or "hidden" in button.closest("div").attributes
        for button in page.find("button")
    )


def test_the_script_gets_minutes(kinds):
    [data] = page_of(kinds, "evening").find("script")[-1:]
    [day] = json.loads(data.children[0])["spec"]["days"]
    assert (day["id"], day["date"], day["start"]) == ("evening", "2027-02-09", 16 * 60 + 30)
    assert [item["minutes"] for item in day["items"]] == [30, 15, 45, 30]
