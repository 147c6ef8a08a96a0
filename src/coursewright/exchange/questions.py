"""What all formats of questions share: the data in between, ids, and what is lost on the way."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from coursewright.core.naming import suggest_id
from coursewright.core.problems import Finding, Path, Place, Problem

Question = dict[str, Any]
"""A question as it stands in a bank: {"id": …, "choose": "one", "question": …, "options": […]}."""

Words = Mapping[str, str]
"""What an imported question gets where the other format says nothing, in the course's language."""

_MADE_ID = 40
_KEPT_ALWAYS = frozenset({"id", "choose", "question"})
_AROUND = {"intro", "feedback"}
_OPTIONS = {"options", "options.text", "options.correct", "options.feedback"}
KEPT_BY_MOODLE: Mapping[str, set[str]] = {
    "one": _AROUND | _OPTIONS,
    "many": _AROUND | _OPTIONS,
    "true-false": _AROUND | {"answer", "if_true", "if_false"},
    "match": _AROUND | {"pairs", "pairs.left", "pairs.right", "extra"},
    "sort": _AROUND | {"categories", "categories.title", "items", "items.text", "items.in"},
    "gap": _AROUND | {"text", "gap_feedback"},
}
"""Type of question → its fields that both of Moodle's formats have a place for."""


@dataclass
class Written:
    """A bank in another format. findings: what could not be said there, as warnings."""

    text: str
    findings: list[Finding] = field(default_factory=list)


@dataclass
class Reading:
    """Questions read from another format.

    file: its path, for problems. problems: what could not be taken over, as warnings.
    """

    file: str
    title: str = ""
    questions: list[Question] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, name: str, question: Question) -> None:
        """Take a question over; its id is made from its name, or from its words."""
        taken = {each["id"] for each in self.questions}
        made = shortened(suggest_id(name) or suggest_id(question["question"])) or "question"
        numbers = (f"{made}-{number}" for number in range(2, len(taken) + 3))
        new = made if made not in taken else next(each for each in numbers if each not in taken)
        self.questions.append({"id": new, **question})

    def tell(self, code: str, line: int, excerpt: str = "", **values: object) -> None:
        """Tell what could not be taken over. line: from 1."""
        place = Place(line, 1)
        self.problems.append(Problem(code, self.file, place, excerpt, values, "warning"))


def shortened(name: str) -> str:
    """Give the first words of an id, at most some forty characters of them."""
    if len(name) <= _MADE_ID:
        return name
    return name[: _MADE_ID + 1].rpartition("-")[0] or name[:_MADE_ID]


def left_out(number: int, question: Question, form: str) -> Finding:
    """Say that a question of this type cannot be written in a format."""
    values = {"id": question["id"], "choose": question["choose"], "format": form}
    return Finding("exchange-left-out", ("questions", number), values, "warning")


def lost(number: int, question: Question, kept: Collection[str], form: str) -> Iterator[Finding]:
    """Say which fields of a question a format cannot say.

    kept: names of fields that it can, those inside a list as `options.feedback`.
    """
    for way, name in _fields(question):
        if name not in kept and name not in _KEPT_ALWAYS:
            values = {"id": question["id"], "field": name.rpartition(".")[2], "format": form}
            yield Finding("exchange-lost", ("questions", number, *way), values, "warning")


def _fields(question: Question) -> Iterator[tuple[Path, str]]:
    for name, value in question.items():
        yield (name,), name
        for index, entry in enumerate(value if isinstance(value, list) else ()):
            for inner in entry if isinstance(entry, dict) else ():
                yield (name, index, inner), f"{name}.{inner}"


def text_of(question: Question) -> str:
    """Give what is read before the answer: the intro, and the question as the last paragraph."""
    return "\n\n".join(filter(None, (question.get("intro"), question["question"])))


def from_text(text: str) -> Question:
    """Take a text apart again: the last paragraph asks, on one line; the rest leads up to it."""
    before, _, last = text.strip().rpartition("\n\n")
    asked: Question = {"question": " ".join(last.split())}
    return asked | ({"intro": before.strip()} if before.strip() else {})


def pairs_of(question: Question) -> list[tuple[str, str]]:
    """Give what belongs together, of a match or a sort; what belongs to nothing has "" to it."""
    if question["choose"] == "match":
        pairs = [(pair["left"], pair["right"]) for pair in question["pairs"]]
        return pairs + [("", text) for text in question.get("extra", [])]
    titles: dict[str | None, str] = {}
    for each in question["categories"]:
        titles |= {each["title"].casefold(): each["title"], each.get("id"): each["title"]}
    return [
        (each["text"], titles.get(each["in"]) or titles[each["in"].casefold()])
        for each in question["items"]
    ]


def from_pairs(pairs: list[tuple[str, str]]) -> Question:
    """Make a match of pairs, or a sort where several belong to the same."""
    kept = list(dict.fromkeys(pairs))
    rights = [right for left, right in kept if left]
    if len(set(rights)) == len(rights):
        found = [{"left": left, "right": right} for left, right in kept if left]
        extra = [right for left, right in kept if not left]
        return {"choose": "match", "pairs": found} | ({"extra": extra} if extra else {})
    categories = [{"title": title} for title in dict.fromkeys(rights)]
    items = [{"text": left, "in": right} for left, right in kept if left]
    return {"choose": "sort", "categories": categories, "items": items}
