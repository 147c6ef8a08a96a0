"""A picker in a browser: finding, choosing, putting in order, changing one's mind."""

import pytest
from playwright.sync_api import expect

from coursewright.testing.stored import read_store


def opened(exercise_page, name="grips", **options):
    page = exercise_page("picker", name, **options)
    expect(page.locator("cw-picker")).to_have_attribute("data-state", "empty")
    return page


def box(page, value):
    return page.locator(f'[name="chosen"][value="{value}"]')


def choose(page, *values):
    for value in values:
        box(page, value).click()


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()
    return page


def entries(page):
    return page.locator('[data-role="list"] .cw-reorder__text').all_inner_texts()


def result(page):
    return read_store(saved(page))["attempts"][-1]["result"]


def options(page):
    return page.locator(".cw-picker__text:visible").all_inner_texts()


def count(page):
    return page.locator('[data-role="count"]')


def test_what_is_chosen_gathers_in_the_order_it_was_chosen(exercise_page):
    page = opened(exercise_page)
    choose(page, "quiet", "round")
    assert entries(page) == ["A quiet hour", "A round at the end of the meeting"]
    expect(count(page)).to_have_text("2 of 3 chosen")
    expect(page.locator(".cw-announce")).to_contain_text("2 of 3 chosen")
    kept = result(page)
    assert kept["text"] == "1. A quiet hour, 2. A round at the end of the meeting"
    assert kept["ids"] == ["quiet", "round"]
    assert kept["items"] == ["A quiet hour", "A round at the end of the meeting"]
    assert len(read_store(page)["attempts"]) == 2
    page.reload()
    saved(page)
    assert entries(page) == ["A quiet hour", "A round at the end of the meeting"]


def test_one_too_many_is_told_and_nothing_is_lost(exercise_page):
    page = opened(exercise_page)
    choose(page, "quiet", "round", "pairs")
    expect(count(page)).to_have_text("You have chosen 3. To swap, take one away first.")
    choose(page, "swap")
    expect(box(page, "swap")).not_to_be_checked()
    expect(page.locator('[data-role="bar"]')).to_have_attribute("data-told", "")
    assert len(entries(page)) == 3
    choose(page, "round", "swap")
    assert entries(page) == ["A quiet hour", "Work in pairs", "Swap desks for a day"]


def test_one_too_many_by_the_keys(exercise_page):
    """G2."""
    page = opened(exercise_page)
    choose(page, "quiet", "round", "pairs")
    box(page, "swap").focus()
    page.keyboard.press("Space")
    expect(box(page, "swap")).not_to_be_checked()


def test_taking_away_can_be_undone_with_place_and_reason(exercise_page):
    page = opened(exercise_page, "confidence")
    choose(page, "plan", "before")
    page.locator('[name="why.plan"]').fill("What is first?")
    page.get_by_role("button", name="Remove A plan that can be carried out").click()
    expect(box(page, "plan")).not_to_be_checked()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    assert entries(page) == ["A plan that can be carried out", "What went well before"]
    expect(page.locator('[name="why.plan"]')).to_have_value("What is first?")
    remove = page.get_by_role("button", name="Remove A plan that can be carried out")
    expect(remove).to_be_focused()
    assert result(page)["lines"] == [
        {"title": "A plan that can be carried out", "text": "What is first?"}
    ]


def test_reasons_wait_for_their_choice(exercise_page):
    page = opened(exercise_page, "confidence")
    choose(page, "plan")
    page.locator('[name="why.plan"]').fill("What is first?")
    choose(page, "plan")
    expect(page.locator('[name="why.plan"]')).to_be_hidden()
    saved(page)
    page.reload()
    saved(page)
    choose(page, "plan")
    expect(page.locator('[name="why.plan"]')).to_have_value("What is first?")


def test_the_order_changes_by_buttons_and_keys(exercise_page):
    """G21."""
    page = opened(exercise_page)
    choose(page, "quiet", "round", "pairs")
    page.get_by_role("button", name="Move Work in pairs up").click()
    assert entries(page)[1] == "Work in pairs"
    page.get_by_role("button", name="Move A quiet hour: drag").focus()
    page.keyboard.press("ArrowDown")
    assert entries(page)[0] == "Work in pairs"
    said = "A quiet hour is now number 2 of 3"
    expect(page.locator(".cw-announce")).to_contain_text(said)
    assert result(page)["ids"] == ["pairs", "quiet", "round"]
    assert page.locator("[data-place]").evaluate_all("all => all.map((o) => o.dataset.place)") == [
        "1",
        "2",
        "3",
    ]


def test_the_order_changes_by_dragging(exercise_page):
    page = opened(exercise_page, "fan")
    choose(page, "network", "course", "letters")
    handle = page.locator('[data-item="letters"] [data-move="drag"]')
    handle.scroll_into_view_if_needed()
    start = handle.bounding_box()
    goal = page.locator('[data-item="network"] [data-move="drag"]').bounding_box()
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, goal["y"] + 5, steps=8)
    page.mouse.up()
    assert entries(page)[0] == "Better applications"
    assert result(page)["ids"][0] == "letters"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("NEWCOMER", ["Ask the newcomer"]),
        ("puzzles", ["Ask the newcomer"]),
        ("hour quiet", ["A quiet hour"]),
        ("wörk päirs", ["Work in pairs"]),
    ],
)
def test_a_search_looks_in_texts_and_details(exercise_page, query, found):
    page = opened(exercise_page)
    page.get_by_role("searchbox").fill(query)
    assert options(page) == found
    expect(page.locator(".cw-announce")).to_contain_text("1 found")


