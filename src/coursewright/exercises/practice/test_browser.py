"""A practice in a browser: answer first, suggestions afterwards, a draw that stays."""

import pytest
from playwright.sync_api import expect

from coursewright.testing.awake import before_script
from coursewright.testing.stored import read_store

SUGGESTIONS = ".cw-practice__models h3"


def ready(page):
    expect(page.locator("cw-practice")).to_have_attribute("data-state", "empty")
    return page


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def answer(page, text):
    page.locator(".cw-practice__prompt textarea:visible").fill(text)


def situation(page):
    return page.locator(".cw-practice__situation:visible")


def rate(page, word, criterion=0):
    page.locator("fieldset:visible").nth(criterion).get_by_label(word, exact=True).check()


def go_through(page, prompts, text="My own answer"):
    """Answer, compare and go on, for so many prompts."""
    asked = []
    for number in range(prompts):
        asked.append(situation(page).inner_text())
        answer(page, f"{text} {number + 1}")
        press(page, "See suggestions")
        press(page, "Sum up" if number + 1 == prompts else "Next")
    return asked


def results(page):
    saved(page)
    return [attempt["result"] for attempt in read_store(page)["attempts"]]


def test_one_prompt_at_a_time_and_the_suggestions_on_request(exercise_page):
    page = ready(exercise_page("practice", "formula"))
    expect(situation(page)).to_have_count(1)
    expect(page.locator(SUGGESTIONS + ":visible")).to_have_count(0)
    answer(page, "How do you like it?")
    expect(page.locator(SUGGESTIONS + ":visible")).to_have_count(0)
    press(page, "See suggestions")
    expect(page.locator(SUGGESTIONS + ":visible")).to_be_focused()
    expect(page.locator(".cw-practice__models li:visible")).to_have_count(2)
    press(page, "Next")
    expect(situation(page)).to_contain_text("thinks")
    expect(situation(page)).to_be_focused()
    expect(page.get_by_text("2 of 4", exact=True)).to_be_visible()
    press(page, "Previous")
    expect(page.locator("textarea:visible").first).to_have_value("How do you like it?")


def test_writing_is_optional(exercise_page):
    page = ready(exercise_page("practice", "six-steps"))
    press(page, "See suggestions")
    expect(page.locator(SUGGESTIONS + ":visible")).to_have_count(1)
    expect(page.get_by_role("button", name="Write it again")).to_have_count(0)
    press(page, "Next")
    press(page, "Previous")
    page.reload()
    saved(page)
    assert results(page)[-1]["text"] == "1 of 6 practised"


def test_a_second_version_stands_beside_the_first(exercise_page):
    page = ready(exercise_page("practice", "formula"))
    answer(page, "Do you like it?")
    press(page, "See suggestions")
    press(page, "Write it again")
    expect(page.get_by_role("textbox", name="How I say it now")).to_be_focused()
    expect(page.get_by_text("At first: Do you like it?")).to_be_visible()
    page.get_by_role("textbox", name="How I say it now").fill("What do you like about it?")
    saved(page)
    page.reload()
    saved(page)
    expect(page.get_by_role("textbox", name="How I say it now")).to_have_value(
        "What do you like about it?"
    )
    expect(page.locator("textarea:visible").first).to_have_value("Do you like it?")


def test_a_tap_on_write_it_again_takes_nothing(exercise_page):
    page = ready(exercise_page("practice", "formula"))
    answer(page, "Do you like it?")
    press(page, "See suggestions")
    press(page, "Write it again")
    for _ in range(3):
        press(page, "Next")
    press(page, "Sum up")
    expect(page.locator("dd", has_text="Do you like it?")).to_be_visible()


def test_the_end_says_what_was_said_and_how_it_was_rated(exercise_page):
    page = ready(exercise_page("practice", "descriptive-feedback"))
    for number, word in enumerate(["Yes", "Yes", "On the way"]):
        answer(page, f"I saw {number}")
        press(page, "See suggestions")
        rate(page, word)
        press(page, "Sum up" if number == 2 else "Next")
    panel = page.locator('[data-role="result"]')
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("3 of 3 practised")
    expect(panel).to_contain_text("Yes: 2 · On the way: 1")
    expect(page.locator(".cw-announce")).to_contain_text("3 of 3 practised")
    assert panel.locator("dd").all_inner_texts()[-3:] == ["I saw 0", "I saw 1", "I saw 2"]
    result = results(page)[-1]
    assert result["parts"] == [
        {"title": "It is about one definite situation.", "value": 2, "from": 0, "to": 3}
    ]
    assert [line["text"] for line in result["lines"]] == ["I saw 0", "I saw 1", "I saw 2"]
    assert result["lines"][0]["title"] == "«Great meeting today!»"


def test_the_draw_is_the_same_after_a_reload_and_in_another_tab(exercise_page):
    """C4."""
    page = ready(exercise_page("practice", "mirror-resistance"))
    answer(page, "It sounds hard.")
    asked = situation(page).inner_text()
    saved(page)
    drawn = page.locator('[name=":drawn"]').input_value()
    assert len(set(drawn.split())) == 3
    other = page.context.new_page()
    other.goto(page.url)
    saved(other)
    assert other.locator('[name=":drawn"]').input_value() == drawn
    page.reload()
    saved(page)
    assert page.locator('[name=":drawn"]').input_value() == drawn
    assert situation(page).inner_text() == situation(other).inner_text() == asked


