"""The count of rows itself: what begins a docstring counts, what is only mentioned does not."""

import pytest

from tests.rows import covered, known, rows_in


@pytest.mark.parametrize(
    ("docstring", "rows"),
    [
        ("A7 — a key that stands twice.", {"A7"}),
        ("B4, B5: the build fails.", {"B4", "B5"}),
        ("F1/F2 — nothing is fetched.", {"F1", "F2"}),
        ("C4–C6 — several tabs.", {"C4", "C5", "C6"}),
        ("G6: radios, not a slider (see G7).", {"G6"}),
        ("E16, F1 and G2 — printed.", {"E16", "F1", "G2"}),
        ("F3, and more than that.", {"F3"}),
        ("The sheet A4 is printed.", set()),
        ("B2B is a business term.", set()),
        ("", set()),
    ],
)
def test_rows_are_read_from_the_beginning(docstring, rows):
    assert rows_in(docstring) == rows


def test_this_folder_covers_its_letter():
    """The authoring rows are all here."""
    assert set(known("A")) <= covered()