def test_a_search_that_finds_nothing_does_not_stay_in_the_way(exercise_page):
    page = opened(exercise_page)
    search = page.get_by_role("searchbox")
    search.fill("elephant")
    expect(page.get_by_text("None found. Try another word.")).to_be_visible()
    search.blur()
    assert len(options(page)) == 12
    expect(search).to_have_value("")


def test_a_heading_can_be_looked_at_alone(exercise_page):
    page = opened(exercise_page)
    choose(page, "quiet")
    page.get_by_role("button", name="Do it together").click()
    assert len(options(page)) == 5
    assert entries(page) == ["A quiet hour"]
    page.get_by_role("searchbox").fill("film")
    assert options(page) == ["A two-minute film"]
    page.get_by_role("searchbox").fill("")
    page.get_by_role("button", name="All", exact=True).click()
    assert len(options(page)) == 12


def test_danish_letters_are_found_however_they_are_typed(exercise_page):
    page = opened(exercise_page)
    folded = page.evaluate(
        """async (address) => (await import(address)).fold("Nærhed på Ørsted, Å")""",
        "/assets/coursewright/exercises/picker/finder.mjs",
    )
    assert folded == "naerhed pa orsted, a"


def test_a_suggestion_is_chosen_once_it_is_written(exercise_page):
    page = opened(exercise_page)
    expect(page.locator('[name="own-2"]')).to_be_hidden()
    page.locator('[name="own-1"]').press_sequentially("Walk and talk")
    expect(page.locator('[name="own-2"]')).to_be_visible()
    page.keyboard.press("Tab")
    expect(box(page, "own-1")).to_be_checked()
    assert entries(page) == ["Walk and talk"]
    assert result(page)["items"] == ["Walk and talk"]
    page.locator('[name="own-1"]').fill("")
    assert entries(page) == []


def test_a_suggestion_without_words_asks_for_them(exercise_page):
    page = opened(exercise_page)
    choose(page, "own-1")
    expect(box(page, "own-1")).not_to_be_checked()
    expect(page.locator('[name="own-1"]')).to_be_focused()
    page.keyboard.type("Walk and talk")
    choose(page, "quiet", "round", "pairs")
    assert entries(page) == ["Walk and talk", "A quiet hour", "A round at the end of the meeting"]
    page.locator('[name="own-1"]').fill("")
    page.locator('[name="own-1"]').blur()
    expect(box(page, "own-1")).not_to_be_checked()
    expect(count(page)).to_have_text("2 of 3 chosen")


def test_a_suggestion_too_many_is_kept_but_not_chosen(exercise_page):
    page = opened(exercise_page)
    choose(page, "quiet", "round", "pairs")
    page.locator('[name="own-1"]').fill("Walk and talk")
    expect(box(page, "own-1")).not_to_be_checked()
    assert len(entries(page)) == 3
    saved(page)
    page.reload()
    saved(page)
    expect(page.locator('[name="own-1"]')).to_have_value("Walk and talk")


def test_too_few_are_no_result(exercise_page):
    page = opened(exercise_page, "benefits")
    boxes = page.locator('[name="chosen"]')
    boxes.nth(0).check()
    saved(page)
    assert read_store(page)["attempts"] == []
    boxes.nth(3).check()
    assert len(result(page)["items"]) == 2


def test_the_first_one_is_asked_about(exercise_page):
    page = opened(exercise_page, "fan")
    expect(page.locator('[name="why-first"]')).to_be_hidden()
    choose(page, "network")
    page.locator('[name="why-first"]').fill("I call Mia")
    page.locator('[name="why-first"]').blur()
    assert result(page)["lines"] == [{"title": "What can happen today?", "text": "I call Mia"}]


def test_copying_takes_the_order_and_the_reasons_along(exercise_page):
    page = opened(exercise_page, "fan", permissions=["clipboard-read", "clipboard-write"])
    choose(page, "network", "course")
    page.locator('[name="why-first"]').fill("I call Mia")
    page.locator('[data-role="copy"]').click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    lines = "1. People I know\n2. A short course\n\nWhat can happen today?: I call Mia\n"
    assert copied == f"What shall we begin with?\n\n{lines}"


def test_last_time_comes_with_the_new_choice(exercise_page):
    page = opened(exercise_page, "fan")
    choose(page, "network", "course")
    saved(page)
    page.get_by_role("button", name="Choose again").click()
    expect(page.locator('[data-role="last"]')).to_be_hidden()
    choose(page, "letters")
    expect(page.locator('[data-role="last"]')).to_contain_text(
        "1. People I know, 2. A short course"
    )


def test_print_shows_the_chosen_first_and_all_options(exercise_page):
    """G17."""
    page = opened(exercise_page)
    choose(page, "quiet", "round")
    page.get_by_role("searchbox").fill("film")
    page.emulate_media(media="print")
    chosen = page.locator('[data-role="chosen"]').bounding_box()
    assert chosen["y"] < page.locator(".cw-picker__catalogue").bounding_box()["y"]
    assert len(options(page)) == 12


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_what_is_chosen_is_accessible_too(exercise_page, axe, width, scheme):
    """G1, G9."""
    page = opened(exercise_page, width=width, scheme=scheme)
    choose(page, "quiet", "round", "pairs", "swap")
    page.get_by_role("button", name="Remove Work in pairs").click()
    assert axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    for button in page.locator(".cw-picker button:visible").all():
        size = button.bounding_box()
        assert min(size["width"], size["height"]) >= 40
