"""A worksheet in a browser: rows, steps, versions, and what can be taken along."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def ready(page):
    expect(page.locator("cw-worksheet")).to_have_attribute("data-state", "empty")
    return page


def saved(page):
    expect(page.locator('[data-role="saved"]').last).not_to_be_empty()


def field(page, name):
    return page.locator(f'[name="{name}"]')


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def focused(page):
    return page.evaluate("() => document.activeElement.name || document.activeElement.textContent")


def filled(page):
    return page.locator('[data-role="filled"]')


def stored(page):
    return {one["field"]: one["value"] for one in read_store(page)["answers"] if one["value"]}


def results(page):
    """Give what was kept; that happens when the reader leaves."""
    page.reload()
    saved(page)
    until(page, lambda: read_store(page).get("attempts"))
    return [attempt["result"] for attempt in read_store(page)["attempts"]]


def until(page, holds):
    """Wait until something holds of the page: a leaving page may be late with what it sends."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came to hold")


LINKED = "() => document.querySelector('cw-worksheet').linked('{}').attempts.at(-1)?.result.ids"


def test_a_row_is_added_removed_and_brought_back_by_keyboard(exercise_page):
    page = ready(exercise_page("worksheet", "five-r"))
    rows = page.locator("[data-row]:visible")
    expect(rows).to_have_count(1)
    field(page, "roles.r1.role").focus()
    page.keyboard.type("Minutes")
    page.get_by_role("button", name="Add a role").press("Enter")
    assert focused(page) == "roles.r2.role"
    page.keyboard.type("Coffee")
    saved(page)
    rows.nth(0).get_by_role("button").press("Enter")
    expect(rows).to_have_count(1)
    assert focused(page) == "Undo"
    expect(page.locator(".cw-announce")).to_contain_text("The row has been removed.")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(2)
    assert focused(page) == "roles.r1.role"
    saved(page)
    assert stored(page) == {"roles.r1.role": "Minutes", "roles.r2.role": "Coffee"}


def test_rows_come_back_as_they_were_however_many(exercise_page):
    page = ready(exercise_page("worksheet", "learning-arrow"))
    for number in range(1, 6):
        field(page, f"skills.r{number}.skill").fill(f"Skill {number}")
        page.locator('[data-rows="skills"] [data-role="add"]').click()
    page.locator('[data-rows="skills"] [data-row="r2"] [data-role="remove"]').click()
    saved(page)
    page.reload()
    saved(page)
    shown = page.locator('[data-rows="skills"] input:visible')
    values = shown.evaluate_all("(all) => all.map(({ value }) => value)")
    assert values == ["Skill 1", "Skill 3", "Skill 4", "Skill 5"]


def test_it_says_how_much_is_filled_in_and_judges_nothing(exercise_page):
    page = ready(exercise_page("worksheet", "smart-goal", language="da"))
    expect(filled(page)).to_be_hidden()
    page.get_by_label("Measurable").check()
    saved(page)
    expect(filled(page)).to_be_hidden()
    field(page, "goal").fill("Three talks before Friday")
    field(page, "mine").nth(3).check()
    expect(filled(page)).to_have_text("2 af 5 felter udfyldt")
    saved(page)
    assert stored(page)["goal.check"] == ["measurable"]
    [result] = results(page)
    assert result == {
        "text": "2 af 5 felter udfyldt",
        "lines": [
            {"title": "My goal", "text": "Three talks before Friday"},
            {"title": "How much of it is in my own hands?", "text": "4"},
        ],
    }
    expect(page.get_by_label("Measurable")).to_be_checked()


