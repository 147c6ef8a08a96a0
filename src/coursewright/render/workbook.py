"""The workbook: the exercises of a module, or of the whole course, to print.

Its page has a cover, a list of contents and links to the lessons; its script fetches the exercises
from there. A file is made from a document that carries them all, rendered by the same rooms.
Nothing is live in either: no room's script stands there, so nothing can answer for the reader.
"""

import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from markupsafe import Markup

from coursewright.core.course import Course, Lesson, Module
from coursewright.core.wording import interface_words
from coursewright.render import markdown
from coursewright.render.exercise import (
    BROWSER_WORDS,
    WORDS,
    ExerciseRenderer,
    Place,
    Placement,
    script_json,
)
from coursewright.render.menu import MANY_MODULES
from coursewright.render.pdf import check_pdf, make_pdf

WORKBOOK = "workbook"
WORKBOOK_WORDS = BROWSER_WORDS.with_name("workbook.yml")
STYLES = (
    BROWSER_WORDS.with_name("tokens.css"),
    Path(__file__).with_name("paper.css"),
    BROWSER_WORDS.with_name("workbook.css"),
)
"""The styles of a workbook that is made as a file, in order."""

SPOKEN = (
    "workbook-before",
    "workbook-fetching",
    "workbook-keys",
    "workbook-missing",
    "workbook-missing-one",
    "workbook-printed",
    "workbook-ready",
    "workbook-result",
)
"""What the page's script says."""

DEEPER = 2
"""A lesson's heading is the page's first; in a workbook it stands below the book and the module.
The page's script does the same (web/gathering.mjs)."""

_PAGE_LINK = re.compile(r'<a href="(?!#|https?:|mailto:|tel:)[^"]*"')
"""A link to a page of the site, which leads nowhere from a file."""
_HEADING = re.compile(r"(?<=<h)[1-4](?=[ >])|(?<=</h)[1-4](?=>)")


@dataclass
class Sheet(Placement):
    """A module in a workbook: nothing on it is live, and its DOM ids carry the module's name."""

    live: bool = False
    module: str = ""

    def dom_id(self, name: str) -> str:
        """Give an id that is unique in the whole course."""
        return super().dom_id(anchor(self.module, name))


@dataclass(frozen=True)
class Chapter:
    """A lesson as it stands in a workbook. exercises, try_it: finished HTML, or for the script."""

    number: int
    lesson: Lesson
    exercises: Markup | str = ""
    try_it: Markup | str = ""


