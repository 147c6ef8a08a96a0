"""How a room is tested, ours or a third party's: a page of its own, a browser, its examples.

The pytest plug-in loads by itself. In a room's tests:

    from coursewright.testing import every_good_example

    @every_good_example("scale")
    def test_something(example, exercise_page):
        page = exercise_page(example)
"""

from coursewright.testing.examples import every_bad_example, every_good_example, find_example
from coursewright.testing.page import write_page

__all__ = ["every_bad_example", "every_good_example", "find_example", "write_page"]
