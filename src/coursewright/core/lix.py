"""How hard a text is to read: LIX, the readability index, of a text in Markdown.

    LIX = words / sentences + 100 × long words / words

A long word has more than six letters. Up to 24 is a children's book, up to 34 a novel, up to 44 a
newspaper; from 55 on it is an official letter. The formula was made for Swedish and serves Danish
and Norwegian as it is; numbers of different languages cannot be compared.

Source: C. H. Björnsson, Läsbarhet, Stockholm: Liber, 1968.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

LONG = 6
"""A word with more letters than this is long."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
"""Letters and figures, and what may stand inside a word or a number: f.eks., 10.30, e-mail."""

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_CODE = re.compile(r"`[^`]*`")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,9}[.)])\s+")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")

_ENDS = "!?:;"
_MAY_END = ".…"
"""A full stop before a small letter or a figure only shortens a word: `m.fl. og`, `kl. 10`."""
_CLOSING = "\"'»«”“’)]}*_"
_OPENING = "\"'«»“”‘([{*_"


@dataclass(frozen=True)
class Sentence:
    """A sentence as it was written, apart from marks, and its words."""

    text: str
    words: list[str]


@dataclass(frozen=True)
class Prose:
    """A text taken apart: its sentences, each with at least one word."""

    sentences: list[Sentence]

    @cached_property
    def words(self) -> list[str]:
        """All words in order."""
        return [word for sentence in self.sentences for word in sentence.words]

    @cached_property
    def long_words(self) -> list[str]:
        """The words with more than six letters, in order."""
        return [word for word in self.words if len(word) > LONG and letters(word) > LONG]

    @property
    def lix(self) -> int:
        """The index, rounded to a whole number; 0 for a text without words."""
        if not self.words:
            return 0
        share = 100 * len(self.long_words) / len(self.words)
        return round(len(self.words) / len(self.sentences) + share)


def read_prose(markdown: str) -> Prose:
    """Take a text apart as a reader meets it.

    A sentence ends with `.`, `!`, `?`, `:`, `;` or `…` before a space; a full stop before a small
    letter or a figure ends none. Headings, items of a list, cells of a table and paragraphs end,
    too. Code and the addresses of links are not counted; quotes are, for they are read.
    """
    return Prose([each for passage in _passages(markdown) for each in _sentences(passage)])


def letters(word: str) -> int:
    """Count a word's letters, without figures, hyphens and the like."""
    return sum(map(str.isalpha, word))


def _passages(markdown: str) -> Iterator[str]:
    """Give the stretches that no sentence goes across, without the marks they begin with."""
    held: list[str] = []
    code = 4  # so many spaces after a blank line make code; below an item they go on with it
    for line in (*markdown.expandtabs(4).split("\n"), ""):
        if not held and line.startswith(" " * code):
            continue
        text = line[quote.end() :] if (quote := _QUOTE.match(line)) else line
        item, heading = _ITEM.match(text), _HEADING.match(text)
        if mark := item or heading:
            text = text[mark.end() :]
        if mark or (not held and not line.startswith(" ") and text):
            code = 8 if item else 4
        is_row = "|" in text
        if held and (mark or is_row or not text.strip()):
            yield " ".join(held)
            held = []
        if heading or is_row:
            yield from text.split("|")
        elif text.strip():
            held.append(text)


def _sentences(passage: str) -> Iterator[Sentence]:
    tokens = _CODE.sub(" ", _LINK.sub(r"\1", passage)).split()
    start = 0
    for number, token in enumerate(tokens, 1):
        following = tokens[number] if number < len(tokens) else ""
        if not following or _ends(token, following):
            if words := _words(tokens[start:number]):
                yield Sentence(" ".join(tokens[start:number]).replace("*", ""), words)
            start = number


def _words(tokens: list[str]) -> list[str]:
    """Give the words of a sentence; an address that is written out is none."""
    return _WORD.findall(" ".join(token for token in tokens if "://" not in token))


def _ends(token: str, following: str) -> bool:
    """Tell whether a sentence ends with a word, from how the next begins."""
    last = token.rstrip(_CLOSING)[-1:]
    if last and last in _MAY_END:
        first = following.lstrip(_OPENING)[:1]
        return not (first.islower() or first.isdigit())
    return bool(last) and last in _ENDS
