"""Phones and hosts as they are: other courses beside this one, no room, no worker, a slow net."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from coursewright.render.offline import WORKER, make_kill_switch
from coursewright.testing.stored import read_store
from tests.offline.hosting import Host
from tests.offline.phone import CACHES, READY, Phone
from tests.site.courses import build, lesson, write_course
from tests.site.test_serve import WAIT, read, serving, until

FIELD = "[name=hvad]"
REGISTERS = re.compile(r"[^\s\"]*/web/offline\.mjs")
SAVED = "Gemt på denne telefon"
LINES = 6
"""Requests that a page's own files come in, one after the other, at most."""

WIPE = """async () => {
  const { AnswerStore } = await import("/coursewright/assets/coursewright/web/store.mjs");
  await AnswerStore.for("lille-kursus").clear();
}"""
FORGET = """async () => {
  for (const name of await caches.keys()) await caches.delete(name);
}"""


def other_course(folder: Path) -> Path:
    """A second course, made for the sub-path `andet`."""
    course = write_course(folder, {"n": [lesson("x", text="Et andet kursus")]})
    for file, old, new in (
        (course / "mkdocs.yml", "github.io/coursewright/", "github.io/andet/"),
        (course / "content" / "course.yml", "lille-kursus", "andet-kursus"),
    ):
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    built = build(course)
    assert built.code == 0, built.said
    return built.site


def test_two_courses_on_one_origin(phone: Phone, editions: dict[str, Path], tmp_path: Path) -> None:
    """D12, D13: neither worker controls the other's pages or takes away what it keeps."""
    host = phone.host
    host.deploy(other_course(tmp_path), "andet")
    phone.visit()
    other = phone.context.new_page()
    other.goto(f"{host.origin}/andet/")
    expect(other.locator("cw-offline")).to_have_text(READY, timeout=60_000)
    for page, scope in ((phone.page, "/coursewright/"), (other, "/andet/")):
        where = page.evaluate("navigator.serviceWorker.controller?.scriptURL")
        assert where == f"{host.origin}{scope}{WORKER}"
    before = phone.page.evaluate(CACHES)
    assert len(before) == 2
    theirs = next(name for name in before if "andet" in name)

    host.deploy(editions["2"])
    assert phone.install() == "installed"
    phone.open()
    phone.is_offered()
    phone.page.get_by_role("button", name="Hent den nye udgave").click()
    phone.until("() => document.documentElement.outerHTML.includes('<!-- 2 -->')")
    assert phone.page.evaluate(CACHES)[theirs] == before[theirs]

    phone.go_offline()
    other.goto(f"{host.origin}/andet/n/x/")
    expect(other.get_by_text("Et andet kursus")).to_be_visible()
    other.goto(f"{host.origin}/andet/findes/ikke/")
    other.get_by_role("link", name="Gå til forsiden").click()
    expect(other.locator("cw-offline")).to_have_text(READY)


def test_a_slow_net(phone: Phone) -> None:
    """D11 — 400 ms and 50 kB a second: the page comes first, and writing does not wait."""
    host = phone.host
    host.slow = (0.4, 50_000)
    page = phone.open("m/a/")
    asked = [path for path in host.hits if path != WORKER]
    assert not {"m/b", "min-side", "503.html"} & set(asked)
    assert LINES * 0.4 + host.sent / 50_000 < 10
    page.locator(FIELD).fill("Skrevet, mens kurset hentes")
    expect(page.get_by_text(SAVED).first).to_be_visible()
    assert phone.workers()[2] is None, "the course was there already"


@pytest.mark.parametrize(
    "broken",
    ["delete Navigator.prototype.serviceWorker", "ServiceWorkerContainer.prototype.register = no"],
    ids=["no workers", "registration fails"],
)
def test_without_a_worker(phone: Phone, broken: str) -> None:
    """D15 — everything works with a net, and nothing promises more."""
    phone.context.add_init_script(f"const no = async () => {{ throw new TypeError(); }}; {broken}")
    page = phone.open("m/a/")
    page.locator(FIELD).fill("Gemt alligevel")
    expect(page.get_by_text(SAVED).first).to_be_visible()
    phone.open()
    page.wait_for_load_state("networkidle")
    expect(page.locator("cw-offline")).to_be_empty()
    assert WORKER not in phone.host.hits


