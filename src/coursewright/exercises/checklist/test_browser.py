"""A checklist in a browser: filling it in, asking for the result, changing one's mind."""

import re

import pytest
from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store

LISTENING = ("wh-words", "one-at-a-time", "pauses", "interrupting")


def answer(page, numbers, items=LISTENING):
    for item, number in zip(items, numbers, strict=False):
        if number is not None:
            page.locator(f'[name="{item}"][value="{number}"]').check()


def open_empty(exercise_page, name="listening", **options):
    page = exercise_page("checklist", name, **options)
    expect(page.locator("cw-checklist")).to_have_attribute("data-state", "empty")
    return page


def see(page):
    page.locator('[data-role="see"]').click()


def result_of(page):
    return page.locator('[data-role="result"]')


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def attempts(page):
    saved(page)
    return read_store(page)["attempts"]


def test_how_many_are_answered_is_always_said(exercise_page):
    page = open_empty(exercise_page, language="da")
    count = page.get_by_text("0 af 4 besvaret")
    expect(count).to_be_in_viewport()
    answer(page, [3, None, 2])
    expect(page.get_by_text("2 af 4 besvaret")).to_be_in_viewport()


def test_the_result_comes_when_it_is_asked_for(exercise_page):
    page = open_empty(exercise_page)
    answer(page, [2, 4, 1, 3])
    expect(result_of(page)).to_be_hidden()
    saved(page)
    assert read_store(page)["attempts"] == []
    see(page)
    result = result_of(page)
    expect(result).to_be_focused()
    expect(result).to_contain_text("10 of 20 possible")
    expect(result).to_contain_text("The number can be from 4 to 20.")
    bands = page.locator(".cw-checklist__band:visible")
    expect(bands).to_have_count(1)
    assert bands.inner_text().startswith("You are well on your way")
    expect(page.locator(".cw-announce")).to_contain_text(
        "10 of 20 possible. You are well on your way."
    )


def test_parts_strengths_and_growth_areas_are_told(exercise_page):
    page = open_empty(exercise_page)
    answer(page, [2, 4, 1, 3])
    see(page)
    parts = page.locator(".cw-checklist__profile li").all_inner_texts()
    assert [part.split("\n") for part in parts] == [
        ["Open questions", "6 of 10"],
        ["Room to think", "4 of 10"],
    ]
    bars = page.locator("progress").evaluate_all("bars => bars.map((b) => [b.value, b.max])")
    assert bars == [[4, 8], [2, 8]]
    strength = page.locator('[data-role="strengths"] li:has(strong)')
    expect(strength).to_have_text("I ask one question at a time. Your answer: 4")
    growth = page.locator('[data-role="growth"] li')
    expect(growth).to_have_text([re.compile("I wait when"), re.compile("I begin my questions")])
    expect(growth.first).to_contain_text("Your answer: 1")
    expect(growth.first.locator("p")).to_have_text(
        "Count quietly to three before you say anything."
    )


@pytest.mark.parametrize(
    ("numbers", "role", "sentence"),
    [
        ([1, 2, 1, 5], "strengths", "None of your answers is above the middle"),
        ([3, 3, 3, 3], "alike", "All your answers count the same"),
    ],
)
def test_what_does_not_stand_out_is_not_praised(exercise_page, numbers, role, sentence):
    page = open_empty(exercise_page)
    answer(page, numbers)
    see(page)
    place = page.locator(f'[data-role="{role}"]')
    expect(place).to_contain_text(sentence)
    expect(place.locator("li")).to_have_count(0)


def test_what_is_missing_is_named_and_one_tap_away(exercise_page):
    """G8."""
    page = open_empty(exercise_page)
    see(page)
    missing = page.locator('[data-role="missing"]')
    links = missing.get_by_role("link")
    expect(links).to_have_count(3)
    expect(missing).to_contain_text("and 1 more")
    answer(page, [3, None, 2])
    see(page)
    expect(missing).to_be_focused()
    expect(missing).to_contain_text("2 answers are missing:")
    expect(links).to_have_text(["I ask one question at a time.", "I finish the other's sentences."])
    links.first.click()
    first = page.locator('[name="one-at-a-time"]').first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    answer(page, [None, 4])
    expect(missing).to_contain_text("1 answer is missing:")
    answer(page, [None, None, None, 2])
    expect(missing).to_be_hidden()
    expect(result_of(page)).to_be_hidden()


