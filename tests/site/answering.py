"""Any exercise on a page answered as a reader could: by taps, whatever its kind."""

import re

from playwright.sync_api import Locator, Page, expect

SAVED = "Gemt på denne telefon"
MOST_TAPS = 60
"""No talk and no session is longer; past them it goes in circles."""

_NAMES = "(inputs) => [...new Set(inputs.map((input) => input.name))]"
_TYPED = {"number": "3", "date": "2026-12-01"}


def answer_all(page: Page, saved: str = SAVED) -> list[str]:
    """Answer every exercise of a page; gives the addresses of those that keep an answer."""
    forms = page.locator(".cw-exercise:has(.cw-foot)")
    return [answer(forms.nth(index), saved) for index in range(forms.count())]


def answer(form: Locator, saved: str = SAVED) -> str:
    """Answer one exercise and wait until it says that the answer is kept; gives its address.

    saved: what it says then, in the course's language.
    """
    _fill(form)
    for _ in range(MOST_TAPS):
        button = _next_button(form)
        if button is None:
            break
        button.click()
        _fill(form)
    expect(form.locator('[data-role="saved"]')).to_have_text(saved)
    return form.get_attribute("data-exercise") or ""


def _next_button(form: Locator) -> Locator | None:
    """Give what a reader presses to go on: a main button, or the first mark of a tracker."""
    main = form.locator(".cw-button:not(.cw-button--quiet):visible:enabled")
    mark = form.locator('[aria-pressed="false"]:visible').first
    if main.count():
        return main.first
    is_empty = form.locator('[data-role="saved"]').inner_text() == ""
    return mark if is_empty and mark.count() else None


def _fill(form: Locator) -> None:
    for name in form.locator("input[type=radio]:not(:disabled)").evaluate_all(_NAMES):
        if not form.locator(f'input[name="{name}"]:checked').count():
            _tap(form.locator(f'label:has(input[name="{name}"])').last)
    for name in form.locator("input[type=checkbox]").evaluate_all(_NAMES):
        if not form.locator(f'input[name="{name}"]:checked').count():
            _tap(form.locator(f'label:has(input[name="{name}"])').first)
    for control in form.locator("select:visible").all():
        if not control.input_value():
            control.select_option(index=1)
    _write(form)


def _tap(label: Locator) -> None:
    if label.count() and label.is_visible():
        label.click()


def _write(form: Locator) -> None:
    ticked = re.compile("radio|checkbox|search|hidden|file")
    for control in form.locator("textarea:visible, input:visible").all():
        sort = control.get_attribute("type") or "text"
        if not ticked.search(sort) and not control.input_value():
            words = f"Et par ord om mit eget, {control.get_attribute('name')}."
            control.fill(_TYPED.get(sort, words))
