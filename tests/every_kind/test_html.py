"""The HTML alone, as the server wrote it: named, safe, and the same wherever it stands."""

from itertools import pairwise

import pytest

from coursewright.testing import every_good_example, write_page
from coursewright.testing.markup import Element

CONTROLS = ("input", "select", "textarea")
LOADS = ("src", "srcset", "action", "formaction", "poster", "data", "background", "ping")
REFERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form")


@pytest.fixture
def html(example, kinds):
    return Element.parse(write_page(kinds, [example]))


def controls_in(html):
    return [control for control in html.find(*CONTROLS) if control.get("type") != "hidden"]


@every_good_example()
@pytest.mark.parametrize("language", ["da", "en", "nb"])
def test_it_renders_in_every_language(example, kinds, language):
    page = Element.parse(write_page(kinds, [example], language))
    assert page.find(f"cw-{example.kind.name}")


@every_good_example()
def test_ids_are_unique_and_lead_somewhere(example, kinds):
    """An exercise that stands twice on a page has its ids twice, too, so they must differ."""
    page = Element.parse(write_page(kinds, [example, example]))
    ids = [element.get("id") for element in page.walk() if element.get("id")]
    assert len(ids) == len(set(ids))
    own = {example.exercise.id, f"{example.exercise.id}-2"}
    assert all(one in own or one.startswith(f"{example.exercise.id}-") for one in ids)
    for element in page.walk():
        for name in REFERS:
            assert set(element.get(name).split()) <= set(ids), (element.tag, name)


@every_good_example()
def test_every_control_has_a_name_of_its_own(example, html):
    labels = {label.get("for"): label.text() for label in html.find("label")}
    for control in controls_in(html):
        around = control.closest("label")
        label = around.text() if around else labels.get(control.get("id"), "")
        assert label or control.get("aria-label") or control.get("aria-labelledby")
        assert control.get("name") or control.closest("form") is None
        if control.get("type") == "radio":
            group = control.closest("fieldset")
            assert group is not None and group.find("legend")[0].text()
    for button in html.find("button"):
        assert button.get("type") == "button"
        assert button.text() or button.get("aria-label")


@every_good_example()
def test_nothing_is_chosen_before_the_reader_chooses(example, html):
    """G6: no default value, so that what is stored was meant."""
    for element in html.find(*CONTROLS, "option"):
        assert not {"checked", "selected"} & set(element.attributes)
        if element.tag == "input" and element.get("type") not in {"radio", "checkbox"}:
            assert not element.get("value")
    assert all(not area.text() for area in html.find("textarea"))


@every_good_example()
def test_nothing_runs_and_nothing_is_fetched(example, html):
    """F3, F6, F7: no inline style or handler, no address of another origin, no way to submit."""
    for element in html.find(f"cw-{example.kind.name}")[0].walk():
        assert "style" not in element.attributes
        assert not any(name.startswith("on") for name in element.attributes)
        assert element.tag not in {"style", "iframe", "object", "embed", "base", "meta", "link"}
        for name in LOADS:
            assert not element.get(name).startswith(("http:", "https:", "//", "data:text"))
        assert not element.get("href").lower().startswith(("javascript:", "data:", "vbscript:"))
        if element.tag == "script":
            assert element.get("type") == "application/json"


@every_good_example()
def test_the_form_keeps_to_itself(example, html):
    """F12, F19: no autofill; not in the search index."""
    [exercise] = html.find(f"cw-{example.kind.name}")
    assert "data-search-exclude" in exercise.attributes
    [form] = exercise.find("form")
    assert form.get("autocomplete") == "off"
    assert not {"action", "method"} & set(form.attributes)


@every_good_example()
def test_headings_come_in_order(example, html):
    """G18: one h1, which is the page's, and no level left out."""
    levels = [int(element.tag[1]) for element in html.find("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(below <= above + 1 for above, below in pairwise(levels))
