"""A session → what its template and its script need."""

from itertools import accumulate
from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.session.model import Session, Step


def view(session: Session, context: PageContext) -> dict[str, Any]:
    """Give the template's values: facts, roles, steps with their notes, the script's spec."""
    stops = session.stops()
    sums = accumulate(step.minutes or 0 for step in session.steps)
    return {
        "facts": _facts(session, context),
        "steps": [
            _step(session, step, total, context)
            for step, total in zip(session.steps, sums, strict=True)
        ],
        "titles": {role.id: context.inline(role.title) for role in session.roles},
        "total": _said("total", session.total(), context) if session.total() else "",
        "spec": {
            "stops": [
                {"key": stop.key, "step": stop.step.id, "round": stop.round, "ms": _ms(stop.step)}
                for stop in stops
            ],
            "rounds": session.rounds if any(stop.round for stop in stops) else 1,
            "roles": [
                {"id": role.id, "title": context.inline(role.title).striptags()}
                for role in session.roles
            ],
            "automatic": session.automatic,
        },
    }


def _facts(session: Session, context: PageContext) -> list[str]:
    """Say who, how many steps and rounds, and how long where the frame does not say it."""
    words = context.words
    count = len(session.steps)
    facts = [
        words[f"form-{session.form}"],
        words["steps-one" if count == 1 else "steps"].format(count=count),
    ]
    if session.rounds > 1:
        facts.append(words["rounds"].format(count=session.rounds))
    if session.minutes is None and session.total():
        facts.append(_said("length", session.total(), context))
    return facts


def _step(session: Session, step: Step, total: float, context: PageContext) -> dict[str, object]:
    """Give a step; its notes are (field, round), with round 0 where there is only one."""
    stops = [stop for stop in session.stops() if stop.step is step]
    return {
        "step": step,
        "time": _time(step, len(stops), context),
        "sum": _said("total", total, context) if session.rounds == 1 and step.minutes else "",
        "notes": [(stop.key, stop.round) for stop in stops] if step.note else [],
    }


def _time(step: Step, times: int, context: PageContext) -> str:
    """Say how long a step is, and how often it comes."""
    if step.minutes:
        said = _said("length", step.minutes, context)
        return f"{times} × {said}" if times > 1 else said
    key, count = ("rounds", times) if times > 1 else ("no-clock", 1)
    text: str = context.words[key]
    return text.format(count=count)


def _said(key: str, minutes: float, context: PageContext) -> str:
    text: str = context.words[key]
    return text.format(minutes=in_words(minutes))


def _ms(step: Step) -> int | None:
    return round(step.minutes * 60_000) if step.minutes else None


def in_words(minutes: float) -> str:
    """Write whole and half minutes: 3, ½, 1½."""
    whole, half = divmod(minutes, 1)
    return f"{whole or ''}{'½' if half else ''}".replace(".0", "") or "0"
