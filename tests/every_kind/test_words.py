"""Everything that is said, to participants and to trainers, is said in their language."""

from string import Formatter

import pytest

from coursewright.core.wording import interface_words, problem_words, read_words, tell
from coursewright.testing import every_bad_example
from coursewright.testing.examples import examples_of
from tests.every_kind.rooms import KINDS, codes_of

TOLD = ("da", "en")
SPOKEN = ("da", "en", "nb")


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def own_words(kind):
    return read_words(kind.folder / "words.yml")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_problem_has_words(kind, kinds):
    catalogue = problem_words(kinds)
    expected = {code for example in examples_of(kind) for code in example.expected}
    for code in codes_of(kind) | expected:
        assert set(TOLD) <= set(catalogue[code]), code


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_problem_of_the_room_has_a_bad_example(kind):
    """Words without an example are told by nothing, or left over from a problem that is gone."""
    expected = {code for example in examples_of(kind) for code in example.expected}
    assert codes_of(kind) <= expected


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_room_takes_another_rooms_problem(kind):
    own = set(own_words(kind).get("problems", {}))
    others = [own_words(other).get("problems", {}) for other in KINDS if other is not kind]
    assert own.isdisjoint({code for problems in others for code in problems})


@every_bad_example()
@pytest.mark.parametrize("language", TOLD)
def test_a_problem_can_be_told(example, language, kinds):
    for problem in example.problems:
        told = tell(problem, problem_words(kinds), language)
        assert told.message
        assert "{" not in told.message.replace("{{", "")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_interface_says_the_same_in_every_language(kind):
    interface = own_words(kind)["interface"]
    assert set(SPOKEN) <= set(interface)
    for language in SPOKEN:
        assert set(interface[language]) == set(interface["en"]), language
        for key, text in interface["en"].items():
            assert placeholders(interface[language][key]) == placeholders(text), (language, key)
    assert interface_words([kind.folder / "words.yml"], "da")["kind"]
