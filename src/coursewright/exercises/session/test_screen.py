"""A session on small screens, big screens and paper: what stands there."""

import pytest
from playwright.sync_api import expect


def opened(exercise_page, name, **options):
    page = exercise_page("session", name, **options)
    expect(page.locator("cw-session")).to_have_attribute("data-phase", "before")
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def part(page, role):
    return page.locator(f'[data-role="{role}"]')


@pytest.mark.parametrize("fullscreen", [True, False])
def test_the_big_screen_can_be_read_from_afar_and_left_with_escape(exercise_page, axe, fullscreen):
    page = opened(exercise_page, "feedback-triad", width=1280, height=720)
    if not fullscreen:
        page.evaluate("Element.prototype.requestFullscreen = undefined")
    press(page, "Start")
    press(page, "Next")
    press(page, "Big screen")
    box = page.locator("cw-session").bounding_box()
    assert (box["width"], box["height"]) == (1280, 720)
    height = "(one) => parseFloat(getComputedStyle(one).fontSize) / innerHeight"
    assert part(page, "time").evaluate(height) > 0.14
    assert page.locator("dd:visible").first.evaluate(height) > 0.035
    assert page.locator("cw-session").evaluate("(one) => one.scrollHeight <= one.clientHeight")
    assert page.locator("h1").evaluate("(one) => one.closest('[inert]') !== null")
    assert axe(page, within="cw-session") == []
    page.keyboard.press("Escape")
    expect(page.locator("cw-session")).not_to_have_attribute("data-screen", "big")
    expect(part(page, "big")).to_be_focused()
    assert page.locator("[inert]").count() == 0


@pytest.mark.parametrize("width", [320, 360])
def test_every_button_can_be_hit_with_a_thumb(exercise_page, width):
    """G9."""
    page = opened(exercise_page, "feedback-triad", width=width)
    for _ in range(3):
        boxes = [button.bounding_box() for button in page.locator("form button:visible").all()]
        assert min(box["height"] for box in boxes) >= 44
        assert min(box["width"] for box in boxes) >= 44
        main = page.locator(".cw-button:not(.cw-button--quiet):visible")
        main.click()
    expect(page.get_by_role("button", name="Next")).to_be_in_viewport()


def test_on_paper_it_is_a_plan_with_room_for_notes(exercise_page):
    """G17."""
    page = opened(exercise_page, "two-interviews", language="da")
    page.emulate_media(media="print")
    expect(page.locator("h4:visible")).to_have_count(5)
    expect(page.locator("textarea:visible")).to_have_count(2)
    expect(page.get_by_text("i alt 6 min")).to_be_visible()
    expect(page.get_by_text("Ask and listen. No opinions yet.")).to_be_visible()


def test_the_plan_comes_up_even_if_the_script_does_not(exercise_page):
    page = exercise_page("session", "two-interviews")
    page.route("**/session.mjs", lambda route: route.abort())
    page.reload()
    expect(page.locator("textarea:visible")).to_have_count(0)
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    expect(page.locator("textarea:visible")).to_have_count(2)
    exercise_page.watches[-1].expect("ERR_FAILED")


def test_without_names_it_says_which_role_follows_which(exercise_page):
    page = opened(exercise_page, "feedback-triad")
    press(page, "Start")
    for _ in range(3):
        press(page, "Next")
    expect(part(page, "swap")).to_have_text(
        "Change roles. Focus person → Sparring partner → Observer → Focus person"
    )
