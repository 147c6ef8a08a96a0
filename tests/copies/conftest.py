"""The storage tests' static site with a real «Min side», and what copies are made of."""

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import yaml
from playwright.sync_api import BrowserContext, Locator, Page, expect

from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from coursewright.render import assets
from coursewright.render.exercise import Placement
from coursewright.render.my_data import WORDS as DATA_WORDS
from coursewright.render.site import SiteRenderer
from tests.site.courses import build, lesson, write_course
from tests.site.pages_server import PagesServer
from tests.storage import conftest as storage

FIXTURES = Path(__file__).with_name("fixtures")
SCALE = """\
      - scale:
          id: {name}
          question: {name}?
          from: 1
          to: 10
          anchors: {{1: Lidt, 10: Meget}}
"""
LESSON = "  - lesson: en-lektion\n    title: Lektion\n    minutes: 5\n    blocks:\n"
PAGE = """\
<!doctype html>
<html lang="da">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Min side</title>
{links}
<main class="md-typeset"><h1>Min side</h1>
{body}
</main>
</html>
"""
FOLLOW_UP = """\
          follow_ups:
            - when: 1-5
              ask: Hvorfor?
              id: a-hvorfor
"""
NEW, OLD = "2999-01-01T00:00:00.000Z", "2000-01-01T00:00:00.000Z"
STAMP = "2024-11-03T12:00:00.000Z"

# The same browser and tabs as the storage tests have.
launch, chromium, phone = storage.launch, storage.chromium, storage.phone


def read_interface(file: Path) -> dict[str, str]:
    """Give what a file of words says in Danish."""
    words: dict[str, str] = yaml.safe_load(file.read_text("utf-8"))["interface"]["da"]
    return words


WORDS = read_interface(DATA_WORDS)


def _my_page(folder: Path) -> str:
    """Give «Min side» of a course with modul/en, modul/to and modul/tre (once modul/gammel)."""
    scales = "".join(SCALE.format(name=name) for name in ("en", "to", "tre"))
    lessons = LESSON + scales + "          was: [gammel]\n"
    write_course(folder, {"modul": [lessons]})
    settings = folder / "content" / "course.yml"
    settings.write_text(settings.read_text("utf-8").replace("lille-kursus", "kursus"), "utf-8")
    kinds = find_kinds()
    course = load_course(folder, kinds).course
    assert course
    placement = Placement()
    body = SiteRenderer(course, kinds).my_page(placement)
    styles = [
        f'<link rel="stylesheet" href="/{_here(at)}">' for at in assets.styles(placement.kinds)
    ]
    scripts = assets.scripts(placement.kinds, kinds, "da")
    tags = [f'<script type="module" src="/{_here(at)}"></script>' for at in scripts]
    return PAGE.format(links="\n".join([*styles, *tags]), body=body)


def _here(address: str) -> str:
    return address.removeprefix(f"{assets.FOLDER}/")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the static site; its my-page.html is a real one."""
    html = _my_page(tmp_path_factory.mktemp("course")).encode()

    class Pages(storage._Pages):
        def do_GET(self) -> None:
            if urlsplit(self.path).path == "/pages/my-page.html":
                return self._answer(html, "text/html")
            return super().do_GET()

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    """A course of two modules, the first with two lessons, as it is
    published; the first asks for words, too."""
    modules = {"et": [lesson("a") + FOLLOW_UP, lesson("b")], "to": [lesson("c")]}
    folder = write_course(tmp_path_factory.mktemp("offers"), modules)
    built = build(folder, "--strict")
    assert built.code == 0, built.said
    with PagesServer(built.site) as server:
        yield server


@pytest.fixture
def open_tab(site: str, phone: BrowserContext) -> Callable[..., storage.Tab]:
    """Open a tab: open_tab(page="sample", exercise=…, init=script run first)."""

    def opened(page: str = "sample", *, init: str = "", **query: str) -> storage.Tab:
        tab = phone.new_page()
        if init:
            tab.add_init_script(init)
        return storage.Tab(tab, f"{site}/pages/{page}.html?{urlencode(query)}")

    return opened


@pytest.fixture
def new_phone(chromium: Any) -> Iterator[BrowserContext]:
    """Another phone: a browser that knows nothing."""
    context = chromium.new_context(locale="da-DK", timezone_id="Europe/Copenhagen")
    yield context
    context.close()


def record(**changes: Any) -> dict[str, Any]:
    """Give an answer as it stands in a copy."""
    facts = {"exercise": "modul/to", "field": "text", "value": "fra kopien", "typed": True}
    rest = {"round": 1, "version": "v1", "title": "Min plan", "at": STAMP, "order": 7}
    return {**facts, **rest, **changes}


def attempt(**changes: Any) -> dict[str, Any]:
    """Give an attempt as it stands in a copy."""
    facts = {"id": "a1", "exercise": "modul/en", "round": 1, "version": "v1", "at": STAMP}
    rest = {"response": {"value": "4"}, "result": {"text": "4 af 10"}, "order": 1}
    return {**facts, **rest, **changes}


def copy_text(**changes: Any) -> str:
    """Give a copy's text with one answer and no checksum; `changes` replace parts of it."""
    head = {"format": 2, "database": 1, "course": "kursus", "title": "Et lille kursus"}
    lists = {"answers": [record()], "attempts": [], "setAside": []}
    return json.dumps({**head, "exported": STAMP, **lists, **changes})


def bring(page: Page, content: str | bytes, name: str = "kopi.json") -> None:
    """Choose a file with this content."""
    buffer = content.encode() if isinstance(content, str) else content
    file = {"name": name, "mimeType": "application/json", "buffer": buffer}
    page.locator("cw-my-data input[type=file]").set_input_files(file)


def accept(page: Page, text: str = "Kopien er hentet ind.") -> None:
    """Say yes to what was brought, and wait for what is said."""
    page.locator("[data-act=import-yes]").click()
    expect(told(page)).to_have_text(text)


def told(page: Page) -> Locator:
    """What the part «Dine svar» says at its foot."""
    return page.locator("cw-my-data [data-role=status]")


def counts(page: Page) -> list[str]:
    """What the open question says that is in the copy."""
    expect(page.locator("[data-role=bring-in]")).to_be_visible()
    return page.locator("[data-role=counts] li").all_text_contents()


def saved_copy(page: Page, button: str = "Gem en kopi") -> tuple[str, str]:
    """Press a button that saves a file; gives its name and its text."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


def everything(tab: storage.Tab) -> dict[str, Any]:
    """All that is stored, as plain data."""
    found: dict[str, Any] = tab.ask("(store) => store.everything()")
    return found


def answer(tab: storage.Tab, text: str, value: str = "4") -> None:
    """Answer the sample exercise, and wait until it is stored."""
    tab.type("text", text)
    tab.tap("value", value)
    tab.is_saved()


def values(tab: storage.Tab) -> dict[tuple[str, str], Any]:
    """Every stored answer: (exercise, field) → value."""
    answers = everything(tab)["answers"]
    return {(one["exercise"], one["field"]): one["value"] for one in answers}


LEFT = """async () => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage).sort(),
    caches: (await caches.keys()).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
})"""


def wipe(page: Page) -> None:
    """Press «Ryd telefonen», say yes, and wait for what is said."""
    page.get_by_role("button", name="Ryd telefonen").click()
    page.get_by_role("button", name="Ja, ryd den").click()
    expect(told(page)).to_have_text(WORDS["cleared"])
