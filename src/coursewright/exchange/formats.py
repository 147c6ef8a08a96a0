"""The formats of questions there are, by the names that trainers write."""

from typing import Protocol, cast

from coursewright.exchange import aiken, gift, moodle
from coursewright.exchange.questions import Question, Reading, Words, Written


class Format(Protocol):
    """A module of this folder. NAME: as people know it. ENDING: of its files."""

    NAME: str
    ENDING: str

    def write(self, bank: Question) -> Written:
        """Write a bank, as plain data."""

    def read(self, text: str, file: str, words: Words) -> Reading:
        """Read a file's text."""


FORMATS: dict[str, Format] = {
    name: cast("Format", module)
    for name, module in (("gift", gift), ("aiken", aiken), ("moodle", moodle))
}


def format_of(text: str, file: str) -> str:
    """Tell the format of a file by what stands in it, and by its name where that may be either."""
    if text.lstrip("\ufeff \n").startswith("<"):
        return "moodle"
    is_aiken = any(line.startswith("ANSWER:") for line in text.split("\n"))
    return "aiken" if is_aiken and not file.endswith(gift.ENDING) else "gift"
