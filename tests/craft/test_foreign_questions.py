"""Files of questions as other programs write them, and the commands that take them over."""

import re
from pathlib import Path

import pytest

import coursewright.exchange
from coursewright.commands import main
from coursewright.core.kinds import find_kinds
from coursewright.core.source import read_source
from coursewright.core.wording import read_words
from coursewright.exchange.formats import FORMATS, format_of
from coursewright.exchange.html import markdown_of
from tests.guide.places import ROOT

BANK = find_kinds()["quiz"].shelf.model
WORDS = {"fill-in": "What belongs here?"}
EXCHANGE = Path(coursewright.exchange.__file__).parent


def as_read(bank):
    """Give a bank as the model reads it, in plain data again."""
    return BANK.model_validate(bank).model_dump(by_alias=True, exclude_defaults=True)


GIFT = r"""
// a comment
$CATEGORY: $course$/top/Talks

::Grant::Who is buried in Grant's tomb? {=no one #yes! =nobody ~Grant}

What helps?{
  ~%50%Asking
  ~%50%Listening#Good.
  ~%-100%Telling
  ####Think of the last time.
}

The sun rises in the {=east =East} every day.

// with HTML
[html]<p>Is it <b>so</b>?</p>{T#No.#Yes.}

Match. { =cat -> meows =dog -> barks =hen -> clucks =horse -> neighs }

Write an essay. {}

How many? {#3:1}

Just read this.
"""


def test_gift_as_others_write_it():
    """Every sort of question in Moodle's own description."""
    reading = FORMATS["gift"].read(GIFT, "x.gift", WORDS)
    grant, helps, sun, so, match = reading.questions
    assert reading.title == "Talks"
    assert [grant["id"], helps["id"]] == ["grant", "what-helps"]
    assert grant["choose"] == "many"
    assert grant["options"][0] == {"text": "no one", "correct": True, "feedback": "yes!"}
    assert [bool(each.get("correct")) for each in helps["options"]] == [True, True, False]
    assert helps["feedback"] == "Think of the last time."
    assert (sun["question"], sun["text"]) == (
        "What belongs here?",
        "The sun rises in the {east|East} every day.",
    )
    assert (so["question"], so["answer"], so["if_true"]) == ("Is it **so**?", True, "Yes.")
    assert match["pairs"][3] == {"left": "horse", "right": "neighs"}
    assert [(each.place.line, each.excerpt) for each in reading.problems] == [
        (21, "Write an essay. {}"),
        (23, "How many? {#3:1}"),
        (25, "Just read this."),
    ]


MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="multichoice"><name><text>Q 1</text></name>
<questiontext format="html">
<text><![CDATA[<p>First read.</p><p>What <em>helps</em>?<br></p>]]></text>
<file name="a.png" path="/" encoding="base64">AAAA</file></questiontext>
<single>true</single>
<answer fraction="100" format="html"><text>&lt;p&gt;Asking&lt;/p&gt;</text>
<feedback><text>Yes</text></feedback></answer>
<answer fraction="50"><text>Listening</text></answer>
<answer fraction="0"><text>Telling</text></answer>
</question>
<question type="shortanswer"><name><text>s</text></name><questiontext format="markdown">
<text>Capital?</text></questiontext><answer fraction="100"><text>Paris</text></answer></question>
<question type="essay"><name><text>e</text></name>
<questiontext><text>Write.</text></questiontext></question>
</quiz>"""


def test_moodle_as_moodle_writes_it():
    reading = FORMATS["moodle"].read(MOODLE, "x.xml", WORDS)
    many, gap = reading.questions
    assert (many["intro"], many["question"]) == ("First read.", "What *helps*?")
    assert many["choose"] == "many"
    assert many["options"][0] == {"text": "Asking", "correct": True, "feedback": "Yes"}
    assert (gap["question"], gap["text"]) == ("Capital?", "{Paris}")
    codes = [problem.code for problem in reading.problems]
    assert codes == ["exchange-partial", "exchange-files", "exchange-type"]


BOMB = '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz><question>&b;</question></quiz>'
OUTSIDE = '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'


@pytest.mark.parametrize(
    "text", [BOMB, OUTSIDE, "<quiz><question></quiz>", "", "<quiz>\x00</quiz>"]
)
def test_xml_that_is_none_or_means_harm_is_refused(text):
    """A17, E4 — entities are not read, and what is no XML is told."""
    reading = FORMATS["moodle"].read(text, "x.xml", WORDS)
    assert [problem.code for problem in reading.problems] == ["exchange-not-xml"]
    assert reading.questions == []


def test_aiken_says_one_right_answer_only():
    text = "What helps?\nA. Asking\nB) Telling\nANSWER: A\n\nLeft?\nA. a\nB. b\nANSWER: C\n\nEnd"
    reading = FORMATS["aiken"].read(text, "x.txt", WORDS)
    assert reading.questions == [
        {
            "id": "what-helps",
            "choose": "one",
            "question": "What helps?",
            "options": [{"text": "Asking", "correct": True}, {"text": "Telling"}],
        }
    ]
    assert [problem.place.line for problem in reading.problems] == [9, 11]


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a <b>b</b></p><p>c</p>", "a **b**\n\nc"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d", "- a\n- b\n  - c\n\nd"),
        ("<ol><li>a</li></ol>", "1. a"),
        ('<a href="https://x.dk">x</a>', "[x](https://x.dk)"),
        ("<script>alert(1)</script>a * b", "a \\* b"),
        ("<h2>A</h2>b", "## A\n\nb"),
    ],
)
def test_html_becomes_markdown(html, markdown):
    assert markdown_of(html) == markdown


@pytest.mark.parametrize(
    ("text", "file", "form"),
    [("<quiz/>", "a.xml", "moodle"), ("\ufeff<quiz/>", "a", "moodle"),
     ("Q\nA. a\nB. b\nANSWER: A", "a.txt", "aiken"), ("::a:: b {T}", "a.txt", "gift")],
)  # fmt: skip
def test_the_format_is_known_by_what_stands_there(text, file, form):
    assert format_of(text, file) == form


def test_the_commands_there_and_back(tmp_path, capsys):
    bank, out = ROOT / "quizzes/motivation.yml", tmp_path / "m.gift"
    assert main(["quiz", "export", str(bank), "--format", "gift", "--to", str(out)]) == 0
    told = capsys.readouterr().err
    assert "warning[exchange-lost]" in told
    target = tmp_path / "quizzes" / "again.yml"
    assert main(["quiz", "import", str(out), "--to", str(target), "--lang", "da"]) == 0
    assert "Kør: coursewright check" in capsys.readouterr().out.replace("kør", "Kør")
    assert as_read(read_source(target.read_bytes(), "x").data)["bank"] == "again"
    before = target.read_bytes()
    assert before.startswith(b"# yaml-language-server: $schema=../.coursewright/schema/bank.json\n")
    assert main(["quiz", "import", str(out), "--to", str(target)]) == 2
    assert target.read_bytes() == before


def test_what_stands_in_the_way_of_an_import(tmp_path, capsys):
    """E4 — a file that is none, a bad name, nothing to read: told, and nothing is written."""
    wrong = tmp_path / "x.gift"
    wrong.write_bytes(b"\xff\xd8\xff\xe0")
    to = tmp_path / "b.yml"
    assert main(["quiz", "import", str(wrong), "--to", str(to)]) == 2
    assert main(["quiz", "import", str(tmp_path / "gone"), "--to", str(to)]) == 2
    wrong.write_text("Just text.")
    assert main(["quiz", "import", str(wrong), "--to", str(tmp_path / "Æ.yml")]) == 2
    assert main(["quiz", "import", str(wrong), "--to", str(to), "--lang", "en"]) == 1
    assert "Nothing was written" in capsys.readouterr().out
    assert not to.exists()


def test_a_bank_with_mistakes_is_not_exported(tmp_path, capsys):
    bank = tmp_path / "b.yml"
    bank.write_text("bank: b\ntitle: B\nquestions: []\n")
    assert main(["quiz", "export", str(bank), "--format", "moodle"]) == 1
    output = capsys.readouterr()
    assert (output.out, "too-few" in output.err) == ("", True)


def test_every_code_has_words_in_both_languages():
    told = read_words(EXCHANGE / "words.yml")["problems"]
    used = {
        code
        for file in EXCHANGE.glob("*.py")
        for code in re.findall(r'"((?:exchange|outline)-[a-z-]+)"', file.read_text("utf-8"))
    }
    assert used == set(told)
    assert all(set(words) == {"da", "en"} for words in told.values())
