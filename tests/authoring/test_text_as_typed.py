"""What a trainer types is what a participant reads: YAML's own ideas about values are off."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import markdown

from coursewright.render.exercise import Placement
from coursewright.render.markdown import block, slugify
from coursewright.render.site import SiteRenderer

HEADING = re.compile(r"<(/?)h[12][^>]*>")
WORDS = ["ja", "nej", "yes", "no", "on", "off", "true", "null", "~", "y"]

BANK = """\
bank: ord
title: Ord
questions:
  - id: hvilket
    choose: one
    question: Hvilket ord?
    options:
"""


def test_yes_and_no_are_words(real_course):
    """A1 — options `ja, nej, yes, no, on, off` are shown exactly as typed."""
    options = "".join(f"      - {{text: {word}}}\n" for word in WORDS)
    real_course.write("quizzes/ord.yml", BANK + options + "      - {text: Det, correct: ja}\n")
    real_course.module("      - quiz: ord/hvilket\n")
    loaded = real_course.load()
    page = SiteRenderer(loaded.course, real_course.kinds)
    html = page.lesson(Placement(), "motivation", "skalaen")
    for word in WORDS:
        assert f">{word}<" in html.replace("\n", "").replace("  ", "")


def test_a_list_of_yes_and_no_stays_text(course):
    """A1 — the same in a list on one line, in the course's own data."""
    note = course.note_read_from(f"options: [{', '.join(WORDS[:6])}]")
    assert note.options == WORDS[:6]


def test_norwegian_is_not_false(course):
    """A2 — `lang: no` and a key `no` are the word "no"."""
    course.write("content/course.yml", course_yml("language: no"))
    course.note("no: x")
    loaded = course.load()
    assert loaded.language == "no"
    assert [problem.values["field"] for problem in loaded.problems] == ["no"]


@pytest.mark.parametrize("typed", ["10:30", "09:30", "1:2:3", "190:20:30"])
def test_times_are_text(course, typed):
    """A3 — `start: 10:30` is no number of minutes."""
    assert course.note_read_from(f"say: {typed}").say == typed


@pytest.mark.parametrize(
    "typed", ["0800", "010", "010203", "+4512345678", "0x1F", "1e3", "1_000", ".5", "0o17"]
)
def test_figures_keep_their_zeros(course, typed):
    """A4 — `0800`, `010`, `010203` and `+45…` as text are unchanged."""
    assert course.note_read_from(f"say: {typed}").say == typed


def test_a_label_keeps_its_zero(course):
    """A5 — `1.10` as a label is kept; `1,5` and `1.5` as numbers mean the same."""
    assert course.note_read_from("say: 1.10").say == "1.10"
    assert course.note_read_from("weight: 1,5").weight == 1.5
    assert course.note_read_from("weight: 1.5").weight == 1.5


@pytest.mark.parametrize("typed", ["1.000,5", "1,5 km", "halvanden", "1e1", "٣"])
def test_what_is_no_number_is_told(course, typed):
    """A5 — and what is no number gets a message in Danish, whatever Python could make of it."""
    problem = course.note(f"weight: {typed}").one()
    assert (problem.code, problem.place) == ("not-a-number", (13, 19))
    assert "skal være et tal" in course.tell(problem).message


@pytest.mark.parametrize("typed", ["2026-11-20", "2026-11-20 10:30:00", "20-11-2026", "12/3"])
def test_dates_are_text(course, typed):
    """A6 — a date is kept as typed, with no date object behind it."""
    assert course.note_read_from(f"say: {typed}").say == typed


def test_danish_headings_get_anchors_of_their_own():
    """A22 — the headings «Ære» and «Øre» have distinct anchors."""
    html = block("## Ære\n\n## Øre\n\n## Åre")
    anchors = [slugify(word) for word in ("Ære", "Øre", "Åre")]
    assert anchors == ["aere", "oere", "aare"]
    for anchor in anchors:
        assert f'id="{anchor}"' in html


def test_decomposed_letters_are_composed(course):
    """A23 — text typed on a Mac in pieces (NFD) is the same text as in one piece (NFC)."""
    composed = course.note_read_from("say: Ærø på én øre")
    pieces = unicodedata.normalize("NFD", "say: Ærø på én øre")
    assert pieces != "say: Ærø på én øre"
    assert course.note_read_from(pieces) == composed
    assert course.note_read_from(pieces).version() == composed.version()


def course_yml(language: str) -> str:
    return f"course: test\ntitle: En prøve\n{language}\nmodules: [motivation]\n"


def test_a_heading_does_not_take_an_exercise_s_place(real_course):
    """A link to `#vigtighed` leads to the exercise, although a heading says «Vigtighed»."""
    course = real_course.module(
        "      - text: |\n          ## Vigtighed\n\n          ## Andet\n"
        "      - scale:\n          id: vigtighed\n          question: Hvor meget?\n"
        "          from: 1\n          to: 10\n          anchors: {1: Lidt, 10: Meget}\n"
    )
    page = SiteRenderer(course.load().course, real_course.kinds)
    html = str(page.lesson(Placement(), "motivation", "skalaen"))
    assert html.count('id="vigtighed"') == 1
    assert '<h2 id="text-vigtighed">' in html
    assert '<h2 id="andet">' in html


@settings(max_examples=300, deadline=None, derandomize=True)
@example("1. ")
@example("# ")
@given(st.text("aÅ1 .,:;!?()\"'«»–-+*=`~|\\{}#\x03\u2028", max_size=20))
def test_a_plain_line_needs_no_markdown(typed):
    """What spares reading a plain line gives what reading it would have given."""
    for line in (f"Spørg{typed}", f"{typed}to"):
        read = markdown(line, extensions=["tables", "sane_lists"])
        assert HEADING.sub(r"<\1h2>", str(block(line))) == HEADING.sub(r"<\1h2>", read)
