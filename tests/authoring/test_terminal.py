"""The report in a terminal: aligned, cut where it is long, and nothing a trainer typed runs."""

import io

import pytest

from coursewright.core.problems import Place, Problem
from coursewright.core.wording import problem_words
from coursewright.reporters.excerpt import WIDTH, excerpt, visible, width
from coursewright.reporters.terminal import Terminal, wants_colours
from tests.authoring.courses import TEXT, module


def marked(line, column):
    """Give the character above the marker, and both lines' widths."""
    shown, marker = excerpt(line, column)
    assert width(shown) <= WIDTH
    assert marker.strip() == "^"
    columns = [c for c in shown for _ in range(width(c))]
    return columns[len(marker) - 1] if len(marker) <= len(columns) else ""


def report(*problems, language="da", colours=False, course=None):
    terminal = Terminal(problem_words({}), language, colours)
    return terminal.report(list(problems), course)


def test_a_problem_in_full():
    problem = Problem("empty-text", "a/b.yml", Place(42, 9), "  title:", {"field": "title"})
    assert report(problem) == (
        "a/b.yml:42:9: error[empty-text] «title» er tomt.\n"
        "   42 |   title:\n"
        "      |         ^\n"
        "       Skriv noget, eller fjern feltet.\n"
        "\n"
        "1 fejl\n"
    )


def test_a_problem_without_a_line_or_a_hint():
    problem = Problem("lost-text", "a.yml", values={"lost": "#1", "quoted": ""}, severity="warning")
    told = "a.yml:1:1: warning[lost-text] The text after # became a comment and is not shown: #1"
    assert report(problem, language="en") == f"{told}\n\n1 warning\n"


@pytest.mark.parametrize(
    ("line", "column", "above"),
    [
        ("title: Xyz", 8, "X"),
        ("日本語: Xyz", 6, "X"),
        ("😀😀: Xyz", 5, "X"),
        ("e\u0301e\u0301: Xyz", 7, "X"),
        ("\tXyz", 2, "X"),
        ("a" * 300 + "X" + "b" * 300, 301, "X"),
        ("日" * 300 + "X" + "本" * 300, 301, "X"),
        ("a" * 90 + "Xyz", 91, "X"),
        ("", 1, ""),
        ("abc", 99, ""),
    ],
)
def test_the_marker_stands_under_its_place(line, column, above):
    """A25 — wide letters, emoji, combining marks and long lines do not move the marker."""
    assert marked(line, column) == above


def test_long_lines_are_cut_on_both_sides():
    """A25 — a long line is cut around the place."""
    shown, _ = excerpt("a" * 300 + "X" + "b" * 300, 301)
    assert (shown[0], shown[-1], width(shown)) == ("…", "…", WIDTH)


def test_nothing_a_trainer_typed_commands_the_terminal():
    """A25 — escape sequences, text that turns around and invisible letters become a sign."""
    assert visible("a\x1b[31m\u202eb\u200bc\x07") == "a\ufffd[31m\ufffdb\ufffdc\ufffd"
    problem = Problem(
        "unknown-field", "\x1b]0;x.yml", excerpt="\x1b[2J", values={"field": "\x1b[m"}
    )
    assert "\x1b" not in report(problem)


def test_colours_are_for_terminals():
    """NO_COLOR, a dumb terminal and a pipe get plain text."""
    terminal, pipe = io.StringIO(), io.StringIO()
    terminal.isatty = lambda: True
    assert wants_colours(terminal, {})
    assert not wants_colours(pipe, {})
    assert not wants_colours(terminal, {"NO_COLOR": "1"})
    assert not wants_colours(terminal, {"TERM": "dumb"})
    coloured = report(Problem("empty-file", "a.yml"), colours=True)
    assert "\x1b[1;31merror[empty-file]\x1b[0m" in coloured


def test_the_last_line_counts(course):
    """Each form of it, in both languages."""
    loaded = course.module(TEXT + "      - note: {id: a}\n").load()
    fine = "Alt i orden: 1 modul, 1 lektion, 1 øvelse\n"
    assert report(course=loaded.course) == fine
    warning = Problem("empty-file", "a.yml", severity="warning")
    both = [warning, warning, Problem("empty-file", "b.yml")]
    last = report(*both).splitlines()[-1]
    assert last == "1 fejl, 2 advarsler"
    assert report(*both, language="en").splitlines()[-1] == "1 error, 2 warnings"
    usable = report(warning, course=loaded.course, language="en").splitlines()[-1]
    assert usable == "1 warning. Otherwise all is well: 1 module, 1 lesson, 1 exercise"


def test_a_module_of_many(course):
    text = module(TEXT).replace("lesson: skalaen", "lesson: a") + "".join(
        f"  - {{lesson: l{n}, title: T, minutes: 5, blocks: [{{note: {{id: n{n}}}}}]}}\n"
        for n in range(7)
    )
    course.write("content/modules/motivation.yml", text)
    said = report(course=course.load().course, language="da")
    assert said == "Alt i orden: 1 modul, 8 lektioner, 7 øvelser\n"
