"""A quadrant in a browser: where two numbers place me, the way there, and what is kept."""

import pytest
from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store

PLACE = '[data-role="place"]'
RESULT = '[data-role="result"]'


def ready(page):
    expect(page.locator("cw-quadrant")).to_have_attribute("data-state", "empty")
    return page


def choose(page, across, up):
    page.locator(f'[name="across"][value="{across}"]').check()
    page.locator(f'[name="up"][value="{up}"]').check()


def saved(page):
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()


def answer(page, day, across, up):
    page.clock.set_fixed_time(f"{day}T10:00:00")
    choose(page, across, up)
    saved(page)


def again(page):
    page.get_by_role("button", name="Svar igen").click()


def titles(page):
    return page.locator(".cw-quadrant__title:visible").all_inner_texts()


def dots(page):
    return page.locator(".cw-quadrant__is, .cw-quadrant__was").evaluate_all(
        "(all) => all.map((one) => [one.getAttribute('cx'), one.getAttribute('cy')])"
    )


def test_the_corner_comes_when_both_numbers_are_there(exercise_page):
    page = ready(exercise_page("quadrant", "signs-of-resistance", language="da"))
    expect(page.locator(RESULT)).to_be_hidden()
    page.locator('[name="across"][value="8"]').check()
    expect(page.locator(RESULT)).to_be_hidden()
    page.locator('[name="up"][value="3"]').check()
    expect(page.locator(PLACE)).to_have_text("Du er her: How often 8, How hard 3")
    assert titles(page) == ["Often, and you can do it"]
    expect(page.locator(RESULT)).to_contain_text("Næste skridt: Write down what you do")
    expect(page.locator(".cw-announce")).to_contain_text(
        "Often, and you can do it: How often 8, How hard 3."
    )
    assert dots(page) == [["80%", "70%"]]
    saved(page)
    page.reload()
    expect(page.locator(PLACE)).to_be_visible()
    expect(page.locator(".cw-announce")).to_be_empty()


@pytest.mark.parametrize(
    ("across", "up", "found"),
    [
        (1, 5, ["Do it now"]),
        (5, 4, ["A real project"]),
        (2, 2, ["Nice to have"]),
        (4, 1, ["Let it lie"]),
        (3, 5, ["Do it now", "A real project"]),
        (1, 3, ["Do it now", "Nice to have"]),
        (3, 3, []),
    ],
)
def test_a_place_on_the_middle_is_told_as_it_is(exercise_page, across, up, found):
    page = ready(exercise_page("quadrant", "one-of-twelve-grips"))
    choose(page, across, up)
    assert titles(page) == found
    between = page.locator('[data-role="between"]')
    if len(found) == 1:
        expect(between).to_be_hidden()
    elif found:
        expect(between).to_have_text(f"You are right between “{found[0]}” and “{found[1]}”.")
    else:
        expect(between).to_contain_text("between all four corners")
    here = page.locator(".cw-quadrant__quarter--here")
    expect(here).to_have_count(len(found) or 4)


def test_a_scale_below_zero_has_its_middle_at_zero(exercise_page):
    page = ready(exercise_page("quadrant", "self-knowledge-and-change"))
    choose(page, "-1", "1")
    expect(page.locator(PLACE)).to_have_text("You are here: Adapting −1, Knowing myself 1")
    assert titles(page) == ["I know and wait"]


def test_a_tap_in_the_field_answers_both_and_can_be_undone(exercise_page):
    page = ready(exercise_page("quadrant", "signs-of-resistance"))
    plot = page.locator('[data-role="plot"]')
    box = plot.bounding_box()
    plot.click(position={"x": box["width"] * 0.72, "y": box["height"] * 0.12})
    expect(page.locator(PLACE)).to_have_text("You are here: How often 7, How hard 9")
    expect(page.locator('[name="across"]:checked')).to_have_value("7")
    saved(page)
    plot.click(position={"x": 1, "y": box["height"] - 1})
    expect(page.locator(PLACE)).to_have_text("You are here: How often 0, How hard 0")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(PLACE)).to_have_text("You are here: How often 7, How hard 9")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_the_undo_of_a_first_tap_leaves_nothing(exercise_page):
    page = ready(exercise_page("quadrant", "signs-of-resistance"))
    page.locator('[data-role="plot"]').click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator(RESULT)).to_be_hidden()


def test_earlier_places_come_after_the_new_one(exercise_page):
    page = ready(exercise_page("quadrant", "signs-of-resistance", language="da"))
    answer(page, "2026-11-03", 7, 9)
    again(page)
    assert dots(page) == []
    answer(page, "2026-11-17", 7, 6)
    again(page)
    answer(page, "2026-12-01", 8, 3)
    assert dots(page) == [["70%", "10%"], ["70%", "40%"], ["80%", "70%"]]
    expect(page.locator(".cw-quadrant__way")).to_have_count(2)
    expect(page.locator('[data-role="since"]')).to_have_text(
        "Siden 17. nov.: How often 1 op, How hard 3 ned."
    )
    assert page.locator('[data-role="path"] li').all_inner_texts() == [
        "3. nov.: Often and hard: How often 7, How hard 9",
        "17. nov.: Often and hard: How often 7, How hard 6",
    ]
    saved(page)
    page.reload()
    expect(page.locator(".cw-quadrant__way")).to_have_count(2)


