"""The plug-in tried on a room that exists only here."""

from pathlib import Path

import pytest

from coursewright.core.course import Exercise
from coursewright.core.kinds import Kind, Kinds
from coursewright.testing.chromium import NoChromium, find_chromium
from coursewright.testing.examples import find_example
from coursewright.testing.opening import ExercisePages
from coursewright.testing.server import ExampleSite

EXAMPLES = """
good:
  - name: first
    title: A first one
    exercise: {id: first, title: Hello}
bad:
  - name: wrong
    exercise: {id: Not an id}
    problems: [bad-id]
"""
TEMPLATE = '<p><label for="{{ id }}-a">Answer</label> <input id="{{ id }}-a" name="a"></p>'
SCRIPT = """
customElements.define("cw-greeting", class extends HTMLElement {
  connectedCallback() { this.dataset.state = "up"; }
});
"""


@pytest.fixture
def room(tmp_path: Path) -> Kind:
    files = {
        "examples.yml": EXAMPLES,
        "template.html.jinja": TEMPLATE,
        "greeting.mjs": SCRIPT,
        "words.yml": "interface: {en: {kind: Greeting}}",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Kind(name="greeting", model=Exercise, folder=tmp_path, view=lambda *_: {})


@pytest.fixture
def pages(room: Kind, browser, browser_context_args):
    with ExampleSite(Kinds(iter([("here", room)]))) as site:
        pages = ExercisePages(site, browser, browser_context_args)
        yield pages
        pages.close()


def test_an_exercise_opens_on_a_page_of_its_own(pages, room, axe):
    page = pages(room, "first")
    assert page.locator("cw-greeting").get_attribute("data-state") == "up"
    assert page.viewport_size == {"width": 360, "height": 740}
    assert page.evaluate("navigator.language") == "da-DK"
    assert axe(page) == []
    assert pages.problems() == []


def test_scripts_can_be_off(pages, room):
    page = pages(room, "first", scripts=False)
    assert page.locator("cw-greeting").get_attribute("data-state") is None
    assert page.get_by_label("Answer").is_visible()


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ("<script>1</script>", "Content Security Policy"),
        ('<p style="color: red">x</p>', "Content Security Policy"),
        ('<img alt="" src="missing.png">', "404"),
        ('<img alt="" src="https://example.invalid/x.png">', "another origin"),
    ],
)
def test_what_a_page_must_not_do_is_noticed(pages, room, mistake, said):
    """F1, F2, F5: what is not allowed is blocked, and the test that saw it fails."""
    (room.folder / "template.html.jinja").write_text(TEMPLATE + mistake, encoding="utf-8")
    pages(room, "first").wait_for_load_state("networkidle")
    assert any(said in problem for problem in pages.problems())
    pages.watches[-1].expect(said)


def test_an_uncaught_error_is_noticed(pages, room):
    (room.folder / "greeting.mjs").write_text("null.x;", encoding="utf-8")
    pages(room, "first").wait_for_load_state("networkidle")
    assert any(problem.startswith("uncaught: ") for problem in pages.problems())


def test_axe_says_what_is_wrong_and_where(pages, room, axe):
    (room.folder / "template.html.jinja").write_text('<input id="{{ id }}-x">', encoding="utf-8")
    [line] = axe(pages(room, "first"))
    assert line.startswith("label at #first-x: ")


def test_nothing_outside_the_assets_is_served(room):
    with ExampleSite(Kinds(iter([("here", room)]))) as site:
        for target in ("../../core/source.py", "%2e%2e/core/source.py", "core/source.py"):
            assert site.answer(f"/assets/coursewright/exercises/greeting/{target}") is None
            assert site.answer(f"/assets/coursewright/{target}") is None


def test_an_example_is_found_by_its_name(room):
    assert find_example(room, "wrong").expected == ["bad-id"]
    with pytest.raises(LookupError, match="there are: first, wrong"):
        find_example(room, "absent")


def test_a_missing_browser_is_told(tmp_path):
    with pytest.raises(NoChromium, match="apt install chromium"):
        find_chromium({"PATH": str(tmp_path)})
    with pytest.raises(NoChromium, match="no such file"):
        find_chromium({"COURSEWRIGHT_CHROMIUM": str(tmp_path / "none")})
