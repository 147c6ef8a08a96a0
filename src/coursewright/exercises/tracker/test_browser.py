"""A tracker in a browser: ticking, correcting, going on, and what is kept of it."""

import re

import pytest
from playwright.sync_api import expect

from coursewright.testing.stored import read_store


def opened(exercise_page, name="subgoals", **options):
    page = exercise_page("tracker", name, **options)
    expect(page.locator("cw-tracker")).to_have_attribute("data-state", "empty")
    return page


def tick(page, row, stage):
    return page.get_by_role("button", name=f"{row}: {stage}", exact=True)


def date_of(page, field):
    return page.locator(f'[name="{field}"]')


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()
    return page


def next_line(page):
    return page.locator('[data-role="next"]')


def today(page):
    """Give today's date on the phone, whose clock is not this computer's."""
    return page.evaluate("() => new Date().toLocaleDateString('sv')")


def result(page):
    return read_store(saved(page))["attempts"][-1]["result"]


def test_a_tap_dates_a_stage_today(exercise_page):
    page = opened(exercise_page)
    expect(date_of(page, "call.agreed")).to_be_hidden()
    tick(page, "Call two workplaces", "Agreed").click()
    expect(tick(page, "Call two workplaces", "Agreed")).to_have_attribute("aria-pressed", "true")
    expect(date_of(page, "call.agreed")).to_have_value(today(page))
    expect(date_of(page, "call.agreed")).to_be_visible()
    expect(next_line(page)).to_have_text("Next: Call two workplaces (Tried).")
    expect(page.locator(".cw-announce")).to_contain_text("Next: Call two workplaces (Tried).")
    answers = read_store(saved(page))["answers"]
    assert [(one["field"], one["value"]) for one in answers] == [("call.agreed", today(page))]


