"""The style that every page begins with: Material's, cut to what is used, and ours after it."""

import gzip
from pathlib import Path

import pytest

from coursewright.render.cutting import classes_in, cut, names_in, variables_in
from tests.site.courses import Built, build, lesson, write_course

STYLE = "assets/coursewright/web/page.css"
NAMES = frozenset({"a", "b", "data-x", "dir", "one", "ltr", "--asked"})
MOST = 15_000
"""Bytes, compressed: Material's two style sheets alone are 25,000."""


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{x:y}", ".a{x:y}"),
        (".gone{x:y}", ""),
        (".a .gone,#b,p{x:y}", "#b,p{x:y}"),
        (".a:not(.gone):hover>td{x:y}", ".a:not(.gone):hover>td{x:y}"),
        (":is(.a,.gone) p{x:y}", ":is(.a,.gone) p{x:y}"),
        ("[data-x=one]{x:y}[data-x=two]{x:y}[dir=rtl] p{x:y}", "[data-x=one]{x:y}"),
        ("[dir=ltr] input[type=checkbox]{x:y}", "[dir=ltr] input[type=checkbox]{x:y}"),
        ('a[href$="#gone"]{x:y}', 'a[href$="#gone"]{x:y}'),
        (
            "@media print{.gone{x:y}}@media(min-width:1em){.a{x:y}.gone{x:y}}",
            "@media(min-width:1em){.a{x:y}}",
        ),
        ("@keyframes turn{to{x:y}}", "@keyframes turn{to{x:y}}"),
        (
            ":root{--asked:1;--own:2;--gone:3}p{x:var(--own)}",
            ":root{--asked:1;--own:2}p{x:var(--own)}",
        ),
        (":root{--first:1;--next:var(--first)}p{x:y}", "p{x:y}"),
        ('@charset "UTF-8";p{x:"ø"}/* gone */', 'p{x:"ø"}'),
        (".a{x:url(\"data:image/svg+xml,<svg a='{}'/>\")}",) * 2,
    ],
)
def test_a_rule_stays_when_a_page_can_use_it(css: str, kept: str) -> None:
    assert cut(css, NAMES) == kept


def test_names_are_found_where_they_are_given() -> None:
    assert {"cw-a", "is-b"} <= names_in(['node.classList.add("cw-a", `is-b`)'])
    assert list(classes_in("<p class=\"a b\"><i class='c'><b class=d>class</b>")) == [*"abcd"]
    assert variables_in(["p{x:var( --y, 1)}"]) == {"--y"}


def test_the_whole_style_is_one_light_file(reference: Built) -> None:
    style = (reference.site / STYLE).read_text("utf-8")
    assert len(gzip.compress(style.encode(), 9)) < MOST
    assert ".md-typeset table:not([class])" in style
    assert ".md-search" not in style
    assert not list(reference.site.rglob("main.*.css"))
    for page in reference.site.rglob("*.html"):
        assert page.read_text("utf-8").count(STYLE) == 1, page


def test_what_an_extension_makes_of_a_page_keeps_its_look(tmp_path: Path) -> None:
    course = write_course(tmp_path, {"m": [lesson("a")]})
    settings = course / "mkdocs.yml"
    more = "\nmarkdown_extensions: [admonition]\n"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    page = course / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n!!! note\n    Husk det.\n", encoding="utf-8")
    built = build(course)
    assert built.code == 0, built.said
    style = (built.site / STYLE).read_text("utf-8")
    assert ".md-typeset .admonition" in style
    assert "--md-admonition-icon--note" in style
    assert "--md-admonition-icon--danger" not in style
