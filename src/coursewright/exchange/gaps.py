"""Texts with gaps: what stands between the braces, and what is around them."""

import re
from collections.abc import Iterable

from coursewright.exchange.questions import Question

HOLE = "\ue000"
"""Stands in a text for a gap, while the rest of it is read or written."""

_GAP = re.compile(r"\{([^{}\n]*)\}")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def gaps_of(question: Question) -> tuple[str, list[list[str]]]:
    """Give all that is read, with HOLE for each gap, and what is right in each.

    The intro comes first, then the question, then the text as one last paragraph.
    """
    gaps = [
        [word.strip() for word in inside.split("|")] for inside in _GAP.findall(question["text"])
    ]
    text = _PARAGRAPHS.sub("\n", _GAP.sub(HOLE, question["text"]))
    return "\n\n".join(filter(None, (question.get("intro"), question["question"], text))), gaps


def has_paragraphs(question: Question) -> bool:
    """Tell whether the text's blank lines are lost in `gaps_of`."""
    return bool(_PARAGRAPHS.search(question["text"]))


def from_gaps(text: str, gaps: Iterable[list[str]], ask: str) -> Question | None:
    """Take a text with HOLEs apart again; None where a gap cannot be written between braces.

    ask: the question where the text has none.
    """
    found = [list(dict.fromkeys(word.strip() for word in words if word.strip())) for words in gaps]
    if any(not words or set("{}|\n") & set("".join(words)) for words in found):
        return None
    before, _, last = text.strip().rpartition("\n\n")
    if HOLE in before or set("{}") & set(last):
        return None
    intro, _, asked = before.strip().rpartition("\n\n")
    for words in found:
        last = last.replace(HOLE, "{" + "|".join(words) + "}", 1)
    question = {"choose": "gap", "question": " ".join(asked.split()) or ask, "text": last}
    return question | ({"intro": intro.strip()} if intro.strip() else {})
