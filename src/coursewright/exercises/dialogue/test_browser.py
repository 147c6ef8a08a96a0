"""A talk in a browser: said, taken back, resumed, ended, begun again."""

import pytest
from playwright.sync_api import expect

from coursewright.core.course import Placed
from coursewright.exercises.dialogue.model import Dialogue
from coursewright.testing import find_example
from coursewright.testing.stored import read_store

CHOICES = ".cw-dialogue__choice"
BUBBLES = ".cw-dialogue__bubble:visible > :last-child"


def opened(exercise_page, name, **options):
    page = exercise_page("dialogue", name, **options)
    expect(page.locator(CHOICES).first).to_be_visible()
    return page


def say(page, words):
    page.locator(CHOICES, has_text=words).click()


def said(page):
    return page.locator(BUBBLES).all_inner_texts()


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def attempts(page):
    saved(page)
    return read_store(page)["attempts"]


def end_well(page):
    """The talk about the two buses, to its better end."""
    say(page, "That is a lot to ask")
    say(page, "What we talk about")


def test_one_tap_says_it_and_the_talk_goes_on(exercise_page):
    page = opened(exercise_page, "autonomy")
    assert said(page) == [
        "Two buses to sit here for ten minutes. You can see for yourself that it is silly."
    ]
    say(page, "Those are the rules")
    assert said(page)[1:] == ["Those are the rules, I am afraid.", "Thanks a lot. Can I go now?"]
    expect(page.locator(".cw-dialogue__chat .cw-dialogue__note")).to_contain_text("True.")
    assert page.locator(CHOICES).count() == 2


def test_what_it_does_is_shown_and_said_in_words(exercise_page):
    """G5, G11."""
    page = opened(exercise_page, "two-grips", language="da")
    mood = page.locator('[data-role="mood"]')
    expect(mood).to_have_text("Jonas: Wary")
    say(page, "Full time is out of reach")
    expect(page.locator(".cw-dialogue__chat .cw-dialogue__change")).to_have_text("Jonas åbner sig")
    say(page, "You are afraid")
    expect(page.locator(".cw-dialogue__chat .cw-dialogue__change").last).to_have_text(
        "Jonas åbner sig: Talking"
    )
    expect(mood).to_have_text("Jonas: Talking")
    assert page.locator('[data-role="bar"]').evaluate("(bar) => bar.value") == 6


def test_it_is_announced_once_and_the_focus_goes_to_the_answers(exercise_page):
    """G5, G8."""
    page = opened(exercise_page, "two-grips")
    announced = page.locator(".cw-announce")
    say(page, "I have read the note")
    expect(announced).to_contain_text("Jonas closes up: Shut Paper against pain.")
    expect(announced).to_contain_text("Jonas: Then read it again.")
    expect(page.get_by_role("group", name="What do you say?")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(CHOICES).first).to_be_focused()


def test_the_newest_words_are_in_view(exercise_page):
    page = opened(exercise_page, "too-old", reduced_motion="reduce")
    for words in ("What is it that makes", "stayed with you", "what would that give"):
        say(page, words)
        expect(page.locator(CHOICES).last).to_be_in_viewport()
        expect(page.locator(".cw-dialogue__turn--own").last).to_be_in_viewport()


def test_one_step_back_and_nothing_is_lost(exercise_page):
    page = opened(exercise_page, "autonomy")
    back = page.get_by_role("button", name="One step back")
    expect(back).to_be_hidden()
    say(page, "Those are the rules")
    back.click()
    assert len(said(page)) == 1
    expect(back).to_be_hidden()
    tried = page.locator(CHOICES, has_text="Those are the rules")
    expect(tried.locator(".cw-dialogue__tried")).to_have_text("tried")
    assert page.locator(".cw-dialogue__tried").count() == 1


def test_a_talk_goes_on_where_it_was_left(exercise_page):
    page = opened(exercise_page, "too-old")
    say(page, "Fifty-four is nothing")
    say(page, "I got carried away")
    before = said(page)
    saved(page)
    page.reload()
    expect(page.locator(CHOICES)).to_have_count(3)
    assert said(page) == before
    assert attempts(page) == []


def test_an_ending_is_kept_with_all_that_was_said(exercise_page):
    page = opened(exercise_page, "two-grips", language="da")
    say(page, "Full time is out of reach")
    say(page, "You are afraid")
    say(page, "There has to be a plan")
    title = page.locator(".cw-dialogue__title")
    expect(title).to_have_text("Two weeks of mornings")
    expect(title).to_be_focused()
    expect(page.locator('[data-role="end"]')).to_contain_text(
        "Jonas gik fra «Wary» til «With you»."
    )
    [attempt] = attempts(page)
    result = attempt["result"]
    assert result["text"] == "Two weeks of mornings · Jonas: With you"
    assert (result["value"], result["from"], result["to"]) == (9, 0, 10)
    assert [line["title"][:12] for line in result["lines"]] == [
        "Jonas: You h",
        "Jonas: The m",
        "Jonas: So wh",
        "Two weeks of",
    ]
    assert result["lines"][1]["text"].startswith("You are afraid that being honest")
    expect(page.locator("cw-dialogue")).to_have_attribute("data-state", "result")


def test_endings_are_counted_over_all_rounds(exercise_page):
    page = opened(exercise_page, "autonomy", language="da")
    end = page.locator('[data-role="end"]')
    end_well(page)
    expect(end).to_contain_text("1 af 2 slutninger fundet: Her ten minutes")
    page.get_by_role("button", name="Prøv en anden vej").click()
    assert len(said(page)) == 1
    say(page, "Those are the rules")
    say(page, "See you in three months")
    expect(end).to_contain_text("Du har fundet alle 2 slutninger: Her ten minutes · See you")
    assert [one["round"] for one in attempts(page)] == [1, 2]


