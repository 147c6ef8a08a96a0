from collections.abc import Iterator

import pytest

from tests.site.courses import ROOT, Built, build
from tests.site.pages_server import PagesServer


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The reference course, built strictly by the command a trainer would type.

    Without its PDF files, which take a minute: tests/workbook has a smaller course with them.
    """
    site = tmp_path_factory.mktemp("reference") / "site"
    built = build(ROOT, "--strict", "--no-pdf", site=site)
    assert built.code == 0, built.said
    return built


@pytest.fixture(scope="session")
def by_zensical(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The reference course, built strictly by the other engine."""
    site = tmp_path_factory.mktemp("zensical") / "site"
    built = build(ROOT, "--strict", "--no-pdf", "--engine", "zensical", site=site)
    assert built.code == 0, built.said
    return built


@pytest.fixture(scope="session")
def served_by_zensical(by_zensical: Built) -> Iterator[PagesServer]:
    with PagesServer(by_zensical.site) as server:
        yield server


@pytest.fixture(scope="session")
def served(reference: Built) -> Iterator[PagesServer]:
    """The reference course as GitHub Pages would serve it."""
    with PagesServer(reference.site) as server:
        yield server
