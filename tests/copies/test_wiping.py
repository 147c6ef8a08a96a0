"""«Ryd telefonen»: everything of this course goes, at once, everywhere, and stays away."""

from contextlib import suppress

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from coursewright.testing.chromium import find_chromium
from tests.copies.conftest import LEFT, wipe

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
    wipe(mine.page)
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
    wipe(mine.page)
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
    wipe(tab.page)
    tab.page.go_back()
    tab.is_ready()
    expect(tab.field("text")).to_have_value("")
    tab.shows("value", None)


@pytest.fixture
def remembering(launch) -> BrowserContext:
    """A browser with its back/forward cache, which automation switches off."""
    program = str(find_chromium(whole=True))
    switched_off = ["--disable-back-forward-cache"]
    browser: Browser = launch(executable_path=program, ignore_default_args=switched_off)
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
    other.get_by_role("button", name="Ryd telefonen").click()
    other.get_by_role("button", name="Ja, ryd den").click()
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
    wipe(mine.page)
    again = open_tab()
    again.is_ready()
    expect(again.field("text")).to_have_value("")
    again.page.reload()
    expect(again.field("text")).to_have_value("")
