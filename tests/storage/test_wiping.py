"""«Slet mine svar»: everything of this course goes, at once, everywhere, and stays away."""

import json
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

SILENCE = "delete globalThis.BroadcastChannel;"
# A tab that does not let go of the database when it is told to, as a frozen one.
FROZEN = (
    SILENCE
    + """
    const listen = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, "onversionchange");
    Object.defineProperty(IDBDatabase.prototype, "onversionchange",
        { set() {}, get: listen.get });
"""
)
HALF_DEAD = "IDBFactory.prototype.deleteDatabase = () => ({});"  # killed before it got there
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
LEFT = """async () => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage).sort(),
    caches: (await caches.keys()).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
})"""


def _wipe(page: Page) -> None:
    page.get_by_role("button", name="Slet mine svar").click()
    page.get_by_role("button", name="Slet", exact=True).click()
    expect(page.get_by_role("status").last).to_contain_text("slettet")


def _nothing_is_kept(tab) -> None:
    """Neither in this database nor shown by a page that is opened now."""
    assert tab.ask("(store) => store.export()")["answers"] == []
    assert tab.ask("(store) => store.export()")["attempts"] == []


def test_all_tabs_are_empty_within_two_seconds(open_tab):
    """C17 — wiped with a second tab open: deleted within 2 s, both tabs empty."""
    tab, mine = open_tab(), open_tab("my-page")
    tab.type("text", "Personligt")
    tab.tap("value", "7")
    tab.is_saved()
    item = mine.page.locator("[data-exercise='modul/en']")
    expect(item).to_contain_text("7 af 10")
    _wipe(mine.page)
    expect(tab.field("text")).to_have_value("", timeout=2000)
    expect(tab.page.locator(":checked[value='7']")).to_have_count(0, timeout=2000)
    expect(item).not_to_contain_text("7 af 10", timeout=2000)
    expect(tab.page.locator("[data-role=saved]")).to_be_empty()
    assert tab.page.evaluate("document.querySelector('cw-sample').attempts") == []
    assert "coursewright:kursus" not in tab.page.evaluate(LEFT)["databases"]
    tab.type("text", "Den næste")
    tab.is_saved()
    assert tab.stored() == {"modul/en": {"text": "Den næste"}}


@pytest.mark.parametrize("init", ["", SILENCE], ids=["told", "untold"])
def test_a_tab_that_closes_brings_nothing_back(open_tab, init):
    """C18 — after a wipe the other tab closes, with text that it had not stored yet."""
    tab, mine = open_tab(init=init), open_tab("my-page")
    tab.type("text", "Personligt")
    tab.is_saved()
    tab.page.evaluate("window.setTimeout = () => 0")  # what is typed next waits for its closing
    tab.type("line", "Også personligt")
    _wipe(mine.page)
    tab.page.close(run_before_unload=True)
    _nothing_is_kept(mine)
    later = open_tab()
    later.is_ready()
    later.shows("text", None)
    later.shows("line", None)


def test_a_refused_answer_makes_no_database(open_tab):
    """C18 — the database is gone: a store that knew it writes nothing, makes no new one."""
    tab = open_tab()
    tab.type("text", "Personligt")
    tab.is_saved()
    found = tab.page.evaluate(
        """async () => {
            const { AnswerStore } = await import("/web/store.mjs");
            const late = [1, 2, 3].map(() => new AnswerStore("kursus"));
            for (const store of late) await store.open();
            document.querySelector("cw-sample").remove();
            await AnswerStore.for("kursus").clear();
            const job = { round: 1, changes: [{ field: "line", value: "sent" }], attempts: [] };
            const ways = [
                late[0].save("modul/en", job),
                late[1].saveLeaving("modul/en", job),
                late[2].update("modul/en", "line", () => "sent"),
            ];
            const ends = (await Promise.allSettled(ways)).map(({ reason }) => reason?.name);
            return { ends, databases: (await indexedDB.databases()).length };
        }"""
    )
    assert found == {"ends": ["Wiped"] * 3, "databases": 0}


def test_a_tab_that_slept_through_the_wipe_cannot_write(open_tab):
    """C18 — it heard nothing and still holds the database: its late answer is refused."""
    tab = open_tab(init=FROZEN)
    tab.type("text", "Personligt")
    tab.is_saved()
    mine = open_tab("my-page", init=HALF_DEAD)
    item = mine.page.locator("[data-exercise='modul/en']")
    expect(item).to_contain_text("Personligt")
    mine.ask("(store) => void store.clear()")
    expect(item).not_to_contain_text("Personligt")
    tab.page.evaluate("document.querySelector('cw-sample').set('line', 'Sent')")
    expect(tab.field("line")).to_have_value("")
    expect(tab.field("text")).to_have_value("")
    assert mine.stored() == {}
    tab.type("text", "Ny")
    tab.is_saved()
    assert mine.stored() == {"modul/en": {"text": "Ny"}}


def test_late_writes_are_refused_in_every_way(open_tab):
    """C18 — save, save on leaving, update: each is refused when the epoch is another one."""
    tab = open_tab(init=FROZEN)
    tab.type("text", "Personligt")
    tab.is_saved()
    tab.page.evaluate(
        """async () => {
            const { AnswerStore } = await import("/web/store.mjs");
            const stores = [1, 2, 3].map(() => new AnswerStore("kursus"));
            for (const store of stores) await store.open();
            IDBFactory.prototype.deleteDatabase = () => ({});
            AnswerStore.for("kursus").clear();
            const job = { round: 1, changes: [{ field: "line", value: "sent" }], attempts: [] };
            const ways = [
                stores[0].save("modul/en", job),
                stores[1].saveLeaving("modul/en", job),
                stores[2].update("modul/en", "line", () => "sent"),
            ];
            window.ends = (await Promise.allSettled(ways)).map(({ reason }) => reason?.name);
        }"""
    )
    assert tab.page.evaluate("ends") == ["Wiped"] * 3
    assert open_tab().stored() == {}


