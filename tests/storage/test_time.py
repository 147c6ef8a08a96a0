"""Clocks that go wrong, and dates as people here write them."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

# From here on the page's clock says this.
CLOCK = """(at) => {
    const Real = Date;
    globalThis.Date = class extends Real {
        constructor(...all) { super(...(all.length ? all : [at])); }
        static now() { return new Real(at).getTime(); }
    };
}"""


def test_order_is_counted_not_timed(open_tab):
    """C22 — clock moved back between answers: order by counter, dates only shown."""
    tab = open_tab()
    tab.is_ready()
    moments = ["2024-11-17T12:00:00Z", "2024-11-03T12:00:00Z", "1999-12-31T23:00:00Z"]
    for moment, value in zip(moments, "147", strict=True):
        tab.page.evaluate(CLOCK, moment)
        tab.tap("value", value)
        tab.is_saved()
        tab.page.get_by_role("button", name="Svar igen").click()
    everything = tab.ask("(store) => store.everything()")
    attempts = everything["attempts"]
    assert [attempt["result"]["value"] for attempt in attempts] == [1, 4, 7]
    assert [attempt["at"][:10] for attempt in attempts] == [moment[:10] for moment in moments]
    orders = [attempt["order"] for attempt in attempts]
    assert orders == sorted(set(orders))
    mine = open_tab("my-page").page.locator("[data-exercise='modul/en']")
    expect(mine.locator(".cw-my-result")).to_contain_text("7 af 10 1. jan. 2000")
    expect(mine.locator(".cw-series__list")).to_have_text(
        "17. nov. 2024: 1 · 3. nov. 2024: 4 · 1. jan. 2000: 7"
    )


@pytest.mark.parametrize(
    ("zone", "at", "shown"),
    [
        ("Europe/Copenhagen", "2023-11-03T12:00:00Z", "3. nov. 2023"),
        ("Europe/Copenhagen", "2023-10-29T00:30:00Z", "29. okt. 2023"),  # the hour that comes twice
        ("Europe/Copenhagen", "2023-03-26T01:00:00Z", "26. mar. 2023"),  # the hour that is missing
        ("Europe/Copenhagen", "2023-12-31T23:30:00Z", "1. jan. 2024"),
        ("America/Los_Angeles", "2023-11-03T02:00:00Z", "2. nov. 2023"),
        ("Pacific/Kiritimati", "2023-11-03T12:00:00Z", "4. nov. 2023"),
    ],
)
def test_dates_are_shown_where_the_reader_is(chromium, site, zone, at, shown):
    """C22 — time zones and DST: stored in UTC, shown da-DK in the reader's zone."""
    context = chromium.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(f"{site}/pages/empty.html")
    script = "async (at) => (await import('/web/series.mjs')).formatDate(at)"
    assert page.evaluate(script, at) == shown
    context.close()


def test_this_year_goes_without_saying(open_tab):
    """C22 — «3. nov.» in the same year, the year beside it in another, nothing for no date."""
    page = open_tab("empty").page
    year = datetime.now().year
    script = """async (times) => {
        const { formatDate } = await import("/web/series.mjs");
        return times.map((at) => formatDate(at));
    }"""
    times = [f"{year}-06-15T12:00:00Z", f"{year - 1}-06-15T12:00:00Z", "i går", ""]
    assert page.evaluate(script, times) == ["15. jun.", f"15. jun. {year - 1}", "", ""]
    page.evaluate("document.documentElement.lang = 'en'")
    assert page.evaluate(script, times)[0] == "15 Jun"
