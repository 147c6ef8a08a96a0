"""Every example used from beginning to end in a browser, by keyboard, on a small phone.

The page is opened once for each example; what is looked at on the way stands in `looking`.
"""

import re

from coursewright.testing import every_good_example
from coursewright.testing.filling import fill_by_keyboard, press_main_buttons, values_of
from tests.every_kind import looking

SLIP = re.compile(r"\{[\w-]+\}|\bundefined\b|\bnull\b|\bNaN\b|\[object")
"""What is seen where a word or a value is missing."""


@every_good_example()
def test_it_can_be_used_from_beginning_to_end(example, exercise_page, axe):
    """C2, E16, F1, F2, G1, G2, G6, G9, G12, G13, G17; the fixture holds F1 and F2."""
    page = exercise_page(example, language="da")
    looking.check_accessible(page, axe)
    check_stops(fill_by_keyboard(page))
    looking.check_accessible(page, axe)
    if press_main_buttons(page):
        looking.check_accessible(page, axe)
    assert SLIP.findall(looking.text_of(page)) == []
    looking.check_printed(page)
    looking.check_stands_still(page)
    looking.check_fits(page, 320)
    looking.check_fits(page, 1280)
    if values_of(page):
        looking.check_restored(page)
    looking.check_large_text_fits(page)


def check_stops(stops):
    assert [stop.what for stop in stops if not stop.visible] == [], "focus cannot be seen"
    small = [stop.what for stop in stops if min(stop.width, stop.height) < 24]
    assert small == [], "too small to hit"
    assert [stop.what for stop in stops if stop.right > 360] == [], "beside the screen"
