"""Every example used from beginning to end in a browser, by keyboard, on a small phone."""

from coursewright.testing import every_good_example
from coursewright.testing.filling import values_of
from coursewright.testing.looking import check_brought_in, use_from_beginning_to_end


@every_good_example()
def test_it_can_be_used_from_beginning_to_end(example, exercise_page, axe):
    """C2, E1, E16, F1, F2, G1, G2, G6, G9, G12, G13, G17; the fixture holds F1 and F2."""
    page = exercise_page(example, language="da")
    use_from_beginning_to_end(page, axe)
    if values_of(page):
        check_brought_in(page, exercise_page(example, language="da"))
