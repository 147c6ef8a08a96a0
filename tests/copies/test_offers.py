"""What is offered at the foot of a page: one thing, when it is due, and not when refused."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from coursewright.render.my_data import OFFER_WORDS
from coursewright.testing.watch import Watch
from tests.copies.conftest import read_interface
from tests.site.pages_server import PagesServer

WORDS = read_interface(OFFER_WORDS)
START = datetime.fromisoformat("2024-11-03T09:00:00+01:00")
IPHONE = """
    const alone = { get: () => globalThis.alone ?? false };
    Object.defineProperty(Navigator.prototype, "standalone", alone);
    Object.defineProperty(Navigator.prototype, "maxTouchPoints", { get: () => 5 });
"""
ASKS = """() => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    event.prompt = async () => { globalThis.asked = true; };
    event.userChoice = Promise.resolve({ outcome: globalThis.choice ?? "accepted" });
    dispatchEvent(event);
    return event.defaultPrevented;
}"""
OVERVIEW, MIDDLE, LAST, MINE = "", "et/a/", "et/b/", "min-side/"


@pytest.fixture
def visit(phone: BrowserContext, course: PagesServer) -> Iterator[Callable[..., Page]]:
    """Open a page of the course and go to its foot: visit(address, days since the start)."""
    watch = Watch(phone, course.origin)

    def visited(address: str, days: float = 0) -> Page:
        page = phone.pages[0] if phone.pages else phone.new_page()
        page.clock.set_fixed_time(START + timedelta(days=days))
        page.goto(f"{course.address}{address}")
        go_to_the_foot(page)
        return page

    yield visited
    assert watch.problems == []


def go_to_the_foot(page: Page) -> None:
    page.evaluate("document.querySelector('cw-offer')?.scrollIntoView()")


def offer(page: Page) -> Any:
    return page.locator("cw-offer [data-role=offer]")


def answer(page: Page, value: int = 4) -> None:
    page.locator(f'label:has(input[name="value"][value="{value}"])').first.click()
    expect(page.get_by_text("Gemt på denne telefon").first).to_be_visible()


def nothing_is_offered(page: Page) -> None:
    """Wait until the page has looked, and found nothing due."""
    expect(page.locator("cw-offer")).to_have_attribute("data-due", "none")
    expect(offer(page)).to_have_count(0)


def save(page: Page) -> None:
    with page.expect_download():
        offer(page).get_by_role("button", name=WORDS["save"]).click()
    expect(page.locator("cw-offer [role=status]")).to_have_text(WORDS["saved"])
    expect(offer(page)).to_have_count(0)
    expect(page.locator("cw-offer")).to_be_focused()


def refuse(page: Page) -> None:
    offer(page).get_by_role("button", name=WORDS["notNow"]).click()
    expect(offer(page)).to_have_count(0)
    expect(page.locator("cw-offer")).to_be_focused()


def test_an_iphone_is_told_of_its_home_screen_before_the_first_answer(visit, phone):
    """On the overview, in words, until something is answered or it was refused."""
    phone.add_init_script(IPHONE)
    page = visit(OVERVIEW)
    expect(offer(page)).to_contain_text(WORDS["homeByHand"])
    expect(offer(page).get_by_role("button")).to_have_text([WORDS["notNow"]])
    refuse(page)
    nothing_is_offered(visit(OVERVIEW, days=30))
    page.evaluate("localStorage.clear()")
    expect(offer(visit(OVERVIEW))).to_be_visible()
    answer(visit(MIDDLE))
    nothing_is_offered(visit(OVERVIEW))


def test_on_the_home_screen_nothing_is_said_of_it(visit, phone):
    phone.add_init_script(IPHONE + "globalThis.alone = true;")
    nothing_is_offered(visit(OVERVIEW))


def test_elsewhere_the_browser_asks_when_the_reader_wants_it(visit):
    """Only where the browser can; its own banner waits. No twice is no for good."""
    page = visit(OVERVIEW)
    nothing_is_offered(page)
    assert page.evaluate(ASKS) is True
    expect(offer(page)).to_contain_text(WORDS["home"])
    page.evaluate("globalThis.choice = 'dismissed'")
    assert not page.evaluate("globalThis.asked")
    page.evaluate(ASKS)
    offer(page).get_by_role("button", name=WORDS["homeYes"]).click()
    expect(offer(page)).to_have_count(0)
    assert page.evaluate("globalThis.asked") is True
    page = visit(OVERVIEW)
    page.evaluate(ASKS)
    nothing_is_offered(page)


def test_the_end_of_a_module_offers_a_copy(visit):
    """On the last lesson, when the module has answers that are in no copy; one sentence."""
    page = visit(LAST)
    nothing_is_offered(page)
    answer(page)
    go_to_the_foot(page)
    expect(offer(page)).to_contain_text(WORDS["module"])
    save(page)
    nothing_is_offered(visit(LAST))
    answer(visit(MIDDLE), 2)
    expect(offer(visit(LAST))).to_contain_text(WORDS["module"])
    refuse(page)
    answer(visit(LAST), 3)
    nothing_is_offered(page)
    nothing_is_offered(visit("to/c/"))


def test_another_module_end_is_another_offer(visit):
    """Answers in one module are no reason at the end of another."""
    answer(visit(MIDDLE))
    nothing_is_offered(visit("to/c/"))
    expect(offer(visit(LAST))).to_be_visible()


@pytest.mark.parametrize("address", [OVERVIEW, MINE], ids=["overview", "min side"])
def test_five_days_without_a_copy(visit, address):
    """Counted from the first answer, then from the last copy; only when something has changed."""
    answer(visit(MIDDLE))
    nothing_is_offered(visit(address, days=4.9))
    page = visit(address, days=5.1)
    expect(offer(page)).to_contain_text(WORDS["daysFirst"])
    save(page)
    nothing_is_offered(visit(address, days=20))
    answer(visit(MIDDLE, days=20), 2)
    page = visit(address, days=20)
    expect(offer(page)).to_contain_text(WORDS["days"])
    refuse(page)
    nothing_is_offered(visit(address, days=24.9))
    expect(offer(visit(address, days=25.1))).to_be_visible()


def test_a_wipe_forgets_copies_and_refusals(visit):
    """C20 — what was remembered about copies goes with the answers."""
    answer(visit(MIDDLE))
    page = visit(OVERVIEW, days=6)
    save(page)
    answer(visit(LAST, days=6))
    refuse(visit(LAST, days=6))
    page = visit(MINE, days=6)
    assert page.evaluate("Object.keys(localStorage).length") >= 2
    page.get_by_role("button", name="Ryd telefonen").click()
    page.get_by_role("button", name="Ja, ryd den").click()
    expect(page.locator("cw-my-data [data-role=status]")).to_contain_text("ryddet")
    assert page.evaluate("Object.keys(localStorage)") == []
    answer(visit(MIDDLE, days=7))
    expect(offer(visit(LAST, days=7))).to_be_visible()


def test_an_offer_comes_before_the_modules_or_last_and_alone(visit, course):
    """Where it is met and in nobody's way; never two, never without scripts, never on paper."""
    page = visit(OVERVIEW)
    for address in (OVERVIEW, LAST, MINE):
        page = visit(address)
        places = page.locator("cw-offer")
        expect(places).to_have_count(1)
        after = places.evaluate("(place) => place.nextElementSibling?.tagName ?? ''")
        assert after in ({"H2"} if address == OVERVIEW else {"", "SCRIPT", "STYLE", "ASIDE"})
    before = visit(OVERVIEW).evaluate(
        """() => document.querySelector("#modules").previousElementSibling.tagName"""
    )
    assert before == "CW-OFFER"
    assert "cw-offer" not in visit_source(course, MIDDLE)
    page = visit(LAST)
    answer(page)
    go_to_the_foot(page)
    expect(offer(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(offer(page)).to_be_hidden()


def visit_source(course: PagesServer, address: str) -> str:
    return (course.site / address / "index.html").read_text("utf-8")