def test_looking_stores_nothing(exercise_page):
    page = ready(exercise_page("practice", "mirror-resistance"))
    page.reload()  # whatever waits to be stored is sent on leaving
    ready(page)
    assert read_store(page).get("answers", []) == []


def test_the_next_round_begins_with_what_was_not_tried(exercise_page):
    page = ready(exercise_page("practice", "mirror-resistance"))
    first = go_through(page, 3)
    saved(page)
    press(page, "Answer again")
    second = go_through(page, 3)
    assert len(set(first + second)) == 4
    expect(page.locator('[data-role="last"]')).to_contain_text("3 of 3 practised")


def test_answering_again_begins_at_the_first_and_undo_leads_back(exercise_page):
    page = ready(exercise_page("practice", "descriptive-feedback"))
    go_through(page, 3)
    saved(page)
    press(page, "Answer again")
    expect(page.get_by_text("1 of 3", exact=True)).to_be_visible()
    expect(page.locator("textarea:visible")).to_have_value("")
    press(page, "Undo")
    expect(page.locator('[data-role="result"]')).to_contain_text("My own answer 2")


def test_the_earlier_answer_comes_with_the_suggestions(exercise_page):
    page = ready(exercise_page("practice", "descriptive-feedback"))
    page.clock.set_fixed_time("2025-11-03T10:00:00")
    go_through(page, 3)
    saved(page)
    press(page, "Answer again")
    earlier = page.locator('[data-role="earlier"]:visible')
    expect(earlier).to_have_count(0)
    press(page, "See suggestions")
    expect(earlier).to_contain_text("Last time, 3 Nov, you answered:")
    expect(earlier).to_contain_text("My own answer 1")


def test_it_can_be_done_with_the_keys_alone(exercise_page):
    """G2."""
    page = ready(exercise_page("practice", "six-steps"))
    page.locator("textarea:visible").focus()
    page.keyboard.type("You miss them.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("input:checked")).to_have_count(1)


def test_nobody_comes_to_the_end_without_having_tried_one(exercise_page):
    page = ready(exercise_page("practice", "descriptive-feedback"))
    press(page, "Next")
    press(page, "Next")
    expect(page.get_by_role("button", name="Sum up")).to_have_count(0)
    press(page, "See suggestions")
    press(page, "Sum up")
    expect(page.locator('[data-role="result"]')).to_contain_text("1 of 3 practised")


@pytest.mark.parametrize("width", [320, 360])
def test_every_button_can_be_hit_with_a_thumb(exercise_page, width):
    """G9."""
    page = ready(exercise_page("practice", "mirror-resistance", width=width, language="da"))
    press(page, "Se forslag")
    targets = page.locator(".cw-form :is(button, .cw-number, summary):visible").all()
    assert min(target.bounding_box()["height"] for target in targets) >= 44


def test_without_scripts_the_prompts_come_before_the_suggestions(exercise_page):
    """G15."""
    page = exercise_page("practice", "descriptive-feedback", scripts=False)
    last = page.locator(".cw-practice__prompt").last.bounding_box()["y"]
    suggestions = page.locator("summary", has_text="See suggestions").first
    assert suggestions.bounding_box()["y"] > last
    expect(page.get_by_text("You asked the two quiet ones")).to_be_hidden()
    suggestions.click()
    expect(page.get_by_text("You asked the two quiet ones")).to_be_visible()


def test_it_comes_up_even_if_the_script_does_not(exercise_page):
    page = exercise_page("practice", "descriptive-feedback")
    page.route("**/practice.mjs", lambda route: route.abort())
    page.reload()
    expect(situation(page)).to_have_count(1)
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    expect(situation(page)).to_have_count(3)
    exercise_page.watches[-1].expect("ERR_FAILED")


def test_what_was_written_before_the_script_came_stays_in_sight(exercise_page):
    """On a slow net the text is there first; the draw then goes round what is being answered."""
    page = exercise_page("practice", "mirror-resistance")
    page.add_init_script("let lot = 1; Math.random = () => (lot *= 0.99)")  # the first comes last
    with before_script(page, "**/practice.mjs"):
        first = situation(page).inner_text()
        answer(page, "Written early")
    saved(page)
    expect(page.locator("textarea:visible")).to_have_value("Written early")
    assert situation(page).inner_text() == first


def test_a_print_has_the_prompts_of_this_round(exercise_page):
    """G17."""
    page = ready(exercise_page("practice", "mirror-resistance"))
    page.emulate_media(media="print")
    expect(situation(page)).to_have_count(3)
    expect(page.locator(".cw-practice__models:visible")).to_have_count(3)
    page.emulate_media(media="screen")
    go_through(page, 3)
    page.emulate_media(media="print")
    expect(page.locator('[data-role="result"]')).to_contain_text("My own answer 3")
