"""«Min side»: how answers have moved, what was written, how far one is, and what is gone."""

import pytest
from playwright.sync_api import expect

SCALE = {"from": 1, "to": 10}
MANY = """async (store, [count, size]) => {
    const word = "ord og ".repeat(size / 7);
    const numbers = [...Array(count).keys()];
    const changes = numbers.map((n) =>
        ({ field: `linje-${n}`, value: `${n}: ${word}`, typed: true }));
    const attempts = numbers.map((n) => ({ id: `b${n}`, exercise: "motivation/plan", round: n + 1,
        at: "2024-11-03T12:00:00Z", version: "v1", response: { text: word },
        result: { text: `${n}: ${word}` } }));
    await store.save("motivation/plan", { round: 1, changes, attempts });
}"""
DAMAGE = """() => new Promise((resolve, reject) => {
    const opened = indexedDB.open("coursewright:lille-kursus");
    opened.onsuccess = () => {
        const writing = opened.result.transaction("answers", "readwrite");
        const damaged = { exercise: "motivation/tal", field: "value", value: 7 };
        writing.objectStore("answers").put(damaged);
        writing.oncomplete = () => resolve(opened.result.close());
        writing.onerror = reject;
    };
})"""
READS = """
    globalThis.reads = [];
    for (const name of ["getAll", "get", "openCursor"]) {
        const original = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...all) {
            if (this.name !== "meta") reads.push(`${this.name}.${name}`);
            return original.apply(this, all);
        };
    }
"""


def number(value, at):
    return at, {"text": f"{value} af 10", "value": value, **SCALE}


def test_a_scale_is_a_dated_line(mine):
    """The newest result, and the last value of each round with its date."""
    mine.save("motivation/tal", {}, number(4, "2026-11-03T12:00:00Z"))
    card = mine.card("motivation/tal")
    expect(card.locator(".cw-my-result")).to_have_text("4 af 10 3. nov.")
    expect(card.locator("svg")).to_have_count(0)
    rounds = [number(4, "2026-11-03T12:00:00Z"), number(6, "2026-11-17T12:00:00Z")]
    mine.save("motivation/tal", {}, *rounds)
    expect(card.locator(".cw-my-result")).to_have_text("6 af 10 17. nov.")
    expect(card.locator(".cw-series__list")).to_have_text("3. nov.: 4 · 17. nov.: 6")
    expect(card.locator(".cw-series__dot")).to_have_count(2)
    expect(mine.part("moved").locator("li[data-exercise='motivation/tal']")).to_be_visible()


def test_a_scale_that_asks_again_goes_on_with_the_first_ones_line(mine):
    """Before and after are two exercises and one line; one in other numbers is left out."""
    mine.save("motivation/tal", {}, number(3, "2026-11-03T12:00:00Z"))
    other = {"text": "4 af 5", "value": 4, "from": 1, "to": 5}
    mine.save("feedback/tal-nu", {}, ("2026-11-16T12:00:00Z", other))
    mine.save("feedback/tal-nu", {}, number(7, "2026-11-17T12:00:00Z"))
    card = mine.card("feedback/tal-nu")
    expect(card.locator(".cw-series__list")).to_have_text("3. nov.: 3 · 17. nov.: 7")
    expect(mine.card("motivation/tal").locator("svg")).to_have_count(0)


def test_a_profile_stands_beside_the_last_one(mine):
    """In words and as two bars; without numbers the last time is named."""
    then = [{"title": "Lytter", "value": 3, "from": 1, "to": 5}, {"title": "Væk", "value": 2}]
    now = [{"title": "Lytter", "value": 4, "from": 1, "to": 5}, {"title": "Ny del", "value": 1}]
    mine.save(
        "motivation/lytter",
        {},
        ("2026-11-03T12:00:00Z", {"text": "Godt begyndt", "parts": then}),
        ("2026-11-17T12:00:00Z", {"text": "Godt på vej", "parts": now}),
    )
    card = mine.card("motivation/lytter")
    expect(card.locator(".cw-my-before").first).to_have_text("Sidst: Godt begyndt 3. nov.")
    expect(card.locator(".cw-my-part")).to_have_text(["Lytter: 4 (sidst 3)", "Ny del: 1"])
    bars = card.locator(".cw-my-part progress")
    assert bars.evaluate_all("all => all.map((bar) => [bar.value, bar.max])") == [[3, 4], [2, 4]]
    card.get_by_text("Én tidligere version").click()
    expect(card.locator("details .cw-my-part")).to_have_text(["Lytter: 3", "Væk: 2"])


