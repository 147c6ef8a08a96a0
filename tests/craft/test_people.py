"""Wording that could point at a real person; its report stands in tests/authoring/reports."""

import pytest

from coursewright.core.course import Text
from coursewright.core.people import points_at_people
from coursewright.core.readability import written


def found(text, *allowed):
    findings = points_at_people(written(Text(text=text)), allowed)
    return [(finding.values["what"], finding.values["value"]) for finding in findings]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Nummeret er 010203-1234.", ("cpr", "010203-1234")),
        ("3112991234", ("cpr", "3112991234")),
        ("Ring 20 30 40 50 nu", ("phone", "20 30 40 50")),
        ("(+45 20304050)", ("phone", "+45 20304050")),
        ("+47 98 76 54 32", ("phone", "+47 98 76 54 32")),
        ("Skriv til hans.p@firma.co.dk i dag", ("mail", "hans.p@firma.co.dk")),
        ("Lene Madsen, fra Jobcenter Syd", ("name", "Lene Madsen, fra Jobcenter")),
        ("Vi mødte Ali Yildiz hos Falck", ("name", "Ali Yildiz hos Falck")),
    ],
)
def test_what_points_at_a_person_is_found(text, what):
    assert found(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Anna fra lageret siger ja.",
        "Spørg Anna fra HR.",
        "I 2024 og 2025",
        "10 20 30",
        "12.345.678,50 kr.",
        "399999-9999",
        "anna@example.org",
        "Miller & Rollnick siger det.",
        "1234567890123",
        "Den Danske Model i Norden",
    ],
)
def test_what_does_not_is_let_be(text):
    assert found(text) == []


def test_who_is_named_on_purpose_may_be_named():
    assert found("Skriv til a@by.dk", "Kursusholdet, a@by.dk") == []
