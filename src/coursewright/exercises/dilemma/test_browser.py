"""A dilemma in a browser: chosen, looked at, chosen again."""

from playwright.sync_api import expect

from coursewright.testing.stored import read_store


def opened(exercise_page, name, **options):
    page = exercise_page("dilemma", name, **options)
    expect(reveal(page)).to_be_visible()
    return page


def part(page, role):
    return page.locator(f'[data-role="{role}"]')


def reveal(page):
    return part(page, "reveal")


def choose(page, value, field="choice"):
    page.locator(f'[name="{field}"][value="{value}"]').check()


def results(page):
    expect(part(page, "saved")).not_to_be_empty()
    return [attempt["result"] for attempt in read_store(page)["attempts"]]


def marks(page):
    ways = page.locator("[data-way]:has([data-role='mine']:visible)").all()
    shown = [(way.get_attribute("data-way"), way.locator('[data-role="mine"]')) for way in ways]
    return {way: mark.inner_text() for way, mark in shown}


def test_figures_and_comments_come_after_the_choice(exercise_page):
    page = opened(exercise_page, "who-begins", language="da")
    expect(part(page, "answer")).to_be_hidden()
    choose(page, "each")
    expect(part(page, "answer")).to_be_hidden()
    reveal(page).click()
    expect(part(page, "same")).to_have_text("9 af 40 valgte det samme som dig.")
    expect(part(page, "same")).to_be_focused()
    expect(reveal(page)).to_be_hidden()
    assert marks(page) == {"each": "Dit valg"}


def test_a_choice_is_needed_but_no_reason(exercise_page):
    page = opened(exercise_page, "five-days", language="da")
    page.locator("textarea").fill("Fordi det er bedst.")
    reveal(page).click()
    expect(part(page, "missing")).to_be_visible()
    expect(part(page, "answer")).to_be_hidden()
    expect(page.locator(".cw-announce")).to_contain_text("Vælg først.")
    expect(page.locator('[name="choice"]').first).to_be_focused()
    choose(page, "plan")
    expect(part(page, "missing")).to_be_hidden()
    reveal(page).click()
    expect(part(page, "same")).to_have_text("12 % af 153 valgte det samme som dig.")


def test_nobody_chose_the_same(exercise_page):
    page = opened(exercise_page, "who-begins")
    choose(page, "steward")
    reveal(page).click()
    expect(part(page, "same")).to_have_text("Nobody of 40 chose the same as you.")


def test_without_figures_it_says_so(exercise_page):
    page = opened(exercise_page, "neutral")
    page.locator('[name="choice"]').first.check()
    reveal(page).click()
    expect(part(page, "same")).to_contain_text("Nobody else has been asked")
    expect(page.locator("progress")).to_have_count(0)


def test_a_mind_can_be_changed_and_both_choices_are_kept(exercise_page):
    page = opened(exercise_page, "unfair-feedback", language="da")
    choose(page, "explain")
    page.locator("textarea").fill("My night")
    reveal(page).click()
    choose(page, "ask", "after")
    expect(part(page, "moved")).to_have_text("Du har skiftet mening, og det må man godt.")
    expect(page.locator(".cw-announce")).to_contain_text("Du har skiftet mening")
    assert marks(page) == {"explain": "Dit første valg", "ask": "Dit valg nu"}
    last = results(page)[-1]
    first = "I slept badly. The little one is ill."
    assert last["text"] == f"Først: {first} Nu: When did you notice it?"
    assert last["lines"] == [
        {"title": "What is your first sentence?", "text": first},
        {"title": "What do you protect with that sentence?", "text": "My night"},
        {"title": "Og nu, hvad vælger du?", "text": "When did you notice it?"},
    ]


def test_to_choose_the_same_again_is_an_answer(exercise_page):
    page = opened(exercise_page, "unfair-feedback")
    choose(page, "ask")
    reveal(page).click()
    choose(page, "ask", "after")
    expect(part(page, "moved")).to_have_text("You stand by your choice.")
    assert results(page)[-1]["text"] == "When did you notice it? (the same afterwards)"


def test_nothing_is_kept_as_a_result_before_it_is_looked_at(exercise_page):
    page = opened(exercise_page, "unfair-feedback")
    choose(page, "thanks")
    assert results(page) == []


def test_one_can_go_back_and_choose_again(exercise_page):
    page = opened(exercise_page, "unfair-feedback")
    choose(page, "thanks")
    page.locator("textarea").fill("Time")
    reveal(page).click()
    expect(page.locator('.cw-option:has([name="choice"]):visible')).to_have_count(1)
    page.get_by_role("button", name="Choose again").click()
    expect(page.locator('[name="choice"]:checked')).to_be_focused()
    expect(page.locator('.cw-option:has([name="choice"]):visible')).to_have_count(4)
    expect(page.locator("textarea")).to_have_value("Time")
    choose(page, "disagree")
    expect(part(page, "answer")).to_be_hidden()
    reveal(page).click()
    assert marks(page) == {"disagree": "Your choice"}


def test_it_is_there_again_after_a_reload(exercise_page):
    page = opened(exercise_page, "who-begins")
    choose(page, "leader")
    reveal(page).click()
    choose(page, "house", "after")
    results(page)
    page.reload()
    expect(part(page, "same")).to_have_text("17 of 40 chose the same as you.")
    assert marks(page) == {"leader": "Your first choice", "house": "Your choice now"}


def test_last_time_is_told_after_the_new_choice(exercise_page):
    page = opened(exercise_page, "unfair-feedback", language="da")
    page.clock.set_fixed_time("2025-11-03T10:00:00")
    choose(page, "explain")
    reveal(page).click()
    expect(part(page, "last")).to_be_hidden()
    results(page)
    page.clock.set_fixed_time("2025-12-17T10:00:00")
    page.get_by_role("button", name="Svar igen").click()
    expect(part(page, "answer")).to_be_hidden()
    choose(page, "ask")
    expect(part(page, "last")).to_be_hidden()
    reveal(page).click()
    expect(part(page, "last")).to_have_text("Sidst, 3. nov.: I slept badly. The little one is ill.")


def test_it_works_by_keyboard(exercise_page):
    """G2."""
    page = opened(exercise_page, "manager-or-colleague")
    page.locator('[name="choice"]').first.focus()
    for key in ("ArrowDown", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(part(page, "same")).to_be_focused()


def test_paper_has_everything_while_it_is_blank_and_no_answer_before_it_is_seen(exercise_page):
    """G17."""
    page = opened(exercise_page, "who-begins")
    page.emulate_media(media="print")
    expect(part(page, "answer")).to_be_visible()
    expect(page.get_by_text("Choose before you read on.")).to_be_visible()
    choose(page, "leader")
    expect(part(page, "answer")).to_be_hidden()


def test_without_scripts_it_can_be_read_and_filled_in(exercise_page):
    """G15."""
    page = exercise_page("dilemma", "who-begins", scripts=False, language="da")
    expect(page.get_by_text("Vælg, før du læser videre.")).to_be_visible()
    choose(page, "house", "after")
    expect(page.locator("progress").first).to_be_visible()