def test_a_plan_is_read_in_full_and_earlier_versions_below(mine):
    lines = [{"title": f"Spørgsmål {n}", "text": f"Svar {n}"} for n in range(14)]
    mine.save(
        "motivation/plan",
        {},
        ("2026-11-03T12:00:00Z", {"text": "1 af 2", "lines": lines[:1]}),
        ("2026-11-17T12:00:00Z", {"text": "2 af 2", "lines": lines}),
    )
    card = mine.part("written").locator("li[data-exercise='motivation/plan']")
    expect(card.locator(".cw-my-line:visible")).to_have_count(8)
    card.get_by_text("Vis 6 mere").click()
    expect(card.locator(".cw-my-line:visible")).to_have_count(14)
    card.get_by_text("Én tidligere version").click()
    expect(card.locator(".cw-my-versions .cw-my-line")).to_have_text("Spørgsmål 0 Svar 0")


def test_free_text_is_shown_as_text(mine):
    """E6 — what was typed is text with its line breaks, never markup; its question is above."""
    text = "Første linje\n<img src=x onerror=alert(1)> {{ 7 }}"
    mine.save("motivation/plan", {"skridt": text, "aftaler.r1.hvad": "Kage"})
    typed = mine.card("motivation/plan").locator(".cw-my-text")
    expect(typed).to_have_text([f"Det gør jeg {text}", "Hvad? Kage"])
    assert mine.page.locator("cw-my-page img").count() == 0


def test_an_answer_is_read_under_the_words_it_was_given_to(mine):
    """C13 — the question has been reworded since, and the option renamed."""
    mine.save(
        "motivation/plan",
        {
            "skridt": {"value": "Ring", "typed": True, "asked": "Hvad lover du?"},
            "aftaler.r1.hvad": {"value": "b", "asked": "Hvad?", "said": "Te"},
        },
    )
    texts = mine.card("motivation/plan").locator(".cw-my-text")
    expect(texts).to_have_text(["Hvad lover du? (sådan lød spørgsmålet dengang) Ring", "Hvad? Te"])


def test_a_number_in_the_question_is_no_other_question(mine):
    asked = {"value": "Fordi", "typed": True, "asked": "Hvorfor 7?"}
    mine.save("motivation/tal", {"hvorfor": asked})
    expect(mine.card("motivation/tal").locator(".cw-my-text")).to_have_text("Hvorfor 7? Fordi")


def test_an_exercise_that_was_renamed_keeps_its_past(mine):
    """C13 — answers under the earlier id are shown, counted and dated under the one of now."""
    text = {"hvad": "Spørg Eva", "naar": "2026-12-01"}
    mine.save("feedback/gammel-plan", text)
    card = mine.card("feedback/ny-plan")
    expect(card).to_contain_text("Spørg Eva")
    expect(mine.part("next").locator(".cw-my-step--first")).to_contain_text("Spørg Eva")
    expect(mine.part("earlier")).to_be_hidden()
    feedback = mine.page.locator("[data-module=feedback]")
    expect(feedback.locator("[data-role=progress]")).to_have_text("1 af 2 øvelser")