def test_back_shows_empty_fields(open_tab, site):
    """C19 — after a wipe: Back shows empty fields."""
    tab = open_tab()
    tab.type("text", "Personligt")
    tab.tap("value", "7")
    tab.is_saved()
    tab.page.goto(f"{site}/pages/my-page.html")
    _wipe(tab.page)
    tab.page.go_back()
    tab.is_ready()
    expect(tab.field("text")).to_have_value("")
    tab.shows("value", None)


@pytest.fixture
def remembering(launch) -> BrowserContext:
    """A browser with its back/forward cache, which automation switches off."""
    browser: Browser = launch(ignore_default_args=["--disable-back-forward-cache"])
    yield browser.new_context()
    browser.close()


def _leave_for_the_cache(page: Page, site: str, *, unsaved: bool) -> None:
    page.add_init_script(SILENCE)
    page.goto(f"{site}/pages/sample.html")
    page.locator("[data-state]").wait_for(state="attached")
    page.evaluate("addEventListener('pageshow', (event) => { window.cached = event.persisted; })")
    page.fill("[name=text]", "Personligt")
    page.get_by_text("Gemt på denne telefon").first.wait_for()
    if unsaved:
        page.evaluate("window.setTimeout = () => 0")
        page.fill("[name=line]", "Også personligt")
    page.goto(f"{site}/pages/empty.html")


@pytest.mark.parametrize("unsaved", [False, True])
@pytest.mark.parametrize("deaf", [False, True])
def test_a_page_from_the_cache_forgets(remembering, site, unsaved, deaf):
    """C19 — after a wipe: a page that Back takes out of the back/forward cache is empty.

    A deleted database throws the page out of the cache; one that was emptied only (deaf) does not.
    """
    page, other = remembering.new_page(), remembering.new_page()
    _leave_for_the_cache(page, site, unsaved=unsaved)
    other.add_init_script(SILENCE + HALF_DEAD if deaf else "")
    other.goto(f"{site}/pages/my-page.html")
    item = other.locator("[data-exercise='modul/en']")
    expect(item).to_contain_text("Personligt")
    other.get_by_role("button", name="Slet mine svar").click()
    other.get_by_role("button", name="Slet", exact=True).click()
    expect(item).to_have_attribute("data-state", "empty")
    with suppress(Error):  # the page that is asked may be gone before it has answered
        page.evaluate("() => { history.back(); }")
    page.locator("[name=text]").wait_for()
    expect(page.locator("[name=text]")).to_have_value("")
    expect(page.locator("[name=line]")).to_have_value("")
    assert bool(page.evaluate("window.cached")) is deaf
    other.reload()
    expect(item).to_have_attribute("data-state", "empty")


def test_a_reopened_tab_is_empty(open_tab):
    """C19 — after a wipe: the same address opened again, and reloaded, is empty."""
    tab, mine = open_tab(), open_tab("my-page")
    tab.type("text", "Personligt")
    tab.is_saved()
    tab.page.close()
    _wipe(mine.page)
    again = open_tab()
    again.is_ready()
    expect(again.field("text")).to_have_value("")
    again.page.reload()
    expect(again.field("text")).to_have_value("")


def test_only_what_is_this_course_goes(open_tab):
    """C20 — the database, keys and caches with the own prefix go; all else stays."""
    tab, mine = open_tab(), open_tab("my-page")
    neighbour = open_tab(course="kursus-to")
    for each in (tab, neighbour):
        each.type("text", "Personligt")
        each.is_saved()
    mine.page.evaluate(PLANT)
    _wipe(mine.page)
    left = mine.page.evaluate(LEFT)
    assert left["local"] == ["coursewright:kursus", "coursewright:kursus-to:stamp", "palette"]
    assert left["session"] == left["local"]
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
    opener = page.get_by_role("button", name="Slet mine svar")
    opener.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Gem en kopi først").click()
    copy = json.loads(download.value.path().read_text("utf-8"))
    assert (copy["format"], copy["course"]) == (1, "kursus")
    assert [record["value"] for record in copy["answers"]] == ["Personligt"]
    assert download.value.suggested_filename.startswith("kursus-20")
    assert mine.stored() == {"modul/en": {"text": "Personligt"}}
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    _wipe(page)
    expect(opener).to_be_focused()


def test_a_wipe_that_fails_says_so(open_tab, words):
    """C20 — when the answers cannot be removed the reader is told, and nothing is half gone."""
    tab = open_tab()
    tab.type("text", "Personligt")
    tab.is_saved()
    broken = open_tab(
        "my-page",
        init="IDBObjectStore.prototype.clear = () => { throw new DOMException('x', 'DataError') };",
    )
    broken.page.get_by_role("button", name="Slet mine svar").click()
    broken.page.get_by_role("button", name="Slet", exact=True).click()
    expect(broken.page.get_by_role("status").last).to_have_text(words["notCleared"])
    assert tab.stored() == {"modul/en": {"text": "Personligt"}}
