"""Rows that are added, filled, taken away and brought back."""

from playwright.sync_api import expect

ROWS = "[data-row]:visible"


def what(tab, row):
    return tab.page.locator(f"[name='steps.{row}.what']")


def add(tab):
    tab.page.get_by_role("button", name="Tilføj").click()


def remove(tab, number):
    tab.page.get_by_role("button", name=f"Fjern: Række {number}").click()


def names(tab):
    rows = tab.page.locator(ROWS)
    return [row.get_attribute("aria-label") for row in rows.all()]


def open_rows(open_tab):
    tab = open_tab("rows")
    tab.is_ready()
    return tab


def test_there_is_one_row_to_begin_with(open_tab):
    assert names(open_rows(open_tab)) == ["Række 1"]


def test_a_row_is_added_and_the_cursor_is_in_it(open_tab):
    tab = open_rows(open_tab)
    what(tab, "r1").fill("Ring")
    for number in (2, 3):
        add(tab)
        expect(what(tab, f"r{number}")).to_be_focused()
    assert names(tab) == ["Række 1", "Række 2", "Række 3"]
    label = tab.page.locator("[data-row='r3'] label").first
    assert (
        label.get_attribute("for") == what(tab, "r3").get_attribute("id") == "rowed-steps-r3-what"
    )


def test_added_rows_come_back(open_tab):
    tab = open_rows(open_tab)
    add(tab)
    add(tab)
    what(tab, "r3").fill("Den tredje")
    tab.page.locator("[name='steps.r3.size'][value='2']").check()
    tab.is_saved()
    tab.page.reload()
    expect(what(tab, "r3")).to_have_value("Den tredje")
    assert names(tab) == ["Række 1"], "empty rows do not come back, and the numbers have no gap"
    expect(tab.page.locator("[name='steps.r3.size'][value='2']")).to_be_checked()


def test_a_row_that_is_removed_can_be_brought_back(open_tab):
    tab = open_rows(open_tab)
    what(tab, "r1").fill("Ring")
    add(tab)
    what(tab, "r2").fill("Skriv")
    remove(tab, 1)
    expect(tab.page.get_by_role("button", name="Fortryd")).to_be_focused()
    expect(tab.page.locator(".cw-announce")).to_contain_text("Rækken er fjernet.")
    assert names(tab) == ["Række 1"]
    tab.page.keyboard.press("Enter")
    expect(what(tab, "r1")).to_have_value("Ring")
    assert names(tab) == ["Række 1", "Række 2"]


def test_the_name_of_a_removed_row_is_not_given_again(open_tab):
    tab = open_rows(open_tab)
    what(tab, "r1").fill("Ring")
    add(tab)
    what(tab, "r2").fill("Skriv")
    remove(tab, 2)
    add(tab)
    expect(what(tab, "r3")).to_be_focused()
    what(tab, "r3").fill("Gå derhen")
    tab.is_saved()
    tab.page.reload()
    expect(what(tab, "r3")).to_have_value("Gå derhen")
    add(tab)
    expect(what(tab, "r4")).to_be_focused()


def test_a_row_stays_while_it_is_written_anew(open_tab):
    tab = open_rows(open_tab)
    add(tab)
    what(tab, "r2").fill("Forkert")
    what(tab, "r2").fill("")
    expect(what(tab, "r2")).to_be_visible()


def test_another_tab_shows_the_new_row(open_tab):
    one, two = open_rows(open_tab), open_rows(open_tab)
    add(one)
    add(one)
    what(one, "r3").fill("Fra den anden fane")
    one.is_saved()
    expect(what(two, "r3")).to_have_value("Fra den anden fane")
