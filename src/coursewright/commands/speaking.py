"""What the commands themselves say, in Danish or English; problems have words elsewhere."""

import os
import sys
from pathlib import Path

from coursewright.core.wording import FALLBACK, read_words

LANGUAGES = ("da", "en")
WORDS = Path(__file__).with_name("words.yml")


class WrongUse(Exception):
    """The command cannot do what was asked for; the message says why, in the user's language."""


def wrong_use(code: str, language: str | None, **values: object) -> WrongUse:
    """Make the exception for a code of words.yml."""
    return WrongUse(say(code, language, **values))


def say(code: str, language: str | None, **values: object) -> str:
    """Put a code of words.yml into words.

    language: e.g. "da"; None for the language of the computer, or English.
    """
    words = read_words(WORDS)["command"]
    spoken: dict[str, str] = words.get(language or computer_language(), words[FALLBACK])
    return spoken[code].format(**values)


def computer_language() -> str:
    """Give the language that the computer is set to, e.g. "da"; "" where it does not say."""
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return said[:2]


def write_exactly(text: str) -> None:
    """Write in UTF-8 with the line ends as they are, whatever the console is used to."""
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text)
