"""The YAML of a checklist, beyond its examples (which `tests/every_kind` tries one by one)."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.exercises.checklist.model import Checklist
from coursewright.exercises.checklist.totals import count_totals
from coursewright.testing import find_example

WEIGHTS = st.sampled_from([1.0, 0.5, 1.5, 2.0, 0.25, 0.01, 10.0, 3.33])


def checklist(items=3, bands=(), weights=(), **fields):
    listed = [{"id": f"i-{n}", "text": f"Statement {n}"} for n in range(items)]
    for item, weight in zip(listed, weights, strict=False):
        item["weight"] = weight
    basic = {
        "id": "a",
        "title": "A",
        "scale": {"from": "1", "to": "5", "anchors": {"1": "Rarely", "5": "Often"}},
        "sections": [{"items": listed}],
        "bands": [
            {"from": first, "to": last, "title": "T", "text": "Text."} for first, last in bands
        ],
    }
    return Checklist.model_validate({**basic, **fields})


def found(**fields):
    return [(finding.code, finding.path[-2:], finding.values) for finding in findings(**fields)]


def findings(**fields):
    return list(checklist(**fields).findings())


def codes(**fields):
    return [finding.code for finding in findings(**fields)]


def test_bands_may_stand_in_any_order():
    assert codes(bands=[("11", "15"), ("3", "6"), ("7", "10")]) == []


def test_a_gap_is_told_where_the_band_below_it_ends():
    [(code, path, values)] = found(bands=[("3", "6"), ("9", "15")])
    assert (code, path, values) == ("band-gap", (0, "to"), {"scores": "7–8"})


def test_every_gap_is_told():
    gaps = found(bands=[("5", "6"), ("9", "14")])
    assert [(path, values["scores"]) for _, path, values in gaps] == [
        ((0, "from"), "3–4"),
        ((0, "to"), "7–8"),
        ((1, "to"), "15"),
    ]


def test_an_overlap_is_told_at_the_later_band():
    [(code, path, values)] = found(bands=[("3", "9"), ("8", "15")])
    assert (code, path, values) == ("band-overlap", (1, "from"), {"scores": "8–9"})


def test_a_band_inside_another_is_an_overlap():
    assert codes(bands=[("3", "15"), ("5", "6")]) == ["band-overlap"]


def test_only_scores_that_can_occur_need_a_band():
    """With weights of 2 the scores are 6, 8, 10 …: between 10 and 12 there is no gap."""
    assert codes(weights=["2"] * 3, bands=[("6", "10"), ("12", "30")]) == []
    assert codes(weights=["2"] * 3, bands=[("6", "10"), ("14", "30")]) == ["band-gap"]


def test_bands_may_meet_between_scores():
    assert codes(weights=["1,5"] * 3, bands=[("4.5", "12"), ("12.1", "22.5")]) == []


def test_a_tenth_is_a_tenth():
    """0.1 × 3 is 0.3, whatever a computer's own numbers say."""
    assert codes(weights=["0.1"] * 3, bands=[("0.3", "0.9"), ("1", "1.5")]) == []
    assert codes(weights=["0.1"] * 3, bands=[("0.31", "0.9"), ("1", "1.5")]) == ["band-gap"]


def test_what_goes_beyond_the_scores_is_only_a_warning():
    warnings = [(one.code, one.severity) for one in findings(bands=[("0", "8"), ("9", "20")])]
    assert warnings == [("band-outside", "warning")] * 2


def test_a_broken_scale_keeps_the_bands_out_of_it():
    broken = {"from": "5", "to": "1", "anchors": {"1": "Rarely", "5": "Often"}}
    assert codes(scale=broken, bands=[("3", "4")], enough="9") == [
        "scale-reversed",
        "enough-too-many",
    ]


@pytest.mark.parametrize(
    ("picks", "expected"),
    [((2, 1), []), ((2, 2), ["picks-too-many"]), ((4, 0), ["picks-too-many"])],
)
def test_no_statement_would_be_pointed_out_twice(picks, expected):
    assert codes(pick_strengths=picks[0], pick_growth=picks[1]) == expected


def test_the_ids_that_keep_an_answer_are_told():
    names = dict(checklist().scored())
    assert names["i-2"] == ("sections", 0, "items", 2, "id")


@settings(deadline=None)
@given(
    st.lists(WEIGHTS, min_size=1, max_size=4),
    st.integers(-3, 3),
    st.integers(1, 3),
    st.integers(1, 4),
)
def test_totals_are_exactly_the_sums_that_occur(weights, first, step, count):
    numbers = range(first, first + step * count + 1, step)
    totals = count_totals(weights, numbers)
    sums = {
        sum(Fraction(repr(weight)) * number for weight, number in zip(weights, form, strict=True))
        for form in product(numbers, repeat=len(weights))
    }
    assert [Fraction(score, totals.per) for score in totals.scores] == sorted(sums)


def test_a_long_list_with_fine_weights_is_counted_in_a_moment():
    """A18: 240 statements would have 11²⁴⁰ forms."""
    totals = count_totals([0.01, 9.99, 3.33] * 80, range(11))
    assert totals.scores[-1] == 10 * (1 + 999 + 333) * 80


def test_statements_are_taken_from_what_can_be_chosen():
    """As many as can be chosen; their words are part of the checklist's version."""
    exercise = find_example("checklist", "what-i-chose").exercise
    assert [item.id for item in exercise.items()][:2] == ["asking", "sharing"]
    assert len(exercise.items()) == 7
    assert list(exercise.links()) == [(("sections", 0, "items_from"), "example/values")]
