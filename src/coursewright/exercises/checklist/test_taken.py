"""A checklist whose statements are chosen elsewhere: what is asked, and what is counted."""

from playwright.sync_api import expect

from coursewright.testing import find_example


def with_others(name):
    example = find_example("checklist", name)
    return [*(placed for placed, _ in example.others), example]


def test_what_was_chosen_elsewhere_is_asked(exercise_page):
    page = exercise_page(with_others("what-i-chose"))
    statements = page.locator("cw-checklist fieldset:visible")
    place = page.locator(".cw-checklist__from")
    expect(statements).to_have_count(7)
    expect(place).to_contain_text("because you have not chosen yet")
    for name in ("speed", "asking"):
        page.locator(f'[name="chosen"][value="{name}"]').check()
    expect(statements).to_have_count(2)
    expect(place).to_have_text("Here is what you have chosen in What our culture teaches")
    expect(page.locator('cw-checklist [data-role="count"]')).to_have_text("0 of 2 answered")
    page.locator('[name="asking"][value="4"]').check()
    page.locator('[name="speed"][value="2"]').check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator('[data-role="result"]')).to_contain_text("6 of 10 possible")
    page.locator('[name="chosen"][value="calm"]').check()
    expect(page.locator('cw-checklist [data-role="count"]')).to_have_text("2 of 3 answered")


def test_without_scripts_all_of_it_can_be_answered(exercise_page):
    """G15."""
    page = exercise_page(with_others("what-i-chose"), scripts=False)
    expect(page.locator("cw-checklist fieldset:visible")).to_have_count(7)
    link = page.locator(".cw-checklist__from a")
    expect(link).to_have_text("What our culture teaches")
    assert link.get_attribute("href") == "#values"
