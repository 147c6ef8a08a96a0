"""Banks from and to GIFT, Aiken and Moodle XML: what a format can say comes back as it was."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import coursewright.exchange
from coursewright.core.kinds import find_kinds
from coursewright.core.source import read_source
from coursewright.exchange.formats import FORMATS
from coursewright.exchange.yaml_writing import write_yaml
from tests.guide.places import ROOT

BANK = find_kinds()["quiz"].shelf.model
WORDS = {"fill-in": "What belongs here?"}
EXCHANGE = Path(coursewright.exchange.__file__).parent

# Every sign that means something in one of the formats, and letters of all sorts.
SIGNS = some.sampled_from([*"\\~=#{}:%[]<>&\"'/|@*_-+.,!?abcÆøå漢😀0123456789 "])
LINE = some.text(SIGNS, min_size=1, max_size=25).map(lambda t: " ".join(t.split())).filter(bool)
WORD = LINE.map(lambda t: re.sub(r"[{}|]", "", t).strip()).filter(bool)
PARAGRAPHS = some.lists(LINE, min_size=1, max_size=3).map("\n\n".join)
ID = some.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


def head(choose):
    optional = {"intro": PARAGRAPHS, "feedback": PARAGRAPHS, "tool": ID}
    return {"id": ID, "choose": some.just(choose), "question": LINE}, optional


def question(choose, **fields):
    needed, optional = head(choose)
    told = {key: fields.pop(key) for key in list(fields) if key.startswith(("if_", "extra"))}
    return some.fixed_dictionaries({**needed, **fields}, optional={**optional, **told})


def texts(least, most):
    return some.lists(LINE, min_size=least, max_size=most, unique_by=str.casefold)


def options(marks):
    def made(drawn):
        said, right, feedback = drawn
        return [
            {"text": text}
            | ({"correct": True} if marks(number, right) else {})
            | ({"feedback": feedback} if number == 0 and feedback else {})
            for number, text in enumerate(said)
        ]

    return some.tuples(texts(2, 5), some.integers(0, 1), LINE | some.none()).map(made)


def sort_of(drawn):
    titles, items = drawn
    placed = [{"text": text, "in": titles[n % len(titles)]} for n, text in enumerate(items)]
    return {"categories": [{"title": title} for title in titles], "items": placed}


ONE = question("one", options=options(lambda number, right: number == right))
MANY = question("many", options=options(lambda number, right: number <= right))
TRUTH = question("true-false", answer=some.booleans(), if_true=LINE, if_false=LINE)
MATCH = question(
    "match",
    pairs=some.tuples(texts(2, 5), texts(5, 5)).map(
        lambda drawn: [{"left": a, "right": b} for a, b in zip(*drawn, strict=False)]
    ),
)
ORDER = question("order", items=texts(3, 6).map(lambda said: [{"text": text} for text in said]))
SORT = some.tuples(
    question("sort"), some.tuples(texts(2, 3), texts(4, 6)).map(sort_of)
).map(lambda both: both[0] | both[1])  # fmt: skip
GAP = question(
    "gap",
    text=some.tuples(some.lists(WORD, min_size=1, max_size=3, unique=True), WORD, WORD).map(
        lambda drawn: f"{drawn[1]} {{{'|'.join(drawn[0])}}} {drawn[2]}"
    ),
)
QUESTION = some.one_of(ONE, MANY, TRUTH, MATCH, ORDER, SORT, GAP)
BANKS = some.lists(QUESTION, min_size=1, max_size=3, unique_by=lambda q: q["id"]).map(
    lambda questions: {"bank": "b", "title": "B", "questions": questions}
)


def as_read(bank):
    """Give a bank as the model reads it, in plain data again."""
    return BANK.model_validate(bank).model_dump(by_alias=True, exclude_defaults=True)


def without_lost(bank, findings):
    """Take out of a bank what was told to be lost."""
    questions = json.loads(json.dumps(bank["questions"]))
    for found in findings:
        _, number, *way = found.path
        if found.code == "exchange-left-out":
            questions[number] = None
        elif way != ["id"]:
            *before, last = way
            inside = questions[number]
            for step in before:
                inside = inside[step]
            del inside[last]
    return [each for each in questions if each]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40, deadline=None)
@given(bank=BANKS)
def test_what_a_format_can_say_comes_back_and_the_rest_is_told(name, bank):
    """E1 — nothing is lost without a word."""
    bank = as_read(bank)
    written = FORMATS[name].write(bank)
    reading = FORMATS[name].read(written.text, "x", WORDS)
    kept = without_lost(bank, written.findings)
    told = {found.path[1] for found in written.findings if found.path[2:] == ("id",)}
    if told:
        kept = [{**each, "id": ""} for each in kept]
        reading.questions = [{**each, "id": ""} for each in reading.questions]
    assert reading.problems == []
    assert reading.questions == kept


@settings(max_examples=40, deadline=None)
@given(bank=BANKS)
def test_the_yaml_of_a_bank_says_the_same(bank):
    """A1, A9–A11 — whatever an imported text looks like, it is a text in the bank."""
    bank = as_read(bank)
    source = read_source(write_yaml(bank).encode(), "b.yml")
    assert source.problems == []
    assert as_read(source.data) == bank


@pytest.mark.parametrize("name", FORMATS)
def test_every_bank_here_goes_out_and_in(name):
    for file in sorted((ROOT / "quizzes").glob("*.yml")):
        bank = as_read(read_source(file.read_bytes(), file.name).data)
        written = FORMATS[name].write(bank)
        reading = FORMATS[name].read(written.text, "x", WORDS)
        assert reading.problems == []
        gone = [found for found in written.findings if found.code == "exchange-left-out"]
        assert len(reading.questions) == len(bank["questions"]) - len(gone)
        if name == "moodle":
            assert gone == []
        if reading.questions:
            as_read({"bank": "b", "title": "B", "questions": reading.questions})


def test_moodle_xml_is_well_formed_and_has_the_parts_that_moodle_asks_for():
    bank = as_read(read_source((ROOT / "quizzes/motivation.yml").read_bytes(), "b").data)
    top = ElementTree.fromstring(FORMATS["moodle"].write(bank).text)
    assert top.tag == "quiz"
    for each in top.findall("question")[1:]:
        assert each.findtext("name/text")
        assert each.find("questiontext").get("format") == "markdown"
        assert each.findtext("questiontext/text")
