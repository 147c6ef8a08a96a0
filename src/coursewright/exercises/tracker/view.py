"""A tracker → what its template and its script need."""

from collections.abc import Iterator
from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.tracker.model import Tracker


def view(tracker: Tracker, context: PageContext) -> dict[str, Any]:
    """Give the template's values: all rows, the author's and the participant's, and the spec."""
    stages = [
        {"id": stage.id, "title": context.inline(stage.title).striptags()}
        for stage in tracker.stages
    ]
    return {
        "rows": [*_rows(tracker, context), *_own_rows(tracker, context)],
        "spec": {"stages": stages},
    }


def _rows(tracker: Tracker, context: PageContext) -> Iterator[dict[str, object]]:
    for row in tracker.rows:
        by = context.inline(row.by) if row.by else ""
        yield {"id": row.id, "text": context.inline(row.text), "by": by, "own": False}


def _own_rows(tracker: Tracker, context: PageContext) -> Iterator[dict[str, object]]:
    asked = context.inline(tracker.own_ask) if tracker.own_ask else context.words["own"]
    for number, name in enumerate(tracker.own(), 1):
        text = asked if tracker.own_rows == 1 else asked + f" {number}"
        yield {"id": name, "text": text, "by": "", "own": True}
