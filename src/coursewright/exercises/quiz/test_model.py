"""The YAML shape: references, banks, and what the version notices."""

import pytest

from coursewright.exercises.quiz.bank import Bank
from coursewright.exercises.quiz.model import Quiz

CLAIM = {"id": "reasons", "choose": "true-false", "question": "Reasons help.", "answer": "ja"}
CHOICE = {
    "id": "begin",
    "tool": "sources",
    "choose": "one",
    "question": "What helps?",
    "options": [{"text": "Asking", "correct": "ja"}, {"text": "Telling"}],
}


def bank(*questions):
    return Bank.model_validate({"bank": "motivation", "title": "M", "questions": questions})


def resolved(body, *questions):
    quiz = Quiz.model_validate(body)
    return quiz.resolve({"quizzes": {"motivation": bank(*questions)}})


def test_a_bare_reference_takes_id_and_tool_from_its_question():
    quiz, findings = resolved({"use": "motivation/begin"}, CLAIM, CHOICE)
    assert findings == []
    assert (quiz.id, quiz.tool, quiz.heading()) == ("begin", "sources", "What helps?")
    assert list(quiz.scored()) == [("begin", ("use",))]


def test_questions_come_in_the_order_they_are_named():
    body = {"id": "both", "questions": ["motivation/begin", "motivation/reasons"]}
    quiz, _ = resolved(body, CLAIM, CHOICE)
    assert [question.id for question in quiz.drawn] == ["begin", "reasons"]
    assert [name for name, _ in quiz.scored()] == ["begin", "reasons"]
    assert quiz.tool is None


def test_the_version_knows_the_wording_of_the_questions():
    one, _ = resolved({"use": "motivation/reasons"}, CLAIM)
    same, _ = resolved({"use": "motivation/reasons"}, CLAIM, CHOICE)
    other, _ = resolved({"use": "motivation/reasons"}, {**CLAIM, "question": "Reasons hurt."})
    assert one.version() == same.version() != other.version()


def test_an_unknown_reference_is_told_with_the_nearest_name():
    body = {"id": "both", "questions": ["motivaton/begin", "motivation/begun"]}
    _, findings = resolved(body, CHOICE)
    assert [(found.code, found.path, found.values["near"]) for found in findings] == [
        ("no-such-bank", ("questions", 0), "motivation"),
        ("no-such-question", ("questions", 1), "begin"),
    ]


def test_a_bank_that_could_not_be_read_is_not_told_twice():
    quiz = Quiz.model_validate({"use": "motivation/begin"})
    _, findings = quiz.resolve({"quizzes": {"motivation": None}})
    assert findings == []


def test_an_option_is_known_by_its_words_wherever_it_stands():
    turned = {**CHOICE, "options": CHOICE["options"][::-1]}
    [first], [second] = bank(CHOICE).questions, bank(turned).questions
    assert first.right() == second.right()
    assert len({option.value for option in first.options}) == 2


def test_what_is_wrong_in_a_bank_is_told_at_its_place():
    wrong = {**CHOICE, "options": [{"text": "Asking"}, {"text": "asking"}]}
    findings = list(bank(CLAIM, CLAIM, wrong).findings())
    assert [(found.code, found.path) for found in findings] == [
        ("question-id-taken", ("questions", 1, "id")),
        ("equal-options", ("questions", 2, "options", 1, "text")),
        ("no-right-answer", ("questions", 2, "options")),
    ]


@pytest.mark.parametrize("word", ["ja", "yes", "sandt", "nej", "no", "falsk"])
def test_an_answer_is_yes_or_no_in_the_trainers_words(word):
    """A1: `no` is the word that was typed, and means what it says."""
    [claim] = bank({**CLAIM, "answer": word}).questions
    assert claim.answer is (word in {"ja", "yes", "sandt"})
