"""What no browser script of ours may do."""

import re

import pytest

from tests.house.files import files, name_of
from tests.house.scripts import code_of

FORBIDDEN = {
    "HTML made of text": r"\.(?:inner|outer)HTML\b|insertAdjacentHTML|\.srcdoc\b|setHTMLUnsafe"
    r"|createContextualFragment|document\s*\.\s*write",
    "text run as code": r"\beval\b\s*\(|\bnew\s+Function\b|\bFunction\s*\(|javascript:"
    r"|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]",
    "an inline handler or style": r"setAttribute\(\s*[\"'](?:on\w+|style)[\"']",
    # The namespace of SVG is a name, not an address that anything is fetched from.
    "another origin": r"[\"'`](?!http://www\.w3\.org/)(?:https?:)?//[\w.-]+\.\w+",
}
SCRIPTS = files(".mjs", ".js", folders=("src",))


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_script_does_it(script, what):
    """F13 — no eval, no new Function, no innerHTML with data in our own scripts."""
    found = re.search(FORBIDDEN[what], code_of(script))
    assert found is None, f"{what}: {found and found[0]}"


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("a.innerHTML = b", "HTML made of text"),
        ("a.insertAdjacentHTML('x', b)", "HTML made of text"),
        ("document.write(a)", "HTML made of text"),
        ("eval(a)", "text run as code"),
        ("new Function(a)", "text run as code"),
        ("setTimeout('a()', 1)", "text run as code"),
        ("a.setAttribute('onclick', b)", "an inline handler or style"),
        ("fetch('https://example.org/x')", "another origin"),
        ("fetch(`//example.org`)", "another origin"),
    ],
)
def test_it_would_be_noticed(code, what):
    """F13 — each of them is seen where it stands."""
    assert re.search(FORBIDDEN[what], code)
