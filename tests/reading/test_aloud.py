"""Reading aloud: what is said, by whom, in which order, and when it stops."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from coursewright.testing.accessibility import Checker
from tests.reading.conftest import DANISH, ENGLISH, REMOTE
from tests.site.pages_server import PagesServer

Opened = Callable[..., Page]

WHOLE = [
    "Spørg og lyt",
    "Mødet er kl. 10 i dag.",
    "Her er to sætninger.",
    "En overskrift",
    "Et punkt",
    "Et punkt til",
    "Hvor meget betyder det?",
    "1: Lidt.",
    "5: Meget.",
    "Det var alt.",
    "Tak for nu.",
]
MARKED = """() => [...(CSS.highlights.get("cw-aloud") ?? [])].map(String).join("").trim()"""


def said(page: Page) -> list[str]:
    """Give what began to be said, without the empty sentence that lets a phone speak at all."""
    texts: list[str] = page.evaluate("() => speech.said.map(({ text }) => text).filter(Boolean)")
    return texts


def read_page(page: Page) -> None:
    page.locator("article > .cw-aloud").click()


def begin(page: Page) -> None:
    """Read the page, as far as its first sentence."""
    read_page(page)
    expect_said(page, WHOLE[:1])


def expect_said(page: Page, texts: list[str]) -> None:
    page.wait_for_function(
        "(wanted) => speech.said.map(({ text }) => text).filter(Boolean).join('|') === wanted",
        arg="|".join(texts),
    )


def finish(page: Page, times: int = 1) -> None:
    """Let the voice come to the end of its sentence."""
    for _ in range(times):
        page.evaluate("() => speech.finish()")


def bar(page: Page) -> Any:
    return page.get_by_role("region", name="Oplæsning")


def test_a_page_is_read_from_top_to_end(open_lesson: Opened) -> None:
    """Sentence by sentence, in order, without the way on and the interface; then the bar goes."""
    page = open_lesson()
    page.evaluate("() => (speech.isQuick = true)")
    read_page(page)
    expect_said(page, WHOLE)
    expect(bar(page)).to_have_count(0)


def test_the_sentence_that_is_said_is_marked(open_lesson: Opened) -> None:
    """The mark goes along, and no element of the page was changed for it."""
    page = open_lesson()
    before = page.locator("article").evaluate("(one) => one.querySelectorAll('*').length")
    begin(page)
    for text in WHOLE[:6]:
        assert page.evaluate(MARKED) == text
        finish(page)
    after = page.locator("article").evaluate("(one) => one.querySelectorAll('*').length")
    assert before == after


def test_where_there_are_no_highlights_a_frame_marks_it(open_lesson: Opened) -> None:
    page = open_lesson()
    page.evaluate("() => Object.defineProperty(CSS, 'highlights', { value: undefined })")
    read_page(page)
    frame = page.locator(".cw-aloud-mark")
    expect(frame).to_be_visible()
    box, title = frame.bounding_box(), page.locator("article h1").bounding_box()
    assert box
    assert title
    assert abs(box["y"] - title["y"]) < 20


def test_pause_back_on_and_speed(open_lesson: Opened) -> None:
    """A pause keeps the sentence; a paused reader can be led on without a word."""
    page = open_lesson()
    begin(page)
    finish(page)
    bar(page).get_by_role("button", name="Pause").click()
    assert page.evaluate("() => speech.speaking") is False
    bar(page).get_by_role("button", name="Næste sætning").click()
    assert page.evaluate(MARKED) == WHOLE[2]
    bar(page).get_by_role("button", name="Læs videre").click()
    expect_said(page, [*WHOLE[:2], WHOLE[2]])
    bar(page).get_by_role("button", name="Forrige sætning").click()
    expect_said(page, [*WHOLE[:3], WHOLE[1]])
    bar(page).get_by_label("Fart").select_option("1.2")
    expect_said(page, [*WHOLE[:3], WHOLE[1], WHOLE[1]])
    assert page.evaluate("() => speech.said.at(-1).rate") == 1.2
    page.reload()
    assert page.locator("html").get_attribute("data-cw-speed") == "1.2"


def test_stop_and_escape_end_it(open_lesson: Opened) -> None:
    """Nothing is said any more, the mark is gone, and the focus is back on the button."""
    page = open_lesson()
    button = page.locator("article > .cw-aloud")
    for end in ("Stop", "Escape"):
        button.focus()
        page.keyboard.press("Enter")
        expect(bar(page).get_by_role("button", name="Pause")).to_be_focused()
        expect(button).to_have_attribute("aria-pressed", "true")
        if end == "Stop":
            bar(page).get_by_role("button", name="Stop").click()
        else:
            page.keyboard.press("Escape")
        expect(bar(page)).to_have_count(0)
        expect(button).to_be_focused()
        assert page.evaluate("() => speech.speaking") is False
        assert page.evaluate(MARKED) == ""


def test_an_exercise_is_read_with_what_was_answered(open_lesson: Opened) -> None:
    """Its own button reads it alone: question, ends, the number chosen, the reader's own words."""
    page = open_lesson()
    page.locator("label", has_text="4").click()
    page.locator("textarea").fill("Fordi jeg vil. Og fordi jeg kan.")
    page.evaluate("() => (speech.isQuick = true)")
    page.get_by_role("button", name="Læs op: Hvor meget betyder det?").click()
    page.wait_for_function("() => speech.said.some(({ text }) => text === 'Og fordi jeg kan.')")
    expect(bar(page)).to_have_count(0)
    texts = said(page)
    assert texts[:4] == [WHOLE[6], "1: Lidt.", "5: Meget.", "Du har valgt 4."]
    assert texts[4] == "Hvorfor valgte du 4?"
    assert texts[5:7] == ["Dit svar: Fordi jeg vil.", "Og fordi jeg kan."]
    assert "Gemt på denne telefon" not in texts
    assert "Tak for nu." not in texts


