"""A logbook in a browser: entries come, are folded, changed and removed, and become a line."""

from pathlib import Path

from playwright.sync_api import expect

from coursewright.testing.stored import read_store

LINES = '[data-role="open"]:visible'
FIRST, LATER = "2025-11-03T10:00:00", "2025-11-10T10:00:00"


def opened(exercise_page, name, at=FIRST, **more):
    page = exercise_page("logbook", name, **more)
    page.clock.set_fixed_time(at)
    page.reload()
    expect(page.locator("cw-logbook")).to_have_attribute("data-state", "empty")
    return page


def field(page, name):
    return page.locator(f'[name="entry.{name}"]')


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def lines(page):
    """Give what stands on each entry's line, from the top."""
    return [" ".join(line.split()) for line in page.locator(LINES).all_inner_texts()]


def bodies(page):
    return page.locator('[data-role="body"]:visible')


def answers(page):
    return {one["field"]: one["value"] for one in read_store(page)["answers"] if one["value"]}


def two_entries(exercise_page, name="energy", **more):
    """Write two entries, a week apart."""
    page = opened(exercise_page, name, **more)
    field(page, "r1.energy").nth(4).check()
    field(page, "r1.gave").fill("A walk at noon")
    page.clock.set_fixed_time(LATER)
    press(page, "A new day")
    field(page, "r2.energy").nth(7).check()
    field(page, "r2.gave").fill("The new colleague")
    saved(page)
    return page


def test_a_new_entry_has_the_date_of_today_and_keeps_it_with_the_first_word(exercise_page):
    page = opened(exercise_page, "energy")
    expect(field(page, "r1.date")).to_have_value("")
    field(page, "r1.gave").focus()
    expect(field(page, "r1.date")).to_have_value("2025-11-03")
    assert answers(page) == {}
    page.keyboard.type("Sun")
    saved(page)
    assert answers(page) == {"entry.r1.date": "2025-11-03", "entry.r1.gave": "Sun"}


def test_its_date_can_be_changed(exercise_page):
    page = opened(exercise_page, "energy")
    field(page, "r1.gave").fill("Sun")
    field(page, "r1.date").fill("2025-11-01")
    saved(page)
    page.reload()
    saved(page)
    expect(field(page, "r1.date")).to_have_value("2025-11-01")
    assert lines(page) == ["1 Nov"]


def test_a_new_entry_stands_on_top_and_the_others_are_folded(exercise_page):
    page = two_entries(exercise_page)
    assert lines(page) == ["10 Nov", "3 Nov A walk at noon"]
    expect(bodies(page)).to_have_count(1)
    page.get_by_role("button", name="Done").first.press("Enter")
    assert lines(page) == ["10 Nov The new colleague", "3 Nov A walk at noon"]
    older = page.locator('[data-role="open"]').nth(1)
    expect(older).to_have_attribute("aria-expanded", "false")
    older.press("Enter")
    expect(field(page, "r1.gave")).to_be_visible()
    expect(older).to_have_attribute("aria-expanded", "true")
    expect(older).to_be_focused()


def test_the_button_goes_to_the_entry_that_is_still_blank(exercise_page):
    page = opened(exercise_page, "energy")
    press(page, "A new day")
    expect(page.locator("[data-row]:visible")).to_have_count(1)
    expect(field(page, "r1.energy").first).to_be_focused()


def test_the_same_day_the_newest_is_open_and_later_all_are_folded(exercise_page):
    page = two_entries(exercise_page)
    page.reload()
    saved(page)
    assert lines(page) == ["10 Nov", "3 Nov A walk at noon"]
    page.clock.set_fixed_time("2025-11-12T10:00:00")
    page.reload()
    saved(page)
    assert lines(page) == ["10 Nov The new colleague", "3 Nov A walk at noon"]
    expect(bodies(page)).to_have_count(0)