def test_a_date_becomes_an_entry_in_the_calendar(exercise_page):
    page = ready(exercise_page("worksheet", "smart-goal"))
    remind = page.get_by_role("button", name="Put in my calendar")
    expect(remind).to_be_hidden()
    field(page, "by").fill("2026-12-31")
    with page.expect_download() as download:
        remind.click()
    text = Path(download.value.path()).read_text("utf-8")
    assert download.value.suggested_filename == "2026-12-31.ics"
    lines = text.split("\n")
    for line in ("BEGIN:VEVENT", "SUMMARY:My goal – am I there?", "TRIGGER:PT9H"):
        assert f"{line}\r" in lines or line in lines
    assert "DTSTART;VALUE=DATE:20261231" in text
    assert "DTEND;VALUE=DATE:20270101" in text


def test_it_can_be_copied_as_text_with_its_headings(exercise_page):
    page = ready(exercise_page("worksheet", "job-plan", **CLIPBOARD))
    expect(page.get_by_role("button", name="Copy the answers")).to_be_hidden()
    field(page, "a-tasks").fill("Repairing bikes")
    field(page, "next.r1.step").fill("Ring Carlo")
    field(page, "next.r1.who").fill("Me")
    press(page, "Copy the answers")
    expect(page.locator(".cw-announce")).to_contain_text("Copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == (
        "My ABC plan\n\n"
        "A – THE JOB I WISH FOR\n\n"
        "Which tasks would I like to spend the day on?\nRepairing bikes\n\n"
        "UNTIL WE MEET AGAIN\n\n"
        "Who does what?\n– Step: Ring Carlo · Who: Me\n"
    )


def test_steps_come_one_at_a_time_and_all_of_them_at_the_end(exercise_page):
    page = ready(exercise_page("worksheet", "goal-chain", language="da"))
    parts = page.locator(".cw-worksheet__part:visible")
    step = page.locator('[data-role="step"]')
    expect(parts).to_have_count(1)
    expect(step).to_contain_text("Trin 1 af 4")
    expect(page.get_by_role("button", name="Tilbage")).to_be_hidden()
    page.get_by_role("button", name="Næste").press("Enter")
    expect(parts).to_contain_text("The result")
    expect(page.locator(".cw-announce")).to_contain_text("Trin 2 af 4")
    assert (
        page.evaluate("() => document.activeElement.textContent").strip().startswith("The result")
    )
    field(page, "result").fill("Nobody waits")
    expect(parts).to_have_count(1)
    press(page, "Tilbage")
    expect(parts).to_contain_text("The goal")
    for name in ("Næste", "Næste", "Næste", "Se det hele"):
        press(page, name)
    expect(parts).to_have_count(4)
    expect(step).to_be_hidden()
    press(page, "Ét trin ad gangen")
    expect(parts).to_have_count(1)


def test_whoever_comes_back_to_steps_sees_all_of_it(exercise_page):
    page = ready(exercise_page("worksheet", "goal-chain"))
    field(page, "goal").fill("Fewer queues")
    saved(page)
    expect(page.locator(".cw-worksheet__part:visible")).to_have_count(1)
    page.reload()
    saved(page)
    expect(page.locator(".cw-worksheet__part:visible")).to_have_count(4)


def test_a_new_version_begins_with_the_one_before(exercise_page):
    page = exercise_page("worksheet", "function-chain", language="da")
    page.clock.set_fixed_time("2025-11-03T10:00:00")
    ready(page)
    field(page, "customers").fill("The neighbours")
    saved(page)
    press(page, "Lav en ny version")
    expect(page.locator('[data-role="undo"]')).to_contain_text("Ret det, du vil.")
    expect(field(page, "customers")).to_have_value("The neighbours")
    expect(page.get_by_role("button", name="Lav en ny version")).to_be_hidden()
    page.clock.set_fixed_time("2025-12-01T10:00:00")
    field(page, "customers").fill("The whole street")
    saved(page)
    versions = page.locator("details")
    expect(versions.locator("summary")).to_have_text("Én tidligere version")
    versions.locator("summary").click()
    expect(versions).to_contain_text("3. nov.")
    expect(versions).to_contain_text("The neighbours")
    page.reload()
    saved(page)
    expect(field(page, "customers")).to_have_value("The whole street")
    until(page, lambda: len(read_store(page)["attempts"]) == 2)
    kept = [(one["round"], one["response"]) for one in read_store(page)["attempts"]]
    assert kept == [(1, {"customers": "The neighbours"}), (2, {"customers": "The whole street"})]


