"""A practice → what its template and its script need."""

from typing import Any

from coursewright.core.kinds import PageContext
from coursewright.exercises.practice.model import Practice

RATINGS = ("yes", "partly", "not-yet")
"""How an own answer meets a criterion; each is also the key of its word."""


def view(practice: Practice, context: PageContext) -> dict[str, Any]:
    """Give the template's ratings, and the script's spec: what there is to draw and to rate."""
    return {
        "ratings": RATINGS,
        "spec": {
            "prompts": [
                {"id": prompt.id, "text": " ".join(context.block(prompt.text).striptags().split())}
                for prompt in practice.bank
            ],
            "criteria": [
                {"id": criterion.id, "text": context.inline(criterion.text).striptags()}
                for criterion in practice.criteria
            ],
            "pick": practice.pick or len(practice.bank),
        },
    }
