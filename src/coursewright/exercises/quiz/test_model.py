"""The YAML shape: references, banks, and what the version notices."""

import pytest

from coursewright.exercises.quiz.bank import Bank
from coursewright.exercises.quiz.model import Quiz
from coursewright.exercises.quiz.questions.items import mixed

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


GAPS = {"id": "gaps", "choose": "gap", "question": "What is missing?"}
SORT = {
    "id": "sort",
    "choose": "sort",
    "question": "Where from?",
    "categories": ["Inside", {"id": "out", "title": "Outside"}],
    "items": [{"text": "Joy", "in": "inside"}, {"text": "Pay", "in": "out", "id": "pay"}],
}


def test_a_whole_bank_is_asked_or_some_of_it():
    quiz, findings = resolved({"id": "all", "bank": "motivation", "pick": 1}, CLAIM, CHOICE)
    assert findings == []
    assert [question.id for question in quiz.drawn] == ["reasons", "begin"]
    assert list(quiz.scored()) == [("reasons", ("bank",)), ("begin", ("bank",))]
    _, findings = resolved({"id": "all", "bank": "motivation", "pick": 3}, CLAIM, CHOICE)
    assert [(found.code, found.values) for found in findings] == [
        ("pick-too-many", {"pick": 3, "count": 2})
    ]


def test_a_bank_that_is_missing_is_told_once():
    _, findings = resolved({"id": "all", "bank": "motivatoin", "pick": 2}, CLAIM)
    assert [(found.code, found.values["near"]) for found in findings] == [
        ("no-such-bank", "motivation")
    ]


def test_a_category_is_named_by_its_id_or_its_title():
    [sort] = bank(SORT).questions
    assert sort.key()["right"]["pay"] == "out"
    assert len(set(sort.key()["right"].values())) == 2
    turned = {**SORT, "items": SORT["items"][::-1], "categories": SORT["categories"][::-1]}
    [other] = bank(turned).questions
    assert other.key()["right"] == sort.key()["right"]


def test_an_item_in_no_category_is_told_with_the_nearest_name():
    wrong = {**SORT, "items": [*SORT["items"], {"text": "Pride", "in": "insdie"}]}
    [found] = bank(wrong).findings()
    assert (found.code, found.path) == ("no-such-category", ("questions", 0, "items", 2, "in"))
    assert found.values["near"] == "Inside"


def test_gaps_are_known_by_their_first_word():
    [gap] = bank({**GAPS, "text": "First {ask|enquire}, then {listen}, then {ask}."}).questions
    first, _, last = gap.holes()
    assert first.accepted == ("ask", "enquire")
    assert last.value == f"{first.value}-2"
    [other] = bank({**GAPS, "text": "Then {listen} and {ask| inquire}."}).questions
    assert other.holes()[1].value == first.value
    assert list(gap.prompts()) == [f"gaps.part.{hole.value}" for hole in gap.holes()]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("No gap.", "no-gap"),
        ("{a", "lone-brace"),
        ("a}", "lone-brace"),
        ("{{a}}", "lone-brace"),
        ("{a\n}", "lone-brace"),
        ("{ }", "empty-gap"),
        ("{a|}", "empty-gap"),
        ("[x](y{a})", "gap-in-link"),
        ("![{a}](y.png)", "gap-in-link"),
        ("<https://{a}>", "gap-in-link"),
        ("[x][y] {a}\n\n[y]: z{b}", "gap-in-link"),
    ],
)
def test_a_gap_is_written_in_braces_where_a_field_can_stand(text, code):
    findings = list(bank({**GAPS, "text": text}).findings())
    assert [(found.code, found.path) for found in findings] == [(code, ("questions", 0, "text"))]


@pytest.mark.parametrize("names", [["a", "b"], ["a", "b", "c"], list("abcdefgh")])
def test_what_is_mixed_never_stands_as_it_should(names):
    for number in range(50):
        mix = mixed(names, f"question-{number}")
        assert sorted(mix) == names != mix
        assert mix == mixed(names, f"question-{number}")
