"""Nothing in a finished site is fetched from another computer before somebody taps a link."""

from pathlib import Path

import pytest

from coursewright.render.elements import outside_of
from tests.safety.telling import page, say, told
from tests.site.courses import build

FETCHES = {
    '<img src="https://e.example/a.png" alt="A">': "https://e.example/a.png",
    '<img alt="a>b" src="//e.example/a.png">': "//e.example/a.png",
    "<img alt=A src=https://e.example/a.png>": "https://e.example/a.png",
    '<img alt="A" src="a.png" srcset="a.png 1x, https://e.example/b.png 2x">': "b.png",
    '<IMG ALT="A" SRC="HTTPS://e.example/a.png">': "HTTPS://e.example/a.png",
    '<img alt="A" src="&#104;ttps&colon;//e.example/a.png">': "https://e.example/a.png",
    '<img alt="A" src="\\\\e.example\\a.png">': "\\\\e.example",
    '<script src="https://e.example/a.js"></script>': "a.js",
    '<link rel="stylesheet" href="https://e.example/a.css">': "a.css",
    '<link rel="preconnect" href="https://e.example">': "https://e.example",
    '<iframe src="https://e.example/"></iframe>': "https://e.example/",
    '<video poster="https://e.example/a.png"></video>': "a.png",
    '<video><source src="https://e.example/a.mp4"></video>': "a.mp4",
    '<object data="https://e.example/a.svg"></object>': "a.svg",
    '<a ping="https://e.example/p" href="min-side.md">x</a>': "https://e.example/p",
    '<svg><image href="https://e.example/a.png"></image></svg>': "a.png",
    '<p style="background: url(https://e.example/a.png)">x</p>': "a.png",
    "<style>@import '//e.example/a.css';</style>": "//e.example/a.css",
    "<style>p { background: url( https://e.example/a.png ) }</style>": "a.png",
    '<meta http-equiv="refresh" content="0; url=https://e.example/">': "https://e.example/",
    '<table background="https://e.example/a.png"></table>': "a.png",
}
FETCHES_NOTHING = [
    '<a href="https://e.example/a.png">https://e.example/a.png</a>',
    '<link rel="canonical" href="https://e.example/">',
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "<p>Se https://e.example/a.png (//e.example)</p>",
    '<script type="application/json">{"a": "https://e.example/a.png"}</script>',
    '<img src="../a.png" alt="//">',
    "<!-- <img src='https://e.example/a.png'> -->",
]


@pytest.mark.parametrize("html", FETCHES)
def test_a_page_that_would_fetch_is_refused(course: Path, html: str) -> None:
    """B15 — every element of raw HTML that a browser fetches for: an error with file and line."""
    page(course, "ekstra.md", f"# Ekstra\n\nTekst.\n\n{html}\n")
    assert "docs/ekstra.md:5 loads-from-elsewhere" in told(course)


@pytest.mark.parametrize("html", FETCHES)
def test_the_output_is_searched(tmp_path: Path, html: str) -> None:
    """B15 — the same in finished HTML, whoever put it there: a theme, a plug-in, a template."""
    file = tmp_path / "index.html"
    file.write_text(f"<!doctype html><title>x</title><body>{html}</body>", encoding="utf-8")
    assert any(FETCHES[html] in address for address in outside_of(file))


@pytest.mark.parametrize("html", FETCHES_NOTHING)
def test_what_is_only_tapped_or_read_is_fine(course: Path, tmp_path: Path, html: str) -> None:
    """B15 — a plain link to another site is no fault."""
    file = tmp_path / "index.html"
    file.write_text(html, encoding="utf-8")
    assert outside_of(file) == []
    page(course, "ekstra.md", f"# Ekstra\n\n{html}\n")
    assert not any("loads-from-elsewhere" in line for line in told(course))


DIAGRAMS = ["```mermaid\ngraph LR\n```", "~~~ {.mermaid}\ngraph LR\n~~~", "```Mermaid\nx\n```"]


@pytest.mark.parametrize("text", DIAGRAMS)
def test_a_mermaid_fence_is_refused(course: Path, text: str) -> None:
    """B15 — the theme would fetch its script: refused in YAML and in a page, with the line."""
    page(course, "ekstra.md", f"# Ekstra\n\n{text}\n")
    say(course, text.replace("\n", "\n" + 10 * " "))
    expected = [
        f"{file} drawn-elsewhere" for file in ("content/modules/m.yml:12", "docs/ekstra.md:3")
    ]
    assert told(course) == expected


def test_the_build_fails_with_the_page_and_leaves_the_old_site(course: Path) -> None:
    """B15 — a script that mkdocs.yml brings in: no site, and the pages that would ask for it."""
    settings = course / "mkdocs.yml"
    more = "\nextra_javascript: [https://e.example/a.js]\nextra_css: [extra.css]\n"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    (course / "docs" / "extra.css").write_text("p { background: url(//e.example/b.png) }", "utf-8")
    built = build(course)
    assert built.code == 1
    assert "m/a/index.html: https://e.example/a.js" in built.said
    assert "extra.css: //e.example/b.png" in built.said
    assert not built.site.exists()
