"""A scale in a browser: what follows a number, what is kept, and what comes back."""

import re

import pytest
from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store

QUESTIONS = '[data-role="question"]:visible'


def choose(page, number, field="value"):
    page.locator(f'[name="{field}"][value="{number}"]').check()


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def ready(page):
    expect(page.locator("cw-scale")).to_have_attribute("data-state", "empty")
    return page


def questions(page):
    return page.locator(QUESTIONS).all_inner_texts()


def results(page):
    saved(page)
    return [attempt["result"] for attempt in read_store(page)["attempts"]]


def test_the_follow_ups_that_fit_come_with_the_number_in_them(exercise_page):
    page = ready(exercise_page("scale", "importance"))
    assert questions(page) == []
    choose(page, 7)
    assert questions(page) == [
        "Why 7 and not 6? Write each reason down. They are yours.",
        "What would it take before you say 8?",
    ]
    choose(page, 1)
    assert questions(page) == [
        "Even a 1 has a story. What made you think of it at all?",
        "What would it take before you say 2?",
    ]
    choose(page, 10)
    assert questions(page)[1] == "A full 10. What matters most about it?"


def test_the_number_beside_another_is_a_step_away(exercise_page):
    page = ready(exercise_page("scale", "percent"))
    choose(page, 70)
    assert questions(page) == ["What brings you from 70 to 80?"]


def test_follow_ups_are_announced_when_the_reader_chooses(exercise_page):
    """G5."""
    page = ready(exercise_page("scale", "halves"))
    announced = page.locator(".cw-announce")
    choose(page, 8)
    expect(announced).to_contain_text("Where could you have waited a little longer?")
    saved(page)
    page.reload()
    saved(page)
    assert questions(page) == ["Where could you have waited a little longer?"]
    expect(announced).to_be_empty()


def test_what_was_written_comes_back_with_its_number(exercise_page):
    page = ready(exercise_page("scale", "importance"))
    choose(page, 7)
    page.get_by_label("Why 7 and not 6?").fill("Because of my son")
    choose(page, 1)
    expect(page.get_by_label("Why 7 and not 6?")).to_have_count(0)
    saved(page)
    page.reload()
    saved(page)
    choose(page, 3)
    expect(page.get_by_label("Why 3 and not 2?")).to_have_value("Because of my son")


@pytest.mark.parametrize(
    ("name", "number", "result"),
    [
        ("importance", 7, {"text": "7 of 10", "value": 7, "from": 1, "to": 10}),
        ("halves", 0, {"text": "0 of 10", "value": 0, "from": 0, "to": 10}),
        ("percent", 70, {"text": "70 of 100", "value": 70, "from": 0, "to": 100}),
    ],
)
def test_the_number_is_kept_as_an_attempt(exercise_page, name, number, result):
    page = ready(exercise_page("scale", name))
    choose(page, number)
    assert results(page) == [result]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (3, 7, "Fra 3 til 7: 4 trin op"),
        (7, 6, "Fra 7 til 6: 1 trin ned"),
        (5, 5, "5 begge gange"),
    ],
)
def test_a_pair_says_what_has_moved(exercise_page, before, after, words):
    page = ready(exercise_page("scale", "before-and-after", language="da"))
    change = page.locator('[data-role="change"]')
    choose(page, before, "before")
    saved(page)
    expect(change).to_be_hidden()
    assert read_store(page)["attempts"] == []
    choose(page, after, "after")
    expect(change.locator("p")).to_have_text(words)
    assert change.locator("text").all_text_contents() == [str(before), str(after)]
    expect(page.locator(".cw-announce")).to_contain_text(words)
    [result] = results(page)
    assert (result["text"], result["value"]) == (words, after)
    parts = [(part["title"], part["value"], part["from"], part["to"]) for part in result["parts"]]
    assert parts == [
        ("After the first talk", before, 1, 10),
        ("After the second talk", after, 1, 10),
    ]


def test_the_follow_ups_of_a_pair_go_by_its_newest_number(exercise_page):
    page = ready(exercise_page("scale", "before-and-after"))
    choose(page, 3, "before")
    assert questions(page) == ["What did the other do that gave exactly 3? Write it without names."]
    choose(page, 8, "after")
    assert questions(page) == ["What did the other do that gave exactly 8? Write it without names."]


def test_earlier_numbers_come_after_the_new_one(exercise_page):
    page = ready(exercise_page("scale", "importance", language="da"))
    history = page.locator('[data-role="history"]')
    page.clock.set_fixed_time("2025-11-03T10:00:00")
    choose(page, 9)
    choose(page, 4)
    saved(page)
    expect(history).to_be_hidden()
    page.clock.set_fixed_time("2025-11-17T10:00:00")
    page.get_by_role("button", name="Svar igen").click()
    expect(history).to_be_hidden()
    choose(page, 6)
    expect(history).to_contain_text("Sidst, 3. nov.: 4")
    expect(history.locator("circle")).to_have_count(2)
    expect(history.locator(".cw-series__list")).to_have_text("3. nov.: 4 · 17. nov.: 6")
    saved(page)
    page.reload()
    saved(page)
    expect(history.locator(".cw-series__list")).to_have_text("3. nov.: 4 · 17. nov.: 6")


