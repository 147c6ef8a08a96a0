"""A logbook → what its template and its script need."""

from typing import Any

from coursewright.core.inputs import Asked, DateInput, ScaleInput
from coursewright.core.kinds import PageContext
from coursewright.exercises.logbook.model import DATE, Logbook

BLANKS = 4
"""So many empty entries are printed where the trainer asks for no number of them."""

REPEATS = 10
"""So many calendar entries are made where the trainer asks for no number."""


def view(logbook: Logbook, context: PageContext) -> dict[str, Any]:
    """Give the template's values: what each entry asks, its date first, and the script's spec."""
    date = DateInput(id=DATE, ask=context.words["date"], answer="date")
    return {
        "asked": [date, *logbook.fields],
        "blanks": logbook.ask_for or BLANKS,
        "repeats": logbook.ask_for or REPEATS,
        "spec": {
            "askFor": logbook.ask_for,
            "counted": [_counted(each, context) for each in logbook.fields if _is_counted(each)],
        },
    }


def _is_counted(each: Asked) -> bool:
    return isinstance(each, ScaleInput) or getattr(each, "answer", "") == "number"


def _counted(each: Asked, context: PageContext) -> dict[str, object]:
    """Give what is drawn as a line over time; its ends are known where it is a scale."""
    ends = {"from": each.from_, "to": each.to} if isinstance(each, ScaleInput) else {}
    return {"field": each.id, "title": context.inline(each.ask).striptags(), **ends}
