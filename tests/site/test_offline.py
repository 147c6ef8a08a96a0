"""The reference course without a net: every page, every file, and the search."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coursewright.render.offline import list_files, megabytes
from tests.offline.hosting import Host
from tests.offline.phone import LEDGER, Phone
from tests.site.courses import Built

WORDS = ("øvelse", "lytte", "ærlig", "å")
FOUND = re.compile(r"^\d+ sted")
DIGESTS = """async ([root, paths]) => {
  const found = [];
  for (const path of paths) {
    const body = await (await fetch(new URL(path, root))).arrayBuffer();
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    found.push([path, btoa(String.fromCharCode(...bytes))]);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def phone(reference: Built, browser: Browser) -> Iterator[Phone]:
    """A phone that visited the front page once."""
    with Host(reference.site) as host:
        size = {"width": 1280, "height": 800}
        phone = Phone(browser.new_context(service_workers="allow", viewport=size), host)
        phone.visit()
        yield phone
        phone.context.close()


def results(page: Page, word: str) -> list[str]:
    """Search, and give what was found: the pages' addresses."""
    page.reload()
    page.get_by_role("button", name="Søg i kurset").click()
    page.get_by_role("searchbox").fill(word)
    expect(page.locator(".cw-search__said")).to_have_text(FOUND)
    found: list[str] = page.locator(".cw-search__title").evaluate_all(
        "(links) => links.map(({ href }) => href)"
    )
    return found


def test_every_page(phone: Phone, reference: Built) -> None:
    """D1 — after one visit every page opens as it was built, and nothing asks the net."""
    phone.go_offline()
    for file in sorted(reference.site.rglob("index.html")):
        path = file.relative_to(reference.site).as_posix().removesuffix("index.html")
        answer = phone.page.goto(phone.host.address + path, wait_until="commit")
        assert answer is not None
        assert answer.status == 200
        assert answer.body() == file.read_bytes(), path
    assert phone.asked == []
    phone.go_online()


def test_every_other_file(phone: Phone, reference: Built) -> None:
    """D1 — so does every script, style and picture, whether a page has asked for it or not."""
    files = {file.path: file.digest for file in list_files(reference.site, {LEDGER})}
    assert any("quiz/slots.mjs" in path for path in files)
    assert any("lunr.da" in path for path in files)
    phone.open()
    phone.go_offline()
    found = phone.page.evaluate(DIGESTS, [phone.host.address, list(files)])
    assert dict(found) == files
    assert phone.asked == []
    phone.go_online()


def test_the_workbook(phone: Phone) -> None:
    """D1, G17 — it is put together from the lessons that the phone keeps."""
    phone.go_offline()
    phone.page.goto(f"{phone.host.address}workbook/")
    expect(phone.page.locator("[data-book=status]")).to_have_text(
        "Arbejdsbogen er klar.", timeout=60_000
    )
    assert phone.asked == []
    phone.go_online()


def test_search(phone: Phone) -> None:
    """D2 — the search finds the same without a net, æ, ø and å included."""
    page = phone.open()
    online = {word: results(page, word) for word in WORDS}
    assert all(online.values())
    phone.go_offline()
    page = phone.open()
    assert {word: results(page, word) for word in WORDS} == online
    assert phone.asked == []
    phone.go_online()


def test_the_course_is_light(reference: Built) -> None:
    """D18 — it is less than a megabyte over the net; no map and no other language is in it."""
    weight = megabytes(list_files(reference.site, {LEDGER}))
    assert weight < 1
    told = f"{weight:.2f}".replace(".", ",")
    assert f" {told} MB " in reference.said  # though its pages were weighed as they were written
    names = [path.name for path in Path(reference.site).rglob("*") if path.is_file()]
    assert [name for name in names if name.endswith(".map")] == []
    lunr = sorted(name for name in names if name.startswith("lunr."))
    assert lunr == ["lunr.da.min.js", "lunr.stemmer.support.min.js"]