def test_an_exercise_that_is_gone_is_read_whole(mine):
    """C13 — kept, and shown as an answer from an earlier edition, tapped answers included."""
    values = {
        "tanke": {"value": "Et gammelt svar", "typed": True, "asked": "Hvad tænkte du?"},
        "valg": {"value": "b", "asked": "Hvilken?", "said": "Den blå"},
        "andet": {"value": "Uden spørgsmål", "typed": True},
    }
    mine.save("motivation/nedlagt", values, number(4, "2024-11-03T12:00:00Z"))
    earlier = mine.part("earlier")
    expect(earlier.locator("li .cw-my-title")).to_have_text("Titel på motivation/nedlagt")
    expect(earlier.locator("li .cw-my-result")).to_have_text("4 af 10 3. nov. 2024")
    said = ["Hvad tænkte du? Et gammelt svar", "Hvilken? Den blå", "andet Uden spørgsmål"]
    expect(earlier.locator("li .cw-my-text")).to_have_text(said)
    expect(mine.part("begin")).to_be_hidden()


@pytest.mark.parametrize("field", ["gammelt", "gammelt.r1.hvad"])
def test_a_field_that_is_gone_is_kept_with_its_exercise(mine, field):
    """C13 — what the trainer retired inside a living exercise is read there, folded."""
    old = {"value": "Dengang", "typed": True, "asked": "Gammelt spørgsmål"}
    mine.save("motivation/plan", {"skridt": "Ring", field: old})
    card = mine.card("motivation/plan")
    expect(card.locator(".cw-my-text:visible")).to_have_text("Det gør jeg Ring")
    card.get_by_text("Fra en tidligere udgave af øvelsen").click()
    expect(card.locator("details .cw-my-text")).to_have_text("Gammelt spørgsmål Dengang")


def test_what_to_try_comes_from_the_lessons_one_has_worked_in(mine):
    """The newest first, and what has been tried is folded away in the next visit."""
    tries = mine.part("try")
    expect(tries).to_be_hidden()
    mine.save("motivation/tal", {"value": "4"})
    mine.page.clock.set_fixed_time("2026-11-28T10:00:00+01:00")
    mine.save("motivation/plan", {"skridt": "Ring"})
    expect(tries.locator(".cw-my-try:visible")).to_have_count(1)
    expect(tries.locator(".cw-my-try:visible")).to_contain_text("Læs din plan højt.")
    tries.get_by_text("Mere at prøve: 1").click()
    expect(tries.locator(".cw-my-try:visible strong")).to_have_text("én")
    tick = tries.get_by_role("checkbox", name="Prøvet: Læg en plan")
    tick.check()
    stored = "async (store) => (await store.everything()).answers.at(-1).field"
    while not mine.ask(stored).startswith("tried:"):
        mine.page.wait_for_timeout(20)
    expect(tick).to_be_checked()
    mine.page.reload()
    expect(tries.locator(".cw-my-try:visible")).to_contain_text("Spørg én kollega på en skala.")
    expect(tries.get_by_text("Prøvet: 1")).to_be_visible()
    expect(mine.part("earlier")).to_be_hidden()


def test_how_far_one_is_follows_other_tabs(mine):
    """By module in words and as a bar, and by lesson, while another tab answers."""
    module = mine.page.locator("[data-module=motivation]")
    expect(module.locator("[data-role=progress]")).to_have_text("0 af 5 øvelser")
    expect(module.locator("[data-role=bar]")).to_be_hidden()
    other = mine.context.new_page()
    other.goto(f"{mine.site.address}motivation/skalaen/")
    other.locator("cw-scale label:has(input[value='7'])").click()
    expect(module.locator("[data-role=progress]")).to_have_text("1 af 5 øvelser")
    expect(module.locator("[data-role=bar]")).to_have_js_property("value", 1)
    module.get_by_text("Lektionerne").click()
    lessons = module.locator("[data-lesson]")
    expect(lessons.first.locator("[data-role=count]")).to_have_text("1 af 2")
    expect(lessons.first.locator("li a")).to_have_text(["Lytter jeg?"])
    lessons.first.get_by_role("link", name="Spørg på en skala").click()
    expect(mine.page.locator("h1")).to_have_text("Spørg på en skala")


