import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from coursewright.testing.chromium import find_chromium, launch_arguments
from coursewright.testing.watch import Watch
from tests.offline.hosting import Host
from tests.offline.phone import Phone, seal
from tests.site.courses import build, lesson, write_course

SHEET = """\
      - worksheet:
          id: {name}-ark
          title: Ark
          fields: [{{id: hvad, ask: Hvad vil du?, answer: long}}]
"""
LAZY = "assets/coursewright/lazy.mjs"


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A small course in two editions: other words on each page, a file that went, one that came."""
    folder = tmp_path_factory.mktemp("editions")
    pages = {"ekstra.md": "# Mere\n\nUdgave 1\n"}
    lessons = [lesson(name, text="Udgave 1") + SHEET.format(name=name) for name in ("a", "b")]
    built = build(
        write_course(folder / "course", {"m": lessons}, pages), "--strict", site=folder / "1"
    )
    assert built.code == 0, built.said
    shutil.copytree(built.site, folder / "2")
    (built.site / LAZY).write_text("export const edition = 1;", encoding="utf-8")
    for page in (folder / "2").rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace("Udgave 1", "Udgave 2")
        page.write_text(text.replace("</main>", "<!-- 2 --></main>"), encoding="utf-8")
    (folder / "2" / "assets" / "ny.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    for edition in ("1", "2"):
        seal(folder / edition)
    return {edition: folder / edition for edition in ("1", "2")}


@pytest.fixture
def host(editions: dict[str, Path]) -> Iterator[Host]:
    """The host, with the first edition on it."""
    with Host(editions["1"]) as running:
        yield running


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium with all it does around pages: it is that which wakes, stops and renews workers."""
    program = str(find_chromium(whole=True))
    browser = playwright.chromium.launch(executable_path=program, args=launch_arguments())
    yield browser
    browser.close()


@pytest.fixture
def buy(whole_browser: Browser, host: Host) -> Iterator[Callable[[], Phone]]:
    """Give phones with nothing on them; no page on them may break its own policy or fail."""
    watches, phones = [], []

    def bought() -> Phone:
        size = {"width": 360, "height": 740}
        context = whole_browser.new_context(service_workers="allow", viewport=size, locale="da-DK")
        watches.append(Watch(context, host.origin))
        phones.append(Phone(context, host))
        return phones[-1]

    yield bought
    for phone in phones:
        phone.context.close()
    said = [problem for watch in watches for problem in watch.problems]
    expected = ("Failed to load resource", "coursewright: edition")
    assert [each for each in said if not any(part in each for part in expected)] == []


@pytest.fixture
def phone(buy: Callable[[], Phone]) -> Phone:
    return buy()
