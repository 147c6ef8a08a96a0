"""A diagram on a screen: words where they belong, with room for them."""

import pytest

from coursewright.testing import every_good_example

BOXES = """(name) => [...document.querySelectorAll(name)].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return { x, y, width, height, middle: [x + width / 2, y + height / 2] };
})"""

SMALL = """() => [...document.querySelectorAll(".cw-diagram *")]
  .filter((one) => one.checkVisibility())
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => {
    const width = one.ownerSVGElement?.getBoundingClientRect().width ?? 100;
    return [one.textContent, (parseFloat(getComputedStyle(one).fontSize) * width) / 100];
  }).filter(([, size]) => size < 14)"""

BESIDE = """() => [...document.querySelectorAll(".cw-diagram__ring > span, .cw-diagram__stage")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
  .map((one) => one.textContent)"""


def boxes(page, name):
    return page.evaluate(BOXES, name)


@every_good_example("diagram")
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_words_are_large_enough_to_read(example, exercise_page, width):
    page = exercise_page(example, width=width)
    assert page.evaluate(SMALL) == []
    assert page.evaluate(BESIDE) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_stage_stands_in_the_middle_of_its_node(exercise_page, width):
    """The nodes are drawn in Python and the words placed in CSS: they agree."""
    page = exercise_page("diagram", "learning-cycle", width=width)
    nodes, stages = boxes(page, ".cw-diagram__node"), boxes(page, ".cw-diagram__stage")
    assert len(stages) == 4
    for node, stage in zip(nodes, stages, strict=True):
        assert stage["middle"] == pytest.approx(node["middle"], abs=1.5)


def test_stairs_rise_upwards_on_a_phone_and_to_the_right_on_a_desk(exercise_page):
    page = exercise_page("diagram", "abc-stairs", width=360)
    first, second, third = boxes(page, ".cw-diagram__stairs > li")
    assert first["y"] > second["y"] > third["y"]
    assert first["x"] < second["x"] < third["x"]
    page.set_viewport_size({"width": 1280, "height": 740})
    first, second, third = boxes(page, ".cw-diagram__stairs > li")
    assert first["y"] > second["y"] > third["y"]
    assert first["x"] < second["x"] < third["x"]
    assert first["width"] == pytest.approx(third["width"], abs=4)


def test_shares_begin_where_the_one_above_ends(exercise_page):
    page = exercise_page("diagram", "transfer")
    before, during, after = boxes(page, ".cw-diagram__bar")
    assert during["x"] == pytest.approx(before["x"] + before["width"], abs=1)
    assert after["x"] == pytest.approx(during["x"] + during["width"], abs=1)


def test_with_large_text_the_list_says_what_the_picture_has_no_room_for(exercise_page):
    page = exercise_page("diagram", "sources-of-motivation")
    key = page.locator(".cw-diagram__key")
    assert key.bounding_box()["width"] <= 1
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    assert not page.locator(".cw-diagram__picture").is_visible()
    assert key.bounding_box()["width"] > 100


@pytest.mark.parametrize("name", ["transfer", "revans", "rooms", "a-b-c"])
def test_it_looks_the_same_without_scripts(exercise_page, name):
    """G15: nothing waits for a script that never comes."""
    without = exercise_page("diagram", name, scripts=False)
    with_scripts = exercise_page("diagram", name)
    assert without.locator(".cw-diagram").bounding_box() == pytest.approx(
        with_scripts.locator(".cw-diagram").bounding_box()
    )


def test_in_black_and_white_a_bar_is_told_from_its_track(exercise_page):
    page = exercise_page("diagram", "transfer")
    page.emulate_media(media="print")
    fill = "(name) => getComputedStyle(document.querySelector(name)).fill"
    assert page.evaluate(fill, ".cw-diagram__bar") == "rgb(0, 0, 0)"
    assert page.evaluate(fill, ".cw-diagram__rest") == "rgb(255, 255, 255)"
