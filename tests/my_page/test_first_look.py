"""«Min side» before there is anything, without scripts, from anywhere, and as one looks at it."""

import pytest
from playwright.sync_api import expect

from coursewright.testing.heard import amiss_as_heard
from tests.site.courses import build, lesson, write_course

SCALE = {"from": 1, "to": 10}


def fill_all(phone):
    """Something in every part of the page."""
    parts = [{"title": "Lytter", "value": 4, "from": 1, "to": 5}]
    phone.save(
        "motivation/tal",
        {"value": "6", "hvorfor": {"value": "Fordi", "typed": True, "asked": "Hvorfor 6?"}},
        ("2026-11-03T12:00:00Z", {"text": "4 af 10", "value": 4, **SCALE}),
        ("2026-11-17T12:00:00Z", {"text": "6 af 10", "value": 6, **SCALE}),
    )
    phone.save(
        "motivation/lytter",
        {},
        ("2026-11-03T12:00:00Z", {"text": "Godt begyndt", "parts": parts}),
        ("2026-11-17T12:00:00Z", {"text": "Godt på vej", "parts": parts}),
    )
    rows = {f"aftaler.r{n}.frist": f"2026-12-{n:02}" for n in range(2, 10)}
    phone.save("motivation/plan", {"skridt": "Ring til Bo", "dag": "2026-12-01", **rows})
    phone.save("motivation/plan", {"gammelt": "Et gammelt felt"})
    phone.save("motivation/log", {"entry.r1.date": "2026-11-18", "entry.r1.hvad": "Noget"})
    phone.save("motivation/nedlagt", {"tanke": "Et gammelt svar"})
    expect(phone.part("earlier")).to_be_visible()
    expect(phone.part("next").locator(".cw-my-passed")).to_be_visible()


def test_an_empty_page_says_what_will_be_here(mine):
    """And leads to where one begins; nothing is put into the store by looking."""
    begin = mine.part("begin")
    expect(begin).to_contain_text("finder du det igen her")
    expect(mine.page.locator("[data-role=contents]")).to_be_hidden()
    for part in ("next", "try", "moved", "written", "earlier"):
        expect(mine.part(part)).to_be_hidden()
    expect(mine.part("course")).to_be_visible()
    assert mine.page.evaluate("indexedDB.databases()") == []
    begin.get_by_role("link", name="Begynd her").click()
    expect(mine.page.locator("h1")).to_have_text("Spørg på en skala")


def test_a_blocked_phone_is_calm(phone):
    """C8 — nothing can be read: one notice, and the way to the lessons stands."""
    phone.page.add_init_script("IDBFactory.prototype.open = () => { throw new Error(); };")
    phone.go()
    expect(phone.page.locator(".cw-notice")).to_have_count(1)
    expect(phone.part("course").get_by_role("link", name="Motivation")).to_be_visible()
    expect(phone.part("next")).to_be_hidden()


def test_without_scripts_the_links_stand(phones):
    """G15 — a sentence says what the page needs; every lesson and exercise can be reached."""
    phone = phones(java_script_enabled=False)
    phone.page.goto(f"{phone.site.address}min-side/")
    expect(phone.page.get_by_text("skal siden bruge JavaScript")).to_be_visible()
    expect(phone.part("next")).to_be_hidden()
    phone.part("course").get_by_text("Lektionerne").first.click()
    phone.part("course").get_by_role("link", name="Min plan", exact=True).click()
    expect(phone.page).to_have_url(f"{phone.site.address}motivation/planen/#plan")


def test_with_scripts_it_says_nothing_of_them(mine):
    expect(mine.page.get_by_text("skal siden bruge JavaScript")).to_be_hidden()


def test_everything_is_two_taps_away(phone):
    """One from the header of any page, one to any part; no part is named that is not there."""
    phone.go()
    fill_all(phone)
    page = phone.go("feedback/slut/")
    mine = page.locator("header").get_by_role("link", name="Min side")
    box = mine.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    mine.click()
    expect(page.locator("header").get_by_role("link", name="Min side")).to_have_attribute(
        "aria-current", "page"
    )
    links = page.locator("[data-role=contents] a:visible")
    names = ["Næste skridt", "Prøv det", "Dine tal", "Skrevet", "Så langt", "Tidligere"]
    expect(links).to_have_text([*names, "Dine svar"])
    for name in names:
        page.get_by_role("link", name=name, exact=True).click()
        target = page.evaluate("document.querySelector(location.hash).getBoundingClientRect().top")
        assert 0 <= target < page.viewport_size["height"] * 0.95, name


def test_a_course_without_the_page_has_no_way_to_it(notebook_site, tmp_path):
    """The header of every page leads to «Min side», and only where the course has one."""
    way = 'class="md-header__button cw-mine"'
    assert all(
        page.read_text("utf-8").count(way) == 1 for page in notebook_site.site.rglob("*.html")
    )
    bare = write_course(tmp_path, {"motivation": [lesson("en")]}, {"min-side.md": "# Tom\n"})
    assert way not in build(bare).page("motivation/en")


def lay_out(page):
    """Have what is off the screen laid out, too, as it is when one comes to it."""
    late = ".cw-my-cards > li, .cw-my-module, .cw-my-text, .cw-my-line"
    page.evaluate(
        """(late) => document.querySelectorAll(late)
            .forEach(({ style }) => (style.contentVisibility = "visible"))""",
        late,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_breaks_no_rule_of_accessibility(phones, axe, scheme):
    """G1, G18, G19 — every part filled, all unfolded; nothing is wider than a small phone."""
    phone = phones(color_scheme=scheme, viewport={"width": 320, "height": 640})
    phone.go()
    fill_all(phone)
    expect(phone.page.locator("body")).to_have_attribute(
        "data-md-color-scheme", "slate" if scheme == "dark" else "default"
    )
    closed = phone.page.locator("cw-my-page details:not([open]):visible > summary")
    while closed.count():
        closed.first.click()
    lay_out(phone.page)
    assert [*axe(phone.page), *amiss_as_heard(phone.page)] == []
    wide = "document.documentElement.scrollWidth - innerWidth"
    assert phone.page.evaluate(wide) <= 0
    phone.page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert phone.page.evaluate(wide) <= 0


def test_targets_are_large_enough(mine):
    """G9 — buttons, ticks and folds are 44 px high, links in lists at least 24."""
    fill_all(mine)
    lay_out(mine.page)
    heights = mine.page.evaluate("""[...document.querySelectorAll(
        "cw-my-page :is(button, summary, label, .cw-my-contents a)")]
        .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)""")
    assert len(heights) > 15
    assert min(heights) >= 43.5
    links = mine.page.evaluate("""[...document.querySelectorAll("cw-my-page a")]
        .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)""")
    assert min(links) >= 24
