"""Every example used from beginning to end in a browser, by keyboard, on a small phone."""

from coursewright.testing import every_good_example
from coursewright.testing.looking import use_from_beginning_to_end


@every_good_example()
def test_it_can_be_used_from_beginning_to_end(example, exercise_page, axe):
    """C2, E16, F1, F2, G1, G2, G6, G9, G12, G13, G17; the fixture holds F1 and F2."""
    use_from_beginning_to_end(exercise_page(example, language="da"), axe)
