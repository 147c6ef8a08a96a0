"""Several rounds in a browser: drawing, what has changed, and coming back until it was right."""

import pytest
from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store

TRUE = {"A small step", "One can want"}
"""How the true claims of the example begin."""


class Shown:
    """A quiz of several claims or choices as a reader sees it."""

    def __init__(self, page):
        self.page = page
        self.items = page.locator(".cw-quiz__item:visible")
        self.result = page.locator('[data-role="result"]')
        self.saved = page.locator('[data-role="saved"]')
        self.come_back = page.locator('[data-role="come-back"]')
        self.again = page.get_by_role("button", name="Take the quiz again")

    def asked(self):
        return self.page.locator('.cw-quiz__item:visible [data-role="asked"]').all_inner_texts()

    def answer(self, number, option):
        item = self.items.nth(number)
        item.get_by_role("radio").nth(option).check(force=True)
        item.get_by_role("button", name="Check answer").click()

    def answer_claims(self, *, rightly):
        for number, text in enumerate(self.asked()):
            is_true = any(text.startswith(start) for start in TRUE)
            self.answer(number, 0 if is_true == rightly else 1)


@pytest.fixture
def shown(exercise_page):
    return lambda name, **options: Shown(exercise_page("quiz", name, **options))


def test_a_draw_is_the_same_after_a_reload_and_in_another_tab(shown):
    """C4: nothing is stored by looking; the draw is stored with the first answer."""
    quiz = shown("drawn-from-a-bank")
    expect(quiz.items).to_have_count(3)
    drawn = quiz.asked()
    expect(quiz.items.last.locator('[data-role="number"]')).to_have_text("Question 3 of 3")
    quiz.page.reload()
    assert quiz.asked() == drawn
    assert read_store(quiz.page).get("answers", []) == []
    other = Shown(quiz.page.context.new_page())
    other.page.goto(quiz.page.url)
    assert other.asked() == drawn
    quiz.answer(0, 0)
    expect(other.items.first.locator('[data-role="verdict"]')).to_be_visible()
    fields = {record["field"]: record["value"] for record in read_store(quiz.page)["answers"]}
    assert len(fields[".asked"].split(" ")) == 3
    assert other.asked() == drawn


def test_a_new_round_draws_what_was_not_asked_or_wrong(shown):
    quiz = shown("drawn-from-a-bank")
    first = quiz.asked()
    quiz.answer_claims(rightly=True)
    quiz.again.click()
    expect(quiz.result).to_be_hidden()
    second = quiz.asked()
    assert len(second) == 3
    assert len(set(first) & set(second)) == 1  # five in the bank: two had not been asked
    quiz.page.get_by_role("button", name="Undo").click()
    assert quiz.asked() == first
    expect(quiz.result).to_have_text("3 of 3 right", use_inner_text=True)
    quiz.again.click()
    assert quiz.asked() == second


def test_one_drawn_question_has_one_way_on_at_a_time(exercise_page):
    placed = find_example("quiz", "drawn-from-a-bank").placed()
    one = placed.exercise.model_copy(update={"pick": 1})
    quiz = Shown(exercise_page([placed.model_copy(update={"exercise": one})]))
    expect(quiz.items).to_have_count(1)
    expect(quiz.items.first.locator('[data-role="number"]')).to_be_empty()
    quiz.answer_claims(rightly=False)
    retry = quiz.page.get_by_role("button", name="Try again")
    expect(retry).to_be_visible()
    expect(quiz.again).to_be_hidden()
    retry.click()
    quiz.answer_claims(rightly=True)
    expect(retry).to_be_hidden()
    expect(quiz.again).to_be_visible()


def test_it_is_told_what_has_changed_since_last_time(shown):
    quiz = shown("whole-quiz")
    answer_whole(quiz, [0, 0, 0])
    expect(quiz.page.locator('[data-role="changes"]')).to_be_hidden()
    quiz.again.click()
    answer_whole(quiz, [1, 0, 1])
    changes = quiz.page.locator('[data-role="changes"] li')
    expect(changes).to_have_text(
        [
            "Right last time, not now: What comes first when you give feedback?",
            "Right again: Which question is the most open?",
            "Right now: «Why» always makes people defend themselves.",
            "Not yet: What does helpful feedback hold?",
        ]
    )
    expect(quiz.saved).not_to_be_empty()
    quiz.page.reload()
    expect(changes).to_have_count(4)


def answer_whole(quiz, options):
    for number, option in enumerate(options):
        quiz.answer(number, option)
    quiz.items.nth(3).locator(".cw-option").first.click()
    quiz.items.nth(3).get_by_role("button", name="Check answer").click()


def test_what_was_wrong_comes_back_until_it_was_right(shown):
    """The first answers decide the score; the result says both."""
    quiz = shown("until-it-sits")
    quiz.answer(0, 0)
    expect(quiz.page.get_by_role("button", name="Try again")).to_be_hidden()
    quiz.answer(1, 1)
    expect(quiz.result).to_contain_text("1 of 2 right")
    expect(quiz.again).to_be_hidden()
    quiz.come_back.click()
    expect(quiz.items).to_have_count(1)
    expect(quiz.page.get_by_role("radio").first).to_be_focused()
    assert quiz.items.get_by_role("radio", checked=True).count() == 0
    quiz.answer(0, 0)
    expect(quiz.come_back).to_have_text("Take it again")
    expect(quiz.saved).not_to_be_empty()
    quiz.page.reload()
    quiz.come_back.click()
    quiz.answer(0, 1)
    expect(quiz.result).to_have_text("1 of 2 right at once, all 2 in the end", use_inner_text=True)
    expect(quiz.come_back).to_be_hidden()
    expect(quiz.again).to_be_visible()
    last = read_store(quiz.page)["attempts"][-1]["result"]
    assert (last["value"], last["to"]) == (1, 2)


def test_changing_a_wrong_answer_at_once_is_not_remembering_it(shown):
    quiz = shown("until-it-sits")
    quiz.answer(0, 0)
    quiz.answer(0, 1)
    quiz.answer(1, 1)
    expect(quiz.result).to_contain_text("1 of 2 right")
    expect(quiz.come_back).to_be_visible()


def test_all_right_at_once_is_simply_right(shown):
    quiz = shown("until-it-sits")
    quiz.answer(0, 1)
    quiz.answer(1, 1)
    expect(quiz.result).to_have_text("2 of 2 right", use_inner_text=True)
    quiz.again.click()
    assert quiz.page.get_by_role("radio", checked=True).count() == 0
    quiz.answer(0, 0)
    expect(quiz.items).to_have_count(2)
