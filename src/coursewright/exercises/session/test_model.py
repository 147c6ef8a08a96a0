"""The YAML of a session, beyond its examples (which `tests/every_kind` tries one by one)."""

import pytest

from coursewright.exercises.session import KIND
from coursewright.exercises.session.model import Session
from coursewright.exercises.session.view import in_words


def session(*steps, **fields):
    basic = {"id": "a", "title": "A", "form": "group", "steps": list(steps) or [step("s")]}
    return Session.model_validate({**basic, **fields})


def step(name, **fields):
    return {"id": name, "title": name.upper(), **fields}


def codes(*steps, **fields):
    return [finding.code for finding in session(*steps, **fields).findings()]


def test_steps_repeat_in_rounds_with_what_is_done_once_around_them():
    once = {"once": "yes"}
    made = session(step("a", **once), step("b"), step("c"), step("d", **once), rounds="2")
    assert [(stop.key, stop.round) for stop in made.stops()] == [
        ("a", 0),
        ("b", 1),
        ("c", 1),
        ("b.2", 2),
        ("c.2", 2),
        ("d", 0),
    ]


def test_without_rounds_nothing_is_repeated():
    assert [(stop.key, stop.round) for stop in session(step("a"), step("b")).stops()] == [
        ("a", 0),
        ("b", 0),
    ]


def test_each_rounds_note_is_asked_for():
    made = session(
        step("a", note="What?"), step("b"), rounds="2", roles=[{"id": "x", "title": "X"}]
    )
    assert made.prompts() == {"_who.x": "X", "a": "What?", "a.2": "What?"}
    assert list(made.scored()) == [("a", ("steps", 0, "id")), ("b", ("steps", 1, "id"))]


@pytest.mark.parametrize(
    ("minutes", "lengths", "found"),
    [
        ("6", ["3", "3"], []),
        ("7", ["3", "3.5"], []),
        ("6", ["3", "3,5"], []),
        ("6", ["4", "3"], ["steps-too-long"]),
        ("8", ["3", "3"], ["steps-too-short"]),
        ("60", ["3", None], []),
        ("2", ["3", None], ["steps-too-long"]),
        (None, ["3", "3"], []),
    ],
)
def test_minutes_add_up(minutes, lengths, found):
    steps = [step(f"s{n}", minutes=length) for n, length in enumerate(lengths)]
    assert codes(*steps, minutes=minutes) == found


def test_rounds_count_in_the_minutes():
    assert codes(step("a", minutes="3"), rounds="3", minutes="9") == []
    assert codes(step("a", minutes="3"), rounds="3", minutes="3") == ["steps-too-long"]


@pytest.mark.parametrize(
    ("form", "count", "found"),
    [
        ("alone", 1, []),
        ("alone", 2, ["roles-too-many"]),
        ("pair", 2, []),
        ("trio", 4, ["roles-too-many"]),
        ("group", 8, []),
    ],
)
def test_there_are_people_for_the_roles(form, count, found):
    roles = [{"id": f"r{n}", "title": "R"} for n in range(count)]
    assert codes(form=form, roles=roles) == found


def test_the_nearest_role_is_told():
    roles = [{"id": "teller", "title": "T"}]
    [finding] = session(step("s", roles={"tellr": "Tell."}), roles=roles).findings()
    assert finding.values["near"] == "teller"
    assert finding.path == ("steps", 0, "roles", "tellr")


def test_a_step_between_rounds_is_told_at_its_place():
    steps = [step("a", once="yes"), step("b"), step("c", once="yes"), step("d")]
    [finding] = session(*steps, rounds="2").findings()
    assert (finding.code, finding.path) == ("once-between", ("steps", 2, "once"))


@pytest.mark.parametrize(
    ("minutes", "words"), [(3.0, "3"), (0.5, "½"), (1.5, "1½"), (120.0, "120"), (0, "0")]
)
def test_minutes_are_written_as_people_do(minutes, words):
    assert in_words(minutes) == words


def test_the_kind_is_the_room():
    assert (KIND.name, KIND.model) == ("session", Session)
