"""Any exercise on a page answered as a reader could: by taps, whatever its kind."""

from playwright.sync_api import Locator, Page, expect

SAVED = "Gemt på denne telefon"
MOST_TAPS = 60
"""No talk and no session is longer; past them it goes in circles."""

_UNANSWERED = """(form, type) => {
  const inputs = [...form.querySelectorAll(`input[type=${type}]`)];
  const open = inputs.filter((one) => type === "checkbox" || !one.disabled).map(({ name }) => name);
  const chosen = new Set(inputs.filter(({ checked }) => checked).map(({ name }) => name));
  return [...new Set(open)].filter((name) => !chosen.has(name));
}"""
"""The names of what can be chosen and is not: one question to the browser, however long a form."""

_EMPTY = """(form, selector) => [...form.querySelectorAll(selector)]
  .map((one, at) => [one, at])
  .filter(([one]) => one.checkVisibility() && !one.value)
  .filter(([one]) => !/radio|checkbox|search|hidden|file/.test(one.type))
  .map(([{ type, name }, at]) => [at, type, name])"""
_WRITTEN = "textarea, input"

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
    for name in form.evaluate(_UNANSWERED, "radio"):
        _tap(form.locator(f'label:has(input[name="{name}"])').last)
    for name in form.evaluate(_UNANSWERED, "checkbox"):
        _tap(form.locator(f'label:has(input[name="{name}"])').first)
    for at, _, _ in form.evaluate(_EMPTY, "select"):
        form.locator("select").nth(at).select_option(index=1)
    for at, sort, name in form.evaluate(_EMPTY, _WRITTEN):
        words = f"Et par ord om mit eget, {name}."
        form.locator(_WRITTEN).nth(at).fill(_TYPED.get(sort, words))


def _tap(label: Locator) -> None:
    if label.is_visible():
        label.click()
