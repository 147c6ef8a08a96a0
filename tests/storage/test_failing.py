"""A browser that does not store, or not at once."""

import pytest
from playwright.sync_api import expect

FULL = """
    const put = IDBObjectStore.prototype.put;
    globalThis.full = false;
    IDBObjectStore.prototype.put = function (...all) {
        const request = put.apply(this, all);
        if (globalThis.full && this.name === "answers") {
            Object.defineProperty(this.transaction, "error",
                { value: new DOMException("Full", "QuotaExceededError") });
            this.transaction.abort();
        }
        return request;
    };
"""
WITHOUT_STORAGE = {
    "throws": "IDBFactory.prototype.open = () => {"
    " throw new DOMException('Denied', 'SecurityError'); };",
    "absent": "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "fails": """IDBFactory.prototype.open = () => {
        const request = { error: new DOMException("Private", "InvalidStateError") };
        setTimeout(() => request.onerror());
        return request;
    };""",
    "hangs": "IDBFactory.prototype.open = () => ({});"
    "const later = setTimeout; window.setTimeout = (act, ms) => later(act, ms / 20);",
}
HANDLES = """
    globalThis.handles = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...all) {
        const request = open.apply(this, all);
        request.addEventListener("success", () => handles.push(request.result));
        return request;
    };
