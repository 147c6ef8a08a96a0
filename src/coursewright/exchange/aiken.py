"""Aiken: questions with one right answer, and nothing else. Source: docs.moodle.org, Aiken format.

What helps?
A. Asking
B. Telling
ANSWER: A
"""

import re
from string import ascii_uppercase

from coursewright.core.naming import suggest_id
from coursewright.core.problems import Finding
from coursewright.exchange.questions import (
    Question,
    Reading,
    Words,
    Written,
    left_out,
    lost,
    shortened,
)

NAME = "Aiken"
ENDING = ".txt"
_KEPT = {"options", "options.text", "options.correct"}
_OPTION = re.compile(r"([A-Z])[.)]\s+(\S.*)")
_ANSWER = re.compile(r"ANSWER:\s*([A-Z])\s*")


def write(bank: Question) -> Written:
    """Write the questions with one right answer; what else there is becomes a finding."""
    written = Written("")
    blocks = []
    for number, question in enumerate(bank["questions"]):
        if question["choose"] != "one" or _looks_like_an_answer(question["question"]):
            written.findings.append(left_out(number, question, NAME))
            continue
        blocks.append(_block(question))
        written.findings += lost(number, question, _KEPT, NAME)
        if shortened(suggest_id(question["question"])) != question["id"]:
            values = {"id": question["id"], "field": "id", "format": NAME}
            path = ("questions", number, "id")
            written.findings.append(Finding("exchange-lost", path, values, "warning"))
    written.text = "\n".join(blocks)
    return written


def _looks_like_an_answer(text: str) -> bool:
    return bool(_OPTION.fullmatch(text) or _ANSWER.fullmatch(text))


def _block(question: Question) -> str:
    options = list(zip(ascii_uppercase, question["options"], strict=False))
    lines = [question["question"], *(f"{letter}. {each['text']}" for letter, each in options)]
    right = next(letter for letter, each in options if each.get("correct"))
    return "\n".join([*lines, f"ANSWER: {right}", ""])


def read(text: str, file: str, words: Words) -> Reading:
    """Read all questions; one without options or without an answer that is there is told."""
    reading = Reading(file)
    asked: list[str] = []
    options: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if found := _ANSWER.fullmatch(line.strip()):
            if asked and len(options) > 1 and found[1] in options:
                reading.add("", _question(asked, options, found[1]))
            else:
                reading.tell("exchange-not-read", number, line, format=NAME)
            asked, options = [], {}
        elif asked and (found := _OPTION.fullmatch(line.strip())):
            options[found[1]] = found[2]
        elif line.strip():
            asked.append(line.strip())
    if asked:
        reading.tell("exchange-not-read", number, asked[0], format=NAME)
    return reading


def _question(asked: list[str], options: dict[str, str], right: str) -> Question:
    made = [
        {"text": text} | ({"correct": True} if letter == right else {})
        for letter, text in options.items()
    ]
    return {"choose": "one", "question": " ".join(asked), "options": made}
