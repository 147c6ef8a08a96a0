"""A checklist that is the second of two measures."""

from playwright.sync_api import expect

from coursewright.testing import find_example


def answer(checklist, *numbers):
    for fieldset, number in zip(checklist.locator("fieldset").all(), numbers, strict=True):
        fieldset.locator(f"[value='{number}']").check()
    checklist.get_by_role("button", name="See the result").click()


def test_what_has_moved_since_the_first_is_told(exercise_page):
    example = find_example("checklist", "at-the-end")
    page = exercise_page([example.others[0][0], example])
    first, now = page.locator("cw-checklist").all()
    answer(first, 2, 3)
    expect(first.locator('[data-role="saved"]')).not_to_be_empty()
    answer(now, 4, 4)
    expect(now.locator('[data-role="last"]')).to_contain_text("5")
    expect(now.locator('[data-role="history"]')).to_contain_text(": 8")
    expect(first.locator('[data-role="last"]')).to_be_hidden()


def test_alone_it_compares_with_nothing(exercise_page):
    page = exercise_page("checklist", "at-the-end")
    answer(page.locator("cw-checklist"), 4, 4)
    expect(page.locator('[data-role="possible"]')).to_be_visible()
    expect(page.locator('[data-role="last"]')).to_be_hidden()
