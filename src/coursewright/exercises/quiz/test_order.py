"""An order question in a browser: by buttons, keys, mouse and finger, and what is kept."""

import pytest
from playwright.sync_api import expect

from coursewright.testing.stored import read_store

RIGHT_ORDER = [
    "They say what they would like.",
    "You ask what makes it matter to them.",
    "You find several ways together.",
    "They choose one step, small enough for this week.",
    "You agree on when you talk again.",
]


class Shown:
    """A question whose items are put in order, as a reader sees it."""

    def __init__(self, page):
        self.page = page
        self.verdict = page.locator('[data-role="verdict"]')
        self.saved = page.locator('[data-role="saved"]')
        self.check_button = page.locator('[data-role="check"]')
        self.texts = page.locator(".cw-reorder__text")

    def check(self):
        self.check_button.click()

    def order(self):
        expect(self.page.locator("[data-move]").first).to_be_visible()
        return self.texts.all_inner_texts()

    def handle(self, text):
        return self.page.get_by_role("button", name=f"Drag, or use the arrow keys: {text[:-1]}")

    def drag(self, text, to):
        """Drag an entry by its handle with the mouse to where another one stands."""
        centre(self.page, self.handle(text))
        self.page.mouse.down()
        centre(self.page, self.handle(to), 12)
        centre(self.page, self.handle(to), 12)
        self.page.mouse.up()

    def reload(self):
        expect(self.saved).not_to_be_empty()
        self.page.reload()
        expect(self.saved).not_to_be_empty()


def centre(page, element, below=0):
    box = element.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + below, steps=8)


@pytest.fixture
def shown(exercise_page):
    return lambda **options: Shown(exercise_page("quiz", "in-order", **options))


def test_it_begins_mixed_and_that_is_no_answer(shown):
    """No default value: what is kept was meant."""
    order = shown()
    expect(order.page.locator("cw-quiz")).to_have_attribute("data-state", "empty")
    start = order.order()
    assert sorted(start) == sorted(RIGHT_ORDER)
    assert start != RIGHT_ORDER
    order.check()
    expect(order.verdict).to_have_text("You have not moved anything yet. Is it right as it is?")
    assert read_store(order.page).get("answers", []) == []
    order.page.reload()
    expect(order.check_button).to_have_text("Check answer")
    assert order.order() == start


def test_it_can_be_right_as_it_stands(shown):
    order = shown()
    order.check()
    order.page.get_by_role("button", name="Yes, check answer").click()
    expect(order.verdict).to_contain_text("and the order is right.")
    order.reload()
    expect(order.verdict).to_contain_text("and the order is right.")


def arrange(order, move):
    """Bring every entry to its place, each by one or more steps upwards."""
    for place, text in enumerate(RIGHT_ORDER):
        for _ in range(order.order().index(text) - place):
            move(text)


def test_it_is_put_in_order_with_the_buttons(shown):
    """G21: drag has buttons; focus stays on them, also at the end of the way."""
    order = shown()
    arrange(
        order, lambda text: order.page.get_by_role("button", name=f"Move up: {text[:-1]}").click()
    )
    assert order.order() == RIGHT_ORDER
    first = order.page.get_by_role("button", name=f"Move up: {RIGHT_ORDER[0][:-1]}")
    expect(first).to_have_attribute("aria-disabled", "true")
    order.check()
    expect(order.verdict).to_have_text("That is right.")
    order.reload()
    assert order.order() == RIGHT_ORDER


def test_it_is_put_in_order_with_the_arrow_keys(shown):
    order = shown()
    last = order.order()[-1]
    order.handle(last).focus()
    order.page.keyboard.press("ArrowUp")
    expect(order.handle(last)).to_be_focused()
    expect(order.page.get_by_role("status")).to_contain_text(f"{last[:-1]} is now number 4 of 5.")
    expect(order.saved).not_to_be_empty()
    order.page.keyboard.press("ArrowDown")
    expect(order.page.get_by_role("status")).to_contain_text(f"{last[:-1]} is now number 5 of 5.")
    order.page.keyboard.press("ArrowDown")
    assert order.order()[-1] == last


def test_it_is_put_in_order_by_dragging_with_the_mouse(shown):
    order = shown(height=900)
    start = order.order()
    order.drag(start[0], start[3])
    assert order.order() == [start[1], start[2], start[3], start[0], start[4]]
    order.drag(start[4], start[1])
    assert order.order().index(start[4]) <= 1
    assert order.page.locator("[data-dragged]").count() == 0
    order.reload()
    assert order.order().index(start[0]) > 2


def test_it_is_put_in_order_by_dragging_with_a_finger(shown):
    """The handle does not scroll the page; the rest of the entry does."""
    order = shown(has_touch=True, height=900)
    start = order.order()
    handle = order.handle(start[0])
    assert handle.evaluate("one => getComputedStyle(one).touchAction") == "none"
    [a, b] = [order.handle(text).bounding_box() for text in (start[0], start[2])]
    session = order.page.context.new_cdp_session(order.page)
    x = a["x"] + a["width"] / 2
    for step in range(11):
        y = a["y"] + a["height"] / 2 + (b["y"] + 15 - a["y"]) * step / 10
        kind = "touchStart" if step == 0 else "touchMove"
        touch = {"type": kind, "touchPoints": [{"x": x, "y": y}]}
        session.send("Input.dispatchTouchEvent", touch)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(order.texts.nth(2)).to_have_text(start[0])
    expect(order.saved).not_to_be_empty()


def test_moving_takes_the_verdict_away(shown):
    order = shown()
    order.check()
    order.check()
    expect(order.verdict).to_be_visible()
    order.page.get_by_role("button", name="Move down").first.click()
    expect(order.verdict).to_be_hidden()