"""
DEATHS = {
    "close event": "() => { const db = handles.at(-1); db.close();"
    " db.dispatchEvent(new Event('close')); }",
    "InvalidStateError": "() => handles.at(-1).close()",
    "UnknownError on start": """() => {
        const transaction = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (...all) {
            IDBDatabase.prototype.transaction = transaction;
            throw new DOMException("Internal", "UnknownError");
        };
    }""",
    "UnknownError on a write": """() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...all) {
            IDBObjectStore.prototype.put = put;
            throw new DOMException("Internal", "UnknownError");
        };
    }""",
    "forced abort": """() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...all) {
            IDBObjectStore.prototype.put = put;
            const request = put.apply(this, all);
            this.transaction.abort();
            return request;
        };
    }""",
}


def test_a_full_phone_keeps_text_and_old_value(open_tab, words, phone):
    """C7 — quota error: text stays, message, old value intact, the answer can be taken away."""
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = open_tab(init=FULL)
    tab.type("text", "Det gamle svar")
    tab.is_saved()
    tab.page.evaluate("full = true")
    tab.type("text", "Det nye svar")
    box = tab.page.locator("[data-role=trouble]")
    expect(box).to_contain_text(words["notSaved"])
    expect(tab.page.locator("[data-role=saved]")).to_be_empty()
    expect(tab.page.locator(".cw-announce")).to_contain_text(words["notSaved"])
    assert tab.field("text").input_value() == "Det nye svar"
    assert tab.stored() == {"modul/en": {"text": "Det gamle svar"}}
    box.get_by_role("button", name="Kopiér").click()
    expect(tab.page.locator(".cw-announce")).to_contain_text("Kopieret")
    assert "Hvorfor?: Det nye svar" in tab.page.evaluate("navigator.clipboard.readText()")
    with tab.page.expect_download() as download:
        box.get_by_role("button", name="Gem som fil").click()
    assert download.value.suggested_filename == "modul-en.txt"
    assert "Hvorfor?: Det nye svar" in download.value.path().read_text("utf-8")


def test_the_next_change_tries_again(open_tab):
    """C7 — when there is room again, the next change stores everything and the message goes."""
    tab = open_tab(init=FULL)
    tab.is_ready()
    tab.page.evaluate("full = true")
    tab.type("text", "For meget")
    tab.page.locator("[data-role=trouble]").wait_for()
    tab.page.evaluate("full = false")
    tab.tap("value", "4")
    tab.is_saved()
    expect(tab.page.locator("[data-role=trouble]")).to_have_count(0)
    assert tab.stored() == {"modul/en": {"text": "For meget", "value": "4"}}


def test_a_text_too_large_to_be_kept_is_said_to_be(open_tab):
    """C7 — more than a megabyte in one answer is refused aloud, not stored and set aside."""
    tab = open_tab()
    tab.is_ready()
    tab.page.evaluate(
        """() => {
            const field = document.querySelector("[name=text]");
            field.value = "x".repeat(1_000_001);
            field.dispatchEvent(new Event("change", {bubbles: true}));
        }"""
    )
    tab.page.locator("[data-role=trouble]").wait_for()
    assert tab.stored() == {}


@pytest.mark.parametrize("way", WITHOUT_STORAGE)
def test_without_storage_the_exercise_still_works(open_tab, words, phone, way):
    """C8 — IndexedDB blocked in four ways: one notice, the form works, copy and print work."""
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = open_tab(init=WITHOUT_STORAGE[way])
    notice = tab.page.locator(".cw-notice")
    expect(notice).to_have_text(words["blocked"])
    tab.tap("value", "7")
    tab.type("text", "Kun på papir")
    tab.page.locator("[data-role=trouble]").wait_for()
    expect(notice).to_have_count(1)
    expect(tab.page.locator("[data-role=saved]")).to_be_empty()
    element = tab.page.locator("cw-sample")
    expect(element).to_have_attribute("data-shown", "7")
    assert tab.page.evaluate("document.querySelector('cw-sample').attempts[0].result.value") == 7
    tab.page.get_by_role("button", name="Svar igen").click()
    expect(tab.field("text")).to_have_value("")
    tab.page.get_by_role("button", name="Fortryd").click()
    expect(tab.field("text")).to_have_value("Kun på papir")
    tab.page.locator("[data-role=trouble]").get_by_role("button", name="Kopiér").click()
    expect(tab.page.locator(".cw-announce")).to_contain_text("Kopieret")
    assert "Hvorfor?: Kun på papir" in tab.page.evaluate("navigator.clipboard.readText()")
    tab.page.emulate_media(media="print")
    assert tab.field("text").is_visible()


@pytest.mark.parametrize("death", DEATHS)
def test_a_dead_handle_is_opened_again(open_tab, death):
    """C9 — the connection dies: reopened, the write succeeds, «Gemt» only then."""
    tab = open_tab(init=HANDLES)
    tab.type("text", "Før")
    tab.is_saved()
    tab.page.evaluate(DEATHS[death])
    tab.type("text", "Efter")
    tab.is_saved()
    assert tab.stored() == {"modul/en": {"text": "Efter"}}
    expect(tab.page.locator("[data-role=trouble]")).to_have_count(0)


def test_saved_is_not_said_before_complete(open_tab):
    """C9 — while the write has not got through, the page does not say «Gemt»."""
    tab = open_tab(init=HANDLES)
    tab.type("text", "Før")
    tab.is_saved()
    tab.page.evaluate(
        """() => {
            const commit = IDBTransaction.prototype.commit;
            IDBTransaction.prototype.commit = function () {
                if (this.mode === "readonly") return commit.call(this);
                const hold = () => { // keeps the transaction alive, without end
                    if (globalThis.release) return commit.call(this);
                    this.objectStore("meta").get("epoch").onsuccess = hold;
                };
                hold();
                globalThis.held = true;
            };
        }"""
    )
    tab.tap("value", "7")
    tab.until("globalThis.held")
    expect(tab.page.locator("[data-role=saved]")).to_be_empty()
    tab.page.evaluate("globalThis.release = true")
    tab.is_saved()
    assert tab.stored() == {"modul/en": {"text": "Før", "value": "7"}}


PERSIST = {
    "refused": "StorageManager.prototype.persist = async () => { asked += 1; return false; };",
    "throws": "StorageManager.prototype.persist = () => { asked += 1; throw new TypeError(); };",
    "rejects": "StorageManager.prototype.persist = async () => { asked += 1; throw 1; };",
    "absent": "Object.defineProperty(Navigator.prototype, 'storage', { value: undefined });",
}


@pytest.mark.parametrize("way", PERSIST)
def test_persist_is_asked_once_and_never_missed(open_tab, words, way):
    """C24 — persist() false, failing or absent: no error, same words, asked once per phone."""
    tab = open_tab(init=f"globalThis.asked = 0; {PERSIST[way]}")
    tab.is_ready()
    assert tab.page.evaluate("asked") == 0
    for answer in ("1", "4", "7"):
        tab.tap("value", answer)
        tab.is_saved()
    expect(tab.page.locator("[data-role=saved]")).to_have_text(words["saved"])
    expect(tab.page.locator(".cw-notice")).to_have_count(0)
    assert tab.page.evaluate("asked") == (0 if way == "absent" else 1)
    tab.page.reload()
    tab.tap("value", "1")
    tab.is_saved()
    assert tab.page.evaluate("asked") == 0
