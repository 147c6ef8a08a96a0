"""Out, wiped, and in again: whatever was written comes back."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# Anything a keyboard, a paste or a broken program can put into a field, lone surrogates too.
TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
VALUE = st.one_of(TEXT, st.lists(TEXT, max_size=4))
FIELD = st.one_of(st.sampled_from(["text", "__proto__", "constructor", "0", ""]), TEXT)
CHANGE = st.fixed_dictionaries({"field": FIELD, "value": VALUE, "typed": st.booleans()})
RESULT = st.fixed_dictionaries({"text": TEXT}, optional={"value": st.floats(-1e9, 1e9)})
RESPONSE = st.dictionaries(FIELD, VALUE, max_size=3)
JOB = st.fixed_dictionaries(
    {
        "exercise": st.sampled_from(["modul/en", "modul/to", "__proto__", "modul/nedlagt"]),
        "round": st.integers(1, 5),
        "title": TEXT,
        "changes": st.lists(CHANGE, max_size=4, unique_by=lambda change: change["field"]),
        "attempts": st.lists(st.tuples(RESULT, RESPONSE), max_size=2),
    }
)
ROUND_TRIP = """async (store, jobs) => {
    const { handCopy } = await import("/web/handing.mjs");
    const { readCopy, readFile } = await import("/web/copies.mjs");
    await store.clear();
    for (const { exercise, attempts, ...job } of JSON.parse(jobs)) {
        const { round, title } = job;
        const made = attempts.map(([result, response]) => {
            const at = new Date().toISOString();
            const id = crypto.randomUUID();
            return { id, exercise, round, version: "v", title, at, result, response };
        });
        await store.save(exercise, { ...job, version: "v", attempts: made });
    }
    const before = JSON.stringify(await store.everything());
    const files = [];
    navigator.canShare = () => true;
    navigator.share = async (data) => files.push(...data.files);
    const { outcome } = await handCopy(store, "Kurset");
    await store.clear();
    const empty = JSON.stringify(await store.everything());
    const copy = await readCopy(await readFile(files[0]), store.course);
    const counted = JSON.parse(await files[0].text()).counts;
    await store.restore(copy);
    const after = JSON.stringify(await store.everything());
    const { came } = await store.restore(copy);
    const twice = JSON.stringify(await store.everything());
    return { before, empty, after, twice, came, state: copy.state, outcome, counted };
}"""


def _ordered(everything: str) -> Any:
    """Everything without the numbers, which count the records' order and not their content."""
    found = json.loads(everything)
    for name in ("answers", "attempts"):
        found[name] = [{**record, "order": 0} for record in found[name]]
    return found


def test_whatever_was_written_comes_back(open_tab):
    """E1, E10: random Unicode out, wiped, in: the identical set; and in once more: no change."""
    tab = open_tab("my-page")

    @settings(
        max_examples=25,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(JOB, min_size=1, max_size=6))
    def comes_back(jobs: list[dict[str, Any]]) -> None:
        found = tab.ask(ROUND_TRIP, json.dumps(jobs))
        assert json.loads(found["empty"]) == {"answers": [], "attempts": [], "setAside": []}
        assert _ordered(found["after"]) == _ordered(found["before"])
        assert found["twice"] == found["after"]
        assert (found["state"], found["outcome"]) == ("whole", "shared")
        assert not any(found["came"].values())
        lists = json.loads(found["before"])
        assert found["counted"] == {name: len(rows) for name, rows in lists.items()}

    comes_back()
