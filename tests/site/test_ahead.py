"""Pages made by other processes: the same pages, in whatever order they are asked for."""

import os
from collections.abc import Sequence

import pytest
from markupsafe import Markup

from coursewright.engines.mkdocs.session import open_session
from coursewright.render.ahead import BATCH, WORTH_IT, Ahead, Made, Wanted, begin, make
from coursewright.render.exercise import Placement
from coursewright.render.site import Page, SiteRenderer
from tests.site.courses import ROOT

# A test runner has threads; a build has none when it copies itself.
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


@pytest.fixture(scope="module")
def renderer() -> SiteRenderer:
    renderer = open_session(ROOT).renderer
    assert renderer is not None
    return renderer


class TellsWhere:
    """Stands for a renderer: a page holds the number of the process that made it."""

    def page(self, page: Page, _: Placement) -> Markup:
        if page.address == "wrong/":
            raise LookupError(page.address)
        return Markup(f"{page.address} {os.getpid()}")


def wanted(renderer: SiteRenderer) -> list[Wanted]:
    return [(page, "../" * page.address.count("/")) for page in renderer.pages()]


def pages(*addresses: str) -> list[Wanted]:
    return [(Page(address, "", "", "lesson", ()), "../") for address in addresses]


def as_told(made: Made) -> tuple[Placement, str]:
    return made.placement, made.aside.put_back(made.html)


@pytest.mark.parametrize("step", [1, -1])
def test_the_same_pages(renderer: SiteRenderer, step: int) -> None:
    every = wanted(renderer)
    assert len(every) > 4 * BATCH
    ahead = Ahead(renderer, every, 2)
    for page, root in every[::step]:
        assert as_told(ahead.take(page)) == as_told(make(renderer, page, root)), page.address


def who_makes(many: Sequence[Wanted], *, alone: bool) -> set[str]:
    take = begin(TellsWhere(), many, alone=alone)  # type: ignore[arg-type]
    told = [take(page).html.split() for page, _ in many]
    assert [address for address, _ in told] == [page.address for page, _ in many]
    return {process for _, process in told}


def test_who_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    many, own = pages(*(f"{n}/" for n in range(WORTH_IT))), str(os.getpid())
    assert own not in who_makes(many, alone=False)
    assert who_makes(many, alone=True) == {own}
    assert who_makes(many[1:], alone=False) == {own}
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    assert who_makes(many, alone=False) == {own}


def test_what_goes_wrong_with_a_page_is_told_here() -> None:
    both = pages("right/", "wrong/")
    ahead = Ahead(TellsWhere(), both, 1)  # type: ignore[arg-type]
    with pytest.raises(LookupError, match="wrong/"):
        ahead.take(both[1][0])