def test_the_last_place_of_each_round_is_kept(exercise_page):
    page = ready(exercise_page("quadrant", "one-of-twelve-grips"))
    choose(page, 5, 5)
    saved(page)
    [attempt] = read_store(page)["attempts"]
    assert attempt["result"] == {
        "text": "A real project: Effort 5, Effect 5",
        "parts": [
            {"title": "Effort", "value": 5, "from": 1, "to": 5},
            {"title": "Effect", "value": 5, "from": 1, "to": 5},
        ],
    }


class Both:
    """A field of two scales, on one page with them."""

    def __init__(self, exercise_page):
        example = find_example("quadrant", "importance-and-confidence")
        others = [placed for placed, _ in example.others]
        self.page = exercise_page([*others, example])
        expect(self.page.locator('[data-role="first"]')).to_contain_text("Answer here first")

    def choose(self, scale, number):
        self.page.locator(f'#{scale} [name="value"][value="{number}"]').check()
        expect(self.page.locator(f'#{scale} [data-role="saved"]')).not_to_be_empty()

    def again(self, scale):
        self.page.locator(f'#{scale} [data-role="again"]').click()

    @property
    def sources(self):
        return self.page.locator("[data-source] a:visible").all_inner_texts()


def test_a_field_of_two_scales_asks_for_what_is_missing(exercise_page):
    both = Both(exercise_page)
    assert len(both.sources) == 2
    both.choose("importance", 8)
    expect(both.page.locator("[data-source]:visible")).to_have_count(1)
    assert both.sources == ["How sure are you that you can?"]
    both.choose("confidence", 3)
    expect(both.page.locator(PLACE)).to_have_text("You are here: Importance 8, Confidence 3")
    assert titles(both.page) == ["Wants to, and doubts"]
    expect(both.page.locator('[data-role="first"]')).to_contain_text("comes from your answers")
    assert len(both.sources) == 2


def test_a_field_of_two_scales_keeps_nothing_itself(exercise_page):
    both = Both(exercise_page)
    both.choose("importance", 8)
    both.choose("confidence", 3)
    expect(both.page.locator(PLACE)).to_be_visible()
    kept = {one["exercise"] for one in read_store(both.page)["attempts"]}
    assert kept == {"example/importance", "example/confidence"}
    expect(both.page.locator('#wish-and-belief [data-role="again"]')).to_be_hidden()


def test_a_field_of_two_scales_draws_their_common_path(exercise_page):
    both = Both(exercise_page)
    both.choose("importance", 3)
    both.choose("importance", 4)
    both.choose("confidence", 4)
    both.again("importance")
    expect(both.page.locator(PLACE)).to_be_hidden()
    both.choose("importance", 7)
    expect(both.page.locator(PLACE)).to_have_text("You are here: Importance 7, Confidence 4")
    both.again("confidence")
    both.choose("confidence", 10)
    expect(both.page.locator(PLACE)).to_have_text("You are here: Importance 7, Confidence 10")
    assert dots(both.page) == [["33.3%", "66.7%"], ["66.7%", "0%"]]
    both.again("confidence")
    both.choose("confidence", 1)
    expect(both.page.locator(".cw-quadrant__was")).to_have_count(2)


def test_the_field_can_be_printed_blank_and_filled(exercise_page):
    """G15, G17: a cross can be put in on paper; what is answered is printed."""
    page = exercise_page("quadrant", "one-of-twelve-grips", scripts=False)
    expect(page.get_by_text("Put a cross in the field where you are.")).to_be_visible()
    assert len(titles(page)) == 4
    page = ready(exercise_page("quadrant", "one-of-twelve-grips"))
    page.emulate_media(media="print")
    assert len(titles(page)) == 4
    expect(page.get_by_text("Put a cross in the field where you are.")).to_be_visible()
    choose(page, 5, 5)
    assert titles(page) == ["A real project"]
    expect(page.locator(".cw-quadrant__is")).to_be_visible()


BOXES = """() => {
  const box = (one) => one.getBoundingClientRect().toJSON();
  const all = (selector) => Array.from(document.querySelectorAll(selector), box);
  const [dot] = all(".cw-quadrant__is");
  const [field] = all(".cw-quadrant__field");
  return { dot, field, names: all(".cw-quadrant__quarter > span") };
}"""


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_dot_lies_on_a_name(exercise_page, width):
    page = ready(exercise_page("quadrant", "signs-of-resistance", width=width))
    for across, up in [(0, 0), (0, 10), (10, 0), (10, 10)]:
        choose(page, across, up)
        boxes = page.evaluate(BOXES)  # at once: the dot is drawn anew when it is stored
        dot, field = boxes["dot"], boxes["field"]
        for name in boxes["names"]:
            padding = 8
            above = dot["bottom"] <= name["top"] + padding
            assert above or dot["top"] >= name["bottom"] - padding
        assert field["left"] <= dot["left"] <= dot["right"] <= field["right"]
