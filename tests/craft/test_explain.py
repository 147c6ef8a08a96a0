"""`coursewright explain`: every problem has its words and an example, and the example is true."""

import pytest

from coursewright.commands import main
from coursewright.commands.checking import check
from coursewright.commands.explaining import in_words, pairs
from coursewright.core.kinds import find_kinds
from coursewright.core.wording import problem_words
from coursewright.render.exercise import WORDS

KINDS = find_kinds()
PAIRS = pairs(KINDS)
CODES = problem_words(KINDS, WORDS)


def codes(folder, files):
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
    return {problem.code for problem in check(folder, KINDS, "en", None).problems}


@pytest.mark.parametrize("code", PAIRS)
def test_before_raises_the_code_and_after_raises_nothing(code, tmp_path):
    """A20 — what is shown as wrong is wrong, and what is shown as right is right."""
    assert code in codes(tmp_path, PAIRS[code].bad)
    assert codes(tmp_path, PAIRS[code].good) == set()


def test_every_code_has_an_example():
    """A20 — a new code needs one: `mended` in examples.yml, or an entry in explained.yml."""
    told = set(PAIRS) | set(in_words("da"))
    assert told == set(CODES)
    assert set(PAIRS) & set(in_words("da")) == set()
    assert set(in_words("da")) == set(in_words("en"))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_code_is_explained(language, capsys, monkeypatch):
    monkeypatch.setattr("coursewright.commands.explain.pairs", lambda _: PAIRS)
    monkeypatch.setattr("coursewright.commands.explain.find_kinds", lambda _: KINDS)
    for code in CODES:
        assert main(["explain", code, "--lang", language]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{code}: ")
        assert "\n- " in told or "\n+ " in told, code


def test_the_words_and_the_lines_as_they_are_shown(capsys):
    assert main(["explain", "band-gap", "--lang", "da"]) == 0
    told = capsys.readouterr().out
    assert "har ét bånd." in told
    assert "\n-             - {from: 2, to: 4, title: Begin, text: Begin.}\n+" in told
    assert main(["explain", "too-big", "--lang", "en"]) == 0
    assert "\n- content/modules/listening.yml is 1.2 MB\n+ " in capsys.readouterr().out


def test_all_codes_are_listed(capsys):
    assert main(["explain", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n  {code} " in told for code in CODES)


def test_a_code_that_there_is_not(capsys):
    assert main(["explain", "band-gab", "--lang", "en"]) == 2
    assert "Did you mean band-gap?" in capsys.readouterr().err
