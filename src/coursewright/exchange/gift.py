"""GIFT, Moodle's text format for questions. Source: docs.moodle.org, GIFT format.

::begin:: [markdown]What helps? {
=Asking#Yes.
~Telling
####For everyone.
}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.exchange.gaps import HOLE, from_gaps, gaps_of, has_paragraphs
from coursewright.exchange.html import markdown_of
from coursewright.exchange.questions import (
    KEPT_BY_MOODLE,
    Question,
    Reading,
    Words,
    Written,
    from_pairs,
    from_text,
    left_out,
    lost,
    pairs_of,
    text_of,
)

NAME = "GIFT"
ENDING = ".gift"
_SIGNS = "\\~=#{}:"
_SPECIAL = re.compile(r"([\\~=#{}:])")
_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_HIDDEN = {sign: chr(0xE010 + number) for number, sign in enumerate(_SIGNS + "n")}
"""What stands for an escaped sign while a file is read, so that no other sign is taken for it."""

_SHOWN = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()} | {_HIDDEN["n"]: "\n"})
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]")
_NAME = re.compile(r"::([^:]*)::")
_AROUND_ANSWERS = re.compile(r"([^{}]*+)\{([^{}]*+)\}([^{}]*+)")
_ANSWER = re.compile(r"([=~])([^=~]*)")
_WEIGHT = re.compile(r"%(-?[0-9.]{1,12})%")
_GENERAL = "####"
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass(frozen=True)
class _Answer:
    """One answer. weight: in per cent; None where none is given."""

    sign: str
    text: str
    feedback: str
    weight: float | None

    @property
    def is_right(self) -> bool:
        return self.sign == "=" if self.weight is None else self.weight > 0


def write(bank: Question) -> Written:
    """Write a bank; what GIFT cannot say becomes a finding."""
    written = Written("")
    blocks = [f"$CATEGORY: {bank['title']}\n"]
    for number, question in enumerate(bank["questions"]):
        if not _can_say(question):
            written.findings.append(left_out(number, question, NAME))
            continue
        written.findings += lost(number, question, _kept(question), NAME)
        blocks.append(_block(question))
    written.text = "\n".join(blocks)
    return written


def _can_say(question: Question) -> bool:
    """One gap at most, and no arrow inside what an arrow joins: it cannot be escaped."""
    match question["choose"]:
        case "gap":
            return len(gaps_of(question)[1]) == 1
        case "match" | "sort":
            return not any("->" in text for pair in pairs_of(question) for text in pair)
        case kind:
            return kind in KEPT_BY_MOODLE


def _kept(question: Question) -> set[str]:
    kept = KEPT_BY_MOODLE[question["choose"]]
    if question["choose"] == "gap" and has_paragraphs(question):
        return kept - {"text"}
    rights = [right for _, right in pairs_of(question)] if question["choose"] == "sort" else [""]
    return kept - {"categories"} if len(rights) > 1 and len(set(rights)) == len(rights) else kept


def _block(question: Question) -> str:
    text, tail = text_of(question), ""
    if question["choose"] == "gap":
        text, _, tail = gaps_of(question)[0].partition(HOLE)
    answers = list(_answers(question))
    if question.get("feedback"):
        answers.append(f"####{_escaped(question['feedback'])}")
    inside = "\n".join(["", *answers, ""])
    name = _escaped(question["id"])
    return f"::{name}::[markdown]{_escaped(text)}{{{inside}}}{_escaped(tail)}\n"


def _answers(question: Question) -> Iterator[str]:
    match question["choose"]:
        case "true-false":
            yield _truth(question)
        case "match" | "sort":
            yield from (f"={_escaped(a)} -> {_escaped(b)}" for a, b in pairs_of(question))
        case "gap":
            said = "".join(question.get("gap_feedback", [])[:1])
            [words] = gaps_of(question)[1]
            yield from (f"={_escaped(word)}{_feedback(said)}" for word in words)
        case _:
            yield from _options(question)


def _truth(question: Question) -> str:
    """Give the answer; the first feedback is for who is wrong, the second for who is right."""
    right, wrong = ("if_true", "if_false") if question["answer"] else ("if_false", "if_true")
    said = "#".join(["", *(_text(question.get(key, "")) for key in (wrong, right))])
    return ("TRUE" if question["answer"] else "FALSE") + (said if said != "##" else "")


def _options(question: Question) -> Iterator[str]:
    options = question["options"]
    rights = sum(bool(each.get("correct")) for each in options)
    for each in options:
        is_right = bool(each.get("correct"))
        sign = "=" if is_right else "~"
        if question["choose"] == "many":
            sign = f"~%{100 / rights:.5f}%" if is_right else "~%-100%"
        yield f"{sign}{_text(each['text'])}{_feedback(each.get('feedback', ''))}"


def _feedback(text: str) -> str:
    return f"#{_text(text)}" if text else ""


def _text(text: str) -> str:
    return ("[markdown]" if text.startswith("[") else "") + _escaped(text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("\n", r"\n")


def read(text: str, file: str, words: Words) -> Reading:
    """Read all questions; what has no counterpart in a bank is told with its line."""
    reading = Reading(file)
    hidden = _ESCAPED.sub(lambda found: _HIDDEN[found[1]], text)
    for line, block in _blocks(hidden, reading):
        _GiftQuestion(reading, line, block, words).add()
    return reading


def _blocks(text: str, reading: Reading) -> Iterator[tuple[int, str]]:
    """Give each question with its first line's number: a blank line ends one."""
    start, gathered = 1, ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.startswith("$CATEGORY:"):
            title = line.partition(":")[2].rpartition("/")[2].strip()
            if reading.title and title != reading.title:
                reading.tell("exchange-category", number, line, title=title)
            reading.title = reading.title or title
        elif line.strip() and not line.lstrip().startswith("//"):
            start = start if gathered else number
            gathered += line + "\n"
        elif not line.strip() and gathered:
            yield start, gathered
            gathered = ""


