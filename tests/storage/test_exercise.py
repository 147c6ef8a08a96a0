"""What every exercise does with its form, whichever kind it is."""

import pytest
from playwright.sync_api import expect

ALL = {
    "value": "4",
    "text": "Flere\nlinjer – æøå",
    "line": "kort",
    "count": "12",
    "day": "2024-11-03",
    "many": ["a", "c"],
    "lone": "ja",
    "pick": "y",
    "picks": ["x", "y"],
}

RESPONSES = "(store) => store.everything().then(({ attempts }) => attempts.map((a) => a.response))"


def _answer(tab, values):
    tab.page.evaluate(
        """(values) => {
            const element = document.querySelector(".cw-exercise");
            for (const [field, value] of Object.entries(values)) element.set(field, value);
        }""",
        values,
    )
    tab.is_saved()


def test_every_kind_of_control_is_stored_and_restored(open_tab):
    """All field types, as texts and lists of texts; what is transient is not stored."""
    tab = open_tab()
    tab.is_ready()
    tab.tap("value", "4")
    for name in ("text", "line", "count", "day"):
        tab.type(name, ALL[name])
    for value in ALL["many"]:
        tab.tap("many", value)
    tab.tap("lone", "ja")
    tab.page.select_option("#pick", "y")
    tab.page.select_option("#picks", ["x", "y"])
    tab.type("search", "kun nu")
    tab.is_saved()
    assert tab.stored()["modul/en"] == ALL
    tab.page.reload()
    tab.is_saved()
    assert tab.page.evaluate("({...document.querySelector('cw-sample').values()})") == ALL
    assert tab.field("search").input_value() == ""


def test_a_deleted_text_stays_deleted(open_tab):
    """Emptying a field is an answer too; it is no longer among the values."""
    tab = open_tab()
    tab.type("text", "Fortrudt")
    tab.tap("value", "4")
    tab.is_saved()
    tab.type("text", "")
    tab.shows("text", None)
    tab.is_saved()
    tab.page.reload()
    tab.shows("value", "4")
    assert tab.field("text").input_value() == ""


def test_only_what_changed_is_written(open_tab):
    """C23 — typing writes nothing by key; a pause writes one record, whatever else is there."""
    tab = open_tab(init=COUNTING)
    tab.is_ready()
    _answer(tab, ALL)
    tab.page.evaluate("counts.clear()")
    tab.field("text").press_sequentially("Ti tegn!!!", delay=5)
    tab.is_saved()
    counts = dict(tab.page.evaluate("[...counts]"))
    assert counts["answers.put"] <= 2
    assert counts.get("answers.getAll", 0) == 0
    assert counts.get("attempts.add", 0) == 0


COUNTING = """
    globalThis.counts = new Map();
    for (const name of ["put", "add", "getAll", "get"]) {
        const original = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...all) {
            const key = `${this.name}.${name}`;
            counts.set(key, (counts.get(key) ?? 0) + 1);
            return original.apply(this, all);
        };
    }
"""


def test_again_empties_and_undo_brings_back(open_tab, words):
    """«Svar igen» starts a round with an empty form; «Fortryd» brings all of it back."""
    tab = open_tab()
    tab.is_ready()
    _answer(tab, ALL)
    again = tab.page.get_by_role("button", name="Svar igen")
    again.click()
    tab.shows("value", None)
    undo = tab.page.get_by_role("button", name="Fortryd")
    expect(undo).to_be_focused()
    expect(tab.page.locator(".cw-announce")).to_contain_text(words["emptied"])
    undo.click()
    expect(again).to_be_focused()
    expect(undo).to_have_count(0)
    tab.is_saved()
    assert tab.page.evaluate("({...document.querySelector('cw-sample').values()})") == ALL
    assert tab.page.evaluate("document.querySelector('cw-sample').round") == 1
    tab.page.reload()
    tab.is_saved()
    assert tab.page.evaluate("({...document.querySelector('cw-sample').values()})") == ALL


def test_rounds_keep_their_last_attempt(open_tab):
    """A corrected tap is no point on the line; earlier() gives the last attempt of each round."""
    tab = open_tab()
    tab.tap("value", "1")
    tab.tap("value", "4")
    tab.type("text", "Hvorfor ikke lavere?")
    tab.page.keyboard.press("Tab")
    tab.is_saved()
    tab.page.get_by_role("button", name="Svar igen").click()
    tab.tap("value", "7")
    expect(tab.page.get_by_role("button", name="Fortryd")).to_have_count(0)
    tab.is_saved()
    tab.page.reload()
    tab.shows("value", "7")
    element = "document.querySelector('cw-sample')"
    earlier = tab.page.evaluate(f"{element}.earlier()")
    assert [attempt["result"]["value"] for attempt in earlier] == [4]
    assert earlier[0]["response"] == {"value": "4", "text": "Hvorfor ikke lavere?"}
    assert tab.page.evaluate(f"{element}.round") == 2


def test_a_finished_text_belongs_to_the_attempt(open_tab):
    """A text typed after the tap is part of the attempt once the reader moves on, and only then."""
    tab = open_tab()
    tab.tap("value", "4")
    tab.field("text").press_sequentially("Fordi …", delay=10)
    tab.is_saved()
    assert tab.ask(RESPONSES) == [{"value": "4"}]
    tab.page.keyboard.press("Tab")
    tab.is_saved()
    assert tab.ask(RESPONSES) == [{"value": "4"}, {"value": "4", "text": "Fordi …"}]


