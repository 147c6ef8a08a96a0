"""A phone that reads a course, and what a test asks of it."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page

from coursewright.render.offline import WORKER, list_files, make_worker
from tests.offline.hosting import PATIENCE, Host

LEDGER = "assets/coursewright/ledger.json"
STATE = """async () => {
  const found = await navigator.serviceWorker.getRegistration();
  return ["installing", "waiting", "active"].map((name) => found?.[name]?.state ?? null);
}"""
CACHES = """async () => {
  const pathOf = ({ url }) => decodeURIComponent(new URL(url).pathname.split("/").at(-1));
  const found = {};
  for (const name of await caches.keys()) {
    found[name] = (await (await caches.open(name)).keys()).map(pathOf);
  }
  return found;
}"""
OUTCOME = """async (way) => {
  const { serviceWorker } = navigator;
  const known = await serviceWorker.getRegistration();
  const found = await serviceWorker.register(way, { updateViaCache: "none" });
  if (known?.active) await found.update();
  const worker = found.installing ?? found.waiting ?? (known?.active ? null : found.active);
  const ends = ["installed", "activated", "redundant"];
  while (worker && !ends.includes(worker.state)) {
    await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  }
  return worker?.state ?? "nothing new";
}"""
READY = "Kan nu bruges uden net"
OFFER = "Hent den nye udgave"


class Phone:
    """One browser profile, and the page that is open in it."""

    def __init__(self, context: BrowserContext, host: Host) -> None:
        context.set_default_timeout(PATIENCE * 1000)
        self.context = context
        self.host = host
        self.page = context.new_page()

    def open(self, path: str = "", page: Page | None = None) -> Page:
        page = page or self.page
        page.goto(self.host.address + path)
        return page

    def until(self, script: str, argument: object = None, page: Page | None = None) -> Any:
        """Ask a page again until it says yes (its own waiting breaks the policy)."""
        page = page or self.page
        end = time.monotonic() + PATIENCE
        said = None
        while not said:
            assert time.monotonic() < end, script
            with suppress(Error):  # the page was just being loaded anew
                said = page.evaluate(script, argument)
            page.wait_for_timeout(25)
        return said

    def visit(self, path: str = "") -> Page:
        """Open a page and wait until the course is kept."""
        page = self.open(path)
        self.until(f"async () => (await ({STATE})())[2] === 'activated'")
        return page

    def is_offered(self, page: Page | None = None) -> None:
        """Wait until the new edition is offered."""
        (page or self.page).get_by_role("button", name=OFFER).wait_for()

    def install(self) -> str:
        """Have the browser look for a worker now; gives what became of it, or "nothing new"."""
        return str(self.page.evaluate(OUTCOME, f"{self.host.prefix}{WORKER}"))

    def workers(self) -> list[str | None]:
        """Give the states of the worker that installs, the one that waits, the one in charge."""
        states: list[str | None] = self.page.evaluate(STATE)
        return states

    def kept(self) -> list[str]:
        """Give the paths of all files that are kept, in any cache."""
        found: dict[str, list[str]] = self.page.evaluate(CACHES)
        return sorted(path for paths in found.values() for path in paths)

    @property
    def asked(self) -> list[str]:
        """The paths asked for, but for the browser's own look, now and then, for a new worker."""
        return [path for path in self.host.hits if path != WORKER]

    def go_offline(self) -> None:
        self.host.is_down = True
        self.context.set_offline(True)
        self.host.hits.clear()

    def go_online(self) -> None:
        self.host.is_down = False
        self.context.set_offline(False)


def seal(site: Path) -> list[str]:
    """Write the worker for a site as it stands now; gives the paths of its files."""
    files = list_files(site, {LEDGER})
    (site / WORKER).write_text(make_worker(files), encoding="utf-8")
    return [file.path for file in files]
