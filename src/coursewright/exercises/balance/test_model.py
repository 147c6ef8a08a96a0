"""The YAML of a balance, beyond its examples (which `tests/every_kind` tries one by one)."""

from coursewright.exercises.balance import KIND
from coursewright.exercises.balance.model import Balance

WAYS = [{"id": "go", "title": "Go"}, {"id": "stay", "title": "Stay"}]


def balance(**fields):
    return Balance.model_validate({"id": "a", **fields})


def codes(**fields):
    return [finding.code for finding in balance(**fields).findings()]


def test_nothing_is_needed():
    assert codes() == []
    assert [name for name, _, _ in balance().lists()] == ["plus", "minus"]


def test_two_ways_have_four_lists():
    lists = [(name, side, way.id) for name, side, way in balance(ways=WAYS).lists()]
    assert lists == [
        ("plus_go", "plus", "go"),
        ("minus_go", "minus", "go"),
        ("plus_stay", "plus", "stay"),
        ("minus_stay", "minus", "stay"),
    ]


def test_ways_and_sides_can_be_told_apart():
    assert codes(ways=[WAYS[0], {**WAYS[1], "title": "Go"}]) == ["way-twice"]
    assert codes(plus={"title": "X"}, minus={"title": "X"}) == ["side-twice"]
    assert codes(plus={"ask": "X"}, minus={"ask": "X"}) == []


def test_each_written_answer_knows_what_asked_for_it():
    asked = balance(ways=WAYS, plus={"ask": "Why?"}, minus={"title": "Against"}, tip="And now?")
    assert asked.prompts() == {
        "plus_go.*.text": "Go: Why?",
        "minus_go.*.text": "Go: Against",
        "plus_stay.*.text": "Stay: Why?",
        "minus_stay.*.text": "Stay: Against",
        "tip": "And now?",
    }
    assert balance().prompts() == {}


def test_the_ways_keep_answers_under_their_ids():
    assert [name for name, _ in balance(ways=WAYS).scored()] == ["go", "stay"]


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("balance", Balance)