def test_looking_appends_no_attempt(open_tab, site):
    """A page that is only read, perhaps with new wording, adds nothing to the history."""
    tab = open_tab()
    tab.tap("value", "4")
    tab.is_saved()
    before = tab.ask("(store) => store.everything()")
    tab.page.reload()
    tab.shows("value", "4")
    tab.page.evaluate(
        "document.querySelector('cw-sample').result = () => ({ text: 'Nye ord', value: 4 })"
    )
    tab.field("text").focus()
    tab.page.goto(f"{site}/pages/sample.html?exercise=modul/to")
    tab.is_ready()
    assert tab.ask("(store) => store.everything()") == before


@pytest.mark.parametrize("hook", ["enhance", "refresh", "result", "expect"])
def test_a_broken_exercise_leaves_its_form_standing(open_tab, hook):
    """An exception in a room's code: the form works and is stored; one line in the console."""
    tab = open_tab("empty")
    said = []
    tab.page.on("console", lambda message: said.append(message.text))
    tab.page.evaluate(
        """async (hook) => {
            const { Exercise, define } = await import("/web/exercise.mjs");
            class Broken extends Exercise {
                [hook]() { throw new Error("a bug in the room"); }
            }
            define("broken", Broken);
            document.body.innerHTML = `<cw-broken class="cw-exercise" data-course="kursus"
                data-exercise="modul/en"><form><input name="value"><p data-role="saved"></p></form>
                <script type="application/json" class="cw-spec">
                {"words": {"saved": "Gemt"}}<\\/script></cw-broken>`;
        }""",
        hook,
    )
    tab.type("value", "står stadig")
    tab.is_saved()
    tab.page.evaluate("document.querySelector('cw-broken').set('value', 'og igen')")
    tab.is_saved()
    assert tab.stored() == {"modul/en": {"value": "og igen"}}
    assert [text.split("\n")[0] for text in said] == [
        "coursewright: modul/en Error: a bug in the room"
    ]


def test_a_broken_spec_leaves_the_form_standing(open_tab):
    """A spec that is no JSON: the form is still stored."""
    tab = open_tab("empty")
    tab.page.evaluate(
        """async () => {
            await import("/pages/sample.mjs");
            document.body.innerHTML = `<cw-sample class="cw-exercise" data-course="kursus"
                data-exercise="modul/en"><form><input name="value"></form>
                <script class="cw-spec" type="application/json">{"words": <\\/script></cw-sample>`;
        }"""
    )
    tab.type("value", "7")
    tab.until(
        """async () => {
            const { AnswerStore } = await import("/web/store.mjs");
            const { answers } = await AnswerStore.for("kursus").everything();
            return answers[0]?.value === "7";
        }"""
    )


def test_an_element_may_come_later_and_piece_by_piece(open_tab):
    """Made by script: first the element, then its inside, at last its spec; then moved."""
    tab = open_tab()
    tab.type("text", "Fra før")
    tab.is_saved()
    tab.page.evaluate(
        """async () => {
            const old = document.querySelector("cw-sample");
            const parts = [...old.childNodes].map((node) => node.cloneNode(true));
            const made = document.createElement("cw-sample");
            for (const [name, value] of Object.entries(old.dataset)) made.dataset[name] = value;
            made.className = "cw-exercise";
            old.remove();
            document.querySelector("main").append(made);
            for (const part of parts) {
                await new Promise(requestAnimationFrame);
                if (part.querySelector) part.querySelector("textarea")?.replaceChildren();
                made.append(part);
            }
        }"""
    )
    tab.shows("text", "Fra før")
    tab.page.evaluate("document.body.append(document.querySelector('cw-sample'))")
    tab.type("text", "Efter flytningen")
    tab.is_saved()
    assert tab.stored() == {"modul/en": {"text": "Efter flytningen"}}


def test_the_form_is_never_sent(open_tab):
    """Submitting, by Enter or otherwise, navigates nowhere."""
    tab = open_tab()
    tab.is_ready()
    assert tab.page.evaluate(
        """() => {
            let prevented;
            addEventListener("submit", (event) => { prevented = event.defaultPrevented; });
            document.querySelector("form").requestSubmit();
            return prevented;
        }"""
    )


def test_names_from_content_shadow_nothing(open_tab):
    """F10 — fields called id, action, length, querySelector, __proto__: stored like any other."""
    tab = open_tab("clobber")
    tab.is_ready()
    names = tab.page.evaluate(
        "[...document.querySelectorAll('input')].map((one) => one.getAttribute('name'))"
    )
    for name in names:
        tab.field(name).fill(f"svar {name}")
    tab.is_saved()
    stored = tab.ask(
        "(s) => s.everything().then((all) => all.answers.map((r) => [r.field, r.value]))"
    )
    assert dict(stored) == {name: f"svar {name}" for name in names}
    values = tab.page.evaluate("Object.entries(document.querySelector('cw-sample').values())")
    assert dict(values) == {name: f"svar {name}" for name in names}
    tab.page.reload()
    tab.is_saved()
    for name in names:
        assert tab.field(name).input_value() == f"svar {name}"
    assert tab.page.evaluate(
        "({}).polluted === undefined && Object.keys(Object.prototype).length === 0"
    )


def test_saved_is_announced_once(open_tab, words):
    """The status line is for news: «Gemt» is said the first time, not at every pause."""
    tab = open_tab()
    tab.tap("value", "4")
    status = tab.page.locator(".cw-announce")
    expect(status).to_have_text(words["saved"])
    tab.page.evaluate("document.querySelector('.cw-announce').textContent = ''")
    tab.tap("value", "7")
    tab.is_saved()
    tab.page.evaluate("document.querySelector('cw-sample').say('Sidste ord')")
    expect(status).to_have_text("Sidste ord")
