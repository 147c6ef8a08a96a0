"""`scoring.mjs` against another way of counting, and against the rules in Python."""

import random
from fractions import Fraction

import pytest

from coursewright.exercises.checklist.totals import count_totals

MODULE = "/assets/coursewright/exercises/checklist/scoring.mjs"
RUN = """async ([module, forms]) => {
  const { attainable, bandOf, picks, score } = await import(module);
  return forms.map(({ items, answers, scale, bands, wanted }) => ({
    score: score(items, answers, scale),
    scores: attainable(items, scale),
    band: score(items, answers, scale) && bandOf(bands, score(items, answers, scale).value),
    picks: picks(items, answers, scale, wanted),
  }));
}"""


@pytest.fixture
def run(exercise_page):
    """Count forms in the browser: a list of forms in, a list of what the script says out."""
    page = exercise_page("checklist", "listening")
    return lambda *forms: page.evaluate(RUN, [page.url.split("/pages/")[0] + MODULE, forms])


def form(weights, answers, scale=(1, 5, 1), wanted=(1, 1), turn=()):
    """Make a form: answers with None for what is not answered, `turn` the reversed ones."""
    first, last, step = scale
    totals = count_totals(weights, range(first, last + 1, step))
    return {
        "items": [
            {"id": f"i-{n}", "weight": weight, "reversed": n in turn}
            for n, weight in enumerate(totals.weights)
        ],
        "answers": {f"i-{n}": value for n, value in enumerate(answers) if value is not None},
        "scale": {"from": first, "to": last, "step": step},
        "bands": [{"from": score, "to": score} for score in totals.scores],
        "wanted": {"strengths": wanted[0], "growth": wanted[1]},
        "totals": totals.scores,
    }


def names(items):
    return [int(item["id"].removeprefix("i-")) for item in items]


def counted(one):
    """Count a form with exact fractions: the value, or None where nothing is answered."""
    ends = one["scale"]["from"] + one["scale"]["to"]
    rated = [item for item in one["items"] if item["id"] in one["answers"]]
    if not rated:
        return None
    values = [(item["weight"], one["answers"][item["id"]], item["reversed"]) for item in rated]
    total = sum(weight * (ends - value if turn else value) for weight, value, turn in values)
    everything = sum(item["weight"] for item in one["items"])
    aim = Fraction(total * everything, sum(weight for weight, _, _ in values))
    return min(one["totals"], key=lambda score: (abs(score - aim), -score))


def random_form(chance):
    first, step = chance.choice([0, 1, -3]), chance.choice([1, 1, 1, 2, 10])
    last = first + step * chance.randint(1, 10)
    weights = [chance.choice([1, 1, 1, 2, 0.5, 1.5, 0.25, 3]) for _ in range(chance.randint(1, 9))]
    numbers = [*range(first, last + 1, step), None]
    answers = [chance.choice(numbers) for _ in weights]
    turn = {n for n in range(len(weights)) if chance.random() < 0.3}
    return form(weights, answers, (first, last, step), (chance.randint(0, 3),) * 2, turn)


@pytest.mark.parametrize("seed", range(4))
def test_phone_and_generator_count_alike(run, seed):
    chance = random.Random(seed)  # noqa: S311  (not for secrets)
    forms = [random_form(chance) for _ in range(100)]
    for one, said in zip(forms, run(*forms), strict=True):
        assert said["scores"] == one["totals"], one
        expected = counted(one)
        if expected is None:
            assert said["score"] is None
            continue
        ends = (one["totals"][0], one["totals"][-1])
        score = said["score"]
        assert (score["value"], score["low"], score["high"]) == (expected, *ends), one
        assert one["totals"][said["band"]] == expected


@pytest.mark.parametrize("seed", range(2))
def test_picks_keep_their_promises(run, seed):
    chance = random.Random(100 + seed)  # noqa: S311
    forms = [random_form(chance) for _ in range(100)]
    for one, said in zip(forms, run(*forms), strict=True):
        check_picks(one, said["picks"])


def check_picks(one, picks):
    scale = one["scale"]
    ends = scale["from"] + scale["to"]
    reversed_items = {item["id"] for item in one["items"] if item["reversed"]}
    turned = {
        name: ends - value if name in reversed_items else value
        for name, value in one["answers"].items()
    }
    strong = [item["id"] for item in picks["strengths"]]
    weak = [item["id"] for item in picks["growth"]]
    assert not set(strong) & set(weak)
    assert max(len(strong), len(weak)) <= one["wanted"]["strengths"]
    assert all(2 * turned[name] >= ends for name in strong)
    assert all(turned[name] < scale["to"] for name in weak)
    rest = [value for name, value in turned.items() if name not in strong]
    assert all(turned[name] >= max(rest, default=turned[name]) for name in strong)
    left = [value for name, value in turned.items() if name not in [*strong, *weak]]
    assert all(turned[name] <= min(left, default=turned[name]) for name in weak)
    assert picks["alike"] == (len(turned) > 1 and len(set(turned.values())) == 1)


@pytest.mark.parametrize(
    ("answers", "wanted", "strengths", "growth"),
    [
        ([5, 4, 2, 1], (1, 1), [0], [3]),
        ([4, 2, 4, 2], (1, 1), [0], [1]),  # of equals, the author's first
        ([2, 1, 2, 1], (1, 1), [], [1]),  # nothing in the upper half is a strength
        ([5, 5, 4, 5], (1, 2), [0], [2]),  # nothing at the top is a growth area
        ([3, 2, 1, 1], (2, 2), [0], [2, 3]),  # the middle itself may be a strength
        ([5, None, 2, None], (2, 2), [0], [2]),  # what is not answered is not picked
        ([4, 4, 4, 4], (2, 2), [], []),  # nothing stands out
    ],
)
def test_who_is_pointed_out(run, answers, wanted, strengths, growth):
    [said] = run(form([1] * 4, answers, wanted=wanted))
    assert names(said["picks"]["strengths"]) == strengths
    assert names(said["picks"]["growth"]) == growth


def test_a_reversed_statement_counts_the_other_way(run):
    [said] = run(form([1, 2], [1, 4], turn={0}))
    assert said["score"] == {"value": 5 + 8, "low": 3, "high": 15}


def test_an_estimate_between_two_scores_is_the_higher_one(run):
    """Of three that count twice, 2 and 3 are given: 15 is meant, but only 14 and 16 occur."""
    [said] = run(form([2, 2, 2], [2, 3, None]))
    assert said["score"]["value"] == 16


def test_a_statement_may_be_called_anything(run):
    """F10."""
    one = form([1, 1], [2, None])
    one["items"][1]["id"] = "constructor"
    [said] = run(one)
    assert said["score"]["value"] == 4
