"""A worksheet → what its template and its script need."""

from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.worksheet.model import Worksheet


def view(worksheet: Worksheet, context: PageContext) -> dict[str, Any]:
    """Give the template's values: the parts that stand beside or after each other."""
    parts = _parts(worksheet)
    return {
        "parts": parts,
        "walked": worksheet.layout == "steps" and len(parts) > 1,
        "link": context.link,
        "spec": {},
    }


def _parts(worksheet: Worksheet) -> list[dict[str, object]]:
    """Give {title, text, tasks} of each part; in a plain list all fields are one part."""
    if worksheet.sections:
        return [
            {"title": each.title, "text": each.text, "tasks": each.fields}
            for each in worksheet.sections
        ]
    together = worksheet.layout == "list"
    groups = [worksheet.fields] if together else [[task] for task in worksheet.fields]
    return [{"title": None, "text": None, "tasks": tasks} for tasks in groups]
