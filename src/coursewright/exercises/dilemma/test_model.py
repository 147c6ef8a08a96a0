"""The YAML of a dilemma, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.dilemma import KIND
from coursewright.exercises.dilemma.model import Dilemma

OPTIONS = [
    {"id": "stay", "text": "Stay", "comment": "Dry."},
    {"id": "go", "text": "Go", "comment": "Wet."},
    {"id": "wait", "text": "Wait", "comment": "Perhaps."},
]


def dilemma(**fields):
    basic = {"id": "a", "case": "It rains.", "question": "And now?", "options": OPTIONS}
    return Dilemma.model_validate({**basic, **fields})


def voted(n, **votes):
    return dilemma(reference={"n": n, "source": "Us", "votes": votes})


def codes(exercise):
    return [finding.code for finding in exercise.findings()]


@pytest.mark.parametrize(
    ("n", "votes", "shares", "counted"),
    [
        (84, {"stay": 42, "go": 42, "wait": 0}, [50, 50, 0], True),
        (153, {"stay": "12,5", "go": "80", "wait": "7.5"}, [12.5, 80, 7.5], False),
        (100, {"stay": 20, "go": 30, "wait": 50}, [20, 30, 50], True),
        (7, {"stay": 33, "go": 33, "wait": 33}, [33, 33, 33], False),
    ],
)
def test_votes_are_people_or_per_cent(n, votes, shares, counted):
    exercise = voted(n, **votes)
    assert codes(exercise) == []
    reference = exercise.reference
    assert reference.is_counted() is counted
    assert [reference.share(option.value) for option in exercise.options] == shares


@pytest.mark.parametrize("votes", [{"stay": 1}, {"stay": 40, "go": 40, "wait": 40}])
def test_votes_that_make_neither_are_told(votes):
    found = codes(voted(10, **votes))
    assert found == (["vote-missing"] * 2 if len(votes) == 1 else ["vote-sum"])


def test_an_option_needs_an_id_to_have_votes():
    options = [{"text": "Stay", "comment": "Dry."}, OPTIONS[1]]
    reference = {"n": 4, "source": "Us", "votes": {"go": 4}}
    assert codes(dilemma(options=options, reference=reference)) == ["vote-missing"]


def test_fewer_than_nobody_cannot_have_chosen():
    assert codes(voted(10, stay=-1, go=11, wait=0)) == ["vote-sum"]


def test_a_vote_for_nothing_is_told_with_the_nearest():
    exercise = voted(10, stey=1, stay=4, go=5, wait=0)
    [finding] = exercise.findings()
    assert (finding.code, finding.values["near"]) == ("vote-for-nothing", "stay")


def test_the_heading_is_the_title_or_the_question():
    assert dilemma().heading() == "And now?"
    assert dilemma(title="Rain").heading() == "Rain"


def test_only_an_authors_own_question_asks_for_the_reason_on_min_side():
    assert dilemma().prompts() == {}
    assert dilemma(reason="Why?").prompts() == {"reason": "Why?"}


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("dilemma", Dilemma)
