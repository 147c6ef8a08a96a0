"""What a tracker's fields mean, beyond what its examples show."""

from coursewright.exercises.tracker.model import Tracker
from coursewright.testing import find_example

STAGES = [{"id": "agreed", "title": "Agreed"}, {"id": "done", "title": "Done"}]


def tracker(**fields):
    return Tracker.model_validate({"id": "a", "title": "A", "stages": STAGES, **fields})


def test_dates_are_kept_under_rows_and_stages():
    exercise = find_example("tracker", "subgoals").exercise
    names = [name for name, _ in exercise.scored()]
    assert names == ["agreed", "tried", "settled", "call", "letter", "visit"]


def test_own_rows_have_names_that_no_row_may_take():
    assert tracker(own_rows="2").own() == ["own-1", "own-2"]
    free = tracker(own_rows="2", rows=[{"id": "own-3", "text": "Call"}])
    assert list(free.findings()) == []
    taken = tracker(own_rows="2", rows=[{"id": "own-2", "text": "Call"}])
    assert [(found.code, found.path) for found in taken.findings()] == [
        ("row-id-taken", ("rows", 0, "id"))
    ]


def test_min_side_can_say_what_a_date_is_about():
    asked = tracker(rows=[{"id": "call", "text": "Call"}], note="Who?", due="By when?")
    assert asked.prompts() == {
        "call.agreed": "Call: Agreed",
        "call.done": "Call: Done",
        "call.due": "Call: By when?",
        "call.note": "Call: Who?",
    }
