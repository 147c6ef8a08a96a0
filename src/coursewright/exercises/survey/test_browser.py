"""A survey in a browser: what an answer leads to, what counts, and what can be shared."""

from playwright.sync_api import expect

from coursewright.testing.stored import read_store

LINES = '[data-role="lines"]'


def ready(page):
    expect(page.locator("cw-survey")).to_have_attribute("data-state", "empty")
    return page


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def choose(page, field, value):
    page.locator(f'[name="{field}"][value="{value}"]').check()


def see(page):
    page.get_by_role("button", name="See my answers").click()


def asked(page):
    return page.locator("[data-question]:visible").evaluate_all(
        "(boxes) => boxes.map((box) => box.dataset.question)"
    )


def count(page):
    return page.locator('[data-role="count"]')


def last_result(page):
    saved(page)
    return read_store(page)["attempts"][-1]["result"]


def test_an_answer_leads_to_its_questions(exercise_page):
    page = ready(exercise_page("survey", "feedback-culture"))
    assert asked(page) == ["now", "moments"]
    choose(page, "now", 2)
    assert asked(page) == ["now", "what-stops", "moments"]
    choose(page, "what-stops", "other")
    assert asked(page) == ["now", "what-stops", "something-else", "moments"]
    choose(page, "now", 5)
    assert asked(page) == ["now", "what-helps", "moments"]


def test_one_of_several_ticks_is_enough(exercise_page):
    page = ready(exercise_page("survey", "four-words"))
    choose(page, "words", "begin")
    choose(page, "words", "but")
    assert asked(page) == ["words", "begin-with", "doubt"]


def test_a_number_that_is_typed_can_lead_somewhere(exercise_page):
    page = ready(exercise_page("survey", "everyday-demand"))
    page.locator('[name="times"]').fill("0")
    assert asked(page)[-1] == "obstacle"
    page.locator('[name="times"]').fill("3")
    assert asked(page)[-1] == "success"
    page.locator('[name="times"]').fill("")
    assert asked(page)[-1] == "times"


def test_a_question_that_goes_keeps_its_answer_but_does_not_count(exercise_page):
    page = ready(exercise_page("survey", "feedback-culture"))
    choose(page, "now", 2)
    choose(page, "what-stops", "other")
    page.get_by_label("What?").fill("We never meet")
    expect(count(page)).to_have_text("3 of 4 answered")
    choose(page, "now", 4)
    expect(count(page)).to_have_text("1 of 3 answered")
    see(page)
    expect(page.locator(LINES)).not_to_contain_text("We never meet")
    assert [line["text"] for line in last_result(page)["lines"]] == ["4 (1–5)"]
    page.reload()
    saved(page)
    choose(page, "now", 1)
    expect(page.get_by_label("What?")).to_have_value("We never meet")
    expect(page.locator(LINES)).to_contain_text("We never meet")


def test_a_question_that_comes_is_announced(exercise_page):
    """G5."""
    page = ready(exercise_page("survey", "feedback-culture"))
    choose(page, "now", 2)
    expect(page.locator(".cw-announce")).to_contain_text("What gets in the way most often?")


def test_the_answers_become_a_text_to_share(exercise_page):
    page = ready(exercise_page("survey", "feedback-culture"))
    expect(page.get_by_role("button", name="See my answers")).to_have_count(0)
    choose(page, "now", 5)
    page.get_by_label("What makes it easy?").fill("We laugh\na lot")
    page.get_by_label("In pairs").check()
    page.get_by_label("On a walk").check()
    see(page)
    panel = page.locator('[data-role="result"]')
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("3 of 3 answered")
    expect(page.locator(LINES)).to_contain_text("In pairs, On a walk")
    text = page.evaluate("() => document.querySelector('cw-survey').asText()")
    assert text.split("\n\n") == [
        "How is feedback with us?",
        "3 of 3 answered",
        "How easy is it to give each other feedback here?\n5 Easy (1–5)",
        "What makes it easy?\nWe laugh\na lot",
        "When could it have a place in the week?\nIn pairs, On a walk",
    ]
    title = "How easy is it to give each other feedback here?"
    part = {"title": title, "value": 5, "from": 1, "to": 5}
    assert last_result(page)["parts"] == [part]


def test_a_later_change_shows_in_the_answers(exercise_page):
    page = ready(exercise_page("survey", "topics"))
    page.get_by_label("New colleagues").first.check()
    see(page)
    page.get_by_label("Shifts and holidays").first.check()
    expect(page.locator(LINES)).to_contain_text("Shifts and holidays, New colleagues")


def test_a_box_that_is_not_ticked_is_not_missing(exercise_page):
    page = ready(exercise_page("survey", "dialogue-outcome"))
    expect(count(page)).to_have_text("0 of 1 answered")
    page.get_by_label("We have agreed on something").check()
    expect(count(page)).to_have_text("1 of 4 answered")


def test_what_changed_since_the_last_time_stands_beside_the_answer(exercise_page):
    page = ready(exercise_page("survey", "everyday-demand"))
    page.clock.set_fixed_time("2025-11-07T10:00:00")
    choose(page, "work", 1)
    page.locator('[name="times"]').fill("2")
    see(page)
    saved(page)
    page.clock.set_fixed_time("2025-11-14T10:00:00")
    page.get_by_role("button", name="Answer again").click()
    assert asked(page) == ["work", "leader", "times"]
    choose(page, "work", 3)
    page.locator('[name="times"]').fill("5")
    see(page)
    lines = page.locator(LINES)
    expect(lines.locator("circle")).to_have_count(2)
    expect(lines).to_contain_text("7 Nov: 1 · 14 Nov: 3")
    expect(lines).to_contain_text("5 (last time: 2)")


def test_undo_brings_the_answers_back(exercise_page):
    page = ready(exercise_page("survey", "four-words"))
    choose(page, "words", "new")
    page.get_by_label("What was new?").fill("To wait")
    see(page)
    saved(page)
    page.get_by_role("button", name="Answer again").click()
    assert asked(page) == ["words"]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("What was new?")).to_have_value("To wait")


def test_what_comes_afterwards_waits_for_the_answers(exercise_page):
    page = ready(exercise_page("survey", "topics"))
    afterwards = page.get_by_text("Hold up one finger")
    expect(afterwards).to_be_hidden()
    page.get_by_label("New colleagues").first.check()
    page.get_by_role("button", name="See my answers").click()
    expect(afterwards).to_be_visible()


def test_without_scripts_every_question_stands_there(exercise_page):
    """G15."""
    page = exercise_page("survey", "feedback-culture", scripts=False)
    assert len(asked(page)) == 5
    expect(page.get_by_text("If you answered 4–5 to")).to_be_visible()


def test_questions_come_up_even_if_the_script_does_not(exercise_page):
    page = exercise_page("survey", "feedback-culture")
    page.route("**/survey.mjs", lambda route: route.abort())
    page.reload()
    assert len(asked(page)) == 2
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    assert len(asked(page)) == 5
    exercise_page.watches[-1].expect("ERR_FAILED")


def test_a_blank_print_has_every_question(exercise_page):
    """G17."""
    page = ready(exercise_page("survey", "feedback-culture"))
    page.emulate_media(media="print")
    assert len(asked(page)) == 5
    page.emulate_media(media="screen")
    choose(page, "now", 2)
    page.emulate_media(media="print")
    assert asked(page) == ["now", "what-stops", "moments"]
