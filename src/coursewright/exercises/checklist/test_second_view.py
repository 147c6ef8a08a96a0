"""Another's view beside one's own: the phone is passed on, and both come to light together."""

from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store

WIPE = """async () => {
  const start = document.querySelector("script[src*='/checklist.mjs']").src;
  const { AnswerStore } = await import(new URL("../../web/store.mjs", start).href);
  await AnswerStore.for(document.querySelector("cw-checklist").dataset.course).clear();
}"""
ITEMS = ("needs", "trouble", "help", "alone")


def answer(page, numbers, whose=""):
    for item, number in zip(ITEMS, numbers, strict=False):
        page.locator(f'[name="{whose}{item}"][value="{number}"]').check(force=True)


def press(page, name):
    page.get_by_role("button", name=name).click()


def with_own_result(exercise_page, **options):
    page = exercise_page("checklist", "own-and-anothers", **options)
    answer(page, [2, 4, 3, 1])
    page.locator('[data-role="see"]').click()
    return page


def theirs(page):
    return page.locator('[data-role="theirs"]')


def both(page):
    return page.locator(".cw-checklist__both")


def test_ones_own_answers_are_out_of_sight_while_the_other_answers(exercise_page, axe):
    page = with_own_result(exercise_page)
    expect(theirs(page)).to_be_hidden()
    press(page, "Let the other answer")
    expect(theirs(page)).to_be_focused()
    expect(theirs(page)).to_contain_text("what you have seen in the last month")
    expect(page.locator('[data-role="result"]')).to_be_hidden()
    expect(page.locator('[name="needs"]').first).to_be_hidden()
    expect(page.get_by_role("button", name="Answer again")).to_be_hidden()
    said = page.locator(".cw-announce")
    before = said.inner_text()
    answer(page, [4], "other.")
    expect(theirs(page)).to_contain_text("1 of 4 answered")
    assert said.inner_text() == before, "one's own score is not told to the other"
    assert axe(page) == []
    press(page, "Back")
    expect(page.locator('[name="needs"]').first).to_be_visible()
    expect(both(page)).to_be_empty()


def test_both_come_to_light_together_in_words(exercise_page, axe):
    """G5: told once; a reversed statement is turned before it is compared."""
    page = with_own_result(exercise_page)
    press(page, "Let the other answer")
    answer(page, [5, 4, 2, 0], "other.")
    press(page, "Show both answers")
    expect(page.locator('[data-role="views"] h4')).to_be_focused()
    expect(page.locator(".cw-announce")).to_have_text("You see 1 of 4 alike.")
    headings = both(page).locator("h5").all_inner_texts()
    assert [heading.split()[2] for heading in headings] == ["sees", "it", "sees"]
    more, same, less = (
        one.locator("li").all_inner_texts() for one in both(page).locator("ul").all()
    )
    assert [text.split("\n")[0] for text in more] == [
        "I find out what the customer needs.",
        "I keep what I know to myself.",
    ]
    assert more[0].split("\n")[1] == "You: 2. My manager: 5."
    assert same == ["I stay calm when somebody is dissatisfied.\nYou: 4. My manager: 4."]
    assert less == ["I show others how I do it.\nYou: 3. My manager: 2.\n3\n2"]
    expect(both(page).locator("svg")).to_have_count(3)
    expect(theirs(page)).to_be_hidden()
    assert axe(page) == []


def test_it_is_kept_with_the_result_and_comes_back(exercise_page):
    page = with_own_result(exercise_page)
    press(page, "Let the other answer")
    answer(page, [5, 4, 3, 1], "other.")
    press(page, "Show both answers")
    expect(both(page)).to_contain_text("You see 3 of 4 alike.")
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()
    result = read_store(page)["attempts"][-1]["result"]
    assert result["lines"][0] == {
        "title": "The other sees more of it than you do",
        "text": "I find out what the customer needs. You: 2. My manager: 5.",
    }
    assert [(part["id"], part["value"]) for part in result["parts"]] == [
        ("customers", 6),
        ("colleagues", 7),
    ]
    page.reload()
    expect(both(page)).to_contain_text("You see 3 of 4 alike.")
    answer(page, [5])
    expect(both(page)).to_contain_text("You see 4 of 4 alike.")
    press(page, "Answer again")
    answer(page, [2, 4, 3, 1])
    page.locator('[data-role="see"]').click()
    expect(both(page)).to_be_empty()


def test_a_wipe_takes_both_views_and_the_phone_back(exercise_page):
    """C17."""
    page = with_own_result(exercise_page)
    press(page, "Let the other answer")
    answer(page, [5], "other.")
    page.evaluate(WIPE)
    expect(theirs(page)).to_be_hidden()
    expect(page.locator("input:checked")).to_have_count(0)
    answer(page, [2, 4, 3, 1])
    page.locator('[data-role="see"]').click()
    expect(page.get_by_role("button", name="Let the other answer")).to_be_visible()


def test_what_the_other_left_out_is_found(exercise_page):
    page = with_own_result(exercise_page, language="da")
    press(page, "Lad den anden svare")
    answer(page, [5, 4, 3], "other.")
    press(page, "Vis begge svar")
    expect(theirs(page)).to_contain_text("Der mangler 1 svar.")
    expect(page.locator('[name="other.alone"]').first).to_be_focused()
    page.keyboard.press("Space")
    press(page, "Vis begge svar")
    expect(both(page)).to_contain_text("I ser ens på 2 af 4.")


def test_on_paper_and_without_scripts_the_other_has_a_form(exercise_page):
    """G15, G17."""
    page = exercise_page("checklist", "own-and-anothers", scripts=False)
    expect(page.locator("fieldset:visible")).to_have_count(8)
    page = with_own_result(exercise_page)
    page.emulate_media(media="print")
    expect(theirs(page)).to_be_visible()


def test_a_part_with_an_id_finds_its_last_number_under_another_title(exercise_page):
    """C13: the title has changed, the id has not."""
    page = with_own_result(exercise_page)
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()
    placed = find_example("checklist", "own-and-anothers").placed()
    sections = placed.exercise.sections
    renamed = sections[0].model_copy(update={"title": "Where customers are"})
    edited = placed.exercise.model_copy(update={"sections": [renamed, sections[1]]})
    press(page, "Answer again")
    page.goto(exercise_page.site.add([placed.model_copy(update={"exercise": edited})]))
    answer(page, [5, 5, 5, 0])
    page.locator('[data-role="see"]').click()
    parts = page.locator(".cw-checklist__part").all_inner_texts()
    assert parts == ["10 of 10 (last time 6)", "10 of 10 (last time 7)"]


def test_the_ids_of_parts_are_published_like_those_of_statements():
    exercise = find_example("checklist", "own-and-anothers").exercise
    assert dict(exercise.scored())["colleagues"] == ("sections", 1, "id")
