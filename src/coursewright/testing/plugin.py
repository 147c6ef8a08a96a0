"""The pytest plug-in: fixtures with which a room is opened, filled and looked at.

It loads where Playwright is absent, too: then only the fixtures without a browser work.
Tests that open a browser have the mark `browser`; `pytest -m "not browser"` leaves them out.
"""

from collections.abc import Iterator

import pytest

from coursewright.core.kinds import OWN_ROOMS, Kinds
from coursewright.testing import browser
from coursewright.testing.accessibility import Checker, make_checker
from coursewright.testing.examples import installed_kinds, use_course
from coursewright.testing.opening import ExercisePages
from coursewright.testing.server import ExampleSite

_OPENING = frozenset({"browser", "exercise_page", "playwright"})
"""The fixtures that open a browser, and that all others of the kind are made from."""


def pytest_configure(config: pytest.Config) -> None:
    """Come after pytest-playwright, so that its settings can be ours; find a course's own rooms."""
    config.addinivalue_line("markers", "browser: opens a browser; set by coursewright.")
    if (config.rootpath / OWN_ROOMS).is_dir():
        use_course(config.rootpath)
    if config.pluginmanager.has_plugin("playwright"):
        config.pluginmanager.register(browser, "coursewright-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that open a browser."""
    for item in items:
        if _OPENING & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def kinds() -> Kinds:
    """All kinds of exercise that are installed."""
    return installed_kinds()


@pytest.fixture(scope="session")
def example_site(kinds: Kinds) -> Iterator[ExampleSite]:
    """Pages with examples on 127.0.0.1; `add` gives a page's address."""
    with ExampleSite(kinds) as site:
        yield site


@pytest.fixture
def exercise_page(
    example_site: ExampleSite, request: pytest.FixtureRequest
) -> Iterator[ExercisePages]:
    """Open exercises in a browser: see `ExercisePages.__call__`.

    At the end of the test every page it opened must have been without console errors,
    uncaught errors, policy violations and requests to other origins.
    """
    if not request.config.pluginmanager.has_plugin("playwright"):
        pytest.skip("the browser tests need pytest-playwright")
    settings = request.getfixturevalue("browser_context_args")
    pages = ExercisePages(example_site, request.getfixturevalue("browser"), settings)
    yield pages
    pages.close()
    assert pages.problems() == []  # noqa: S101


@pytest.fixture(scope="session")
def axe() -> Checker:
    """Check a page's accessibility: `assert axe(page) == []`."""
    pytest.importorskip("axe_playwright_python")
    return make_checker()
