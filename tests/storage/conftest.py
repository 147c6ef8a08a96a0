"""A small static site over the shared browser code, and tabs that look at it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from coursewright.testing.chromium import find_chromium, launch_arguments

HERE = Path(__file__).parent
WEB = HERE.parents[1] / "src" / "coursewright" / "web"
WORDS = {
    key: text
    for file in ("words.yml", "my-page.yml")
    for key, text in yaml.safe_load((WEB / file).read_text("utf-8"))["interface"]["da"].items()
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


class _Pages(SimpleHTTPRequestHandler):
    """Serves /web/ and /pages/ (also below /preview/); fills {course} and the like in pages."""

    extensions_map = {".mjs": "text/javascript", ".css": "text/css", ".html": "text/html"}  # noqa: RUF012

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        folder, _, name = address.path.removeprefix("/preview").strip("/").partition("/")
        file = {"web": WEB, "pages": HERE / "pages"}.get(folder, HERE / "none") / name
        if not file.is_file():
            return self.send_error(404)
        body = file.read_text("utf-8")
        if file.suffix == ".html":
            body = _filled(body, parse_qs(address.query))
        self._answer(body.encode(), self.extensions_map[file.suffix])

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


def _filled(body: str, query: dict[str, list[str]]) -> str:
    values = {
        "course": "kursus",
        "exercise": "modul/en",
        "version": "v1",
        "more": "",
        "ask": "Hvor meget?",
        "why": "Hvorfor?",
        "links": "modul/en",
        "words": json.dumps(WORDS, ensure_ascii=False),
    }
    values |= {name: found[0] for name, found in query.items()}
    for name, value in values.items():
        body = body.replace("{" + name + "}", value)
    return body


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the static site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[..., Browser]:
    """Start the Chromium of this computer."""
    program = str(find_chromium())
    return partial(playwright.chromium.launch, executable_path=program, args=launch_arguments())


@pytest.fixture(scope="session")
def chromium(launch: Callable[..., Browser]) -> Iterator[Browser]:
    browser = launch()
    yield browser
    browser.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """An empty browser profile the size of a phone. No script may fail on it."""
    size = {"width": 360, "height": 740}
    zone = "Europe/Copenhagen"
    context = chromium.new_context(viewport=size, locale="da-DK", timezone_id=zone)
    failures: list[str] = []
    context.set_default_timeout(8000)
    context.on("weberror", lambda error: failures.append(str(error.error)))
    yield context
    context.close()
    assert failures == []


class Tab:
    """One page with a sample exercise, and what a test asks of it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        page.goto(address)

    def is_ready(self) -> None:
        """Wait until what is stored is shown."""
        self.page.locator("[data-state]").first.wait_for(state="attached")

    def field(self, name: str) -> Any:
        return self.page.locator(f"[name='{name}']").first

    def type(self, name: str, text: str) -> None:
        """Write text as a reader does, key by key only where it matters: one input event."""
        self.field(name).fill(text)

    def tap(self, name: str, value: str) -> None:
        self.page.locator(f"[name='{name}'][value='{value}']").first.check()

    def is_saved(self) -> None:
        """Wait until the page says so."""
        self.page.locator("[data-role=saved]", has_text="Gemt").first.wait_for()

    def shows(self, name: str, value: object) -> None:
        """Wait until the reader sees this answer."""
        self.until(
            "([name, value]) => JSON.stringify(document.querySelector('.cw-exercise')"
            ".values()[name] ?? null) === JSON.stringify(value)",
            [name, value],
        )

    def until(self, script: str, argument: object = None) -> None:
        """Wait until a script of the page gives true (its own waiting breaks the policy)."""
        end = time.monotonic() + 8
        while not self.page.evaluate(script, argument):
            assert time.monotonic() < end, script
            self.page.wait_for_timeout(10)

    def ask(self, script: str, argument: object = None) -> Any:
        """Run `(store, argument) => …` with the store of the page's course."""
        return self.page.evaluate(
            "async ([script, argument]) => {"
            "const { AnswerStore } = await import('/web/store.mjs');"
            "const element = document.querySelector('[data-course]');"
            "const store = AnswerStore.for(element.dataset.course);"
            "return eval(script)(store, argument); }".replace("eval(script)", f"({script})"),
            [script, argument],
        )

    def stored(self) -> dict[str, Any]:
        """All answers in the database: {exercise: {field: value}}."""
        found: dict[str, Any] = {}
        for record in self.ask("(store) => store.everything()")["answers"]:
            found.setdefault(record["exercise"], {})[record["field"]] = record["value"]
        return found


@pytest.fixture
def open_tab(site: str, phone: BrowserContext) -> Callable[..., Tab]:
    """Open a tab: open_tab(page="sample", course=…, exercise=…, init=script run first)."""

    def opened(page: str = "sample", *, init: str = "", at: str = "", **query: str) -> Tab:
        tab = phone.new_page()
        if init:
            tab.add_init_script(init)
        return Tab(tab, f"{site}{at}/pages/{page}.html?{urlencode(query)}")

    return opened


@pytest.fixture
def words() -> dict[str, str]:
    return dict(WORDS)
