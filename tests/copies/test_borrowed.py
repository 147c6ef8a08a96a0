"""What «Ryd telefonen» asks, what it takes, and that nothing else goes."""

import json

from playwright.sync_api import expect

from tests.copies.conftest import LEFT, WORDS, saved_copy, told, wipe

PLANT = """async () => {
    for (const store of [localStorage, sessionStorage]) {
        store.setItem("coursewright:kursus:stamp", "1");
        store.setItem("coursewright:kursus-to:stamp", "2");
        store.setItem("coursewright:kursus", "3");
        store.setItem("palette", "4");
    }
    for (const name of ["coursewright:kursus:v1", "coursewright:kursus-to:v1", "other"])
        await (await caches.open(name)).put("/pages/empty.html", new Response("x"));
}"""


def test_only_what_is_this_course_goes(open_tab):
    """C20 — the database, keys and caches with the own prefix go; all else stays."""
    tab, mine = open_tab(), open_tab("my-page")
    neighbour = open_tab(course="kursus-to")
    for each in (tab, neighbour):
        each.type("text", "Personligt")
        each.is_saved()
    mine.page.evaluate(PLANT)
    wipe(mine.page)
    left = mine.page.evaluate(LEFT)
    assert left["session"] == ["coursewright:kursus", "coursewright:kursus-to:stamp", "palette"]
    assert left["local"] == sorted([*left["session"], "coursewright:kursus-to:since"])
    assert left["caches"] == ["coursewright:kursus-to:v1", "other"]
    assert left["databases"] == ["coursewright:kursus-to"]
    assert neighbour.field("text").input_value() == "Personligt"
    assert neighbour.stored() == {"modul/en": {"text": "Personligt"}}


def test_wiping_asks_first_offers_a_copy_and_gives_the_focus_back(open_tab):
    """C20 — confirm, undo by a copy, focus returns."""
    tab, mine = open_tab(), open_tab("my-page")
    tab.type("text", "Personligt")
    tab.is_saved()
    page = mine.page
    opener = page.get_by_role("button", name="Ryd telefonen")
    opener.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Nej, behold svarene").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    name, text = saved_copy(page, "Gem en kopi først")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(WORDS["saved"])
    assert [record["value"] for record in json.loads(text)["answers"]] == ["Personligt"]
    assert name.startswith("kursus-20")
    assert mine.stored() == {"modul/en": {"text": "Personligt"}}
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    wipe(page)
    expect(opener).to_be_focused()


def test_a_wipe_that_fails_says_so(open_tab):
    """C20 — when the answers cannot be removed the reader is told, and nothing is half gone."""
    tab = open_tab()
    tab.type("text", "Personligt")
    tab.is_saved()
    broken = open_tab(
        "my-page",
        init="IDBObjectStore.prototype.clear = () => { throw new DOMException('x', 'DataError') };",
    )
    broken.page.get_by_role("button", name="Ryd telefonen").click()
    broken.page.get_by_role("button", name="Ja, ryd den").click()
    expect(told(broken.page)).to_have_text(WORDS["notCleared"])
    assert tab.stored() == {"modul/en": {"text": "Personligt"}}


# The course's own pages may stay for use without a net: what they hold is the same for everybody.
KEPT_PAGES = "coursewright-pages:%2Fcoursewright%2F"
KEPT_TEXTS = """async (name) => {
    const cache = await caches.open(name);
    const found = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
    return (await Promise.all(found.map((each) => each.text()))).join();
}"""


def traces(page):
    """What is left of the course in this browser, but for its pages."""
    left = page.evaluate(LEFT)
    return left | {"caches": [name for name in left["caches"] if name != KEPT_PAGES]}


def test_a_borrowed_phone_keeps_no_trace(phone, new_phone, course):
    """F20 — after the wipe: no database, key, cache, history state or form memory is left."""
    secret = "Min chef må ikke se det"
    page = phone.new_page()
    page.goto(f"{course.address}et/a/")
    page.locator('[data-state] label:has(input[name="value"][value="4"])').click()
    page.locator("textarea:visible").fill(secret)
    expect(page.get_by_text("Gemt på denne telefon").first).to_be_visible()
    page.evaluate(
        """() => {
            for (const store of [localStorage, sessionStorage])
                store.setItem("coursewright:lille-kursus:reading", '{"size": 3}');
            return caches.open("coursewright:lille-kursus:v1").then(() => {});
        }"""
    )
    page.goto(f"{course.address}min-side/")
    page.get_by_text(WORDS["more"]).click()
    page.get_by_label(WORDS["paste-label"]).fill(secret)
    page.get_by_label(WORDS["seal-label"]).fill(secret)
    expect(page.locator("cw-my-page")).to_contain_text(secret)
    wipe(page)
    assert traces(page) == {"local": [], "session": [], "caches": [], "databases": []}
    assert secret not in page.evaluate(KEPT_TEXTS, KEPT_PAGES)
    for go in (lambda: None, page.reload, page.go_back, page.reload, page.go_forward):
        go()
        page.locator("cw-my-data:not([hidden]), .cw-exercise[data-state=empty]").first.wait_for()
        assert page.evaluate("history.state") is None
        typed = page.locator("input:not([type=radio], [type=checkbox]), textarea")
        assert "".join(typed.evaluate_all("(all) => all.map(({ value }) => value)")) == ""
        assert page.locator("article :checked:not(option)").count() == 0
        assert secret not in page.content()
    fresh = new_phone.new_page()
    fresh.goto(page.url)
    fresh.locator("cw-my-data:not([hidden])").wait_for()
    left, unused = traces(page), traces(fresh)
    for name in ("local", "session", "caches", "databases"):
        assert set(left[name]) <= set(unused[name])
