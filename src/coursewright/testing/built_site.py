"""A built site, opened page by page as a small phone sees it, in light and in dark colours.

What is looked for on each: barriers that axe knows (WCAG 2.2, A and AA), anything wider than the
screen, errors in the console, a broken policy, and requests to other sites.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from coursewright.testing.accessibility import Checker, make_checker
from coursewright.testing.chromium import find_chromium, launch_arguments
from coursewright.testing.watch import Watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PHONE = {"width": 320, "height": 740}
SCHEMES = ("light", "dark")
WIDEST = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
INDEX = "index.html"


def look_at_site(site: Path) -> dict[str, list[str]]:
    """Open every page of a site; gives what is wrong, by the page's address from the root.

    site: the folder that was built. Raises ImportError without Playwright or axe, and NoChromium.
    """
    check = make_checker()
    playwright: Any = import_module("playwright.sync_api")
    ways = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob(INDEX))
    found: dict[str, list[str]] = {f"{way}/" if way != "." else "": [] for way in ways}
    program, arguments = str(find_chromium()), launch_arguments()
    with _served(site) as origin, playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        for scheme in SCHEMES:
            for way, wrong in _look(browser, origin, scheme, list(found), check):
                found[way] += [f"{line} ({scheme})" for line in wrong]
        browser.close()
    return found


def _look(
    browser: "Browser", origin: str, scheme: Any, ways: list[str], check: Checker
) -> Iterator[tuple[str, list[str]]]:
    context = browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]
        color_scheme=scheme,
        service_workers="block",
    )
    watch, page = Watch(context, origin), context.new_page()
    for way in ways:
        page.goto(f"{origin}/{way}")
        wrong = check(page)
        if page.evaluate(WIDEST) > 0:
            wrong.append("wider than the screen")
        yield way, [*wrong, *watch.problems]
        watch.problems.clear()
    context.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_: object) -> None:
        """Say nothing: what is wrong is told at the end."""