def test_no_room(phone: Phone, editions: dict[str, Path]) -> None:
    """D13, D16 — the phone is full: the first edition stays, and only Min side says so.

    Not that of the course beside it, whose own pages are all kept.
    """
    phone.host.deploy(editions["1"], "andet")
    phone.visit()
    other = phone.context.new_page()
    other.goto(f"{phone.host.origin}/andet/min-side/")
    expect(other.locator("cw-offline")).to_have_text(READY)
    used = phone.page.evaluate("async () => (await navigator.storage.estimate()).usage")
    session = phone.context.new_cdp_session(phone.page)
    quota = {"origin": phone.host.origin, "quotaSize": used + 20_000}
    session.send("Storage.overrideQuotaForOrigin", quota)
    kept = phone.kept()
    phone.host.deploy(editions["2"])
    assert phone.install() == "redundant"
    assert phone.kept() == kept
    expect(phone.page.locator("cw-offline")).to_have_text(READY)
    page = phone.open("min-side/")
    assert phone.install() == "redundant"
    expect(page.locator("cw-offline")).to_contain_text("ikke plads på telefonen")
    expect(other.locator("cw-offline")).to_have_text(READY)
    phone.go_offline()
    assert "<!-- 2 -->" not in phone.open("m/a/").content()


def test_the_kill_switch(phone: Phone, editions: dict[str, Path], tmp_path: Path) -> None:
    """D17 — the worker and the kept pages go; the answers stay."""
    page = phone.visit("m/a/")
    page.locator(FIELD).fill("Mit svar")
    expect(page.get_by_text(SAVED).first).to_be_visible()
    page.evaluate("caches.open('noget-andet')")
    stopped = shutil.copytree(editions["1"], tmp_path / "stopped")
    (stopped / WORKER).write_text(make_kill_switch(), encoding="utf-8")
    lesson_page = stopped / "m" / "a" / "index.html"
    lesson_page.write_text(REGISTERS.sub("", lesson_page.read_text("utf-8")), encoding="utf-8")
    phone.host.deploy(stopped)
    phone.install()
    phone.until("async () => !(await navigator.serviceWorker.getRegistrations()).length")
    assert list(phone.page.evaluate(CACHES)) == ["noget-andet"]
    expect(phone.open("m/a/").locator(FIELD)).to_have_value("Mit svar")
    assert read_store(page, "lille-kursus")["answers"]


def test_caches_that_vanish(phone: Phone) -> None:
    """C21, D1: a browser that forgot the pages gets them from the net, and keeps them again."""
    page = phone.visit("m/a/")
    page.evaluate(FORGET)
    expect(phone.open("m/b/").locator("h1")).to_have_text("Lektion b")
    phone.open()
    expect(page.locator("cw-offline")).to_have_text(READY)
    phone.go_offline()
    expect(phone.open("m/a/").locator("h1")).to_have_text("Lektion a")


def test_wiping_leaves_the_pages(phone: Phone) -> None:
    """C20 — «ryd telefonen» takes the answers; the course can still be read without a net."""
    page = phone.visit("m/a/")
    page.locator(FIELD).fill("Mit svar")
    expect(page.get_by_text(SAVED).first).to_be_visible()
    page.evaluate(WIPE)
    phone.go_offline()
    expect(phone.open("m/a/").locator(FIELD)).to_have_value("")


def test_a_preview_keeps_nothing(
    browser: Browser, editions: dict[str, Path], tmp_path: Path
) -> None:
    """D17 — a preview at an address where the course was kept shows what was saved just now."""
    with Host(editions["1"]) as host:
        phone = Phone(browser.new_context(service_workers="allow"), host)
        phone.visit("m/a/")
        host.is_down = True  # on connections that are still open, too
    port = host.origin.rpartition(":")[2]
    course = write_course(tmp_path, {"m": [lesson("a", text="Det nyeste.")]})
    with serving(course, ["coursewright", "serve", "--port", port]):
        until(lambda: "Det nyeste." in read(f"{host.address}m/a/"))
        page = phone.open("m/a/")
        expect(page.get_by_text("Det nyeste.")).to_be_visible(timeout=WAIT * 1000)
        assert (
            page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
            == 0
        )
        assert phone.kept() == []
        page.reload()
        assert phone.workers() == [None, None, None]
    phone.context.close()