def test_entries_come_back_in_the_order_of_their_days(exercise_page):
    page = two_entries(exercise_page)
    field(page, "r2.date").fill("2025-10-20")
    saved(page)
    page.clock.set_fixed_time("2025-11-12T10:00:00")
    page.reload()
    saved(page)
    assert lines(page) == ["3 Nov", "20 Oct The new colleague"]


def test_an_entry_is_removed_and_brought_back_by_keyboard(exercise_page):
    page = two_entries(exercise_page)
    page.locator('[data-row="r2"] [data-role="remove"]').press("Enter")
    assert lines(page) == ["3 Nov A walk at noon"]
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(field(page, "r2.gave")).to_have_value("The new colleague")
    saved(page)
    assert answers(page)["entry.r2.energy"] == "7"


def test_numbers_become_a_line_over_time(exercise_page):
    page = two_entries(exercise_page, language="da")
    drawn = page.locator('[data-role="lines"]')
    expect(drawn).to_contain_text("How much energy did I go home with?")
    expect(drawn.locator(".cw-series__list")).to_have_text("3. nov.: 4 · 10. nov.: 7")
    expect(drawn.locator("circle")).to_have_count(2)


def test_it_says_how_far_one_is_and_asks_for_no_more(exercise_page):
    page = opened(exercise_page, "practice", language="da")
    count = page.locator('[data-role="count"]')
    expect(count).to_have_text("0 af 4 noter")
    for number in range(1, 5):
        field(page, f"r{number}.situation").fill(f"Talk {number}")
        press(page, "A new talk")
    expect(count).to_contain_text("Du har skrevet de 4 noter.")


def test_entries_are_kept_as_one_result_with_a_line_for_each(exercise_page):
    page = two_entries(exercise_page, language="da")
    page.reload()
    saved(page)
    [attempt] = read_store(page)["attempts"]
    assert attempt["result"] == {
        "text": "2 noter, senest 10. nov.",
        "lines": [
            {
                "title": "10. nov.",
                "text": "How much energy did I go home with?: 7\n"
                "What gave me some?: The new colleague",
            },
            {
                "title": "3. nov.",
                "text": "How much energy did I go home with?: 4\n"
                "What gave me some?: A walk at noon",
            },
        ],
    }
    expect(page.locator('[data-role="again"]')).to_be_hidden()


def test_the_reminder_comes_back(exercise_page):
    page = opened(exercise_page, "practice")
    with page.expect_download() as download:
        press(page, "Remind me every week")
    text = Path(download.value.path()).read_text("utf-8")
    assert "RRULE:FREQ=WEEKLY;COUNT=4" in text
    assert "DTSTART;VALUE=DATE:20251110" in text
    assert "SUMMARY:Write a note about one talk" in text


def test_it_can_be_copied_as_text(exercise_page):
    allowed = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = two_entries(exercise_page, **allowed)
    press(page, "Copy the answers")
    expect(page.locator(".cw-announce")).to_contain_text("Copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == (
        "Where does my energy go?\n\n"
        "10 Nov\nHow much energy did I go home with?: 7\nWhat gave me some?: The new colleague\n\n"
        "3 Nov\nHow much energy did I go home with?: 4\nWhat gave me some?: A walk at noon\n"
    )


def test_another_tab_shows_the_new_entry(exercise_page):
    """C5."""
    page = opened(exercise_page, "learning-log")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("cw-logbook")).to_have_attribute("data-state", "empty")
    field(page, "r1.insight").fill("Silence helps")
    saved(page)
    expect(field(other, "r1.insight")).to_have_value("Silence helps")


def test_folded_entries_are_printed_whole(exercise_page):
    """G17."""
    page = two_entries(exercise_page)
    expect(field(page, "r1.gave")).to_be_hidden()
    page.emulate_media(media="print")
    expect(field(page, "r1.gave")).to_be_visible()


def test_a_blank_print_has_entries_to_fill_in(exercise_page):
    """G17."""
    page = opened(exercise_page, "practice", language="da")
    page.emulate_media(media="print")
    expect(page.locator("textarea:visible")).to_have_count(8)
    expect(page.get_by_text("Note 4")).to_be_visible()
