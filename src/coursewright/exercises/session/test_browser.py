"""A session in a browser: the clock, the steps, and what is there after sleeping and reloading."""

import json
import re

from playwright.sync_api import expect

from coursewright.testing.stored import read_store

BEFORE, START = "2026-11-02T09:00:00", "2026-11-02T10:00:00"


def opened(exercise_page, name, **options):
    """Open an example at ten o'clock; time stands still but for `run_for` and `fast_forward`."""
    page = exercise_page("session", name, **options)
    page.clock.install(time=BEFORE)
    page.reload()
    expect(page.locator("cw-session")).to_have_attribute("data-phase", "before")
    page.clock.pause_at(START)
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def part(page, role):
    return page.locator(f'[data-role="{role}"]')


def title(page):
    return page.locator(".cw-session__step[data-now] h4")


def said(page):
    return page.locator(".cw-announce")


def stored_state(page):
    saved(page)
    [state] = [one["value"] for one in read_store(page)["answers"] if one["field"] == "_state"]
    return json.loads(state)


def saved(page):
    page.clock.run_for(500)
    expect(part(page, "saved")).not_to_be_empty()


def reloaded(page):
    saved(page)
    page.reload()
    expect(page.locator("cw-session")).not_to_have_attribute("data-phase", "before")


def test_one_step_stands_there_with_its_time(exercise_page):
    page = opened(exercise_page, "union-pair-talk", language="da")
    press(page, "Start")
    expect(title(page)).to_have_text("The one on the left talks")
    expect(title(page)).to_be_focused()
    expect(part(page, "where")).to_have_text("Trin 1 af 2")
    page.clock.run_for(200)
    expect(said(page)).to_contain_text("Trin 1 af 2. The one on the left talks. 1½ min")
    page.clock.run_for(19_800)
    expect(part(page, "time")).to_have_text("1:10")
    press(page, "Næste")
    expect(title(page)).to_have_text("Now the other")
    expect(part(page, "time")).to_have_text("1:30")
    expect(page.get_by_role("button", name="Færdig")).to_be_visible()


def test_it_speaks_when_a_minute_is_left_and_when_time_is_up(exercise_page):
    """G5: not each second."""
    page = opened(exercise_page, "union-pair-talk")
    press(page, "Start")
    page.clock.run_for(31_000)
    expect(said(page)).to_have_text("1 minute left.")
    page.clock.run_for(20_000)
    expect(said(page)).to_have_text("1 minute left.")
    assert part(page, "time").get_attribute("aria-live") is None
    page.clock.run_for(40_000)
    expect(said(page)).to_have_text("Time is up")
    expect(part(page, "status")).to_have_text("Time is up")
    expect(part(page, "pause")).to_be_hidden()
    expect(title(page)).to_have_text("The one on the left talks")
    page.clock.run_for(60_000)
    expect(title(page)).to_have_text("The one on the left talks")


def test_a_pause_stops_the_clock_and_is_there_after_reloading(exercise_page):
    page = opened(exercise_page, "union-pair-talk", language="da")
    press(page, "Start")
    page.clock.run_for(10_000)
    press(page, "Pause")
    page.clock.run_for(60_000)
    expect(part(page, "time")).to_have_text("1:20")
    expect(part(page, "status")).to_have_text("Pause")
    reloaded(page)
    expect(part(page, "time")).to_have_text("1:20")
    press(page, "Fortsæt")
    page.clock.run_for(5_000)
    expect(part(page, "time")).to_have_text("1:15")


def test_the_clock_is_right_after_sleeping_and_reloading(exercise_page):
    page = opened(exercise_page, "union-pair-talk")
    press(page, "Start")
    saved(page)
    page.clock.fast_forward(40_000)
    page.clock.run_for(1_000)
    expect(part(page, "time")).to_have_text(re.compile("0:4[89]"))
    page.clock.fast_forward(20_000)
    page.reload()
    expect(part(page, "time")).to_have_text(re.compile("0:2[789]"))
    page.clock.fast_forward("10:00")
    page.reload()
    expect(part(page, "status")).to_have_text("Time is up")
    expect(said(page)).to_be_empty()


def test_another_minute_can_be_added_at_any_time(exercise_page):
    page = opened(exercise_page, "union-pair-talk")
    press(page, "Start")
    press(page, "+1 min")
    expect(part(page, "time")).to_have_text("2:30")
    press(page, "Pause")
    press(page, "+1 min")
    expect(part(page, "time")).to_have_text("3:30")
    press(page, "Go on")
    page.clock.run_for(400_000)
    expect(part(page, "status")).to_have_text("Time is up")
    press(page, "+1 min")
    expect(part(page, "time")).to_have_text("1:00")


def test_a_step_gone_back_to_has_what_was_left_of_it(exercise_page):
    page = opened(exercise_page, "union-pair-talk")
    press(page, "Start")
    press(page, "Back")
    expect(part(page, "start")).to_be_focused()
    press(page, "Start")
    page.clock.run_for(20_000)
    press(page, "Next")
    page.clock.run_for(30_000)
    press(page, "Back")
    expect(title(page)).to_have_text("The one on the left talks")
    expect(part(page, "time")).to_have_text("1:10")
    press(page, "Next")
    expect(part(page, "time")).to_have_text("1:00")


