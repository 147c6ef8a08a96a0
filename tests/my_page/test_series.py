"""Values over time, drawn and in words."""

import pytest
from playwright.sync_api import expect

SERIES = "assets/coursewright/web/series.mjs"
DRAW = """async ([address, points, range]) => {
    const { drawSeries } = await import(address);
    const target = document.createElement("div");
    document.body.append(target);
    drawSeries(target, points, range);
}"""


@pytest.fixture
def series(phone):
    """A page without any series, and the address of what draws them."""
    return phone.go("motivation/"), phone.site.address + SERIES


def _points(*values):
    return [{"at": f"2023-11-{day + 3:02}T12:00:00Z", "value": v} for day, v in enumerate(values)]


@pytest.mark.parametrize(("values", "dots"), [([], 0), ([4], 0), ([4, 6], 2), ([5] * 5, 5)])
def test_one_point_is_words_only(series, values, dots):
    """A line needs two points; the words are always there."""
    page, address = series
    page.evaluate(DRAW, [address, _points(*values), {"from": 1, "to": 10}])
    expect(page.locator("circle")).to_have_count(dots)
    expect(page.locator("polyline")).to_have_count(1 if dots else 0)
    expect(page.locator(".cw-series__list time")).to_have_count(len(values))


def test_high_is_up_and_all_is_inside(series):
    """The ends of the scale are the edges of the drawing, whatever the values do."""
    page, address = series
    page.evaluate(DRAW, [address, _points(1, 10, 5, 99, -3), {"from": 1, "to": 10}])
    heights = page.evaluate(
        "[...document.querySelectorAll('circle')].map((c) => c.cy.baseVal.value)"
    )
    assert heights[1] < heights[2] < heights[0]
    assert heights[3] == heights[1]
    assert heights[4] == heights[0]
    expect(page.locator(".cw-series__list")).to_contain_text("6. nov. 2023: 99")
    assert page.locator("svg[style], svg [style]").count() == 0


def test_drawing_again_replaces(series):
    """The same target holds one drawing; without ends the values give them."""
    page, address = series
    page.evaluate(
        """async ([address, points]) => {
            const { drawSeries } = await import(address);
            for (let time = 0; time < 3; time += 1) drawSeries(document.body, points);
        }""",
        [address, _points(2.5, 2.5)],
    )
    expect(page.locator("svg")).to_have_count(1)
    expect(page.locator(".cw-series__list")).to_have_text("3. nov. 2023: 2,5 · 4. nov. 2023: 2,5")