def test_a_new_version_can_begin_empty_and_be_taken_back(exercise_page):
    page = ready(exercise_page("worksheet", "function-chain"))
    field(page, "tasks").fill("Bread")
    saved(page)
    press(page, "Make a new version")
    press(page, "Begin with empty fields")
    expect(field(page, "tasks")).to_have_value("")
    press(page, "Undo")
    expect(field(page, "tasks")).to_have_value("Bread")
    expect(page.locator("details")).to_have_count(0)


def test_what_was_chosen_elsewhere_becomes_rows(exercise_page):
    example = find_example("worksheet", "from-choices")
    [(picker, _)] = example.others
    page = ready(exercise_page([picker, example]))
    take = page.get_by_role("button", name="Put in your choices")
    expect(take).to_be_hidden()
    for words in ("Beginning with half of it", "Having somebody to ring"):
        page.get_by_role("checkbox", name=words).check()
    until(page, lambda: len(page.evaluate(LINKED.replace("{}", picker.address)) or []) == 2)
    take.click()
    expect(field(page, "plan.r1.what")).to_have_value("Beginning with half of it")
    expect(field(page, "plan.r2.what")).to_have_value("Having somebody to ring")
    expect(take).to_be_hidden()
    assert focused(page) == "plan.r1.first"
    field(page, "plan.r2.first").fill("Ask Mona")
    saved(page)
    page.reload()
    saved(page)
    expect(field(page, "plan.r2.first")).to_have_value("Ask Mona")
    expect(take).to_be_hidden()


def test_another_tab_shows_the_new_row(exercise_page):
    """C5."""
    page = ready(exercise_page("worksheet", "five-r"))
    other = page.context.new_page()
    other.goto(page.url)
    ready(other)
    field(page, "roles.r1.role").fill("Minutes")
    page.get_by_role("button", name="Add a role").click()
    field(page, "roles.r2.role").fill("Coffee")
    saved(page)
    expect(field(other, "roles.r2.role")).to_have_value("Coffee")
    expect(other.locator("[data-row]:visible")).to_have_count(2)


@pytest.mark.parametrize("name", ["goal-chain", "five-r"])
def test_a_blank_print_has_every_field_and_every_row(exercise_page, name):
    """G17."""
    page = ready(exercise_page("worksheet", name))
    page.emulate_media(media="print")
    hidden = page.locator("[data-task] :is(input, textarea):not(:visible)")
    expect(hidden).to_have_count(0)


def test_columns_stand_side_by_side_where_there_is_room(exercise_page):
    def tops(width):
        page = ready(exercise_page("worksheet", "learning-arrow", width=width))
        parts = page.locator(".cw-worksheet__part").all()
        return len({part.bounding_box()["y"] for part in parts})

    assert (tops(360), tops(1280)) == (3, 1)


def test_a_number_that_cannot_be_is_told_beside_its_field(exercise_page, axe):
    """G1 — an error, told when the reader first leaves the field, and gone when it is mended."""
    page = ready(exercise_page("worksheet", "feedback-contract"))
    time, wrong = field(page, "time"), page.locator(".cw-wrong")
    expect(wrong).to_have_count(1)
    time.press_sequentially("90")
    expect(wrong).to_be_hidden()
    time.press("Tab")
    for typed in ("90", "4-5"):
        time.fill("")
        time.press_sequentially(typed)
        time.press("Tab")
        expect(wrong).to_be_visible()
        expect(wrong).to_have_text("Write a number from 5 to 60.")
        expect(time).to_have_accessible_error_message("Write a number from 5 to 60.")
        assert axe(page) == []
    time.fill("45")
    expect(wrong).to_be_hidden()
