"""A built site, opened page by page: on phones and a desk, in light and in dark colours.

What is looked for on each: barriers that axe knows (WCAG 2.2, A and AA), headings, landmarks and
names as they are heard, anything wider than the screen, errors in the console, a broken policy, and
requests to other sites.
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
from coursewright.testing.everywhere import amiss_everywhere
from coursewright.testing.watch import Watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

INDEX = "index.html"


def look_at_site(site: Path) -> dict[str, list[str]]:
    """Open every page of a site; gives what is wrong, by the page's address from the root.

    site: the folder that was built. Raises ImportError without Playwright or axe, and NoChromium.
    """
    check = make_checker()
    playwright: Any = import_module("playwright.sync_api")
    files = sorted(site.rglob(INDEX))
    ways = [file.relative_to(site).as_posix().removesuffix(INDEX) for file in files]
    program, arguments = str(find_chromium()), launch_arguments()
    with _served(site) as origin, playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        found = dict(_look(browser, origin, ways, check))
        browser.close()
    return found


def _look(
    browser: "Browser", origin: str, ways: list[str], check: Checker
) -> Iterator[tuple[str, list[str]]]:
    context = browser.new_context(reduced_motion="reduce", service_workers="block")
    watch, page = Watch(context, origin), context.new_page()
    for way in ways:
        page.goto(f"{origin}/{way}")
        yield way, [*amiss_everywhere(page, check), *watch.problems]
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
