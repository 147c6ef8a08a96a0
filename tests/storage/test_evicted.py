"""The browser has thrown the answers away: calm words, and a way to bring a copy in."""

import re

from playwright.sync_api import expect

NOTICE = ".cw-notice"
EVICT = "async () => { await new Promise((done) => Object.assign("
EVICT += "indexedDB.deleteDatabase('coursewright:kursus'), { onsuccess: done })); }"
KEYS = "Object.keys(localStorage)"
NO_KEYS = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } });"


def evicted(open_tab):
    """Leave a phone on which there were answers; what is left is the mark that there were."""
    tab = open_tab()
    tab.tap("value", "4")
    tab.is_saved()
    tab.page.close()
    bare = open_tab("empty")
    bare.page.evaluate(EVICT)
    assert bare.page.evaluate(KEYS) == ["coursewright:kursus:since"]
    return bare


def test_the_reader_is_told_calmly_and_can_go_on(open_tab, words):
    """C21 — the database is gone, the mark is not: a message with a way to a copy, no error."""
    evicted(open_tab)
    tab = open_tab()
    notice = tab.page.locator(NOTICE)
    expect(notice.locator("p")).to_have_text(words["evicted"])
    expect(notice).to_have_attribute("role", "status")
    way = notice.get_by_role("link", name=words["bringIn"])
    expect(way).to_have_attribute("href", re.compile("/pages/my-page.html$"))
    expect(tab.page.locator("[data-role=trouble]")).to_have_count(0)
    assert tab.ask("(store) => store.evicted")
    tab.tap("value", "7")
    tab.is_saved()
    assert tab.stored() == {"modul/en": {"value": "7"}}
    expect(notice).to_have_count(1)
    other = open_tab(exercise="modul/to")
    expect(other.page.locator(NOTICE)).to_have_count(1)
    notice.get_by_role("button", name=words["noCopy"]).click()
    expect(notice).to_have_count(0)
    for page in (tab.page, other.page):
        page.reload()
        page.locator("[data-state]").wait_for(state="attached")
        expect(page.locator(NOTICE)).to_have_count(0)
    assert not tab.ask("(store) => store.evicted")


def test_a_copy_that_comes_in_ends_it(open_tab):
    """C21 — after the way back in, nothing is missed any more."""
    evicted(open_tab)
    tab = open_tab()
    expect(tab.page.locator(NOTICE)).to_have_count(1)
    tab.ask("(store) => store.restore({ answers: [], attempts: [], setAside: [] }, new Map())")
    expect(tab.page.locator(NOTICE)).to_have_count(0)
    assert not tab.ask("(store) => store.evicted")


def test_nothing_is_missed_after_a_wipe(open_tab):
    """C21, C20: what the reader deleted is not called thrown away, and leaves no mark."""
    tab = open_tab()
    tab.tap("value", "4")
    tab.is_saved()
    other = open_tab()
    other.shows("value", "4")
    tab.ask("(store) => store.clear()")
    other.shows("value", None)
    for each in (tab, other, open_tab()):
        each.is_ready()
        assert not each.ask("async (store) => (await store.everything()) && store.evicted")
        expect(each.page.locator(NOTICE)).to_have_count(0)
    assert tab.page.evaluate(KEYS) == []


def test_a_tab_that_was_there_before_the_first_answer_misses_nothing(open_tab):
    """C21 — another tab makes the database: it is new, not lost."""
    early, tab = open_tab(exercise="modul/to"), open_tab()
    early.is_ready()
    tab.tap("value", "4")
    tab.is_saved()
    early.tap("value", "1")
    early.is_saved()
    assert not early.ask("(store) => store.evicted")
    expect(early.page.locator(NOTICE)).to_have_count(0)


def test_only_the_mark_is_lost(open_tab):
    """C21 — the other way round: the answers are there, nothing is said, the mark comes back."""
    tab = open_tab()
    tab.tap("value", "4")
    tab.is_saved()
    tab.page.evaluate("localStorage.clear()")
    tab.page.reload()
    tab.shows("value", "4")
    expect(tab.page.locator(NOTICE)).to_have_count(0)
    tab.tap("value", "7")
    tab.is_saved()
    assert tab.page.evaluate(KEYS) == ["coursewright:kursus:since"]


def test_without_keys_answers_are_stored_all_the_same(open_tab):
    """C21, C8: no localStorage: nothing fails, nothing is claimed."""
    tab = open_tab(init=NO_KEYS)
    tab.tap("value", "4")
    tab.is_saved()
    tab.page.reload()
    tab.shows("value", "4")
    assert not tab.ask("(store) => store.evicted")