class _GiftQuestion:
    """One question being read."""

    def __init__(self, reading: Reading, line: int, block: str, words: Words) -> None:
        self.reading, self.line, self.words = reading, line, words
        self.excerpt = _plain(block.split("\n", maxsplit=1)[0])
        named = _NAME.match(block.strip())
        self.name = _plain(named[1]) if named else ""
        self.body = _AROUND_ANSWERS.fullmatch(block.strip()[named.end() if named else 0 :].strip())

    def add(self) -> None:
        """Take the question over, or tell that it cannot be."""
        question = self._question(*self.body.groups()) if self.body else None
        if question is None:
            self._tell("exchange-not-read", format=NAME)
        else:
            self.reading.add(self.name, question)

    def _question(self, before: str, inside: str, tail: str) -> Question | None:
        form = _FORMAT.match(before.lstrip())
        inside, *general = inside.split(_GENERAL, 1)
        said = _in_markdown("".join(general))
        texts = (before.lstrip()[form.end() :] if form else before, tail)
        found = self._answered(inside.strip(), *texts, form[1] if form else "")
        return found | ({"feedback": said} if said and found else {}) if found else None

    def _answered(self, inside: str, before: str, tail: str, form: str) -> Question | None:
        word, *said = inside.split("#")
        answers = [_answer(*found.groups()) for found in _ANSWER.finditer(inside)]
        if not answers and word.strip().upper() in _TRUTH:
            return self._head(before, tail, form) | _true_false(_TRUTH[word.strip().upper()], said)
        if not answers or inside.startswith("#"):
            return None
        if all(each.sign == "=" for each in answers):
            pairs = [each.text.partition("->") for each in answers]
            if all(arrow for _, arrow, _ in pairs):
                stripped = [(left.strip(), right.strip()) for left, _, right in pairs]
                return self._head(before, tail, form) | from_pairs(stripped)
            return self._gap(answers, before, tail, form)
        return self._head(before, tail, form) | self._choices(answers)

    def _head(self, before: str, tail: str, form: str) -> Question:
        gap = "_____" if tail.strip() else ""
        return from_text(_rich(_plain(before.rstrip() + " " * bool(gap) + gap + tail), form))

    def _gap(self, answers: list[_Answer], before: str, tail: str, form: str) -> Question | None:
        text = _rich(_plain(before) + HOLE + _plain(tail), form)
        if any(each.weight not in (None, 100.0) for each in answers):
            self._tell("exchange-partial")
        found = from_gaps(text, [[each.text for each in answers]], self.words["fill-in"])
        said = next((each.feedback for each in answers if each.feedback), "")
        return found | ({"gap_feedback": [said]} if said else {}) if found else None

    def _choices(self, answers: list[_Answer]) -> Question:
        rights = [each.weight for each in answers if each.is_right]
        is_one = len(rights) == 1 and any(each.sign == "=" for each in answers)
        if len(set(rights)) > 1 or (is_one and rights[0] not in (None, 100.0)):
            self._tell("exchange-partial")
        options = [
            {"text": each.text}
            | ({"correct": True} if each.is_right else {})
            | ({"feedback": each.feedback} if each.feedback else {})
            for each in answers
        ]
        return {"choose": "one" if is_one else "many", "options": options}

    def _tell(self, code: str, **values: object) -> None:
        self.reading.tell(code, self.line, self.excerpt, id=self.name, **values)


def _answer(sign: str, inside: str) -> _Answer:
    weight = _WEIGHT.match(inside.lstrip())
    rest = inside.lstrip()[weight.end() :] if weight else inside
    text, *said = rest.split("#", 1)
    number = float(weight[1]) if weight else None
    return _Answer(sign, _one_line(text), _one_line("".join(said)), number)


def _true_false(answer: bool, said: list[str]) -> Question:
    wrong, right = (_one_line(text) for text in [*said, "", ""][:2])
    said_of = {"if_true": right if answer else wrong, "if_false": wrong if answer else right}
    told = {key: text for key, text in said_of.items() if text}
    return {"choose": "true-false", "answer": answer} | told


def _one_line(text: str) -> str:
    return " ".join(_in_markdown(text).split())


def _in_markdown(text: str) -> str:
    form = _FORMAT.match(text.strip())
    return _rich(_plain(text.strip()[form.end() :] if form else text), form[1] if form else "")


def _rich(text: str, form: str) -> str:
    return (markdown_of(text) if form == "html" else text).strip()


def _plain(text: str) -> str:
    return text.translate(_SHOWN)
