"""Every colour that a style sheet puts on another, in light and dark, as they are and calm."""

import re

import pytest

from tests.access.colours import (
    ON_SCREEN,
    SOURCES,
    contrast,
    drawn_together,
    meanings,
    rules,
    schemes,
)

SCHEMES = schemes()
GROUNDS = ("paper", "card", "sunk")
"""What a text without a ground of its own may stand on."""

ON_ITS_OWN = {"on-brand", "on-accent"}
"""Colours for one ground only: a rule that uses one has the ground in another rule."""

NO_TEXT = {"edge", "line"}
"""Borders, and the small signs between facts that are drawn like them."""

LINES = ("edge", "focus", "brand", "good", "amiss")
"""What shows where a control is, what is chosen, and where the focus is."""


def test_the_ratio_is_the_one_of_wcag():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0e5a5e", "#0e5a5e") == 1


def pairs(text, ground):
    """Give every (text, ground) that a rule's two colours can come out as."""
    for one in meanings(text) if text else ():
        if one in NO_TEXT or (ground is None and one in ON_ITS_OWN):
            continue
        for below in [ground] if ground else GROUNDS:
            yield one, below


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(scheme):
    """G10 — 4.5 for each text that a style sheet of ours colours, new rooms' included."""
    known, seen, low = SCHEMES[scheme], 0, []
    for path in ON_SCREEN:
        for selector, text, ground in drawn_together(path.read_text("utf-8")):
            for one, below in pairs(text, ground):
                seen += 1
                if (ratio := contrast(known[one], known[below])) < 4.5:
                    low.append(f"{path.name} {selector}: {one} on {below} is {ratio:.2f}")
    assert seen > 200
    assert low == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_ordinary_text_can_stand_on_every_ground(scheme):
    """G10 — grounds are set in one rule and their text in another: all of them go together."""
    known = SCHEMES[scheme]
    washes = [name for name in known if name.endswith("-wash")]
    for ground in (*GROUNDS, *washes, "mark"):
        assert contrast(known["ink"], known[ground]) >= 4.5, ground
    for text, ground in (
        *(("ink-soft", ground) for ground in (*GROUNDS, *washes)),
        *((name, f"{name}-wash") for name in ("brand", "accent", "good", "amiss")),
        ("on-brand", "brand"),
        ("on-brand", "brand-strong"),
        ("on-accent", "accent"),
        ("brand-strong", "brand-wash"),
    ):
        assert contrast(known[text], known[ground]) >= 4.5, f"{text} on {ground}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_borders_marks_and_focus_are_seen(scheme):
    """G10 — 3 for the edge of a control, what is chosen, and the ring around the focus."""
    known = SCHEMES[scheme]
    for line in LINES:
        for ground in (*GROUNDS, "brand-wash", "accent-wash"):
            ratio = contrast(known[line], known[ground])
            assert ratio >= 3, f"{line} on {ground} is {ratio:.2f}"


FADED = re.compile(r"(?<![\w-])opacity:\s*(0?\.\d+)")


def test_nothing_to_be_read_is_faded():
    """G10 — a placeholder or what cannot be chosen now keeps its contrast: nothing is faded.

    What is left is drawn behind a text, and not the text.
    """
    behind = {".cw-diagram__ring::before", ".cw-my-then"}
    faded = {
        selector
        for path in ON_SCREEN
        for selector, declared in rules(path.read_text("utf-8"))
        if FADED.search(declared)
    }
    assert {one for one in faded if one not in behind} == set()


BASE = (SOURCES / "web" / "base.css").read_text("utf-8")


def test_every_placeholder_has_its_colour():
    """G10 — a browser's own grey is too pale: ours is the colour of small text, in every room."""
    [said] = [declared for selector, declared in rules(BASE) if "::placeholder" in selector]
    assert "var(--cw-ink-soft)" in said
    assert "opacity: 1" in said


QUERY = re.compile(
    r"@media[^{]*?(?:(?:min|max)-width|prefers-color-scheme)[^{]*\{(?:[^{}]*\{[^{}]*\})*"
)
COLOUR = re.compile(
    r"(?<![\w-])(?:color|background(?:-color)?|border-color|fill|stroke):(?!\s*none)"
)
SIZE = re.compile(r"(?<![\w-])(?:(?:min-|max-)?(?:width|height)|padding|margin|gap|font-size):")


def test_colours_do_not_depend_on_the_width_nor_sizes_on_the_colours():
    """G1 — that is why each is asked once; the menu, a drawer on a phone, is asked twice."""
    seen = 0
    for path in ON_SCREEN:
        for query in QUERY.findall(path.read_text("utf-8")):
            seen += 1
            wrong = SIZE if "prefers-color-scheme" in query.partition("{")[0] else COLOUR
            for selector, declared in rules(query.partition("{")[2]):
                is_menu = "nav" in selector or "sidebar" in selector
                assert is_menu or not wrong.search(declared), f"{path.name}: {selector}"
    assert seen > 10
