"""Sort, match and gap in a browser: by mouse, finger and keys, and what is kept."""

import pytest
from playwright.sync_api import expect

from coursewright.testing.stored import read_store


class Shown:
    """A quiz of one question as a reader sees it."""

    def __init__(self, page):
        self.page = page
        self.verdict = page.locator('[data-role="verdict"]')
        self.saved = page.locator('[data-role="saved"]')
        self.check_button = page.locator('[data-role="check"]')

    def check(self):
        self.check_button.click()

    def marks(self):
        return [one.inner_text() for one in self.page.locator(".cw-quiz__mark").all()]

    def card(self, text):
        return self.page.get_by_role("group", name=text)

    def reload(self):
        expect(self.saved).not_to_be_empty()
        self.page.reload()
        expect(self.saved).not_to_be_empty()


def centre(page, element, below=0):
    box = element.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + below, steps=8)


@pytest.fixture
def shown(exercise_page):
    return lambda name, **options: Shown(exercise_page("quiz", name, **options))


# Sort


def test_each_item_is_sorted_with_a_tap(shown):
    sort = shown("sorting", has_touch=True)
    for text, pile in [("pay", "outside"), ("wondering", "outside"), ("list", "outside"),
                       ("proud", "inside")]:  # fmt: skip
        sort.card(text).get_by_label(f"From {pile}").tap()
    sort.check()
    expect(sort.verdict).to_have_text("Almost. 3 of 4 are in place.")
    expect(sort.card("wondering")).to_have_accessible_description(
        "Not right Curiosity is its own reward."
    )
    sort.reload()
    expect(sort.verdict).to_have_text("Almost. 3 of 4 are in place.")
    sort.card("wondering").get_by_label("From inside").tap()
    expect(sort.verdict).to_be_hidden()
    sort.check()
    expect(sort.verdict).to_have_text("That is right.")
    expect(sort.page.get_by_text("most life in the voice")).to_be_visible()


def test_a_card_can_be_dragged_to_its_category(shown):
    sort = shown("sorting", width=1000)
    tray = sort.page.locator(".cw-quiz__tray")
    expect(sort.card("pay")).to_have_attribute("draggable", "true")
    expect(tray).to_be_hidden()
    sort.card("pay").hover(position={"x": 30, "y": 14})
    sort.page.mouse.down()
    sort.page.mouse.move(200, 300, steps=5)
    expect(tray).to_be_visible()
    centre(sort.page, tray.locator("div").first)
    sort.page.mouse.up()
    expect(tray).to_be_hidden()
    expect(sort.card("pay").get_by_label("From outside")).to_be_checked()


def test_an_answer_follows_the_words_of_item_and_category(shown):
    """Stored under names, never under places."""
    sort = shown("sorting")
    sort.card("pay").get_by_label("From outside").click()
    expect(sort.saved).not_to_be_empty()
    [record] = read_store(sort.page)["answers"]
    assert record["field"].startswith("reasons.part.")
    assert record["value"] == "outside"


def test_what_is_missing_is_said_before_it_is_checked(shown):
    sort = shown("three-piles")
    sort.check()
    expect(sort.verdict).to_have_text("Choose an answer first.")
    expect(sort.page.get_by_role("radio").first).to_be_focused()
    sort.card("did get halfway").get_by_label("Change").click()
    sort.check()
    expect(sort.verdict).to_have_text("4 are still missing.")
    expect(sort.check_button).to_have_text("Check anyway")
    sort.card("young people").get_by_label("Both").click()
    expect(sort.verdict).to_be_hidden()
    expect(sort.check_button).to_have_text("Check answer")
    sort.check()
    sort.check()
    expect(sort.verdict).to_have_text("1 of 5 are in place.")
    assert sorted(sort.marks()) == ["Missing", "Missing", "Missing", "Not right", "Right"]


# Match, and gaps filled from words


def test_pairs_are_found_by_tapping(shown):
    pairs = shown("pairs", has_touch=True)
    for said in ("tried yourself", "up to you", "You notice", "If I were you"):
        pairs.page.get_by_role("button", name=said).tap()
    used = pairs.page.get_by_role("button", name="You notice")
    expect(used).to_have_attribute("aria-pressed", "true")
    left = pairs.page.get_by_role("button", name="be good about it")
    expect(left).to_have_attribute("aria-disabled", "true")
    pairs.check()
    expect(pairs.verdict).to_have_text("Almost. 3 of 4 are in place.")
    pairs.page.get_by_role("button", name="Try again").click()
    expect(pairs.page.get_by_label("Evocation")).to_be_focused()
    pairs.page.get_by_role("button", name="If I were you").tap()
    left.tap()
    pairs.check()
    expect(pairs.verdict).to_have_text("That is right.")
    pairs.reload()
    expect(pairs.verdict).to_have_text("That is right.")


def test_pairs_are_found_with_the_lists(shown):
    """The select is the native control; its words stand above it, whole."""
    pairs = shown("pairs")
    pairs.page.get_by_label("Partnership").select_option("«What have you tried yourself?»")
    expect(pairs.page.locator(".cw-quiz__chosen").first).to_have_text(
        "«What have you tried yourself?»"
    )
    used = pairs.page.get_by_role("button", name="tried yourself")
    expect(used).to_have_attribute("aria-pressed", "true")
    used.press("Enter")
    expect(pairs.page.get_by_label("Partnership")).to_have_value("")


def test_a_word_can_be_dragged_to_its_place(shown):
    pairs = shown("pairs", height=1000)
    word = pairs.page.get_by_role("button", name="be good about it")
    expect(word).to_have_attribute("draggable", "true")
    centre(pairs.page, word)
    pairs.page.mouse.down()
    centre(pairs.page, pairs.page.locator(".cw-quiz__slot").last)
    pairs.page.mouse.up()
    expect(pairs.page.locator(".cw-quiz__chosen").last).to_have_text(
        "«What would be good about it?»"
    )


def test_words_are_put_into_the_text(shown):
    gaps = shown("words-to-put-in")
    for word in ("ask", "listen", "argues"):
        gaps.page.get_by_role("button", name=word, exact=True).press("Enter")
    gaps.check()
    expect(gaps.verdict).to_have_text("Almost. 2 of 3 are in place.")
    expect(gaps.page.get_by_label("Gap 3 of 3")).to_have_accessible_description(
        "Gap 3 of 3: Not right."
    )
    gaps.page.get_by_text("Answer", exact=True).click()
    expect(gaps.page.locator("details")).to_contain_text("Whether the other begins is theirs")


# Gaps that are written


def test_what_is_written_counts_without_capitals_and_full_stop(shown):
    gaps = shown("write-what-is-missing")
    for number, text in enumerate((" How", "No!", "silent.")):
        gaps.page.get_by_role("textbox").nth(number).fill(text)
    gaps.check()
    expect(gaps.verdict).to_have_text("That is right.")
    expect(gaps.page.get_by_text("sounds like blame")).to_be_visible()
    gaps.reload()
    expect(gaps.verdict).to_have_text("That is right.")


def test_a_slip_of_the_finger_is_told_as_such(shown):
    gaps = shown("write-what-is-missing")
    for number, text in enumerate(("waht", "never", "quite")):
        gaps.page.get_by_role("textbox").nth(number).fill(text)
    gaps.check()
    assert gaps.marks() == [
        "Almost. Look at the spelling",
        "Not right",
        "Almost. Look at the spelling",
    ]
    gaps.page.get_by_role("button", name="Try again").click()
    expect(gaps.page.get_by_role("textbox").first).to_be_focused()
    expect(gaps.page.get_by_role("textbox").first).to_have_value("waht")
