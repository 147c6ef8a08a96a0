"""Python's search for unreachable circles of objects, kept from costing more than it gives.

It goes through all objects again and again, and once more at the end. A course is a great many
objects which stay to the end, with no circles among them: there is nothing to find.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def without_collecting() -> Iterator[None]:
    """Search for nothing within, and let what was made there count as old afterwards.

    It spares a third of the time in which a course is read.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # moves all objects, looking at none of them
            gc.unfreeze()  # to the oldest, which are searched most seldom
            gc.enable()


def set_aside() -> None:
    """Leave all there is out of every search, until it is taken back."""
    gc.freeze()


def take_back() -> None:
    """Search again among what was set aside."""
    gc.unfreeze()


@cache
def end_at_once() -> None:
    """Let the process end without looking for circles among what is thrown away as a whole."""
    atexit.register(gc.freeze)
