"""A balance in a browser: lines, weights, how it hangs, what is kept, and how it is revised."""

import pytest
from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store

TILT = '[data-role="tilt"]'
RESULT = '[data-role="result"]'
LINE = "[data-row]:visible"


def ready(page):
    expect(page.locator("cw-balance")).to_have_attribute("data-state", "empty")
    expect(page.locator('[data-role="add"]').first).to_be_visible()
    return page


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def put(page, name, *lines):
    """Write lines, each a text with its weight (None: none), into a list that is empty."""
    box = page.locator(f'[data-rows="{name}"]')
    for index, (text, weight) in enumerate(lines):
        if index:
            box.locator('[data-role="add"]').click()
        row = box.locator(LINE).last
        row.locator("textarea").fill(text)
        if weight:
            row.locator(f'input[value="{weight}"]').check()


def words(page):
    return page.locator('[data-role="words"] li').all_inner_texts()


def sums(page):
    return page.locator('[data-role="sum"]').all_inner_texts()


def leave(page):
    """Leave for another page, so that the attempt is kept, and come back."""
    saved(page)
    page.reload()
    saved(page)


def test_a_line_gets_its_weights_when_there_is_something_to_weigh(exercise_page):
    page = ready(exercise_page("balance", "part-time-job"))
    plus = page.locator('[data-rows="plus"]')
    expect(plus.locator(LINE)).to_have_count(1)
    expect(plus.locator("fieldset:visible")).to_have_count(0)
    plus.locator("textarea").first.fill("Colleagues")
    expect(plus.locator("fieldset:visible")).to_have_count(1)
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator(RESULT)).to_be_hidden()


def test_the_balance_hangs_and_names_what_is_heaviest(exercise_page):
    page = ready(exercise_page("balance", "part-time-job", language="da"))
    put(page, "plus", ("Penge", 3), ("Kolleger", 5))
    expect(page.locator(TILT)).to_have_text("Indtil nu ligger der kun vægt i «Plus».")
    put(page, "minus", ("Bussen", 2))
    expect(page.locator(TILT)).to_have_text("Vægten hælder mod «Plus».")
    expect(page.locator(".cw-announce")).to_contain_text("Vægten hælder mod «Plus».")
    assert sums(page) == ["8", "2"]
    assert words(page) == [
        "Tungest i «Plus»: Kolleger (5).",
        "Tungest i «Minus»: Bussen (2).",
        "Den stod lige, hvis «Minus» vejede 6 mere.",
    ]
    expect(page.locator(".cw-balance__block")).to_have_count(3)
    expect(page.locator("cw-balance")).to_have_attribute("data-state", "result")


@pytest.mark.parametrize(
    ("minus", "told"),
    [
        ((5, 3), "Vægten står lige."),
        ((5, 4), "Vægten hælder en smule mod «Minus»."),
        ((5, 5, 5), "Vægten hælder mod «Minus»."),
    ],
)
def test_it_leans_as_much_as_it_does(exercise_page, minus, told):
    page = ready(exercise_page("balance", "part-time-job", language="da"))
    put(page, "plus", ("Penge", 3), ("Kolleger", 5))
    put(page, "minus", *((f"Grund {number}", weight) for number, weight in enumerate(minus)))
    expect(page.locator(TILT)).to_have_text(told)


def test_several_can_weigh_the_same_and_one_without_weight_is_only_listed(exercise_page):
    page = ready(exercise_page("balance", "part-time-job"))
    put(page, "plus", ("Money", 4), ("Colleagues", 4), ("Sun", None))
    assert words(page) == [
        "Heaviest in “Plus”: Money (4), Colleagues (4).",
        "1 line has no weight and is not weighed.",
    ]


def test_what_speaks_against_one_way_weighs_for_the_other(exercise_page):
    page = ready(exercise_page("balance", "education"))
    put(page, "plus_start", ("Something new", 4))
    put(page, "minus_start", ("Little money", 5), ("Exams", 2))
    put(page, "minus_stay", ("Dull in the long run", 4))
    assert sums(page) == ["8", "7"]
    expect(page.locator(TILT)).to_have_text(
        "The balance leans a little towards “Start the course”."
    )
    assert words(page) == [
        "Heaviest in “Start the course”: Something new (4), "
        "Dull in the long run (4, Minus at “Stay where I am”).",
        "Heaviest in “Stay where I am”: Little money (5, Minus at “Start the course”).",
        "It would be even if “Stay where I am” weighed 1 more.",
    ]


def test_a_line_that_is_taken_away_comes_back_with_its_weight(exercise_page):
    page = ready(exercise_page("balance", "part-time-job"))
    put(page, "plus", ("Money", 3), ("Colleagues", 5))
    page.get_by_role("button", name="Remove: Line 2: Plus").click()
    assert sums(page) == ["3", "0"]
    page.get_by_role("button", name="Undo").click()
    assert sums(page) == ["8", "0"]
    leave(page)
    assert sums(page) == ["8", "0"]
    expect(page.locator('[data-rows="plus"] textarea:visible').nth(1)).to_have_value("Colleagues")


