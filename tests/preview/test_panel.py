"""The panel's HTML: whatever a trainer wrote is text in it."""

from coursewright.core.problems import Place, Problem
from coursewright.reporters.panel import Panel

CATALOGUE = {"x": {"en": {"message": "No «{value}» here.", "hint": "Try <b>."}}}
HOSTILE = "<script>alert(1)</script>"


def test_what_was_typed_is_shown_as_text() -> None:
    problem = Problem(
        "x", f"content/{HOSTILE}.yml", Place(2, 3), f"  {HOSTILE}", {"value": HOSTILE}
    )
    html = Panel(CATALOGUE, "en").problems([problem], is_shown=False)
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3
    assert "Try &lt;b&gt;." in html
    assert '<pre tabindex="0">&lt;script' in html
    assert "\n^</pre>" in html


def test_what_else_went_wrong_is_text_too_and_keeps_its_lines() -> None:
    html = Panel({}, "da").trouble(f"{HOSTILE}\nlinje to", is_shown=True)
    assert "<script" not in html
    assert "&lt;/script&gt;\nlinje to" in html
    assert "Siden er den sidste" in html


def test_nothing_wrong_is_no_panel() -> None:
    assert Panel(CATALOGUE, "en").problems([], is_shown=True) == ""