def test_modules_are_folded_where_there_is_much(mine):
    """The one worked in last is open; what is folded is drawn when it is opened."""
    for name in ("tal", "lytter", "plan", "lovet", "log"):
        mine.save(f"motivation/{name}", {}, number(4, "2026-11-03T12:00:00Z"))
    mine.save("feedback/tal-nu", {}, number(5, "2026-11-05T12:00:00Z"))
    expect(mine.card("motivation/tal")).to_be_visible()
    mine.save("feedback/ny-plan", {}, number(6, "2026-11-06T12:00:00Z"))
    mine.page.reload()
    groups = mine.part("moved").locator("details.cw-my-group")
    expect(groups.locator("summary")).to_have_text(["Motivation 5", "Feedback 2"])
    expect(mine.card("feedback/tal-nu")).to_contain_text("5 af 10")
    expect(mine.card("motivation/tal")).to_be_hidden()
    expect(mine.card("motivation/tal").locator("[data-role=answer]")).to_be_empty()
    groups.first.locator("summary").click()
    expect(mine.card("motivation/tal")).to_contain_text("4 af 10")


def test_a_thousand_entries_are_read_once_and_the_newest_drawn(phone):
    """C23 — 1,000 entries of 2,000 chars: one getAll per store; the rest unfolds by hundreds."""
    phone.go("motivation/")
    phone.ask(MANY, [1000, 2000])
    phone.page.add_init_script(READS)
    phone.go()
    card = phone.card("motivation/plan")
    expect(card.locator(".cw-my-result")).to_contain_text("999: ord")
    expect(card.locator(".cw-my-text")).to_have_count(8)
    reads = phone.page.evaluate("reads")
    assert set(reads) == {"answers.getAll", "aside.getAll", "attempts.getAll"}
    assert len(reads) <= 9, "one reading for the page, one for the copies, one for the offer"
    card.get_by_text("Vis 992 mere").click()
    expect(card.locator(".cw-my-text")).to_have_count(208)
    card.get_by_text("Vis 792 mere").click()
    expect(card.locator(".cw-my-text")).to_have_count(408)


def test_a_full_history_does_not_make_typing_read_it(phone):
    """C23 — with 1,000 attempts stored a pause in typing writes one record and reads none."""
    phone.go("motivation/")
    phone.ask(MANY, [1000, 2000])
    phone.page.add_init_script(READS)
    page = phone.go("motivation/planen/")
    plan = page.locator("cw-worksheet")
    expect(plan.get_by_text("Lav en ny version")).to_be_visible()
    page.evaluate("reads.length = 0")
    plan.get_by_label("Det gør jeg").press_sequentially("endnu en linje", delay=5)
    expect(plan.locator("[data-role=saved]")).to_have_text("Gemt på denne telefon")
    assert {"attempts.getAll", "answers.getAll"}.isdisjoint(page.evaluate("reads"))


def test_a_damaged_answer_is_told_and_the_rest_shown(mine):
    """C14 — what cannot be shown is counted where copies are taken."""
    mine.save("motivation/plan", {"skridt": "Ring til Bo"})
    mine.page.evaluate(DAMAGE)
    mine.page.reload()
    expect(mine.card("motivation/plan")).to_contain_text("Ring til Bo")
    expect(mine.page.locator("cw-my-data .cw-my-aside")).to_contain_text("1 svar")


def test_paper_shows_what_is_folded(mine):
    lines = [{"title": f"Spørgsmål {n}", "text": f"Svar {n}"} for n in range(14)]
    mine.save("motivation/plan", {}, ("2026-11-17T12:00:00Z", {"text": "x", "lines": lines}))
    expect(mine.card("motivation/plan").locator(".cw-my-line")).to_have_count(8)
    mine.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(mine.card("motivation/plan").locator(".cw-my-line:visible")).to_have_count(14)
    mine.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(mine.card("motivation/plan").locator(".cw-my-line:visible")).to_have_count(8)