def test_what_is_answered_on_the_way_is_heard(open_lesson: Opened) -> None:
    """The page is read as it is when the reader comes there."""
    page = open_lesson()
    page.get_by_role("button", name="Læs op: Hvor meget betyder det?").click()
    expect_said(page, [WHOLE[6]])
    page.locator("label", has_text="2").click()
    finish(page, 3)
    expect_said(page, [WHOLE[6], "1: Lidt.", "5: Meget.", "Du har valgt 2."])


def test_a_tap_on_a_text_goes_on_from_there(open_lesson: Opened) -> None:
    page = open_lesson()
    begin(page)
    page.get_by_text("Et punkt til").click(position={"x": 5, "y": 8})
    expect_said(page, [WHOLE[0], "Et punkt til"])
    page.locator("label", has_text="3").click()
    assert said(page) == [WHOLE[0], "Et punkt til"]


@pytest.mark.parametrize("voices", [(REMOTE,), (REMOTE, ENGLISH)])
def test_no_voice_is_said_in_a_sentence(open_lesson: Opened, voices: Any, axe: Checker) -> None:
    """A voice that sends the text away is never used, and no voice of another language."""
    page = open_lesson(*voices)
    read_page(page)
    expect(page.get_by_role("status").filter(has_text="ingen dansk stemme")).to_be_visible()
    assert said(page) == []
    assert page.evaluate("() => speech.said.every(({ voice }) => voice === null)")
    assert axe(page, ".cw-aloud-bar") == []
    bar(page).get_by_role("button", name="Stop").click()
    expect(bar(page)).to_have_count(0)


def test_the_local_voice_is_chosen_among_others(open_lesson: Opened) -> None:
    page = open_lesson(REMOTE, ENGLISH, {**DANISH, "default": False, "lang": "da_DK"})
    begin(page)
    assert page.evaluate("() => speech.said.at(-1).voice") == "Sara"
    assert page.evaluate("() => speech.said.at(-1).lang") == "da_DK"


