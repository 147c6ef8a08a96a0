"""Every module of the reference course, taken from its first page to its last."""

import re

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from coursewright.testing.accessibility import Checker, amiss_in_both
from coursewright.testing.awake import asleep
from coursewright.testing.heard import amiss_as_heard
from coursewright.testing.watch import Watch
from tests.site.answering import answer_all
from tests.site.courses import ROOT
from tests.site.pages_server import PagesServer

MODULES = yaml.safe_load((ROOT / "content" / "course.yml").read_text("utf-8"))["modules"]


def walk(page: Page, address: str, module: str, axe: Checker) -> list[str]:
    """Go through a module by «Næste», answer everything, and look at it then; gives what was
    answered."""
    page.goto(f"{address}{module}/")
    page.get_by_role("link", name="Begynd modulet").click()
    page.wait_for_url(re.compile(f"/{module}/[a-z]"))
    done: list[str] = []
    while f"/{module}/" in page.url:
        assert asleep(page) == []
        done += answer_all(page)
        assert [*amiss_in_both(page, axe), *amiss_as_heard(page)] == [], page.url
        onward = page.locator(".cw-onward__next")
        if onward.count() == 0:
            break
        here = page.url
        onward.click()
        page.wait_for_url(lambda url, here=here: url != here)
    return done


@pytest.mark.parametrize("module", MODULES)
def test_every_exercise_of_a_module_can_be_done(
    browser: Browser, browser_context_args: dict, served: PagesServer, axe: Checker, module: str
) -> None:
    """G1, G18, G19 — every lesson in order, all answered, nobody shut out by what is shown then.

    «Min side» and the front page agree."""
    context = browser.new_context(**browser_context_args, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    watch = Watch(context, served.origin)
    page = context.new_page()
    done = walk(page, served.address, module, axe)
    assert len(done) == len(set(done)) > 0
    page.goto(f"{served.address}min-side/")
    mine = page.locator(f'[data-module="{module}"]')
    expect(mine.locator(".cw-my-progress")).to_have_text(f"{len(done)} af {len(done)} øvelser")
    expect(mine.locator('[data-exercise][data-state="empty"]')).to_have_count(0)
    assert [*amiss_in_both(page, axe), *amiss_as_heard(page)] == []
    page.goto(served.address)
    card = page.locator(".cw-module-card").nth(MODULES.index(module))
    expect(card).to_contain_text(f"{len(done)} af {len(done)} øvelser")
    context.close()
    assert watch.problems == []
