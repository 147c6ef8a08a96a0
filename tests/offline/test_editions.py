"""A new edition: fetched whole, offered, and taken when the reader says so."""

import shutil
from pathlib import Path
from threading import Event

from playwright.sync_api import Page, Playwright, expect

from coursewright.testing.chromium import find_chromium, launch_arguments
from tests.offline.conftest import LAZY
from tests.offline.hosting import Host
from tests.offline.phone import CACHES, OFFER, STATE, Phone, seal

PAGES = ("", "m/", "m/a/", "m/b/", "ekstra/", "min-side/")
STAMP = "<!-- 2 -->"
FIELD = "[name=hvad]"
NOTHING_STORED = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...all) {
  const request = put.apply(this, all);
  if (this.name === "answers") this.transaction.abort();
  return request;
};"""

FULL_FOR_NOW = """
window.full = true;
window.refused = 0;
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...all) {
  const request = put.apply(this, all);
  if (this.name !== "answers" || !window.full) return request;
  window.refused += 1;
  this.transaction.abort();
  return request;
};"""


def is_second(page: Page) -> bool:
    return STAMP in page.content()


def stamps(phone: Phone) -> set[bool]:
    """Give which editions the pages are of: {True} where all are of the second."""
    return {is_second(phone.open(path)) for path in PAGES}


def restarted(playwright: Playwright, profile: Path, host: Host) -> Phone:
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=str(find_chromium()), args=launch_arguments()
    )
    return Phone(context, host)


def test_after_a_restart(
    playwright: Playwright, host: Host, editions: dict[str, Path], tmp_path: Path
) -> None:
    """D6 — ten minutes of cache on everything: the next start has all of the second edition."""
    phone = restarted(playwright, tmp_path, host)
    phone.visit()
    assert stamps(phone) == {False}  # and now the browser's own cache holds all of them
    host.deploy(editions["2"])
    assert phone.install() == "installed"
    assert stamps(phone) == {False}
    phone.context.close()
    phone = restarted(playwright, tmp_path, host)
    phone.go_offline()
    assert stamps(phone) == {True}
    phone.context.close()


def test_the_old_edition_stays_whole(phone: Phone, editions: dict[str, Path]) -> None:
    """D7 — an open tab keeps all of its edition, files included that it has not asked for yet."""
    page = phone.visit("m/a/")
    phone.host.deploy(editions["2"])
    assert not (editions["2"] / LAZY).exists()
    assert phone.install() == "installed"
    way = f"/coursewright/{LAZY}"
    assert page.evaluate("(way) => import(way).then((it) => it.edition)", way) == 1
    assert stamps(phone) == {False}
    phone.open("m/a/")
    phone.is_offered()
    page.get_by_role("button", name=OFFER).click()
    phone.until("(stamp) => document.documentElement.outerHTML.includes(stamp)", STAMP)
    assert LAZY not in phone.kept()
    assert "assets/ny.svg" in phone.kept()


def test_half_a_deployment(phone: Phone, editions: dict[str, Path]) -> None:
    """D8 — one old file among new ones: refused whole, and fetched when it is finished."""
    phone.visit("m/a/")
    phone.host.deploy(editions["2"])
    phone.host.stale = {"m/b": editions["1"]}
    assert phone.install() == "redundant"
    assert stamps(phone) == {False}
    phone.host.stale = {}
    phone.host.hits.clear()
    assert phone.install() == "installed"
    fetched = phone.asked
    assert fetched == ["m/b"]


def test_a_file_that_is_missing(phone: Phone, editions: dict[str, Path]) -> None:
    """D9 — the install fails and says why; the reader keeps the first edition."""
    said: list[str] = []
    phone.context.on("console", lambda message: said.append(message.text))
    phone.visit("m/a/")
    phone.host.deploy(editions["2"])
    phone.host.gone = {"assets/ny.svg"}
    assert phone.install() == "redundant"
    phone.open("m/a/")
    expect(phone.page.get_by_role("button", name=OFFER)).to_have_count(0)
    phone.go_offline()
    assert stamps(phone) == {False}
    assert any("assets/ny.svg" in each and "404" in each for each in said), said


def test_cut_connections(phone: Phone) -> None:
    """D10 — three visits end in cut connections: each goes on where the last one stopped."""
    host = phone.host
    for cut in ({"m", "m/b", "min-side"}, {"m", "min-side"}, {"min-side"}):
        host.cut = cut
        phone.open("ekstra/")
        assert phone.install() == "redundant"
    host.cut = set()
    host.hits.clear()
    phone.visit("ekstra/")
    others = {"", "m", "m/a", "m/b", "503.html"}
    assert "min-side" in host.hits
    assert others & set(host.hits) == set()
    phone.go_offline()
    for path in ("m/", "m/b/", "min-side/"):
        expect(phone.open(path).locator("h1")).to_be_visible()


def take(page: Page) -> None:
    page.get_by_role("button", name=OFFER).click()


def test_an_edition_that_comes_while_another_is_taken(
    phone: Phone, editions: dict[str, Path], tmp_path: Path
) -> None:
    """D7 — the second edition, as it takes over, leaves alone what the third has fetched so far."""
    page = phone.visit("m/a/")
    phone.host.deploy(editions["2"])
    assert phone.install() == "installed"
    phone.is_offered()
    third = shutil.copytree(editions["2"], tmp_path / "3")
    for name in ("allerede.svg", "senere.svg"):
        (third / "assets" / name).write_text(f"<svg id='{name}'/>", encoding="utf-8")
    files = seal(third)
    phone.host.held["assets/senere.svg"] = Event()
    phone.host.deploy(third)
    page.evaluate("() => void navigator.serviceWorker.getRegistration().then((it) => it.update())")
    there = f"async (way) => Object.values(await ({CACHES})()).flat().includes(way)"
    phone.until(there, "assets/allerede.svg")
    take(page)
    phone.until("(stamp) => document.documentElement.outerHTML.includes(stamp)", STAMP)
    phone.host.held["assets/senere.svg"].set()
    phone.until(f"async () => (await ({STATE})())[1] === 'installed'")
    assert set(files) <= set(phone.kept())
    assert phone.host.hits.count("assets/allerede.svg") == 1


def test_text_that_is_not_saved_yet(phone: Phone, editions: dict[str, Path]) -> None:
    """D14 — what was typed a moment ago is stored first; then each tab loads once."""
    page = phone.visit("m/a/")
    other = phone.open("m/b/", phone.context.new_page())
    phone.host.deploy(editions["2"])
    assert phone.install() == "installed"
    phone.is_offered()
    loads: list[Page] = []
    for tab in (page, other):
        tab.on("domcontentloaded", lambda tab: loads.append(tab))  # noqa: PLW0108  (Playwright's wish)
        tab.locator(FIELD).fill("Ikke gemt endnu")
    take(page)
    for tab in (page, other):
        phone.until("(stamp) => document.documentElement.outerHTML.includes(stamp)", STAMP, tab)
        expect(tab.locator(FIELD)).to_have_value("Ikke gemt endnu")
    assert len(loads) == 2
    assert set(loads) == {page, other}


def test_text_that_cannot_be_saved_just_then(phone: Phone, editions: dict[str, Path]) -> None:
    """D14 — a tab that could not store its text when another took the new edition follows later."""
    page = phone.visit("m/a/")
    other = phone.context.new_page()
    other.add_init_script(FULL_FOR_NOW)
    phone.open("m/b/", other)
    phone.host.deploy(editions["2"])
    assert phone.install() == "installed"
    phone.is_offered()
    other.locator(FIELD).fill("Ikke gemt endnu")
    phone.until("() => window.refused > 0", None, other)  # as it was typed
    take(page)
    phone.until("(stamp) => document.documentElement.outerHTML.includes(stamp)", STAMP, page)
    other.evaluate("() => { window.refused = 0; }")
    phone.until("() => window.refused > 0", None, other)  # and as the new edition took over
    assert not is_second(other)
    expect(other.locator(FIELD)).to_have_value("Ikke gemt endnu")
    other.evaluate("() => { window.full = false; }")
    phone.until("(stamp) => document.documentElement.outerHTML.includes(stamp)", STAMP, other)


def test_text_that_cannot_be_saved(phone: Phone, editions: dict[str, Path]) -> None:
    """D14 — where the phone stores nothing the text stays, and the new edition waits for it."""
    phone.page.add_init_script(NOTHING_STORED)
    page = phone.visit("m/a/")
    phone.host.deploy(editions["2"])
    assert phone.install() == "installed"
    page.locator(FIELD).fill("Skal blive stående")
    phone.is_offered()
    take(page)
    expect(page.locator(".cw-update")).to_contain_text("ikke gemt endnu")
    expect(page.locator(FIELD)).to_have_value("Skal blive stående")
    assert not is_second(page)
    assert not is_second(phone.open("m/b/"))
