"""The rules that span fields, in the kinds that have them, seen from a whole course folder."""

import pytest

SCALE = "      - scale:\n          id: tal\n          question: Hvor meget?\n"
ENDS = "          from: 1\n          to: 10\n          anchors: {1: Lidt, 10: Meget}\n"
CHECKLIST = """\
      - checklist:
          id: tjek
          title: Tjek
          scale: {from: 1, to: 5, anchors: {1: Lidt, 5: Meget}}
          sections:
            - items:
                - {id: a, text: Jeg lytter.}
                - {id: b, text: Jeg spørger.}
"""
BANDS = "          bands:\n"
BANK = "bank: b\ntitle: B\nquestions:\n"
ONE = "  - id: q\n    choose: one\n    question: Hvad?\n    options:\n"


def found(course, blocks, bank=None):
    if bank:
        course.write("quizzes/b.yml", BANK + bank)
    return [(p.code, p.place.line) for p in course.module(blocks).problems()]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", [("missing-field", 12)] * 3),
        ("          from: 10\n          to: 1\n          anchors: {}\n", [("scale-reversed", 14)]),
        (ENDS + "          step: 0\n", [("too-small", 17)]),
        (ENDS + "          step: 4\n", [("scale-step", 17)]),
        (ENDS + "          minutes: -5\n", [("too-small", 17)]),
        (ENDS + "          follow_ups: [{when: 9-2, ask: x}]\n", [("follow-up-reversed", 17)]),
    ],
)
def test_a_scale_that_cannot_be(real_course, lines, expected):
    """A20 — required fields missing, min > max, step 0, negative numbers in a scale."""
    assert found(real_course, SCALE + lines) == expected


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "too-few"), (2, None), (12, None), (200, "too-many")]
)
def test_how_many_options(real_course, count, expected):
    """A20 — one option is no choice, and 200 are too many."""
    options = "".join(f"      - text: Svar {n}\n" for n in range(1, count))
    bank = ONE + options + "      - {text: Det rigtige, correct: ja}\n"
    codes = [(expected, 7)] if expected else []
    assert found(real_course, "      - quiz: b/q\n", bank) == [
        (code, line + 1 if code else line) for code, line in codes
    ]


@pytest.mark.parametrize("points", ["-1", "0"])
def test_points_below_one(real_course, points):
    """A20 — a statement that counts nothing or less than nothing."""
    lines = CHECKLIST.replace("lytter.", f"lytter., weight: {points}")
    [(code, line)] = found(real_course, lines)
    assert (code, line) == ("too-small", 17)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["{text: Ja}", "{text: Nej}"], [("no-right-answer", 8)]),
        (["{text: Ja, correct: ja}", "{text: ja}"], [("equal-options", 9)]),
        (["{text: Ja, correct: ja}", "{text: Nej, correct: ja}"], [("two-right-answers", 9)]),
    ],
)
def test_a_question_without_one_right_answer(real_course, options, expected):
    """A21 — the right answer is not among the options, or two options are equal."""
    bank = ONE + "".join(f"      - {option}\n" for option in options)
    assert found(real_course, "      - quiz: b/q\n", bank) == expected


@pytest.mark.parametrize(
    ("bands", "code"),
    [
        (["{from: 2, to: 6}", "{from: 6, to: 10}"], "band-overlap"),
        (["{from: 2, to: 5}", "{from: 7, to: 10}"], "band-gap"),
        (["{from: 3, to: 10}"], "band-gap"),
        (["{from: 2, to: 9}"], "band-gap"),
        (["{from: 2, to: 11}"], "band-outside"),
        (["{from: 10, to: 2}"], "band-reversed"),
    ],
)
def test_bands_that_do_not_meet(real_course, bands, code):
    """A21 — score bands with an overlap or a gap."""
    lines = "".join(f"            - {b[:-1]}, title: T, text: Tekst.}}\n" for b in bands)
    assert code in {each for each, _ in found(real_course, CHECKLIST + BANDS + lines)}


def test_bands_that_meet(real_course):
    """A21 — and bands without one."""
    ranges = ("from: 2, to: 5", "from: 6, to: 10")
    lines = "".join(f"            - {{{each}, title: T, text: A.}}\n" for each in ranges)
    assert found(real_course, CHECKLIST + BANDS + lines) == []


@pytest.mark.parametrize(
    ("use", "code"),
    [("c/q", "no-such-bank"), ("b/r", "no-such-question"), ("b", "bad-reference")],
)
def test_a_question_that_is_nowhere(real_course, use, code):
    """A21 — a quiz that asks for a question that is not there."""
    bank = ONE + "      - {text: Ja, correct: ja}\n      - {text: Nej}\n"
    assert found(real_course, f"      - quiz: {use}\n", bank) == [(code, 11)]


def test_a_broken_bank_is_told_once(real_course):
    """A20 — what draws from a broken bank has no mistake of its own."""
    bank = ONE + "      - {text: Ja, corect: ja}\n      - {text: Nej}\n"
    assert found(real_course, "      - quiz: b/q\n", bank) == [("unknown-field", 8)]


def test_a_question_of_an_unknown_type(real_course):
    """A19 — the word after `choose` is told with those there are."""
    bank = ONE.replace("one", "onne") + "      - {text: Ja, correct: ja}\n      - {text: Nej}\n"
    problems = (
        real_course.write("quizzes/b.yml", BANK + bank).module("      - quiz: b/q\n").problems()
    )
    assert [(p.code, p.place) for p in problems] == [("not-one-of", (5, 13))]
    assert real_course.hint(problems[0]).startswith("Mente du «one»? Det kan være")
