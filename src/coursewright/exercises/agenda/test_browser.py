"""An agenda in a browser: where it is now, and what happens when it runs late."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from coursewright.testing.stored import read_store

DAY = "2026-12-01T"
ZONE = "+01:00"


def kept(page, field):
    """Let time go on until the browser has stored a field."""
    for _ in range(100):
        page.clock.run_for(100)
        if field in [one["field"] for one in read_store(page).get("answers", [])]:
            return
    raise AssertionError(f"{field} was never stored")


def opened(exercise_page, name, time="10:27", day=DAY, **options):
    """Open an example at a time of a day in Denmark; then time stands still."""
    page = exercise_page("agenda", name, **options)
    page.clock.install(time=f"{day}00:00:00{ZONE}")
    page.clock.pause_at(f"{day}{time}:00{ZONE}")
    page.reload()
    expect(page.locator("cw-agenda")).to_have_attribute("data-state", "empty")
    return page


def now(page, role="what", day="day-1"):
    return page.locator(f'[data-day="{day}"] [data-role="now"] [data-role="{role}"]')


def current(page):
    return page.locator('[aria-current="time"]')


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def times(page, day="day-1"):
    return page.locator(f'[data-day="{day}"] li [data-role="time"]').all_inner_texts()


def test_on_its_date_it_says_what_is_on(exercise_page):
    page = opened(exercise_page, "two-course-days", language="da")
    expect(now(page, "label")).to_have_text("Nu")
    expect(now(page)).to_have_text("Coffee")
    expect(now(page, "left")).to_have_text("3 min tilbage, til 10.30")
    expect(now(page, "next")).to_have_text("Derefter: Feedback between colleagues")
    expect(current(page)).to_have_count(1)
    expect(current(page)).to_contain_text("Coffee")
    expect(now(page, day="day-2")).to_be_hidden()


def test_it_follows_the_clock_and_tells_only_what_is_new(exercise_page):
    """G5."""
    page = opened(exercise_page, "two-course-days", language="da")
    said = page.locator(".cw-announce")
    page.clock.run_for(60_000)
    expect(now(page, "left")).to_have_text("2 min tilbage, til 10.30")
    expect(said).to_be_empty()
    page.clock.run_for(121_000)
    expect(now(page)).to_have_text("Feedback between colleagues")
    expect(current(page)).to_contain_text("Feedback between colleagues")
    expect(said).to_have_text(
        "Nu. Feedback between colleagues. 90 min tilbage, til 12.00. Derefter: Lunch"
    )


@pytest.mark.parametrize(
    ("time", "label", "left"),
    [
        ("08:40", "Om lidt", "Begynder 09.00, om 20 min"),
        ("15:29", "Nu", "1 min tilbage, til 15.30"),
        ("15:30", "Slut for i dag", ""),
    ],
)
def test_before_and_after(exercise_page, time, label, left):
    page = opened(exercise_page, "two-course-days", time, language="da")
    expect(now(page, "label")).to_have_text(label)
    expect(now(page, "left")).to_have_text(left)
    expect(now(page, "late")).to_be_visible(visible=time != "15:30")


def test_on_another_day_it_claims_nothing(exercise_page):
    page = opened(exercise_page, "two-course-days", day="2026-12-03T")
    expect(page.locator('[data-role="now"]:visible')).to_have_count(0)
    expect(current(page)).to_have_count(0)
    expect(page.locator('[data-role="calendar"]:visible')).to_have_count(0)


def test_midnight_brings_the_next_day(exercise_page):
    page = opened(exercise_page, "two-course-days", "23:59")
    page.clock.run_for(60_000)
    expect(now(page, day="day-2")).to_be_visible()
    expect(now(page)).to_be_hidden()


def test_late_shifts_what_is_left_and_can_be_taken_back(exercise_page):
    page = opened(exercise_page, "two-course-days", language="da")
    planned = times(page)
    press(page, "Ryk resten 5 min")
    expect(now(page, "label")).to_have_text("Nu · 5 min efter planen")
    expect(now(page, "left")).to_have_text("8 min tilbage, til 10.35")
    page.clock.run_for(200)
    expect(page.locator(".cw-announce")).to_contain_text("5 min efter planen. Slut 15.35.")
    assert times(page)[:3] == planned[:3]
    assert times(page)[3:5] == ["10.35", "12.05"]
    press(page, "Ryk resten 5 min")
    assert times(page)[3] == "10.40"
    press(page, "Fortryd 5 min")
    assert times(page)[3] == "10.35"
    press(page, "Ryk resten 5 min")
    press(page, "Tilbage til planen")
    assert times(page) == planned
    expect(now(page, "late")).to_be_focused()


def test_a_late_start_shifts_everything(exercise_page):
    page = opened(exercise_page, "two-course-days", "08:50", language="da")
    press(page, "Ryk resten 5 min")
    assert times(page)[:2] == ["09.05", "09.25"]


def test_a_delay_is_kept_for_the_day_and_no_longer(exercise_page):
    page = opened(exercise_page, "two-course-days", language="da")
    press(page, "Ryk resten 5 min")
    kept(page, "_today")
    page.reload()
    expect(now(page, "label")).to_have_text("Nu · 5 min efter planen")
    page.clock.fast_forward("24:00:00")
    page.reload()
    expect(now(page, day="day-2")).to_be_visible()
    assert times(page)[3] == "10.30"


def test_without_a_date_it_waits_to_be_told(exercise_page):
    page = opened(exercise_page, "half-day", "10:10", language="da")
    expect(page.locator('[data-role="now"]')).to_be_hidden()
    press(page, "Vi er i gang i dag")
    expect(now(page, day="meeting")).to_have_text("The problem in depth")
    expect(now(page, "late", "meeting")).to_be_focused()
    kept(page, "_today")
    page.reload()
    expect(now(page, day="meeting")).to_have_text("The problem in depth")
    press(page, "Ikke i dag")
    expect(page.locator('[data-role="now"]')).to_be_hidden()
    expect(page.get_by_role("button", name="Vi er i gang i dag")).to_be_focused()


def test_without_a_start_the_minute_it_begins_is_the_start(exercise_page):
    page = opened(exercise_page, "four-talks", "13:07", language="da")
    page.locator('[data-day="talk-2"] [data-role="on"]').click()
    assert times(page, "talk-2") == ["13.07", "13.27", "13.42", "13.52"]
    assert times(page, "talk-1") == [""] * 5
    page.clock.run_for(60_000)
    expect(now(page, "left", "talk-2")).to_have_text("19 min tilbage, til 13.27")
    page.locator('[data-day="talk-3"] [data-role="on"]').click()
    expect(page.locator('[data-role="now"]:visible')).to_have_count(1)


def test_what_is_stored_and_makes_no_sense_is_passed_over(exercise_page):
    """C14."""
    page = opened(exercise_page, "two-course-days")
    for text in ("{", "null", '{"day": "day-1"}', '{"day": "day-1", "late": ["x"]}'):
        page.evaluate("(text) => document.querySelector('cw-agenda').set('_today', text)", text)
        expect(now(page)).to_have_text("Coffee")


def test_a_day_can_be_put_into_a_calendar(exercise_page):
    page = opened(exercise_page, "two-course-days")
    with page.expect_download() as download:
        page.locator('[data-day="day-2"] [data-role="calendar"]').click()
    text = Path(download.value.path()).read_text("utf-8").replace("\r\n ", "")
    assert download.value.suggested_filename == "2026-12-02.ics"
    assert "DTSTART:20261202T090000" in text
    assert "DURATION:PT375M" in text
    assert "SUMMARY:Two days in December: Day 2" in text
    assert "09:15 Motivation\\, felt" in text


def test_it_is_accessible_while_it_runs(exercise_page, axe):
    """G1."""
    page = opened(exercise_page, "two-course-days", language="da")
    press(page, "Ryk resten 5 min")
    press(page, "Ryk resten 5 min")
    page.clock.resume()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    for button in page.locator(".cw-agenda__now button:visible").all():
        assert button.bounding_box()["height"] >= 44


def test_on_paper_it_is_the_list(exercise_page):
    """G17."""
    page = opened(exercise_page, "two-course-days")
    page.emulate_media(media="print")
    expect(page.locator('[data-role="now"]:visible')).to_have_count(0)
    expect(page.get_by_text("Back from practice")).to_be_visible()
