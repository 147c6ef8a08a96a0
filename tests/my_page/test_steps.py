"""«Dit næste skridt»: days that were set, whichever exercise they stand in."""

import pytest
from playwright.sync_api import expect

NEXT = ".cw-my-step--first"


def first(mine):
    return mine.part("next").locator(NEXT)


def later(mine):
    return mine.part("next").locator("[data-role=steps] > ul > li")


def test_the_nearest_day_stands_first_with_the_words_of_its_step(mine):
    mine.save("motivation/plan", {"skridt": "Ring til Bo\nom mandagen", "dag": "2026-12-01"})
    mine.save(
        "motivation/plan",
        {"aftaler.r1.hvad": "Køb kage", "aftaler.r1.frist": "2026-11-30"},
    )
    mine.save("feedback/ny-plan", {"hvad": "Spørg Eva", "naar": "2027-01-04"})
    expect(first(mine).locator(".cw-my-day")).to_have_text("mandag 30. november i overmorgen")
    expect(first(mine).locator(".cw-my-what")).to_have_text("Køb kage")
    link = first(mine).get_by_role("link", name="Min plan")
    assert link.get_attribute("href").endswith("motivation/planen/#plan")
    expect(later(mine)).to_have_count(2)
    expect(later(mine).first).to_contain_text("tirsdag 1. december")
    expect(later(mine).first).to_contain_text("Ring til Bo om mandagen")
    expect(later(mine).last).to_contain_text("4. januar 2027")
    expect(later(mine).last).to_contain_text("om 5 uger")


def test_a_day_that_has_gone_by_is_named_gently(mine):
    """What was ahead when it was set, and is not any more; a day in the past is no plan."""
    mine.save("motivation/plan", {"skridt": "Ring til Bo", "dag": "2026-11-29"})
    mine.save("feedback/ny-plan", {"hvad": "Det gjorde jeg i går", "naar": "2026-11-27"})
    expect(first(mine)).to_contain_text("i morgen")
    mine.page.clock.set_fixed_time("2026-11-30T09:00:00+01:00")
    mine.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    passed = mine.part("next").locator(".cw-my-passed")
    expect(passed.locator("li")).to_have_count(1)
    expect(passed.locator("li")).to_contain_text("søndag 29. november i går")
    expect(passed).to_contain_text("Nåede du det? Så sæt et flueben.")
    expect(first(mine)).to_have_count(0)


def test_a_tick_is_kept_and_a_new_day_opens_the_step_again(mine):
    """It stays where it is in this visit, and is folded away in the next one."""
    mine.save("motivation/plan", {"skridt": "Ring til Bo", "dag": "2026-12-01"})
    tick = mine.page.get_by_role("checkbox", name="Gjort: Ring til Bo")
    tick.check()
    expect(tick).to_be_checked()
    expect(tick).to_be_focused()
    stored = "async (store) => (await store.everything()).answers.at(-1)"
    while not mine.ask(stored)["field"].startswith("done:"):
        mine.page.wait_for_timeout(20)
    mine.page.reload()
    done = mine.part("next").locator(".cw-my-done")
    expect(done.locator("summary")).to_have_text("Gjort: 1")
    expect(first(mine)).to_have_count(0)
    mine.save("motivation/plan", {"dag": "2026-12-08"})
    expect(first(mine)).to_contain_text("tirsdag 8. december")


def test_a_row_of_a_tracker_is_done_with_its_last_stage(mine):
    mine.save("motivation/lovet", {"ring.due": "2026-12-01", "own-1.due": "2026-12-02"})
    mine.save("motivation/lovet", {"own-1.text": "Skriv til Eva"})
    expect(first(mine).locator(".cw-my-what")).to_have_text("Ring til kommunen")
    expect(later(mine)).to_contain_text("Skriv til Eva")
    mine.save("motivation/lovet", {"ring.gjort": "2026-11-28"})
    expect(first(mine).locator(".cw-my-what")).to_have_text("Ring til kommunen")
    mine.save("motivation/lovet", {"ring.talt": "2026-11-28"})
    expect(first(mine).locator(".cw-my-what")).to_have_text("Skriv til Eva")
    done = mine.part("next").locator(".cw-my-done")
    done.locator("summary").click()
    expect(done.locator("li")).to_contain_text("Ring til kommunen")
    expect(done.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2026-11-20"], "fredag 27. november i går"),
        (["2026-11-20", "2026-11-25"], "onsdag 2. december om 4 dage"),
        (["2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22"], None),
        (["vrøvl"], None),
    ],
)
def test_a_logbook_with_a_rhythm_says_when_it_is_time_again(mine, days, said):
    entries = {f"entry.r{number}.date": day for number, day in enumerate(days)}
    mine.save("motivation/log", {**entries, "entry.r0.hvad": "Noget"})
    steps = mine.part("next").locator(".cw-my-step")
    if said:
        expect(steps.locator(".cw-my-day")).to_have_text(said)
        expect(steps.locator(".cw-my-what")).to_have_text("Skriv i «Min logbog» igen")
    else:
        expect(mine.part("next")).to_contain_text("Du har ikke valgt en dag endnu.")


def test_without_a_day_it_says_where_one_can_be_chosen(mine):
    mine.save("feedback/tal-nu", {"value": "4"})
    nothing = mine.part("next").locator(".cw-my-nothing")
    expect(nothing).to_contain_text("Du har ikke valgt en dag endnu.")
    expect(nothing.get_by_role("link")).to_have_text(["Min nye plan"])


def test_a_real_plan_comes_to_min_side(phone):
    """Filled in on its own page, in one tap from there."""
    page = phone.go("motivation/planen/")
    plan = page.locator("cw-worksheet")
    plan.get_by_label("Det gør jeg").fill("Ring til Bo")
    plan.get_by_label("Hvornår?").first.fill("2026-12-01")
    expect(plan.locator("[data-role=saved]")).to_have_text("Gemt på denne telefon")
    page.get_by_role("link", name="Min side").and_(page.locator("header a")).click()
    expect(first(phone)).to_contain_text("tirsdag 1. december")
    expect(first(phone)).to_contain_text("Ring til Bo")


def test_many_steps_are_folded(mine):
    rows = {f"aftaler.r{n}.frist": f"2026-12-{n:02}" for n in range(1, 10)}
    words = {f"aftaler.r{n}.hvad": f"Aftale {n}" for n in range(1, 10)}
    mine.save("motivation/plan", {**rows, **words})
    expect(later(mine)).to_have_count(3)
    more = mine.part("next").get_by_text("Vis 5 mere")
    more.click()
    expect(mine.part("next").locator("details[open] li")).to_have_count(5)
    mine.page.get_by_role("checkbox", name="Gjort: Aftale 9").check()
    expect(mine.page.get_by_role("checkbox", name="Gjort: Aftale 9")).to_be_focused()