def test_the_result_follows_a_later_change(exercise_page):
    page = open_empty(exercise_page)
    answer(page, [2, 4, 1, 3])
    see(page)
    answer(page, [5])
    expect(result_of(page)).to_contain_text("13 of 20 possible")
    expect(page.locator(".cw-announce")).to_contain_text("13 of 20 possible")
    expect(page.locator('[name="wh-words"][value="5"]')).to_be_focused()
    values = [attempt["result"]["value"] for attempt in attempts(page)]
    assert values == [10, 13]
    page.reload()
    expect(result_of(page)).to_contain_text("13 of 20 possible")


def test_what_is_kept_of_a_result(exercise_page):
    page = open_empty(exercise_page)
    answer(page, [2, 4, 1, 3])
    see(page)
    [attempt] = attempts(page)
    assert attempt["result"] == {
        "text": "10 of 20",
        "value": 10,
        "from": 4,
        "to": 20,
        "parts": [
            {"title": "Open questions", "value": 6, "from": 2, "to": 10},
            {"title": "Room to think", "value": 4, "from": 2, "to": 10},
        ],
    }
    assert attempt["response"] == dict(zip(LISTENING, "2413", strict=True))


def test_a_profile_has_parts_and_no_sum(exercise_page):
    page = open_empty(exercise_page, "profile")
    answer(page, [2, 4, 5], ("person", "manager", "workplace"))
    see(page)
    expect(result_of(page)).to_contain_text("Your result")
    expect(result_of(page)).not_to_contain_text("possible")
    [attempt] = attempts(page)
    result = attempt["result"]
    assert "value" not in result
    assert result["text"] == "The person 2 of 5, The manager 4 of 5, The workplace 5 of 5"
    assert [part["value"] for part in result["parts"]] == [2, 4, 5]


def test_half_a_form_is_enough_where_the_author_says_so(exercise_page):
    page = open_empty(exercise_page, "weighted", language="da")
    answer(page, [2], ("what",))
    see(page)
    expect(page.locator('[data-role="missing"]')).to_contain_text("mindst 2 svar")
    answer(page, [2, 3], ("what", "who"))
    see(page)
    # (2 × 2 + 1.5 × 3) / 3.5 × 5 = 12.14, and scores go in halves
    expect(result_of(page)).to_contain_text("12 af 15 mulige")
    expect(result_of(page)).to_contain_text("Det er regnet ud fra 2 af 4 svar.")
    answer(page, [3, 0], ("when", "vague"))
    expect(result_of(page)).to_contain_text("13 af 15 mulige")
    expect(result_of(page)).not_to_contain_text("regnet ud fra")


def test_a_new_round_is_set_beside_the_last(exercise_page):
    page = open_empty(exercise_page, language="da")
    page.clock.set_fixed_time("2025-11-03T10:00:00")
    answer(page, [2, 4, 1, 3])
    see(page)
    saved(page)
    page.clock.set_fixed_time("2025-11-17T10:00:00")
    page.get_by_role("button", name="Svar igen").click()
    expect(result_of(page)).to_be_hidden()
    answer(page, [4, 4, 3, 3])
    expect(result_of(page)).to_be_hidden()
    see(page)
    result = result_of(page)
    expect(result).to_contain_text("Sidst, 3. nov.: 10. Nu 14: 4 mere.")
    parts = page.locator(".cw-checklist__part").all_inner_texts()
    assert parts == ["8 af 10 (sidst 6)", "6 af 10 (sidst 4)"]
    expect(result.locator("circle")).to_have_count(2)
    expect(result.locator(".cw-series__list")).to_have_text("3. nov.: 10 · 17. nov.: 14")
    answer(page, [2, 2])
    expect(result).to_contain_text("Sidst, 3. nov.: 10. Det samme som nu.")
    answer(page, [2, 1])
    expect(result).to_contain_text("Sidst, 3. nov.: 10. Nu 9: 1 mindre.")


