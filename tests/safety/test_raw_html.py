"""Raw HTML in a hand-written page: it is warned of, and under the policy none of it runs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from coursewright.testing.watch import Watch
from tests.safety.telling import page, told
from tests.site.courses import build
from tests.site.pages_server import PagesServer

ACTING = {
    "<script>ran()</script>": "script",
    "<script type=module>ran()</script>": "script",
    '<img src="data:," alt="x" onerror="ran()">': "onerror",
    '<svg onload="ran()"></svg>': "onload",
    '<iframe srcdoc="<script>parent.ran()</script>"></iframe>': "iframe",
    '<details open ontoggle="ran()"><summary>x</summary></details>': "ontoggle",
    '<a href="javascript:ran()" class="tap">x</a>': "href",
    '<a href="java&#10;script:ran()" class="tap">x</a>': "href",
    '<form action="javascript:ran()"><button class="tap">x</button></form>': "form",
    '<button formaction="javascript:ran()" class="tap">x</button>': "formaction",
    '<input autofocus onfocus="ran()">': "onfocus",
    '<base href="https://e.example/">': "base",
    '<object data="data:text/html,<script>parent.ran()</script>"></object>': "object",
    '<embed src="data:text/html,<script>parent.ran()</script>">': "embed",
    '<style>@import "javascript:ran()"; p { color: red }</style>': "style",
    '<p style="color: red" onmouseover="ran()">x</p>': "style",
    '<svg><animate onbegin="ran()" attributeName="x" dur="1s"></animate></svg>': "onbegin",
    '<math href="javascript:ran()">x</math>': "href",
    '<meta http-equiv="refresh" content="9999;url=javascript:ran()">': "meta",
}
HARMLESS = [
    "<b>fed</b>",
    "<kbd>Ctrl</kbd>",
    "<!-- en note -->",
    "H<sub>2</sub>O",
    "<br>",
    "`<script>`",
]
LISTED = "document.querySelectorAll('.tap')"


@pytest.mark.parametrize("html", ACTING)
def test_it_is_warned_of(course: Path, html: str) -> None:
    """F4 — whatever could act is a warning with file and line, alone or inside a line."""
    page(course, "ekstra.md", f"# Ekstra\n\n{html}\n\nEn linje med {html} i.\n")
    lines = [line for line in told(course) if line.endswith("raw-html?")]
    assert {"docs/ekstra.md:3 raw-html?"} <= set(lines)


@pytest.mark.parametrize("html", HARMLESS)
def test_what_cannot_act_is_fine(course: Path, html: str) -> None:
    """F4 — a little HTML for looks is no fault, and neither is code that is shown."""
    page(course, "ekstra.md", f"# Ekstra\n\nTekst {html}.\n\n```html\n<script>x</script>\n```\n")
    assert told(course) == []


def test_none_of_it_runs(course: Path, browser: Browser) -> None:
    """F4 — all of it built into pages, and tapped: nothing runs under the policy."""
    for number, html in enumerate(ACTING):
        page(course, f"v{number}.md", f"# V\n\n{html}\n\nEn linje med {html} i.\n")
    built = build(course)
    assert built.code == 0, built.said
    with PagesServer(built.site) as server:
        context = browser.new_context()
        context.add_init_script("window.ran = () => { window.itRan = true }")
        watch = Watch(context, server.origin)
        view = context.new_page()
        for number, html in enumerate(ACTING):
            view.goto(f"{server.address}v{number}/")
            view.evaluate(f"{LISTED}.forEach((one) => one.click())")
            assert view.evaluate("window.itRan ?? null") is None, html
            assert view.evaluate("document.baseURI") == view.url, html
        context.close()
    others = [line for line in watch.problems if "another origin" in line]
    assert others == []
    assert any("Content Security Policy" in line for line in watch.problems)