def test_a_finished_session_is_kept_with_its_minutes_and_notes(exercise_page):
    page = opened(exercise_page, "two-interviews", language="da")
    press(page, "Start")
    page.clock.run_for(170_000)
    press(page, "Næste")
    press(page, "Pause")
    page.clock.run_for(600_000)
    press(page, "Fortsæt")
    page.clock.run_for(180_000)
    press(page, "Næste")
    expect(part(page, "clock")).to_be_hidden()
    page.get_by_label("The number, and what the pushing did").fill("3. I wanted to leave.")
    press(page, "Næste")
    press(page, "Næste")
    press(page, "Færdig")
    expect(part(page, "result")).to_be_focused()
    expect(part(page, "took")).to_have_text("Gennemført på 6 min.")
    saved(page)
    [attempt] = read_store(page)["attempts"]
    assert attempt["result"] == {
        "text": "Gennemført på 6 min.",
        "lines": [{"title": "Put a number on it", "text": "3. I wanted to leave."}],
    }
    reloaded(page)
    expect(part(page, "took")).to_have_text("Gennemført på 6 min.")
    expect(page.locator("textarea:visible")).to_have_count(2)


def test_the_notes_can_be_taken_along(exercise_page):
    page = opened(exercise_page, "two-interviews")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Start")
    press(page, "Next")
    press(page, "Next")
    expect(part(page, "copy")).to_be_hidden()
    page.get_by_label("The number, and what the pushing did").fill("3. I wanted to leave.")
    press(page, "Stop now")
    part(page, "copy").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert (
        text
        == "Pushed, then asked\nEnded at step 3 of 5.\n\nPut a number on it: 3. I wanted to leave."
    )


def test_it_can_end_early_and_be_taken_up_again(exercise_page):
    page = opened(exercise_page, "two-interviews", language="da")
    press(page, "Start")
    page.clock.run_for(60_000)
    press(page, "Afslut nu")
    expect(part(page, "took")).to_have_text("Afsluttet ved trin 1 af 5.")
    page.clock.run_for(60_000)
    press(page, "Et skridt tilbage")
    expect(title(page)).to_have_text("First listen")
    expect(part(page, "time")).to_have_text("2:00")
    expect(page.get_by_role("button", name="Kør det igen")).to_be_hidden()


def test_it_counts_how_often_it_was_completed(exercise_page):
    page = opened(exercise_page, "union-pair-talk", language="da")
    for _ in range(2):
        press(page, "Start")
        page.clock.run_for(90_000)
        press(page, "Næste")
        press(page, "Færdig")
        saved(page)
        press(page, "Kør det igen")
    press(page, "Start")
    press(page, "Afslut nu")
    expect(part(page, "took")).to_have_text("Afsluttet ved trin 1 af 2.")
    press(page, "Et skridt tilbage")
    press(page, "Næste")
    press(page, "Færdig")
    expect(part(page, "took")).to_have_text("Gennemført på under 1 min. Det er 3. gang.")


def test_roles_move_on_with_the_rounds_and_names_with_them(exercise_page):
    page = opened(exercise_page, "feedback-triad", language="da")
    for role, name in (("focus", "Anna"), ("partner", "Bo"), ("observer", "Carl")):
        page.locator(f'[name="_who.{role}"]').fill(name)
    press(page, "Start")
    terms = page.locator("dt:visible")
    assert terms.all_inner_texts() == ["Sparring partner: Bo", "Observer: Carl"]
    expect(part(page, "swap")).to_be_hidden()
    for _ in range(3):
        press(page, "Næste")
    expect(part(page, "where")).to_have_text("Trin 4 af 10 · Runde 2 af 3")
    expect(part(page, "swap")).to_have_text(
        "Byt roller. Focus person: Carl · Sparring partner: Anna · Observer: Bo"
    )
    assert terms.all_inner_texts() == ["Sparring partner: Anna", "Observer: Bo"]
    expect(page.locator("textarea:visible")).to_have_attribute("name", "contract.2")
    press(page, "Næste")
    expect(part(page, "swap")).to_be_hidden()


def test_an_automatic_session_goes_on_by_itself(exercise_page):
    page = opened(exercise_page, "complaint-relay")
    press(page, "Start")
    saved(page)
    page.clock.run_for(360_000)
    expect(title(page)).to_have_text("Pass on")
    expect(part(page, "time")).to_have_text(re.compile("0:(29|30)"))
    page.clock.run_for(500)
    expect(said(page)).to_contain_text("Time is up")
    expect(said(page)).to_contain_text("Pass on")
    saved(page)
    page.clock.fast_forward("02:00")
    page.reload()
    expect(title(page)).to_have_text("Turn them round")
    expect(part(page, "time")).to_have_text(re.compile("8:2[6789]"))
    page.clock.fast_forward("59:00")
    page.reload()
    expect(part(page, "took")).to_have_text("Completed in 21 min.")


def test_a_stored_state_that_makes_no_sense_starts_from_the_beginning(exercise_page):
    """C14."""
    page = opened(exercise_page, "union-pair-talk")
    press(page, "Start")
    assert stored_state(page)["at"] == "first"
    for text in (
        "{",
        "null",
        '{"at": "gone", "begun": 1, "still": 0, "left": {}}',
        '{"at": "first"}',
    ):
        page.evaluate("(text) => document.querySelector('cw-session').set('_state', text)", text)
        expect(part(page, "start")).to_be_visible()


def test_another_tab_follows(exercise_page):
    """C5."""
    page = opened(exercise_page, "union-pair-talk")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("cw-session")).to_have_attribute("data-phase", "before")
    press(page, "Start")
    page.clock.run_for(500)
    expect(title(other)).to_have_text("The one on the left talks")
