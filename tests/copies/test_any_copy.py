"""Whatever is brought as a copy: used whole or refused in words; the reader never sees a crash."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.copies.conftest import STAMP, attempt, copy_text, record

NAMES = ["__proto__", "constructor", "value", "text", "parts", "lines", "toString", "", "x"]
TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
HOSTILE = st.sampled_from(
    ["<img src=x onerror=ran()>", "javascript:ran()", STAMP, "9" * 400, "{0}"]
)
LEAF = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT, HOSTILE)
ANYTHING = st.recursive(
    LEAF,
    lambda inside: st.one_of(
        st.lists(inside, max_size=4),
        st.dictionaries(st.sampled_from(NAMES), inside, max_size=4),
    ),
    max_leaves=8,
)
ONE = {"answers": [record()], "attempts": [attempt()], "setAside": [{"any": "thing"}]}
PLACES = [
    *((name,) for name in (*json.loads(copy_text()), "sealed", "sha256", "counts", "content")),
    *(("answers", 0, name) for name in (*record(), "more", "__proto__")),
    *(("attempts", 0, name) for name in (*attempt(), "more", "__proto__")),
    *(("attempts", 0, "result", name) for name in ("text", "value", "parts", "lines", "items")),
    *(("answers", 1), ("attempts", 1), ("setAside", 0)),
]
CHANGES = st.lists(st.tuples(st.sampled_from(PLACES), ANYTHING), min_size=1, max_size=3)


def damaged(changes: list[tuple[tuple[Any, ...], Any]]) -> str:
    """Give a copy's text with other things at these places."""
    copy: Any = json.loads(copy_text(**ONE))
    for place, thing in changes:
        *way, last = place
        at = copy
        for step in way:
            at = at[step] if isinstance(at, dict | list) and _has(at, step) else {}
        if isinstance(at, list) and isinstance(last, int):
            at.insert(last, thing)
        elif isinstance(at, dict):
            at[last] = thing
    return json.dumps(copy)


def _has(at: Any, step: Any) -> bool:
    return step in at if isinstance(at, dict) else isinstance(step, int) and step < len(at)


CUT = st.builds(
    lambda start, end, more: copy_text(**ONE)[:start] + more + copy_text(**ONE)[end:],
    st.integers(0, 900),
    st.integers(0, 900),
    st.one_of(TEXT, st.sampled_from(["[" * 70, '"', "\\", "{", "}", "\ufeff", "NaN", "1e999"])),
)
BROUGHT = st.one_of(st.builds(damaged, CHANGES), CUT, TEXT)

BRING = """async (store, texts) => {
  const { NoCopy, readCopy, makeCopy } = await import("/web/copies.mjs");
  window.ran = () => { window.itRan = true; };
  const said = [];
  let used = 0;
  for (const text of JSON.parse(texts)) {
    let copy;
    try {
      copy = await readCopy(text, store.course);
    } catch (error) {
      if (!(error instanceof NoCopy)) said.push(`reading: ${error.stack}`, text);
      continue;
    }
    if (copy.locked) continue;
    try {
      await store.clear();
      await store.restore(copy);
      const made = JSON.stringify(await makeCopy(await store.export(), ""));
      const whole = await readCopy(made, store.course);
      if (whole.state !== "whole") said.push(`out again: ${whole.state}`, text);
      used += 1;
    } catch (error) {
      said.push(`using: ${error.reason ?? error.stack}`, text);
    }
  }
  const clean = ({}).polluted === undefined && !Object.keys(Object.prototype).length;
  return { said, used, clean, ran: Boolean(window.itRan) };
}"""


def test_whatever_is_brought_is_used_or_refused(open_tab):
    """E4, E5, F9 — damaged at random, or anything at all: refused, or used and given out again.

    «Min side» is open all the while and draws what comes in; it complains of nothing.
    """
    tab = open_tab("my-page")
    complaints: list[str] = []
    used: list[int] = []
    tab.page.on("pageerror", lambda error: complaints.append(str(error)))

    @settings(
        max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.lists(BROUGHT, min_size=8, max_size=12))
    def is_handled(texts: list[str]) -> None:
        found = tab.ask(BRING, json.dumps(texts))
        used.append(found.pop("used"))
        assert found == {"said": [], "clean": True, "ran": False}

    is_handled()
    assert any(used), "some are sound"
    assert complaints == []
