"""A picker from which one thing is chosen: a new choice takes the place of the old."""

from dataclasses import replace

from playwright.sync_api import expect

from coursewright.testing import find_example
from coursewright.testing.stored import read_store


def test_where_one_is_chosen_another_takes_its_place(exercise_page):
    example = find_example("picker", "grips")
    one = example.exercise.model_copy(update={"most": 1, "rank": False})
    page = exercise_page(replace(example, exercise=one))
    quiet, round_table = (
        page.locator(f'[name="chosen"][value="{name}"]') for name in ("quiet", "round")
    )
    quiet.click()
    expect(page.locator('[data-role="count"]')).to_have_text("1 of 1 chosen")
    round_table.click()
    expect(quiet).not_to_be_checked()
    expect(round_table).to_be_checked()
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()
    assert read_store(page)["attempts"][-1]["result"]["ids"] == ["round"]
