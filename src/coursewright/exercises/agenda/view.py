"""An agenda → what its template and its script need."""

from datetime import date
from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.agenda.model import Agenda, AgendaDay


def view(agenda: Agenda, context: PageContext) -> dict[str, Any]:
    """Give the template's values: days with their items and times, and the script's spec."""
    return {
        "days": [_day(day, context) for day in agenda.days],
        "spec": {
            "days": [
                {
                    "id": day.id,
                    "title": context.inline(day.title).striptags(),
                    "date": day.date and day.date.isoformat(),
                    "start": day.start,
                    "items": [
                        {
                            "title": context.inline(item.title).striptags(),
                            "minutes": item.minutes,
                        }
                        for item in day.items
                    ],
                }
                for day in agenda.days
            ],
        },
    }


def _day(day: AgendaDay, context: PageContext) -> dict[str, object]:
    times = day.times()
    start = day.start
    shown = ["" if start is None else _clock(start + time, context) for time in times]
    lengths = [context.words["length"].format(minutes=item.minutes) for item in day.items]
    return {
        "day": day,
        "date": day.date and _in_words(day.date, context),
        "items": zip(day.items, shown, lengths, strict=False),
        "end": shown[-1],
        "total": context.words["total"].format(minutes=times[-1]),
    }


def _clock(minutes: int, context: PageContext) -> str:
    """Write minutes since midnight as the page's language does."""
    text: str = context.words["clock"]
    return text.format(hour=f"{minutes // 60 % 24:02}", minute=f"{minutes % 60:02}")


def _in_words(day: date, context: PageContext) -> str:
    """Write «tirsdag den 1. december 2026»."""
    weekday = context.words["weekdays"].split()[day.weekday()]
    month = context.words["months"].split()[day.month - 1]
    text: str = context.words["date"]
    return text.format(weekday=weekday, day=day.day, month=month, year=day.year)
