"""A checklist on paper and as text, for whoever wants it outside the phone."""

from playwright.sync_api import expect


def test_it_can_be_printed_blank_and_taken_along_with_its_result(exercise_page):
    allowed = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = exercise_page("checklist", "listening", **allowed)
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    copy = page.get_by_role("button", name="Copy the answers")
    expect(copy).to_be_hidden()
    for group in page.locator("cw-checklist fieldset").all():
        group.locator("[value='3']").check()
    page.get_by_role("button", name="See the result").click()
    copy.click()
    expect(page.locator(".cw-announce")).to_contain_text("Copied")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("How well do I listen?\n\n12 of 20\n\nI begin my questions")