class WorkbookRenderer:
    """Renders workbooks of one course in its language.

    has_files: whether its pages offer them as files, too.
    """

    def __init__(self, course: Course, exercises: ExerciseRenderer) -> None:
        self.course = course
        self.exercises = exercises
        self.has_files = course.settings.workbook
        files = [BROWSER_WORDS, WORDS, WORKBOOK_WORDS]
        self.words = interface_words(files, course.settings.language)
        self.modules = {module.module: module for module in course.modules}

    def about(self, module: str | None = None) -> tuple[str, str]:
        """Give what a workbook is called and what it is, as plain text.

        module: None for the whole course.
        """
        named = self.modules[module].title if module else self.course.settings.title
        title = self.words["workbook-title"].format(title=markdown.plain(named))
        return title, self.words["workbook-lead"]

    def file(self, module: str | None = None) -> str:
        """Give where a workbook stands as a file, from the site's root."""
        return f"{WORKBOOK}/{module or self.course.settings.course}.pdf"

    def link(self, module: str) -> str:
        """Give where a module's workbook is offered as a file, or ""."""
        return self.file(module) if self.has_files else ""

    def page(self, placement: Placement, module: str | None = None) -> Markup:
        """Give the page from which a workbook is printed.

        module: None for the whole course.
        """
        placement.kinds.add(WORKBOOK)
        modules = [self.modules[module]] if module else self.course.modules
        placement.kinds.update(placed.kind for each in modules for placed in each.exercises())
        return self._render(
            "workbook.html.jinja",
            placement,
            module=modules[0] if module else None,
            parts=[_empty(each) for each in modules],
            chosen=modules,
            others=self._others(module),
            pdf=self.link(module) if module else "",
            data=script_json({"words": self._spoken, "names": self._names}),
        )

    def document(self, module: str | None = None) -> str:
        """Give the whole HTML of a workbook that stands alone, for a file to print.

        module: None for the whole course. Addresses of pictures are those in docs/.
        """
        modules = [self.modules[module]] if module else self.course.modules
        placement = Placement()
        html = self._render(
            "workbook-document.html.jinja",
            placement,
            module=modules[0] if module else None,
            parts=[self._part(each, placement) for each in modules],
            chosen=modules,
            title=self.about(module)[0],
        )
        return _PAGE_LINK.sub("<a ", html)

    @cached_property
    def _spoken(self) -> dict[str, str]:
        """Give the words that the script says; the rest stands in the page."""
        own = interface_words([WORKBOOK_WORDS], self.course.settings.language)
        return {key: own[key] for key in SPOKEN}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Give the modules' names → their numbers."""
        return {module.module: n for n, module in enumerate(self.course.modules, 1)}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Give the ids that exercises had earlier → their ids now."""
        placed = self.course.exercises()
        return {earlier: each.address for each in placed for earlier in each.earlier}

    def _others(self, module: str | None) -> list[Module]:
        """Give the modules that a workbook's page leads to: of many, only the course's has all."""
        if module and len(self.course.modules) > MANY_MODULES:
            return []
        return [each for each in self.course.modules if each.module != module]

    def _part(self, module: Module, placement: Placement) -> dict[str, Any]:
        """Give a module with its chapters; a lesson with nothing to do has none."""
        sheet = Sheet(placement.root, placement.kinds, beside=_beside(module), module=module.module)
        chapters = [
            self._chapter(number, lesson, module, sheet) for number, lesson in _chapters(module)
        ]
        keys = [(placed, self.exercises.key(placed, sheet)) for placed in module.exercises()]
        return {"module": module, "chapters": chapters, "keys": [key for key in keys if key[1]]}

    def _chapter(self, number: int, lesson: Lesson, module: Module, sheet: Sheet) -> Chapter:
        html = [self.exercises.render(each, sheet) for each in lesson.exercises()]
        try_it = markdown.block(lesson.try_it, sheet.root) if lesson.try_it else Markup()
        return Chapter(number, lesson, _deeper(Markup("\n").join(html)), _deeper(try_it))

    def _render(self, template: str, placement: Placement, **values: Any) -> Markup:
        html = self.exercises.environment.get_template(template).render(
            words=self.words,
            root=placement.root,
            settings=self.course.settings,
            authors=", ".join(map(markdown.plain, self.course.settings.authors)),
            numbers=self._numbers,
            chapters_of=_chapters,
            anchor=anchor,
            folder=WORKBOOK,
            plain=markdown.plain,
            inline=lambda text: markdown.inline(text, placement.root),
            **values,
        )
        return Markup(html)  # noqa: S704  (escaped by Jinja)


def anchor(*names: str) -> str:
    """Give the DOM id of something in a workbook: `motivation--vigtighed`."""
    return "--".join(names)


def _chapters(module: Module) -> Iterator[tuple[int, Lesson]]:
    """Give the lessons of a module that have something to do, with their numbers."""
    for number, lesson in enumerate(module.lessons, 1):
        if lesson.try_it or any(True for _ in lesson.exercises()):
            yield number, lesson


def _empty(module: Module) -> dict[str, Any]:
    """Give a module whose chapters the page's script fills."""
    chapters = [Chapter(number, lesson) for number, lesson in _chapters(module)]
    return {"module": module, "chapters": chapters, "keys": []}


def _beside(module: Module) -> dict[str, Place]:
    """Let the links of a module's exercises to one another lead inside the workbook."""
    return {
        placed.address: Place(
            markdown.plain(placed.exercise.heading()),
            f"#{anchor(module.module, placed.exercise.id)}",
            placed.address,
        )
        for placed in module.exercises()
    }


def _deeper(html: Markup) -> Markup:
    """Put a lesson's headings below those of the workbook; what the authors write is escaped."""
    return Markup(_HEADING.sub(lambda level: str(int(level[0]) + DEEPER), html))  # noqa: S704


def write_workbooks(
    workbooks: WorkbookRenderer, wanted: Sequence[str | None], pictures: Path, folder: Path
) -> list[Path]:
    """Write workbooks as PDF, and give the files.

    wanted: modules, None for the whole course. pictures: docs/. folder: the site's root. Raises
    NoPdf where none can be made. Laying out a page takes the library a tenth of a second and
    more, so that all of the computer's processors are asked.
    """
    check_pdf()
    documents = [workbooks.document(module) for module in wanted]
    files = [folder / workbooks.file(module) for module in wanted]
    make = partial(make_pdf, styles=STYLES, pictures=pictures)
    workers = min(len(wanted), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for file, made in zip(files, pool.map(make, documents), strict=True):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made)
    return files
