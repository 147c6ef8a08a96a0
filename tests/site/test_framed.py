"""The course inside another site's frame: it says so, leads out, and nothing else can be tapped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, expect

from tests.site.pages_server import PagesServer

NOTICE, EXERCISE = ".cw-framed", ".cw-exercise"


@pytest.fixture
def around(tmp_path: Path, served: PagesServer) -> Iterator[PagesServer]:
    """Another site, with pages of the course in frames."""
    for name, extra in {
        "plain": "",
        "sandboxed": ' sandbox="allow-scripts allow-same-origin"',
    }.items():
        page = f"{served.address}motivation/hvor-lysten-kommer-fra/"
        html = f'<!doctype html><title>x</title><iframe src="{page}"{extra} width=900 height=700>'
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8")
    (tmp_path / "404.html").touch()
    with PagesServer(tmp_path) as server:
        yield server


def taps(frame: FrameLocator) -> int:
    """Count what can still be reached in the frame by a tap or by Tab."""
    controls = frame.locator("a, button, input, textarea, select, summary")
    return controls.evaluate_all("(all) => all.filter((one) => !one.closest('[inert]')).length")


@pytest.mark.parametrize("name", ["plain", "sandboxed"])
def test_a_framed_page_can_only_be_left(browser: Browser, around: PagesServer, name: str) -> None:
    """F14 — another site's frame gets a notice with the way out; all else is inert."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{around.address}{name}.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator(NOTICE)).to_be_visible()
    expect(frame.locator(EXERCISE).first).to_be_visible()
    assert taps(frame) == 1
    if name == "plain":
        frame.locator(f"{NOTICE} a").click()
        page.wait_for_url("**/motivation/hvor-lysten-kommer-fra/")
        expect(page.locator(NOTICE)).to_be_hidden()
    context.close()


def test_a_page_by_itself_says_nothing(browser: Browser, served: PagesServer) -> None:
    """F14 — alone, or in a frame of its own site, the course is as always."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.address)
    expect(page.locator(NOTICE)).to_be_hidden()
    assert page.locator("[inert]:has(a)").count() == 0
    context.close()