def test_an_earlier_pair_is_told_whole_and_its_second_number_drawn(exercise_page):
    page = ready(exercise_page("scale", "before-and-after"))
    page.clock.set_fixed_time("2025-11-03T10:00:00")
    choose(page, 7, "before")
    choose(page, 3, "after")
    saved(page)
    page.get_by_role("button", name="Answer again").click()
    choose(page, 4, "before")
    choose(page, 5, "after")
    history = page.locator('[data-role="history"]')
    expect(history).to_contain_text("Last time, 3 Nov: From 7 to 3: 4 steps down")
    expect(history.locator(".cw-series__list")).to_have_text("3 Nov: 3 · 3 Nov: 5")


def test_a_number_on_another_scale_is_told_but_not_drawn(exercise_page):
    """C13: the author changed the ends since."""
    page = ready(exercise_page("scale", "importance"))
    page.clock.set_fixed_time("2025-11-03T10:00:00")
    choose(page, 4)
    saved(page)
    page.get_by_role("button", name="Answer again").click()
    placed = find_example("scale", "importance").placed()
    longer = placed.exercise.model_copy(update={"to": 5, "follow_ups": []})
    changed = placed.model_copy(update={"exercise": longer})
    again = page.context.new_page()
    again.clock.set_fixed_time("2025-11-17T10:00:00")
    again.goto(exercise_page.site.add([changed]))
    ready(again)
    choose(again, 5)
    history = again.locator('[data-role="history"]')
    expect(history).to_contain_text("Last time, 3 Nov: 4 of 10")
    expect(history.locator("svg")).to_have_count(0)


def test_answering_again_starts_with_an_empty_row(exercise_page):
    page = ready(exercise_page("scale", "importance"))
    choose(page, 4)
    saved(page)
    page.get_by_role("button", name="Answer again").click()
    assert questions(page) == []
    expect(page.locator("input:checked")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    assert len(questions(page)) == 2


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("name", ["importance", "halves", "percent", "ladder"])
def test_every_number_can_be_hit_with_a_thumb(exercise_page, name, width):
    """G9."""
    page = ready(exercise_page("scale", name, width=width))
    boxes = [label.bounding_box() for label in page.locator(".cw-number").all()]
    assert min(box["height"] for box in boxes) >= 44
    assert min(box["width"] for box in boxes) >= (44 if width >= 360 else 36)
    assert max(box["x"] + box["width"] for box in boxes) <= width


@pytest.mark.parametrize(
    ("name", "rows"), [("importance", [5, 5]), ("halves", [6, 5]), ("ladder", [1] * 5)]
)
def test_the_numbers_stand_in_even_rows_on_a_phone(exercise_page, name, rows):
    page = ready(exercise_page("scale", name))
    tops = [label.bounding_box()["y"] for label in page.locator(".cw-number").all()]
    assert [tops.count(top) for top in sorted(set(tops))] == rows


def test_without_scripts_every_follow_up_stands_there(exercise_page):
    """G15."""
    page = exercise_page("scale", "importance", scripts=False, language="da")
    assert questions(page)[0].startswith("Why dit tal and not et lavere tal?")
    assert len(questions(page)) == 4
    choose(page, 7)
    page.locator('[name="reasons"]').fill("Fordi")


def test_follow_ups_come_up_even_if_the_script_does_not(exercise_page):
    page = exercise_page("scale", "importance")
    page.route("**/scale.mjs", lambda route: route.abort())
    page.reload()
    assert questions(page) == []
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    assert len(questions(page)) == 4
    exercise_page.watches[-1].expect("ERR_FAILED")


def test_a_blank_print_has_every_follow_up(exercise_page):
    """G17."""
    page = ready(exercise_page("scale", "importance", language="da"))
    page.emulate_media(media="print")
    assert len(questions(page)) == 4
    expect(page.get_by_text("Har du valgt 2–10:")).to_be_visible()
    page.emulate_media(media="screen")
    choose(page, 10)
    page.emulate_media(media="print")
    assert len(questions(page)) == 2
    expect(page.get_by_text("Har du valgt 2–10:")).to_be_hidden()


def test_the_change_since_an_earlier_scale_comes_with_the_answer(exercise_page):
    example = find_example("scale", "since-last-time")
    first, _ = example.others[0]
    page = exercise_page([first, example])
    earlier, now = page.locator("cw-scale").all()
    change = now.locator('[data-role="change"]')
    choose(earlier, 4)
    expect(earlier.locator('[data-role="saved"]')).not_to_be_empty()
    expect(change).to_be_hidden()
    choose(now, 6)
    expect(change).to_have_text(re.compile("From 4 to 6: 2 steps up"))
    expect(now.locator(".cw-announce")).to_contain_text("From 4 to 6: 2 steps up")
    expect(now.locator('[data-role="saved"]')).not_to_be_empty()
    assert read_store(page)["attempts"][-1]["result"]["text"] == "From 4 to 6: 2 steps up"
    choose(earlier, 5)
    expect(change).to_have_text(re.compile("From 5 to 6: 1 step up"))


def test_without_an_earlier_answer_it_is_an_ordinary_scale(exercise_page):
    page = exercise_page("scale", "since-last-time")
    choose(page, 6)
    expect(page.locator('[data-role="change"]')).to_be_hidden()
    assert results(page)[-1]["text"] == "6 of 10"
