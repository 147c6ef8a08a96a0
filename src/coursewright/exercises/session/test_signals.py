"""What a session does besides the page: sound, vibration, a screen that stays on."""

import pytest
from playwright.sync_api import expect

SPIES = """
window.spied = [];
navigator.vibrate = () => window.spied.push("buzz");
window.AudioContext = class {
  currentTime = 0;
  resume() { window.spied.push("beep"); return Promise.resolve(); }
  createOscillator() { return { frequency: {}, connect: (to) => to, start() {}, stop() {} }; }
  createGain() {
    const gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
    return { gain, connect: (to) => to };
  }
};
Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request: async () => {
  window.spied.push("awake");
  return { released: false, async release() { window.spied.push("asleep"); } };
} } });
"""
"""A phone whose sound, hands and screen can be watched."""


@pytest.fixture
def page(exercise_page):
    page = exercise_page("session", "union-pair-talk")
    page.clock.install(time="2026-11-02T09:00:00")
    page.add_init_script(SPIES)
    page.reload()
    expect(page.locator("cw-session")).to_have_attribute("data-phase", "before")
    page.clock.pause_at("2026-11-02T10:00:00")
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def part(page, role):
    return page.locator(f'[data-role="{role}"]')


def test_a_phone_buzzes_and_is_silent_until_it_is_asked_to_sound(page):
    expect(part(page, "sound")).to_have_attribute("aria-checked", "false")
    expect(part(page, "vibration")).to_have_attribute("aria-checked", "true")
    press(page, "Start")
    page.evaluate("window.spied.length = 0")
    page.clock.run_for(91_000)
    assert page.evaluate("window.spied") == ["buzz"]
    part(page, "sound").click()
    part(page, "vibration").click()
    expect(part(page, "sound")).to_have_attribute("aria-checked", "true")
    press(page, "Next")
    page.evaluate("window.spied.length = 0")
    page.clock.run_for(91_000)
    assert page.evaluate("window.spied") == ["beep"]


def test_the_switches_are_remembered_in_the_next_round(page):
    part(page, "vibration").click()
    press(page, "Start")
    press(page, "Stop now")
    page.clock.run_for(500)
    expect(part(page, "saved")).not_to_be_empty()
    page.reload()
    press(page, "Run it again")
    expect(part(page, "vibration")).to_have_attribute("aria-checked", "false")


def test_the_screen_stays_on_while_the_clock_runs(page):
    assert page.evaluate("window.spied") == []
    press(page, "Start")
    press(page, "Pause")
    press(page, "Go on")
    press(page, "Stop now")
    expect(part(page, "result")).to_be_visible()
    assert page.evaluate("window.spied") == ["awake", "asleep", "awake", "asleep"]


def test_a_phone_without_vibration_has_no_switch_for_it(page):
    page.add_init_script("Object.defineProperty(navigator, 'vibrate', { value: undefined })")
    page.add_init_script("Object.defineProperty(navigator, 'wakeLock', { value: undefined })")
    page.reload()
    press(page, "Start")
    expect(part(page, "sound")).to_be_visible()
    expect(part(page, "vibration")).to_be_hidden()
