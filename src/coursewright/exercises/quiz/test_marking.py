"""`marking.mjs` and `draw.mjs`, tried alone: what is in, what comes out."""

import itertools

import pytest

ROOM = "/assets/coursewright/exercises/quiz/"
ONE = {"id": "q", "choose": "one", "right": ["a"]}
MANY = {"id": "q", "choose": "many", "right": ["a", "b"]}
SORT = {"id": "q", "choose": "sort", "right": {"x": "in", "y": "out", "z": "in"}}
ORDER = {"id": "q", "choose": "order", "right": ["a", "b", "c", "d"]}
GAP = {"id": "q", "choose": "gap", "right": {"g": ["spørge", "høre efter"], "h": ["nej"]}}

MARK = """async ([module, key, values]) => {
  const { answerIn, markAnswer, verdict, written } = await import(module);
  const answer = answerIn(key, values);
  const outcome = markAnswer(key, answer);
  const { marks, ...rest } = outcome;
  return { marks: Object.fromEntries(marks), said: verdict(key, outcome), written: written(answer),
    ...rest };
}"""


@pytest.fixture
def page(exercise_page):
    return exercise_page("quiz", "claim")


@pytest.fixture
def run(page):
    """Run a script with a module of the room and what it is to be tried on."""
    site = page.url.split("/pages/")[0]
    return lambda script, module, *given: page.evaluate(script, [site + ROOM + module, *given])


def parts(**said):
    return {f"q.part.{part}": value for part, value in said.items()}


@pytest.mark.parametrize(
    ("key", "values", "marks", "said"),
    [
        (ONE, {"q": "a"}, {"a": "right"}, "all-right"),
        (ONE, {"q": "b"}, {"b": "wrong"}, "not-right"),
        ({**ONE, "choose": "true-false"}, {"q": "b"}, {"b": "wrong"}, "not-right"),
        (MANY, {"q": ["b", "a"]}, {"a": "right", "b": "right"}, "all-right"),
        (MANY, {"q": ["a"]}, {"a": "right", "b": "missed"}, "found"),
        (MANY, {"q": ["a", "b", "c"]}, {"a": "right", "b": "right", "c": "wrong"},
         "found-extra-one"),
        (MANY, {"q": ["c", "d"]}, {"a": "missed", "b": "missed", "c": "wrong", "d": "wrong"},
         "found-extra"),
        (SORT, parts(x="in", y="out", z="in"), dict.fromkeys("xyz", "right"), "all-right"),
        (SORT, parts(x="in", y="in", z="in"), {"x": "right", "y": "wrong", "z": "right"},
         "almost"),
        (SORT, parts(x="in"), {"x": "right", "y": "open", "z": "open"}, "in-place"),
        (SORT, parts(x="out", y="in", z="out"), dict.fromkeys("xyz", "wrong"), "none-in-place"),
        (GAP, parts(g="  SPØRGE. ", h="«Nej!»"), {"g": "right", "h": "right"}, "all-right"),
        (GAP, parts(g="høre  efter", h="nej."), {"g": "right", "h": "right"}, "all-right"),
        (GAP, parts(g="spøge", h="ja"), {"g": "near", "h": "wrong"}, "none-in-place"),
        (ORDER, {"q": "a b c d"}, dict.fromkeys("abcd", "right"), "all-right"),
        (ORDER, {"q": "d a b c"}, {"a": "stays", "b": "stays", "c": "stays", "d": "elsewhere"},
         "move-one"),
        (ORDER, {"q": "d c b a"}, {"d": "stays", "c": "elsewhere", "b": "elsewhere",
         "a": "elsewhere"}, "move"),
    ],
)  # fmt: skip
def test_an_answer_is_marked_part_by_part(run, key, values, marks, said):
    got = run(MARK, "marking.mjs", key, values)
    assert (got["marks"], got["said"]) == (marks, said)
    assert got["isRight"] is (said == "all-right")


