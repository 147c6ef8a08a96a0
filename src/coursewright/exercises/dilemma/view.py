"""A dilemma → what its template and its script need."""

from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.dilemma.model import Dilemma
from coursewright.exercises.dilemma.parts import Reference, Way


def view(dilemma: Dilemma, context: PageContext) -> dict[str, Any]:
    """Give the template's values: each option with its votes, and the script's spec."""
    reference = dilemma.reference
    same = {way.value: _same(way, reference, context) for way in dilemma.options}
    return {
        "ways": [_way(way, reference, context) for way in dilemma.options],
        "reason": context.inline(dilemma.reason) if dilemma.reason else context.words["reason"],
        "spec": {"same": same},
    }


def _way(way: Way, reference: Reference | None, context: PageContext) -> dict[str, Any]:
    drawn = {"option": way, "share": None, "votes": ""}
    if reference is None:
        return drawn
    share = round(reference.share(way.value))
    key = "votes-counted" if reference.is_counted() else "votes-share"
    values = {"count": f"{reference.votes[way.value]:g}", "n": reference.n, "share": share}
    return {**drawn, "share": share, "votes": context.words[key].format(**values)}


def _same(way: Way, reference: Reference | None, context: PageContext) -> str:
    """Say how many others chose the same, or that nobody was asked."""
    if reference is None:
        return context.words["no-reference"]
    votes = reference.votes[way.value]
    key = "same-counted" if reference.is_counted() else "same-share"
    values = {"count": f"{votes:g}", "n": reference.n, "share": round(reference.share(way.value))}
    return context.words[key if votes else "same-nobody"].format(**values)
