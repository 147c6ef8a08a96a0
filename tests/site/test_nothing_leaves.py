"""What a reader writes is in the answer store, and in nothing else the browser has or sends."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from coursewright.core.kinds import find_kinds
from coursewright.render.elements import may_fetch_outside, outside_of
from tests.site.answering import SAVED
from tests.site.courses import Built
from tests.site.pages_server import PagesServer

MARKER = "Zebraklovn77"
FIELDS = ".cw-exercise :is(textarea, input:not([type]), input[type=text])"
HELD = """async () => {
  const held = [document.title, document.referrer, location.href, document.cookie, window.name,
    JSON.stringify(history.state), JSON.stringify({...localStorage}),
    JSON.stringify({...sessionStorage})];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      held.push(request.url, await (await cache.match(request)).text());
    }
  }
  held.push(...performance.getEntries().map((entry) => entry.name));
  for (const meta of document.querySelectorAll("meta, link, base")) held.push(meta.outerHTML);
  return held;
}"""
STORED = """async () => {
  const found = [];
  for (const {name} of await indexedDB.databases()) {
    const database = await new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    for (const store of database.objectStoreNames) {
      found.push(...await new Promise((done) => {
        const all = database.transaction(store).objectStore(store).getAll();
        all.onsuccess = () => done(all.result.map((one) => JSON.stringify(one)));
      }));
    }
    database.close();
  }
  return found;
}"""


class Heard:
    """Everything that pages of a context send or say."""

    def __init__(self, context: BrowserContext) -> None:
        self.texts: list[str] = []
        context.on("request", self._request)
        context.on("console", lambda message: self.texts.append(message.text))
        context.on("weberror", lambda error: self.texts.append(str(error.error)))

    def _request(self, request: Request) -> None:
        self.texts += [request.url, json.dumps(request.headers), request.post_data or ""]


def write_everywhere(page: Page) -> int:
    """Put the marker into every text field in sight; give how many there were."""
    forms = page.locator(".cw-exercise:has(.cw-foot)")
    for index in range(forms.count()):  # a script may still fold away what plain HTML shows
        expect(forms.nth(index)).to_have_attribute("data-state", re.compile(".+"))
    written = 0
    for field in page.query_selector_all(FIELDS):
        if field.is_visible() and field.is_editable():
            field.fill(f"{MARKER} {written}")
            written += 1
    return written


def pages_with_fields(built: Built) -> list[str]:
    """Give pages that together have every kind that asks for words: address by address."""
    found, seen = [], set()
    for path in sorted(built.site.rglob("index.html")):
        html = path.read_text("utf-8")
        kinds = {name for name in find_kinds() if f"<cw-{name} " in html} - seen
        if kinds and ("<textarea" in html or 'type="text"' in html):
            seen |= kinds
            found.append(path.relative_to(built.site).as_posix().removesuffix("index.html"))
    return found


def test_what_is_written_is_nowhere_else(
    reference: Built, served: PagesServer, browser: Browser
) -> None:
    """F11 — not in an address, referrer, title, console, cookie, history, cache or request."""
    context = browser.new_context()
    heard, held, written = Heard(context), [], 0
    page = context.new_page()
    addresses = pages_with_fields(reference)
    assert len(addresses) >= 5
    for address in addresses:
        page.goto(served.address + address)
        count = write_everywhere(page)
        if count:
            expect(page.locator('[data-role="saved"]', has_text=SAVED).first).to_be_visible()
        written += count
        held += page.evaluate(HELD)
    page.goto(f"{served.address}min-side/")
    expect(page.get_by_text(MARKER).first).to_be_attached()
    held += page.evaluate(HELD)
    stored = page.evaluate(STORED)
    context.close()
    assert written >= 20
    assert sum(MARKER in one for one in stored) >= 20, "the marker is where it belongs"
    assert len(heard.texts) > 50
    assert [text[:200] for text in (*heard.texts, *held) if MARKER.lower() in text.lower()] == []


def test_no_file_of_the_site_can_hold_an_answer(reference: Built) -> None:
    """F11 — the search index and the ledger are of the course alone: names, no place for more."""
    ledger = json.loads((reference.site / "assets/coursewright/ledger.json").read_text("utf-8"))
    assert "answers" not in json.dumps(ledger).lower()
    index = json.loads((reference.site / "search/search_index.json").read_text("utf-8"))
    assert set(index["docs"][0]) <= {"location", "title", "text", "tags", "boost"}


def test_the_course_fetches_nothing_from_elsewhere(reference: Built) -> None:
    """B15 — 0 addresses in the output that load from elsewhere, and no page needs a second look."""
    files = [path for path in reference.site.rglob("*") if path.suffix in (".html", ".css")]
    assert len(files) > 60
    assert [address for path in files for address in outside_of(path)] == []
    assert not any(may_fetch_outside(path.read_bytes()) for path in _pages(files))


def _pages(files: list[Path]) -> list[Path]:
    return [path for path in files if path.suffix == ".html"]
