"""Moodle's notation for gaps inside a text: `{1:SHORTANSWER:=listen#Yes.~=hear}`."""

import re
from dataclasses import dataclass

from coursewright.exchange.gaps import HOLE

_SPECIAL = re.compile(r'([}#~/"\\])')
_ESCAPED = re.compile(r'\\([}#~/"\\])')
_GAP = re.compile(r"\{[0-9]{0,3}:([A-Z_]{2,20}):((?:[^}\\]|\\.)*+)\}")
_WRITTEN = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")
_ANSWER = re.compile(r"~?(=|%-?[0-9.]{1,12}%|)((?:[^~\\]|\\.)++)")


@dataclass(frozen=True)
class Gap:
    """One gap. words: what is right. feedback: to who writes it, or "". is_partial: whether some
    of its answers count for less than the others.
    """

    words: list[str]
    feedback: str
    is_partial: bool = False


def write_gap(words: list[str], feedback: str) -> str:
    """Write what is right in a gap, and what is said of it."""
    said = f"#{_escaped(feedback)}" if feedback else ""
    return "{1:SHORTANSWER:" + "~".join(f"={_escaped(word)}{said}" for word in words) + "}"


def read_gaps(text: str) -> tuple[str, list[Gap]] | None:
    """Give the text with HOLE for each gap, and the gaps; None where one is chosen."""
    found = list(_GAP.finditer(text))
    if not found or any(each[1] not in _WRITTEN for each in found):
        return None
    return _GAP.sub(HOLE, text), [_gap(each[2]) for each in found]


def _gap(inside: str) -> Gap:
    words, said, partial = [], "", False
    for weight, answer in _ANSWER.findall(inside):
        word, _, feedback = _parted(answer)
        share = 100.0 if weight == "=" else float(weight.strip("%") or 0)
        partial |= 0 < share < 100
        if share > 0:
            words.append(word)
            said = said or feedback
    return Gap(words, said, partial)


def _parted(answer: str) -> tuple[str, str, str]:
    at = next(
        (n for n, sign in enumerate(answer) if sign == "#" and answer[n - 1 : n] != "\\"), None
    )
    word, said = (answer, "") if at is None else (answer[:at], answer[at + 1 :])
    return _plain(word).strip(), "#", _plain(said).strip()


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
