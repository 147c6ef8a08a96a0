"""The quiz in a browser: checking, trying again, rounds, and what is kept."""

import pytest
from playwright.sync_api import expect

from coursewright.testing.awake import before_script
from coursewright.testing.stored import read_store


class Quiz:
    """The page as a reader sees it; questions and options are counted from 0."""

    def __init__(self, page):
        self.page = page
        self.result = page.locator('[data-role="result"]')
        self.saved = page.locator('[data-role="saved"]')

    def question(self, number=0):
        return self.page.locator(".cw-quiz__item").nth(number)

    def choose(self, *options, question=0):
        for option in options:
            self.question(question).locator(".cw-option").nth(option).click()

    def check(self, *options, question=0):
        self.choose(*options, question=question)
        self.question(question).get_by_role("button", name="Check answer").click()

    def verdict(self, question=0):
        return self.question(question).locator('[data-role="verdict"]')

    def marks(self, question=0):
        said = self.question(question).locator(".cw-quiz__said").all()
        return [one.inner_text().split("\n")[0] if one.is_visible() else "" for one in said]


@pytest.fixture
def quiz(exercise_page):
    return lambda name, **options: Quiz(exercise_page("quiz", name, **options))


def test_a_right_answer_is_told_with_its_feedback(quiz):
    shown = quiz("one-question")
    expect(shown.verdict()).to_be_hidden()
    shown.check(0)
    expect(shown.verdict()).to_have_text("That is right.")
    expect(shown.verdict()).to_be_focused()
    assert shown.marks() == ["Right", "", ""]
    expect(shown.page.get_by_text("easier to hold on to")).to_be_visible()
    expect(shown.page.get_by_text("ask one question first")).to_be_visible()
    expect(shown.page.get_by_role("button", name="Try again")).to_be_hidden()
    expect(shown.page.get_by_role("button", name="Answer again")).to_be_visible()


def test_a_wrong_answer_does_not_give_the_right_one_away(quiz):
    shown = quiz("one-question")
    shown.check(1)
    expect(shown.verdict()).to_contain_text("Not this time.")
    assert shown.marks() == ["", "Not right", ""]
    expect(shown.page.get_by_text("easier to hold on to")).to_be_hidden()
    expect(shown.page.get_by_role("button")).to_have_text("Try again")  # one way on, not two


def test_trying_again_keeps_the_choice_until_another_is_made(quiz):
    shown = quiz("one-question")
    shown.check(1)
    shown.page.get_by_role("button", name="Try again").click()
    expect(shown.page.get_by_role("radio").nth(1)).to_be_checked()
    expect(shown.page.get_by_role("radio").nth(1)).to_be_focused()
    assert shown.marks() == ["", "", ""]
    shown.check(0)
    expect(shown.verdict()).to_have_text("That is right.")


def test_another_choice_takes_the_verdict_away(quiz):
    shown = quiz("one-question")
    shown.check(1)
    shown.choose(2)
    expect(shown.verdict()).to_be_hidden()
    expect(shown.page.get_by_role("button", name="Check answer")).to_be_visible()


def test_checking_without_a_choice_says_what_is_missing(quiz):
    """G5, G8: said once, politely, and focus goes to the options."""
    shown = quiz("claim")
    shown.check()
    expect(shown.verdict()).to_have_text("Choose an answer first.")
    expect(shown.page.get_by_role("radio").first).to_be_focused()
    expect(shown.page.get_by_role("status")).to_have_text("Choose an answer first.")
    shown.choose(0)
    expect(shown.verdict()).to_be_hidden()


def test_several_choices_are_marked_one_by_one_and_the_missed_too(quiz):
    shown = quiz("several-right")
    shown.check(0, 2)
    expect(shown.verdict()).to_have_text("You found 1 of 2, and one answer does not belong.")
    assert shown.marks() == ["Right", "Belongs here, too", "Not right", ""]


def test_what_is_said_of_an_option_belongs_to_it(quiz):
    """G11: a screen reader hears the mark and the feedback with the option."""
    shown = quiz("claim")
    chosen = shown.page.get_by_role("radio").first
    expect(chosen).to_have_accessible_description("")
    shown.check(0)
    expect(chosen).to_have_accessible_description("Not right It can feel that way when someone "
        "says no. But it changes with time, place and company.")  # fmt: skip


def test_the_result_comes_when_every_question_is_checked(quiz):
    shown = quiz("whole-quiz")
    for number in range(3):
        shown.check(0, question=number)
        expect(shown.result).to_be_hidden()
    shown.check(0, question=3)
    expect(shown.result).to_have_text("2 of 4 right")
    expect(shown.page.locator("cw-quiz")).to_have_attribute("data-state", "result")


def test_each_round_is_kept_and_the_best_is_shown(quiz):
    shown = quiz("whole-quiz")
    answer_all(shown, [0, 0, 1], [0, 1, 3])
    expect(shown.result).to_have_text("4 of 4 right")
    shown.page.get_by_role("button", name="Take the quiz again").click()
    expect(shown.result).to_be_hidden()
    assert shown.page.get_by_role("radio", checked=True).count() == 0
    answer_all(shown, [1, 1, 1], [0])
    expect(shown.result).to_contain_text("1 of 4 right")
    expect(shown.result).to_contain_text("Best: 4 of 4 right. Last time: 4 of 4 right.")
    expect(shown.saved).not_to_be_empty()
    kept = read_store(shown.page)["attempts"]
    assert [(one["round"], one["result"]["value"], one["result"]["to"]) for one in kept] == [
        (1, 4, 4),
        (2, 1, 4),
    ]


def answer_all(shown, single, several):
    for number, option in enumerate(single):
        shown.check(option, question=number)
    shown.check(*several, question=3)


def test_choices_and_verdicts_are_there_after_a_reload(quiz):
    shown = quiz("whole-quiz")
    shown.check(1, question=0)
    shown.choose(0, question=1)
    expect(shown.saved).not_to_be_empty()
    shown.page.reload()
    expect(shown.verdict(0)).to_contain_text("Not this time.")
    expect(shown.verdict(1)).to_be_hidden()
    expect(shown.question(1).get_by_role("radio").first).to_be_checked()
    assert read_store(shown.page)["attempts"] == []


def test_another_tab_shows_the_verdict(quiz):
    """C4: what is checked in one tab is checked in the other."""
    shown = quiz("claim")
    other = shown.page.context.new_page()
    other.goto(shown.page.url)
    shown.check(1)
    expect(other.locator('[data-role="verdict"]')).to_have_text("That is right.")


def test_what_was_answered_before_the_script_came_stays_in_sight(quiz):
    """On a slow net the questions are there first; the draw then keeps the one begun on."""
    shown = quiz("drawn-from-a-bank")
    expect(shown.page.locator(".cw-quiz__item:visible")).to_have_count(3)
    number = next(at for at in range(3) if shown.question(at).is_hidden())
    with before_script(shown.page, "**/quiz.mjs"):
        shown.choose(0, question=number)
    expect(shown.saved).not_to_be_empty()
    expect(shown.question(number)).to_be_visible()
    expect(shown.page.locator(".cw-quiz__item:visible")).to_have_count(3)