def test_an_order_of_other_items_is_no_answer(run):
    """The trainer has changed an item: the old order cannot be marked."""
    answer = "async ([module, key, values]) => (await import(module)).answerIn(key, values)"
    for old in ("a b c", "a b c e", "a a b c", ""):
        assert run(answer, "marking.mjs", ORDER, {"q": old}) == []
    assert run(answer, "marking.mjs", SORT, {"q.part.gone": "in"}) == []


def test_as_few_as_possible_are_to_be_moved(run):
    """Against counting all subsets: what may stay is the longest part in the right order."""
    for order in itertools.permutations("abcd"):
        got = run(MARK, "marking.mjs", ORDER, {"q": " ".join(order)})
        subsets = itertools.chain(*(itertools.combinations(order, n) for n in range(5)))
        longest = max(len(one) for one in subsets if list(one) == sorted(one))
        assert got["found"] == longest
        assert got["lacking"] == 4 - longest


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("lytte", "lyte", True),
        ("lytte", "lyttte", True),
        ("lytte", "lutte", True),
        ("lytte", "lytet", True),
        ("lytte", "lyt", False),
        ("indre", "ydre", False),
        ("ja", "jo", False),
        ("lytte", "tal", False),
    ],
)
def test_one_slip_of_the_finger_is_almost_right(run, one, other, near):
    script = "async ([module, one, other]) => (await import(module)).isNear(one, other)"
    assert run(script, "marking.mjs", one, other) is near
    assert run(script, "marking.mjs", other, one) is near


def test_mixing_is_always_the_same_and_never_right(run):
    script = "async ([module, names, seed]) => (await import(module)).mixed(names, seed)"
    for round_number in range(40):
        names = ["a", "b", "c"]
        mixed = run(script, "draw.mjs", names, f"seed/{round_number}")
        assert sorted(mixed) == names
        assert mixed != names
        assert mixed == run(script, "draw.mjs", names, f"seed/{round_number}")


def test_mixing_is_even(run):
    """Every item comes first about equally often."""
    script = """async ([module, names, count]) => {
      const { shuffled } = await import(module);
      return Array.from({ length: count }, (_, n) => shuffled(names, `course/quiz/${n}`)[0]);
    }"""
    firsts = run(script, "draw.mjs", list("abcdef"), 3000)
    assert all(400 < firsts.count(name) < 600 for name in "abcdef")


def test_what_was_right_is_drawn_last(run):
    script = """async ([module, names, count, last]) => {
      const { draw } = await import(module);
      return Array.from({ length: 30 }, (_, n) => draw(names, count, `${n}`, new Map(last)));
    }"""
    last = [["a", True], ["b", False], ["c", True], ["d", None], ["e", None]]
    draws = run(script, "draw.mjs", list("abcde"), 3, last)
    assert all(drawn == ["b", "d", "e"] for drawn in draws)
    draws = run(script, "draw.mjs", list("abcde"), 4, last)
    assert {tuple(drawn) for drawn in draws} == {("a", "b", "d", "e"), ("b", "c", "d", "e")}
    draws = run(script, "draw.mjs", list("abcde"), 2, last)
    assert len({tuple(drawn) for drawn in draws}) == 3


@pytest.mark.parametrize(
    ("now", "before", "word"),
    [
        (True, None, "change-new"),
        (True, True, "change-again"),
        (True, False, "change-now"),
        (False, True, "change-not-now"),
        (False, False, "change-not-yet"),
    ],
)
def test_what_has_changed_since_last_time(run, now, before, word):
    script = "async ([module, now, before]) => (await import(module)).change(now, before)"
    assert run(script, "marking.mjs", now, before) == word


def test_the_first_answer_counts_where_it_was_kept(run):
    script = "async ([module, key, values]) => (await import(module)).wasRight(key, values)"
    right = {"q": "a", "q.checked": "a"}
    assert run(script, "marking.mjs", ONE, right) is True
    assert run(script, "marking.mjs", ONE, {**right, "q.first": "learnt"}) is False
    assert run(script, "marking.mjs", ONE, {"q.first": "right"}) is True
    assert run(script, "marking.mjs", ONE, {"q": "b", "q.checked": "a"}) is None
    assert run(script, "marking.mjs", ONE, {}) is None