def test_more_lines_than_on_paper_come_back(exercise_page):
    page = ready(exercise_page("balance", "part-time-job"))
    put(page, "minus", *((f"Reason {number}", 1) for number in range(6)))
    leave(page)
    expect(page.locator('[data-rows="minus"] [data-row]:visible')).to_have_count(6)
    assert sums(page) == ["0", "6"]


def test_the_lists_are_kept_in_words_when_the_reader_leaves(exercise_page):
    page = ready(exercise_page("balance", "part-time-job"))
    put(page, "plus", ("Money", 3), ("Sun", None))
    put(page, "minus", ("The bus", 4))
    page.get_by_label("What is the smallest thing").fill("A lift in the morning")
    saved(page)
    assert read_store(page)["attempts"] == []
    leave(page)
    [attempt] = read_store(page)["attempts"]
    assert attempt["result"] == {
        "text": "Plus 3, Minus 4",
        "parts": [{"title": "Plus", "value": 3}, {"title": "Minus", "value": 4}],
        "lines": [
            {"title": "Plus", "text": "Money (3)\nSun"},
            {"title": "Minus", "text": "The bus (4)"},
            {
                "title": "What is the smallest thing that would tip the balance?",
                "text": "A lift in the morning",
            },
        ],
    }


def test_without_weights_lines_are_counted_and_nothing_is_weighed(exercise_page):
    page = ready(exercise_page("balance", "stay-or-apply"))
    put(page, "plus", ("New tasks", None), ("Closer to home", None))
    leave(page)
    [attempt] = read_store(page)["attempts"]
    assert attempt["result"]["text"] == "2 lines on the list"
    assert "parts" not in attempt["result"]


def test_a_new_version_begins_with_the_last_one(exercise_page):
    page = ready(exercise_page("balance", "part-time-job", language="da"))
    page.clock.set_fixed_time("2026-11-03T10:00:00")
    put(page, "plus", ("Penge", 3))
    put(page, "minus", ("Bussen", 4))
    saved(page)
    expect(page.locator('[data-role="last"]')).to_be_hidden()
    page.get_by_role("button", name="Svar igen").click()
    page.locator('[name="minus.r1.weight"][value="1"]').check()
    expect(page.locator('[data-role="last"]')).to_have_text("Sidst, 3. nov.: Plus 3, Minus 4")
    leave(page)
    attempts = read_store(page)["attempts"]
    assert [(one["round"], one["result"]["text"]) for one in attempts] == [
        (1, "Plus 3, Minus 4"),
        (2, "Plus 3, Minus 1"),
    ]


def test_the_lists_can_be_taken_along_as_text(exercise_page):
    page = ready(exercise_page("balance", "education", permissions=["clipboard-read"]))
    put(page, "plus_start", ("Something new", 4), ("Friends", None))
    put(page, "minus_stay", ("Dull", 2))
    page.get_by_role("button", name="Copy the answers").click()
    expect(page.locator(".cw-announce")).to_contain_text("Copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == (
        "Start the course or stay where I am\n\n"
        "Start the course 6, Stay where I am 0\n\n"
        "Start the course: Plus\nSomething new (4)\nFriends\n\n"
        "Stay where I am: Minus\nDull (2)\n"
    )


def test_an_authors_and_a_readers_text_is_text(exercise_page):
    """F1, F3."""
    placed = find_example("balance", "education").placed()
    ways = [way.model_copy(update={"title": f"<b>{way.id}</b>"}) for way in placed.exercise.ways]
    changed = placed.exercise.model_copy(update={"ways": ways})
    page = ready(exercise_page([placed.model_copy(update={"exercise": changed})]))
    put(page, "plus_start", ("<img src=x onerror=alert(1)>", 5))
    put(page, "minus_stay", ("{title} & more", 5))
    expect(page.locator("cw-balance img, cw-balance [data-role='pan'] b")).to_have_count(0)
    assert words(page)[0].startswith("Heaviest in “<b>start</b>”: <img src=x onerror=alert(1)> (5)")


def test_everything_is_there_to_fill_in_on_paper(exercise_page):
    """G15, G17."""
    page = exercise_page("balance", "part-time-job", scripts=False, language="da")
    expect(page.locator(LINE)).to_have_count(8)
    expect(page.get_by_text("Læg vægtene sammen på hver side")).to_be_visible()
    page = ready(exercise_page("balance", "part-time-job", language="da"))
    page.emulate_media(media="print")
    expect(page.locator(LINE)).to_have_count(8)
    expect(page.locator("fieldset.cw-balance__weight:visible")).to_have_count(8)
    page.emulate_media(media="screen")
    put(page, "plus", ("Penge", 3))
    page.emulate_media(media="print")
    expect(page.locator(LINE)).to_have_count(2)
    expect(page.locator(".cw-balance__beam svg")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_every_weight_can_be_hit_with_a_thumb(exercise_page, width):
    """G9."""
    page = ready(exercise_page("balance", "part-time-job", width=width))
    put(page, "plus", ("Money", 3))
    boxes = [one.bounding_box() for one in page.locator(".cw-number:visible").all()]
    assert min(box["height"] for box in boxes) >= 44
    assert min(box["width"] for box in boxes) >= (40 if width < 360 else 44)
    remove = page.locator('[data-role="remove"]:visible').bounding_box()
    assert min(remove["width"], remove["height"]) >= 44