def test_undoing_a_new_round_brings_the_result_back(exercise_page):
    page = open_empty(exercise_page)
    answer(page, [2, 4, 1, 3])
    see(page)
    saved(page)
    page.get_by_role("button", name="Answer again").click()
    page.get_by_role("button", name="Undo").click()
    expect(result_of(page)).to_contain_text("10 of 20 possible")


def test_a_score_with_other_ends_is_told_but_not_compared(exercise_page):
    """C13: the author has added or removed statements since."""
    page = open_empty(exercise_page)
    answer(page, [2, 4, 1, 3])
    see(page)
    saved(page)
    page.get_by_role("button", name="Answer again").click()
    placed = find_example("checklist", "listening").placed()
    first = placed.exercise.sections[0]
    shorter = placed.exercise.model_copy(update={"sections": [first], "pick_growth": 0})
    changed = placed.model_copy(update={"exercise": shorter})
    again = page.context.new_page()
    again.goto(exercise_page.site.add([changed]))
    answer(again, [5, 5])
    see(again)
    last = again.locator('[data-role="last"]')
    expect(last).to_contain_text("10 of 20.")
    expect(last).not_to_contain_text("Now")
    expect(result_of(again).locator("svg")).to_have_count(0)


def test_another_tab_follows(exercise_page):
    """C5."""
    page = open_empty(exercise_page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("cw-checklist")).to_have_attribute("data-state", "empty")
    answer(page, [2, 4, 1, 3])
    expect(other.get_by_text("4 of 4 answered")).to_be_visible()
    see(page)
    expect(result_of(other)).to_contain_text("10 of 20 possible")


def test_without_scripts_the_form_and_its_reading_are_there(exercise_page):
    """G15."""
    page = exercise_page("checklist", "listening", scripts=False, language="da")
    answer(page, [2, 4, 1, 3])
    expect(page.locator(".cw-checklist__band:visible")).to_have_count(3)
    expect(page.get_by_text("Sådan læser du dit tal")).to_be_visible()
    expect(page.get_by_text("besvaret")).to_be_hidden()


def test_the_reading_comes_up_even_if_the_script_does_not(exercise_page):
    page = exercise_page("checklist", "listening")
    page.route("**/checklist.mjs", lambda route: route.abort())
    page.reload()
    expect(result_of(page)).to_be_hidden()
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    expect(result_of(page)).to_be_visible()
    exercise_page.watches[-1].expect("ERR_FAILED")


def test_on_paper_a_form_without_result_can_be_worked_out(exercise_page):
    """G17."""
    page = open_empty(exercise_page, language="da")
    answer(page, [2, 4])
    page.emulate_media(media="print")
    expect(page.get_by_text("Sådan læser du dit tal")).to_be_visible()
    expect(page.locator(".cw-checklist__band:visible")).to_have_count(3)
    page.emulate_media(media="screen")
    answer(page, [2, 4, 1, 3])
    see(page)
    page.emulate_media(media="print")
    expect(page.get_by_text("Sådan læser du dit tal")).to_be_hidden()
    expect(page.locator(".cw-checklist__band:visible")).to_have_count(1)


def test_a_focused_number_is_not_under_the_bar(exercise_page):
    """G2: WCAG 2.4.11."""
    page = open_empty(exercise_page)
    for item in LISTENING:
        page.locator(f'[name="{item}"]').first.focus()
        box = page.locator(f'[name="{item}"]').first.bounding_box()
        bar = page.locator(".cw-checklist__bar").bounding_box()
        assert box["y"] + box["height"] <= bar["y"] or box["y"] >= bar["y"] + bar["height"]
