"""Generated pages, made by as many processes as there are cores, a little ahead of their use.

Most of a build goes into the exercises of its lessons, and no page needs another. The processes
are copies of this one as it stands, so the course is there already; only Linux copies a process
safely. Elsewhere, and for a small course, each page is made when it is asked for.
"""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from coursewright.render.exercise import Placement
from coursewright.render.site import Page, SiteRenderer
from coursewright.render.unsearched import Aside

WORTH_IT = 100
"""Pages from which on it pays to begin other processes."""

BATCH = 8
"""Pages that one process makes at a time."""

WAITING = 4
"""Batches for each process that may be under way or made and not yet used: they take memory."""

Wanted = tuple[Page, str]
"""A page, and the way from it to the site's root: "../../"."""


@dataclass(frozen=True)
class Made:
    """A page that was made. html: without what nobody searches, which stands in `aside`."""

    placement: Placement
    html: str
    aside: Aside


Take = Callable[[Page], Made]
"""A page that is wanted → what was made of it; raises what went wrong with it."""


def make(renderer: SiteRenderer, page: Page, root: str) -> Made:
    """Make one page, here and now."""
    placement, aside = Placement(root), Aside()
    return Made(placement, aside.take(renderer.page(page, placement)), aside)


def begin(renderer: SiteRenderer, wanted: Sequence[Wanted], *, alone: bool = False) -> Take:
    """Begin to make pages, and give what takes them, each once, best in the order they stand in.

    alone: by this process, and each page when it is asked for.
    """
    if not alone and len(wanted) >= WORTH_IT and sys.platform == "linux":
        cores = len(os.sched_getaffinity(0))
        if cores > 1:
            return Ahead(renderer, wanted, cores).take
    roots = dict(wanted)
    return lambda page: make(renderer, page, roots[page])


class Ahead:
    """The pages of one build, in the hands of other processes."""

    def __init__(self, renderer: SiteRenderer, wanted: Sequence[Wanted], count: int) -> None:
        """Begin at once. count: processes, 1 or more."""
        self._batches = [wanted[at : at + BATCH] for at in range(0, len(wanted), BATCH)]
        self._at = {page: at // BATCH for at, (page, _) in enumerate(wanted)}
        self._begun: dict[int, Future[list[Made]]] = {}
        self._next = 0
        self._made: dict[Page, Made] = {}
        self._most = count * WAITING
        self._used = 0
        gc.freeze()  # the course stays: to look through it would cost, and make copies of it
        self._pool = ProcessPoolExecutor(
            count, multiprocessing.get_context("fork"), initializer=_begin, initargs=(renderer,)
        )
        self._go_on(0)

    def take(self, page: Page) -> Made:
        """Give a page, once; waits until it is made. Raises what went wrong with it."""
        if page not in self._made:
            self._fetch(self._at[page])
        return self._made.pop(page)

    def _fetch(self, number: int) -> None:
        """Wait for a batch, and have another one made in its place."""
        self._used += 1
        self._go_on(number)
        made = self._begun.pop(number).result()
        pages = (page for page, _ in self._batches[number])
        self._made.update(zip(pages, made, strict=True))
        if self._used == len(self._batches):
            self._pool.shutdown(wait=False)
            gc.unfreeze()

    def _go_on(self, number: int) -> None:
        """Have batches made up to the one that is needed, and as many ahead as may wait."""
        last = min(max(number + 1, self._used + self._most), len(self._batches))
        for each in range(self._next, last):
            self._begun[each] = self._pool.submit(_make_all, self._batches[each])
        self._next = max(self._next, last)


class _Worker:
    """What one of the processes knows from its beginning."""

    renderer: SiteRenderer


def _begin(renderer: SiteRenderer) -> None:
    _Worker.renderer = renderer


def _make_all(batch: Sequence[Wanted]) -> list[Made]:
    return [make(_Worker.renderer, page, root) for page, root in batch]