def test_a_second_tap_takes_the_date_away_and_can_be_undone(exercise_page):
    page = opened(exercise_page)
    agreed = tick(page, "Call two workplaces", "Agreed")
    agreed.click()
    date_of(page, "call.agreed").fill("2026-03-02")
    agreed.click()
    expect(agreed).to_have_attribute("aria-pressed", "false")
    expect(date_of(page, "call.agreed")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(date_of(page, "call.agreed")).to_have_value("2026-03-02")
    expect(agreed).to_be_focused()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_how_far_it_has_come_is_said_in_words(exercise_page):
    page = opened(exercise_page, language="da")
    tick(page, "Call two workplaces", "Agreed").click()
    tick(page, "Call two workplaces", "Tried").click()
    tick(page, "Have somebody read my application", "Agreed").click()
    counts = page.locator(".cw-tracker__count").all_inner_texts()
    assert counts == ["2 af 3", "1 af 3", "0 af 3"]
    bars = page.locator("progress").evaluate_all(
        "bars => bars.map(({ value, max }) => [value, max])"
    )
    assert bars == [[2, 3], [1, 3], [0, 3]]
    kept = result(page)
    assert (kept["text"], kept["value"], kept["to"]) == ("Settled: 0 af 3.", 0, 3)
    assert [part["value"] for part in kept["parts"]] == [2, 1, 0]
    assert re.fullmatch(r"Agreed, \d+\. \w+\.?; Tried, \d+\. \w+\.?", kept["lines"][0]["text"])
    assert kept["lines"][2] == {
        "title": "Look in at a place where they do the work I want",
        "text": "",
    }


def test_a_skipped_stage_is_not_asked_for_again(exercise_page):
    page = opened(exercise_page)
    tick(page, "Call two workplaces", "Tried").click()
    expect(next_line(page)).to_have_text("Next: Call two workplaces (Settled).")
    tick(page, "Call two workplaces", "Settled").click()
    expect(next_line(page)).to_have_text("Next: Have somebody read my application (Agreed).")


def test_all_the_way(exercise_page):
    page = opened(exercise_page, "weight")
    for one in page.locator(".cw-tracker__tick").all():
        one.click()
    expect(next_line(page)).to_have_text("All 3 have come all the way.")


def test_the_earliest_day_agreed_comes_next(exercise_page):
    page = opened(exercise_page, "weight")
    date_of(page, "most-b.due").fill("2026-05-04")
    date_of(page, "open-b.due").fill("2027-05-04")
    tick(page, "Plan C comes in as well", "It has moved").click()
    expect(next_line(page)).to_contain_text("Next: Most of the search is on plan B (4 May")
    with page.expect_download() as download:
        page.locator('[data-date="most-b.due"]').click()
    assert "Most of the search is on plan B" in download.value.path().read_text("utf-8")


def test_a_date_before_an_earlier_stages_is_allowed_and_told(exercise_page):
    page = opened(exercise_page)
    tick(page, "Call two workplaces", "Agreed").click()
    tick(page, "Call two workplaces", "Tried").click()
    expect(page.locator('[data-role="hint"]:visible')).to_have_count(0)
    date_of(page, "call.tried").fill("2025-01-01")
    hint = page.locator('[data-role="hint"]:visible')
    expect(hint).to_have_text("“Tried” has a date before “Agreed”.")
    assert next(p for p in result(page)["parts"] if p["title"] == "Tried")["value"] == 1


def test_a_date_being_rewritten_stays_in_sight(exercise_page):
    page = opened(exercise_page)
    tick(page, "Call two workplaces", "Agreed").click()
    field = date_of(page, "call.agreed")
    field.focus()
    page.keyboard.press("Backspace")
    expect(field).to_have_value("")
    expect(field).to_be_visible()
    tick(page, "Call two workplaces", "Tried").focus()
    expect(field).to_be_hidden()


def test_an_own_row_gets_its_stages_with_its_text(exercise_page):
    page = opened(exercise_page)
    expect(tick(page, "A step of my own 1", "Agreed")).to_be_hidden()
    expect(date_of(page, "own-2.text")).to_be_hidden()
    date_of(page, "own-1.text").fill("Ask my brother")
    expect(date_of(page, "own-2.text")).to_be_visible()
    tick(page, "A step of my own 1", "Agreed").click()
    expect(page.locator(".cw-tracker__count").first).to_have_text("1 of 4")
    saved(page)
    page.reload()
    saved(page)
    expect(date_of(page, "own-1.text")).to_have_value("Ask my brother")
    expect(tick(page, "A step of my own 1", "Agreed")).to_have_attribute("aria-pressed", "true")
    expect(date_of(page, "own-3.text")).to_be_hidden()


def test_a_new_period_begins_empty_with_the_last_one_above(exercise_page):
    page = opened(exercise_page)
    tick(page, "Call two workplaces", "Settled").click()
    saved(page)
    page.get_by_role("button", name="Start over").click()
    expect(date_of(page, "call.settled")).to_have_value("")
    expect(page.locator('[data-role="last"]')).to_contain_text("Settled: 1 of 3.")
    page.locator('[data-role="undo"]').click()
    expect(date_of(page, "call.settled")).to_have_value(today(page))
    expect(page.locator('[data-role="last"]')).to_be_hidden()


def test_it_can_be_ticked_with_the_keys(exercise_page):
    """G2."""
    page = opened(exercise_page)
    tick(page, "Call two workplaces", "Agreed").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(date_of(page, "call.agreed")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_what_is_ticked_is_accessible_too(exercise_page, axe, width, scheme):
    """G1, G9."""
    page = opened(exercise_page, "visits", width=width, scheme=scheme)
    for one in page.locator(".cw-tracker__tick").all()[:4]:
        one.click()
        box = one.bounding_box()
        assert min(box["width"], box["height"]) >= 44
    tick(page, "I sit in with a colleague", "Booked").click()
    assert axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_paper_is_a_table_with_the_dates(exercise_page):
    """G17."""
    page = opened(exercise_page)
    tick(page, "Call two workplaces", "Agreed").click()
    page.emulate_media(media="print")
    heads = [head.bounding_box() for head in page.locator("thead th").all()]
    cells = [cell.bounding_box() for cell in page.locator("tr[data-row=call] > *").all()]
    assert [round(head["x"]) for head in heads] == [round(cell["x"]) for cell in cells[:4]]
    assert max(head["y"] for head in heads) < min(cell["y"] for cell in cells[:4])
    expect(date_of(page, "call.agreed")).to_be_visible()


def test_copying_takes_rows_and_dates_along(exercise_page):
    page = opened(exercise_page, "agreement", permissions=["clipboard-read", "clipboard-write"])
    tick(page, "One person to talk with", "Done").click()
    page.locator('[name="contact.note"]').fill("Mia calls")
    page.locator('[data-role="copy"]').click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert re.search(r"One person to talk with: Done, .*; Mia calls", copied)


def test_without_scripts_the_dates_are_fields(exercise_page):
    """G15."""
    page = exercise_page("tracker", "subgoals", scripts=False)
    field = page.locator('[name="call.agreed"]')
    expect(field).to_be_visible()
    field.fill("2026-03-02")
    assert page.locator("button:visible").count() == 0
