"""A site with one lesson, and its reader: with the tests' own voices, and nothing sent anywhere."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from coursewright.testing.watch import Watch
from tests.site.courses import Built, build, write_course
from tests.site.pages_server import PagesServer

HERE = Path(__file__).parent
SPEECH = HERE / "speech.js"
DANISH = {"name": "Sara", "lang": "da-DK", "localService": True, "default": True}
REMOTE = {"name": "Fjern", "lang": "da-DK", "localService": False, "default": False}
ENGLISH = {"name": "Ann", "lang": "en-GB", "localService": True, "default": False}

LESSON = (HERE / "lesson.yml").read_text(encoding="utf-8")
PAGES = {"mere.md": "# Mere at læse\n\nEn side til. Den er kort.\n"}


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A course with one module of one lesson."""
    folder = write_course(tmp_path_factory.mktemp("reading"), {"m": [LESSON]}, PAGES)
    built = build(folder)
    assert built.code == 0, built.said
    return built


@pytest.fixture(scope="session")
def served(course: Built) -> Iterator[PagesServer]:
    with PagesServer(course.site) as server:
        yield server


@pytest.fixture
def reader(
    browser: Browser, browser_context_args: dict[str, Any], served: PagesServer
) -> Iterator[BrowserContext]:
    """A phone whose speech is the tests' own. No page may complain or ask another origin."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(10_000)
    context.add_init_script(path=SPEECH)
    watch = Watch(context, served.origin)
    yield context
    context.close()
    assert watch.problems == []


@pytest.fixture
def open_lesson(reader: BrowserContext, served: PagesServer) -> Callable[..., Page]:
    """Open a page with these voices, there from the start."""

    def opened(*voices: dict[str, Any], address: str = "m/l/") -> Page:
        page = reader.new_page()
        page.goto(f"{served.address}{address}")
        page.evaluate("(voices) => speech.arrive(voices)", list(voices or [DANISH]))
        return page

    return opened
