"""On a slow net a form is there before its script: what is answered then counts, too."""

from tests.storage.test_exercise import RESPONSES

EARLY = """document.addEventListener("readystatechange", () => {
  document.querySelector("[name=value][value='4']").click();
}, { once: true });"""
"""Scripts of modules run later than this."""

EARLY_TEXT = """document.addEventListener("readystatechange", () => {
  document.querySelector("[name=value][value='4']").click();
  const field = document.querySelector("[name=text]");
  field.focus();
  field.value = "Fordi";
}, { once: true });"""


def test_an_answer_before_the_script_is_an_attempt(open_tab):
    """On a slow net the form is there first: what was tapped counts, also in the history."""
    tab = open_tab(init=EARLY)
    tab.is_saved()
    assert tab.ask(RESPONSES) == [{"value": "4"}]
    tab.page.get_by_role("button", name="Svar igen").click()
    tab.tap("value", "7")
    tab.is_saved()
    assert tab.page.evaluate("document.querySelector('cw-sample').earlier().length") == 1


def test_a_text_begun_before_the_script_is_an_attempt_when_it_is_finished(open_tab):
    tab = open_tab(init=EARLY_TEXT)
    tab.is_saved()
    assert tab.ask(RESPONSES) == []
    tab.page.keyboard.type(" mere")
    tab.page.keyboard.press("Tab")
    tab.is_saved()
    assert tab.ask(RESPONSES) == [{"value": "4", "text": "Fordi mere"}]
