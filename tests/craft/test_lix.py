"""The readability index: counted by hand, and with any text at all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coursewright.core.lix import read_prose

DANISH = (
    "Du spørger. Den anden tænker sig om. Bagefter fortæller hun, hvad der betyder noget for hende."
)
NORWEGIAN = (
    "Hva er viktig for deg nå? Kanskje vil du fortelle litt om arbeidet ditt, og om det du savner. "
    "Vi har god tid."
)
ENGLISH = (
    "A question opens more than an answer does. Somebody who has time to think aloud remembers "
    "what was said: it was their reason."
)


@pytest.mark.parametrize(
    ("text", "words", "sentences", "long_words", "lix"),
    [
        # 16 / 3 + 100 · 4 / 16 = 5.33 + 25
        (DANISH, 16, 3, ["spørger", "Bagefter", "fortæller", "betyder"], 30),
        # 23 / 3 + 100 · 3 / 23 = 7.67 + 13.04
        (NORWEGIAN, 23, 3, ["Kanskje", "fortelle", "arbeidet"], 21),
        (ENGLISH, 23, 3, ["question", "Somebody", "remembers"], 21),
        ("Et ord.", 2, 1, [], 2),
        ("Arbejdsmarkedsuddannelsesreform", 1, 1, ["Arbejdsmarkedsuddannelsesreform"], 101),
    ],
)
def test_counted_by_hand(text, words, sentences, long_words, lix):
    prose = read_prose(text)
    assert (len(prose.words), len(prose.sentences)) == (words, sentences)
    assert (prose.long_words, prose.lix) == (long_words, lix)


def sentences(markdown):
    return [sentence.text for sentence in read_prose(markdown).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja! Nej? Måske: hør; vent… Nu.", ["Ja!", "Nej?", "Måske:", "hør;", "vent…", "Nu."]),
        ("Spørg m.fl. og vent til d. 1. maj.", ["Spørg m.fl. og vent til d. 1. maj."]),
        ("Kl. er 10.30 eller 1,5 time. Så hjem.", ["Kl. er 10.30 eller 1,5 time.", "Så hjem."]),
        ("«Det vil jeg ikke.» Så gik han.", ["«Det vil jeg ikke.»", "Så gik han."]),
        ("«Hvorfor?», sagde han.", ["«Hvorfor?», sagde han."]),
        ("Hun tav ... og smilede.", ["Hun tav ... og smilede."]),
        ("**Godt!** *Vi ses.*", ["Godt!", "Vi ses."]),
        ("to linjer\ner én sætning", ["to linjer er én sætning"]),
    ],
)
def test_where_a_sentence_ends(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## En titel\nog tekst", ["En titel", "og tekst"]),
        ("- et\n- to\n  mere\n\n    og mere\n1. tre", ["et", "to mere", "og mere", "tre"]),
        ("et afsnit\n\net til", ["et afsnit", "et til"]),
        ("> et citat\n> går videre\n>\n> - og et punkt", ["et citat går videre", "og et punkt"]),
        ("| a | b |\n|---|---|\n| c d | e |", ["a", "b", "c d", "e"]),
        ("tekst\n\n    kode, kode\n\nog tekst", ["tekst", "og tekst"]),
        ("    kode først\n\ntekst", ["tekst"]),
        ("- et\n\n        kode\n", ["et"]),
        ("Titel\n---\nog tekst", ["Titel --- og tekst"]),
        ("før\n\n* * *\n\nefter", ["før", "efter"]),
    ],
)
def test_what_ends_without_a_stop(markdown, expected):
    assert sentences(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("[læs her](https://example.org/en_lang_adresse)", ["læs", "her"]),
        ("![to stole](billeder/stole.png)", ["to", "stole"]),
        ("Se https://example.org/adresse. Nu", ["Se", "Nu"]),
        ("Skriv `lix: 35` der", ["Skriv", "der"]),
        ("e-mail, spørge-skala og «don’t»", ["e-mail", "spørge-skala", "og", "don’t"]),
        ("**fed** og _skrå_", ["fed", "og", "skrå"]),
        ("1.250 kr. i 2024", ["1.250", "kr", "i", "2024"]),
    ],
)
def test_what_counts_as_a_word(markdown, words):
    assert read_prose(markdown).words == words


def test_only_letters_make_a_word_long():
    """A year, a number and a hyphen add no letters."""
    assert read_prose("1968-2024 e-mails skala-form 12345678").long_words == ["skala-form"]


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "…", "?! ... --- ***", "😀 👩‍👩‍👧 🎉", "> \n# \n- ", "|", "`"]
)
def test_a_text_without_words(text):
    prose = read_prose(text)
    assert (prose.words, prose.sentences, prose.lix) == ([], [], 0)


MARKS = st.sampled_from(
    [
        *"#->*+|`[]()!?.:;…«»\"'\n\t 1æÅß",
        "\n\n",
        "    ",
        "1. ",
        "](",
        "😀",
        "e\u0301",
        "ord ",
        "spørgsmål ",
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(MARKS, max_size=80).map("".join)))
@example("\n" * 50 + ">" * 50 + "`[](" * 20)
def test_any_text_can_be_measured(text):
    prose = read_prose(text)
    assert all(sentence.words for sentence in prose.sentences)
    assert 0 < len(prose.sentences) <= len(prose.words) or not prose.words
    most = len(prose.words) / max(len(prose.sentences), 1) + 100
    assert 0 <= prose.lix <= round(most)
    assert set(prose.long_words) <= set(prose.words)


WORD = st.text("abcdefgæøå", min_size=1, max_size=12)
SENTENCES = st.lists(st.lists(WORD, min_size=1, max_size=20), min_size=1, max_size=10)


@settings(deadline=None)
@given(SENTENCES)
def test_the_formula(written):
    """Whatever is written in plain sentences is counted as Björnsson counts it."""
    text = " ".join(" ".join(["A", *words]) + "." for words in written)
    words = [word for sentence in written for word in ["A", *sentence]]
    share = 100 * sum(len(word) > 6 for word in words) / len(words)
    assert read_prose(text).lix == round(len(words) / len(written) + share)


@settings(deadline=None)
@given(SENTENCES)
def test_the_same_text_wrapped_and_quoted(written):
    """Line ends inside a paragraph and marks around it change nothing."""
    plain = [" ".join(["A", *words]) + "." for words in written]
    quoted = "\n".join("> " + line.replace(" ", "\n> ") for line in plain)
    assert read_prose(quoted).lix == read_prose(" ".join(plain)).lix