def test_voices_that_come_late_are_waited_for(open_lesson: Opened) -> None:
    page = open_lesson(REMOTE)
    read_page(page)
    page.wait_for_function("() => speech.isAwaited")
    page.evaluate("(voices) => speech.arrive(voices)", [REMOTE, DANISH])
    expect_said(page, WHOLE[:1])


def test_a_voice_that_fails_is_told_and_can_be_tried_again(open_lesson: Opened) -> None:
    page = open_lesson()
    page.evaluate("() => (speech.isBroken = true)")
    read_page(page)
    expect(bar(page).get_by_role("status")).to_contain_text("gik i stå")
    page.evaluate("() => (speech.isBroken = false)")
    bar(page).get_by_role("button", name="Læs videre").click()
    expect_said(page, [WHOLE[0], WHOLE[0]])


def test_a_voice_that_forgets_to_tell_its_end_holds_nothing_up(open_lesson: Opened) -> None:
    """The voice is done and says nothing of it: after a while the next sentence is read."""
    page = open_lesson()
    page.clock.install()
    begin(page)
    page.evaluate("() => speech.forget()")
    page.clock.fast_forward(60_000)
    expect_said(page, WHOLE[:2])


def test_a_voice_that_never_ends_is_told(open_lesson: Opened) -> None:
    """A sentence gets the time that a slow voice takes, and then the reader is told."""
    page = open_lesson()
    page.clock.install(time="2026-11-28T10:00:00")
    page.clock.pause_at("2026-11-28T11:00:00")
    begin(page)
    page.clock.fast_forward(4000)
    expect(bar(page).get_by_role("button", name="Pause")).to_be_visible()
    page.clock.fast_forward(60_000)
    expect(bar(page).get_by_role("status")).to_contain_text("gik i stå")
    bar(page).get_by_role("button", name="Læs videre").click()
    expect_said(page, [WHOLE[0], WHOLE[0]])


def test_it_is_quiet_when_the_reader_leaves(open_lesson: Opened) -> None:
    """Another tab or app: a pause. Another page: the end."""
    page = open_lesson()
    page.evaluate("() => addEventListener('pagehide', () => sessionStorage.left = speech.speaking)")
    begin(page)
    page.evaluate(
        """() => {
          Object.defineProperty(document, "hidden", { value: true, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    expect(bar(page).get_by_role("button", name="Læs videre")).to_be_visible()
    assert page.evaluate("() => speech.speaking") is False
    bar(page).get_by_role("button", name="Læs videre").click()
    assert page.evaluate("() => speech.speaking") is True
    # Listeners are called in turn: ours came later, and is asked once more behind it.
    page.evaluate("() => addEventListener('pagehide', () => sessionStorage.left = speech.speaking)")
    page.reload()
    assert page.evaluate("() => sessionStorage.left") == "false"


def test_without_speech_there_is_no_button(browser: Browser, served: PagesServer) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.speechSynthesis")
    page = context.new_page()
    page.goto(f"{served.address}m/l/")
    assert page.evaluate("'speechSynthesis' in window") is False
    expect(page.locator(".cw-aloud").first).to_be_attached()
    expect(page.locator(".cw-aloud:visible")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_is_accessible(open_lesson: Opened, axe: Checker, scheme: Any) -> None:
    page = open_lesson()
    page.emulate_media(color_scheme=scheme)
    page.reload()
    page.evaluate("(voices) => speech.arrive(voices)", [DANISH])
    read_page(page)
    expect(bar(page)).to_be_visible()
    assert axe(page) == []
    small = page.locator(".cw-aloud-bar :is(button, select)").evaluate_all(
        "(all) => all.filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 24).length"
    )
    assert small == 0
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_the_button_leaves_the_answers_their_room(open_lesson: Opened) -> None:
    """An exercise without a title begins right under the button, and is as wide as its card."""
    page = open_lesson()
    button = page.locator("cw-scale .cw-aloud")
    expect(button).to_be_visible()
    edges = """(one) => [one.querySelector("form"), one.querySelector(".cw-numbers__row")]
      .map((part) => part.getBoundingClientRect().right)"""
    form, row = page.locator("cw-scale").evaluate(edges)
    assert row == form