def test_another_answer_begins_a_new_round_from_there(exercise_page):
    page = opened(exercise_page, "autonomy")
    end_well(page)
    folds = page.locator(".cw-dialogue__fold")
    assert folds.all_inner_texts() == ["Other answers · 2 not tried", "Other answers · 2 not tried"]
    folds.last.click()
    page.get_by_role("button", name="The tick has to be there").click()
    assert said(page)[-2:] == [
        "The tick has to be there, too, you know.",
        "Thanks a lot. Can I go now?",
    ]
    assert said(page)[1] == "Two buses for ten minutes. That is a lot to ask."
    expect(page.locator(".cw-announce")).to_contain_text("Now she knows what comes first.")
    say(page, "See you in three months")
    assert [one["round"] for one in attempts(page)] == [1, 2]
    folds.nth(1).click()
    old = page.locator(".cw-dialogue__other", has_text="What we talk about")
    expect(old.locator(".cw-dialogue__tried")).to_be_visible()


def test_a_wrong_tap_on_another_answer_is_undone(exercise_page):
    page = opened(exercise_page, "autonomy")
    end_well(page)
    before = said(page)
    page.locator(".cw-dialogue__fold").first.click()
    page.get_by_role("button", name="Those are the rules").click()
    page.get_by_role("button", name="Undo").click()
    assert said(page) == before
    expect(page.locator(".cw-dialogue__title")).to_have_text("Her ten minutes")


def rewritten(ways):
    lines = [
        {
            "id": line,
            "says": f"{line}?",
            "choices": [{"say": to, "id": to, "to": to} for to in to_s],
        }
        for line, to_s in ways.items()
    ]
    fields = {"id": "a", "scene": "Here.", "you": "me", "other": "Bo", "lines": lines}
    endings = [{"id": "end", "title": "The end", "text": "So."}]
    exercise = Dialogue.model_validate({**fields, "endings": endings})
    return Placed(kind="dialogue", module="m", exercise=exercise)


@pytest.mark.parametrize(
    ("after", "left"),
    [({"a": ["b", "end"], "b": ["end"]}, ["a?", "b", "b?"]), ({"a": ["end"]}, ["a?"])],
)
def test_a_rewritten_talk_is_followed_as_far_as_it_goes(exercise_page, example_site, after, left):
    """C13."""
    page = exercise_page([rewritten({"a": ["b"], "b": ["c"], "c": ["end"]})])
    page.locator(CHOICES).click()
    page.locator(CHOICES).click()
    saved(page)
    page.goto(example_site.add([rewritten(after)]))
    expect(page.locator('[data-role="rewritten"]')).to_be_visible()
    assert said(page) == left
    page.locator(CHOICES, has_text="end").click()
    expect(page.locator('[data-role="rewritten"]')).to_be_hidden()
    expect(page.locator(".cw-dialogue__title")).to_have_text("The end")
    assert attempts(page)[0]["response"]["path"].split()[-1].endswith("/end")


def test_copying_takes_the_whole_talk(exercise_page):
    page = opened(exercise_page, "autonomy", permissions=["clipboard-read", "clipboard-write"])
    end_well(page)
    page.get_by_role("button", name="Copy the talk").click()
    expect(page.locator(".cw-announce")).to_contain_text("Copied")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("Two buses for ten minutes\n\nAmina: Two buses to sit here")
    assert "You: Two buses for ten minutes. That is a lot to ask.\n(You agree" in text
    assert text.index("Her ten minutes\n\nThe rule is the same.") > 0


def shown(page, role):
    return page.locator(f'[data-role="{role}"]').first.is_visible()


def test_paper_has_the_whole_talk_before_it_is_played_and_the_path_after(exercise_page):
    """G17."""
    page = opened(exercise_page, "autonomy")
    page.emulate_media(media="print")
    assert (shown(page, "script"), shown(page, "play")) == (True, False)
    page.emulate_media(media="screen")
    assert (shown(page, "script"), shown(page, "play")) == (False, True)
    end_well(page)
    page.emulate_media(media="print")
    assert (shown(page, "script"), shown(page, "play")) == (False, True)
    other = page.locator(".cw-dialogue__other", has_text="The tick has to be there")
    expect(other).to_be_visible()


def test_all_ways_can_be_printed_after_a_talk(exercise_page):
    page = opened(exercise_page, "autonomy")
    end_well(page)
    page.evaluate(
        """() => { window.print = () => {
          window.whole = document.querySelector("cw-dialogue").dataset.whole;
          window.dispatchEvent(new Event("afterprint"));
        } }"""
    )
    page.get_by_role("button", name="Print all ways").click()
    assert page.evaluate("() => window.whole") == ""
    expect(page.locator("cw-dialogue[data-whole]")).to_have_count(0)
    page.get_by_role("button", name="Print my talk").click()
    assert page.evaluate("() => window.whole") is None


def test_without_scripts_the_talk_can_be_walked_by_its_links(exercise_page):
    """G15."""
    page = exercise_page("dialogue", "too-old", scripts=False, language="da")
    page.get_by_role("link", name="Gå til 2").first.click()
    assert page.url.endswith("-at-school")
    expect(page.locator('[data-role="play"]')).to_be_hidden()


def test_two_talks_on_a_page_do_not_meet(exercise_page):
    examples = [find_example("dialogue", name) for name in ("autonomy", "feedback-talk")]
    page = exercise_page(examples)
    first = page.locator("cw-dialogue").first
    first.locator(CHOICES).first.click()
    expect(page.locator("cw-dialogue").last.locator(".cw-dialogue__turn")).to_have_count(1)
    expect(first.locator(".cw-dialogue__turn")).to_have_count(3)
