"""Exercises of much text: kept when the reader leaves, revised, copied, put into a calendar."""

from datetime import date, timedelta
from pathlib import Path

import icalendar
from playwright.sync_api import expect


def open_plan(open_tab):
    tab = open_tab("rows", exercise="modul/plan")
    tab.is_ready()
    return tab


def attempts(tab):
    return tab.ask("(store) => store.everything()")["attempts"]


def fill(tab):
    tab.type("goal", "Ring til to steder")
    tab.type("day", "2026-12-01")
    tab.type("steps.r1.what", "Find numrene")
    tab.tap("steps.r1.size", "1")
    tab.is_saved()


def test_one_attempt_is_kept_when_the_reader_leaves(open_tab):
    tab = open_plan(open_tab)
    fill(tab)
    assert attempts(tab) == []
    tab.page.reload()
    tab.until("async () => (await import('/web/store.mjs')) && true")
    [attempt] = attempts(tab)
    assert attempt["result"]["lines"] == [
        {"title": "Mål", "text": "Ring til to steder"},
        {"title": "Dag", "text": "1. dec."},
        {"title": "Række 1", "text": "Hvad: Find numrene · Trin: Lille"},
    ]


def test_a_new_version_begins_with_the_last_one(open_tab):
    tab = open_plan(open_tab)
    fill(tab)
    tab.page.get_by_role("button", name="Ny version").click()
    expect(tab.field("goal")).to_have_value("Ring til to steder")
    expect(tab.page.locator(".cw-announce")).to_contain_text("Det, du skrev før, er gemt.")
    tab.type("goal", "Ring til tre steder")
    tab.is_saved()
    tab.page.reload()
    expect(tab.field("goal")).to_have_value("Ring til tre steder")
    kept = [(each["round"], each["result"]["lines"][0]["text"]) for each in attempts(tab)]
    assert kept == [(1, "Ring til to steder"), (2, "Ring til tre steder")]


def test_my_page_shows_the_newest_version_and_folds_the_earlier_away(open_tab):
    tab = open_tab("rows", exercise="modul/to")
    tab.is_ready()
    fill(tab)
    tab.page.get_by_role("button", name="Ny version").click()
    tab.type("goal", "Ring til tre steder")
    tab.is_saved()
    tab.page.close()
    mine = open_tab("my-page").page.locator("[data-exercise='modul/to']")
    first = mine.locator(".cw-my-lines").first
    expect(first.locator("li").first).to_have_text("Mål Ring til tre steder")
    expect(mine.locator("summary")).to_have_text("Én tidligere version")
    mine.locator("summary").click()
    expect(mine.locator(".cw-my-versions li").first).to_have_text("Mål Ring til to steder")
    expect(mine.locator(".cw-my-text")).to_have_count(0)


def test_the_answers_can_be_copied_as_text(open_tab, phone):
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = open_plan(open_tab)
    copy = tab.page.get_by_role("button", name="Kopiér")
    expect(copy).to_be_hidden()
    fill(tab)
    copy.click()
    expect(tab.page.locator(".cw-announce")).to_contain_text("Kopieret")
    assert tab.page.evaluate("() => navigator.clipboard.readText()") == (
        "Min plan\n\nMål: Ring til to steder\nDag: 1. dec.\n"
        "Række 1: Hvad: Find numrene · Trin: Lille\n"
    )


def test_a_date_becomes_a_calendar_entry(open_tab):
    """As an RFC 5545 library reads it: lines folded, and signs that mean something escaped."""
    tab = open_plan(open_tab)
    button = tab.page.get_by_role("button", name="Sæt i min kalender")
    expect(button).to_be_hidden()
    tab.type("day", "2026-12-31")
    with tab.page.expect_download() as download:
        button.click()
    content = Path(download.value.path()).read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert event["SUMMARY"] == "Følg op, min ven; ja"
    assert event.decoded("DTSTART") == date(2026, 12, 31)
    assert event.decoded("DTEND") == date(2027, 1, 1)
    [alarm] = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=9)
    assert event["DESCRIPTION"].startswith("Min plan\nhttp")


def test_one_exercise_is_printed_alone(open_tab):
    tab = open_tab("rows", exercise="modul/plan", init="window.print = () => {}")
    tab.is_ready()
    tab.type("goal", "Ring")
    tab.page.get_by_role("button", name="Print").click()
    exercise = tab.page.locator("cw-rowed")
    expect(exercise).to_have_attribute("data-printing", "")
    tab.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert exercise.get_attribute("data-printing") is None
