"""A course → the HTML of its pages, and of everything a hand-written page can place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from coursewright.core.course import Course, Lesson, Module, Placed, Text
from coursewright.core.examples import Example, read_examples
from coursewright.core.kinds import Kinds
from coursewright.core.wording import interface_words
from coursewright.render import markdown
from coursewright.render.environment import make_environment
from coursewright.render.exercise import (
    BROWSER_WORDS,
    OFFLINE_WORDS,
    WORDS,
    ExerciseRenderer,
    Place,
    Placement,
    all_names,
    place,
)
from coursewright.render.fields import tables_for
from coursewright.render.my_data import DataRenderer
from coursewright.render.my_page import MyPageRenderer
from coursewright.render.problem_list import list_problems
from coursewright.render.workbook import WORKBOOK, WORKBOOK_WORDS, WorkbookRenderer

GUIDE = Path(__file__).with_name("guide.yml")
_HEADING = re.compile(r'(<h[2-6] id=")([^"]*)"')
PROGRESS = "progress"
CONTINUE = "continue"


@dataclass(frozen=True)
class Page:
    """A page that nobody has to write.

    address: from the site's root, with a slash at the end ("motivation/skalaen/").
    title, description: plain text. macro, words: the macro that fills it, and its words.
    listed: whether it is in the menu and the search. within: the module's title for a lesson, as
    two modules may have a lesson of the same name.
    """

    address: str
    title: str
    description: str
    macro: str
    words: tuple[str, ...]
    listed: bool = True
    within: str = ""

    @property
    def source(self) -> str:
        """The file in docs/ that would stand for the page, and that links name."""
        name = self.address.rstrip("/")
        return f"{name}/index.md" if "/" not in name else f"{name}.md"

    @property
    def call(self) -> str:
        """The macro call as it would stand in a page of docs/."""
        words = ", ".join(f'"{word}"' for word in self.words)
        return f"{{{{ {self.macro}({words}) }}}}"


@dataclass(frozen=True)
class Step:
    """A page one can go on to from another."""

    address: str
    title: str
    is_module: bool = False


class SiteRenderer:
    """Renders the pages of one course in its language."""

    def __init__(self, course: Course, kinds: Kinds) -> None:
        self.course = course
        self.kinds = kinds
        self.language = course.settings.language
        self.environment = make_environment(kinds)
        files = [BROWSER_WORDS, OFFLINE_WORDS, WORDS, WORKBOOK_WORDS]
        self.words = interface_words(files, self.language)
        self.guide_words = interface_words([GUIDE], self.language)
        name = course.settings.course
        places = _places(course)
        self.exercises = ExerciseRenderer(kinds, self.environment, name, self.language, places)
        self.placed = {placed.address: placed for placed in course.exercises()}
        self.data = DataRenderer(course, self.environment)
        self.mine = MyPageRenderer(course, self.exercises)
        self.workbooks = WorkbookRenderer(course, self.exercises)
        self.modules = {module.module: module for module in course.modules}
        self.steps = list(_steps(course))
        self.places = {step.address: place for place, step in enumerate(self.steps)}

    def pages(self) -> Iterator[Page]:
        """Give the pages of the modules and their lessons, in the order they are taken."""
        for module in self.course.modules:
            title, summary = markdown.plain(module.title), markdown.plain(module.summary)
            yield Page(f"{module.module}/", title, summary, "module", (module.module,))
            for lesson in module.lessons:
                lesson_title = markdown.plain(lesson.title)
                about = markdown.plain(lesson.summary or module.summary)
                words = (module.module, lesson.lesson)
                address = "/".join((*words, ""))
                yield Page(address, lesson_title, about, "lesson", words, within=title)
        for name in (None, *self.modules):
            books = (name,) if name else ()
            address = "/".join((WORKBOOK, *books, ""))
            yield Page(address, *self.workbooks.about(name), "workbook", books, listed=False)

    def page(self, page: Page, placement: Placement) -> Markup:
        """Give the HTML of a page that nobody wrote."""
        html: Markup = getattr(self, page.macro)(placement, *page.words)
        return html

    def workbook(self, placement: Placement, module: str | None = None) -> Markup:
        """Give the page from which a module, or the whole course, is printed."""
        return self.workbooks.page(placement, module)

    def exercise(self, placement: Placement, address: str) -> Markup:
        """Give one exercise. address: `module/exercise`; KeyError if there is none."""
        return self.exercises.render(self.placed[address], placement)

    def lesson(self, placement: Placement, module: str, lesson: str) -> Markup:
        """Give a whole lesson with its heading and the way on; KeyError if there is none."""
        theme = self.modules[module]
        number, found = next(
            (n, each) for n, each in enumerate(theme.lessons, 1) if each.lesson == lesson
        )
        back, onward = self._around(f"{module}/{lesson}/")
        taken = {placed.exercise.id for placed in found.exercises()}
        body = Markup("\n").join(self._block(block, placement, taken) for block in found.blocks)
        is_last = number == len(theme.lessons)
        return self._render(
            "lesson.html.jinja",
            placement,
            module=theme,
            lesson=found,
            number=number,
            body=body,
            back=back,
            onward=onward,
            offer=self.data.offer(placement, "module", module=module) if is_last else "",
        )

    def module(self, placement: Placement, module: str) -> Markup:
        """Give a module's overview: aims, minutes, lessons, own progress."""
        theme = self.modules[module]
        placement.kinds.update({PROGRESS, CONTINUE})
        return self._render(
            "module.html.jinja",
            placement,
            module=theme,
            number=self.course.modules.index(theme) + 1,
            pdf=self.workbooks.link(module),
            people=", ".join(markdown.plain(name) for name in theme.audience),
            lessons=[(lesson, _names(lesson)) for lesson in theme.lessons],
            addresses=_names(theme),
            count_lessons=self._count("lesson", len(theme.lessons)),
            count_exercises=self._count("exercise", len(_names(theme))),
        )

    def course_overview(self, placement: Placement) -> Markup:
        """Give the course's modules as cards with own progress, and where to begin."""
        placement.kinds.update({PROGRESS, CONTINUE})
        cards = [
            {
                "module": module,
                "lessons": self._count("lesson", len(module.lessons)),
                "addresses": _names(module),
            }
            for module in self.course.modules
        ]
        first = self.steps[1].address
        offer = self.data.offer(placement, "home", "days")
        return self._render("overview.html.jinja", placement, cards=cards, first=first, offer=offer)

    def my_data(self, placement: Placement) -> Markup:
        """Give the part for copies of the reader's answers and for wiping them."""
        return self.data.my_data(placement)

    def my_page(self, placement: Placement) -> Markup:
        """Give the page that lists what the reader answered and how it changed."""
        my_data = self.my_data(placement) + self.data.offer(placement, "days")
        return self.mine.my_page(placement) + my_data

    def gallery(self, placement: Placement, kind: str) -> Markup:
        """Give every good example of a kind, live and as YAML; KeyError for no such kind."""
        good = [each for each in read_examples(self.kinds[kind], self.kinds) if not each.expected]
        examples = [self._example(example, placement) for example in good]
        return self._render("gallery.html.jinja", placement, kind=kind, examples=examples)

    def _example(self, example: Example, placement: Placement) -> dict[str, object]:
        for other, _ in example.others:
            placement.beside |= place(other)
        others = [
            {"html": self.exercises.render(placed, placement), "yaml": yaml}
            for placed, yaml in example.others
        ]
        html = self.exercises.render(example.placed(), placement)
        return {"example": example, "others": others, "html": html}

    def aloud(self) -> Markup:
        """Give the button that reads a whole page aloud."""
        macros: Any = self.environment.get_template("aloud.html.jinja").module
        html: Markup = macros.button(self.exercises.aloud)
        return html

    def fields(self, placement: Placement, what: str) -> Markup:
        """Give the fields of a kind, or of "course", "module" or "lesson"; KeyError for others."""
        tables = tables_for(what, self.kinds, self.guide_words)
        return self._render("fields.html.jinja", placement, tables=tables, say=self.guide_words)

    def problems(self, placement: Placement) -> Markup:
        """Give every problem a check can find, with its words."""
        groups = list_problems(self.kinds, WORDS, self.language)
        return self._render("problems.html.jinja", placement, groups=groups, say=self.guide_words)

    def _render(self, template: str, placement: Placement, **values: Any) -> Markup:
        html = self.environment.get_template(template).render(
            words=self.words,
            root=placement.root,
            course=self.course.settings.course,
            plain=markdown.plain,
            inline=lambda text: markdown.inline(text, placement.root),
            block=lambda text: markdown.block(text, placement.root),
            **values,
        )
        return Markup(html)  # noqa: S704  (escaped by Jinja)

    def _block(self, block: Text | Placed, placement: Placement, taken: set[str]) -> Markup:
        """Give a block's HTML. taken: ids of exercises, which no heading may have, too."""
        if isinstance(block, Text):
            html = markdown.block(block.text, placement.root)
            return Markup(_HEADING.sub(lambda found: _renamed(found, taken), html))  # noqa: S704
        return self.exercises.render(block, placement)

    def _around(self, address: str) -> tuple[Step | None, Step | None]:
        """Give the pages before and after one; a module's own overview is not a step back."""
        here = self.places[address]
        back = self.steps[here - 1]
        onward = self.steps[here + 1] if here + 1 < len(self.steps) else None
        return (None if back.is_module else back), onward

    def _count(self, what: str, count: int) -> str:
        if count == 1:
            return self.words[f"{what}-one"]
        return self.words[f"{what}s"].format(count=count)


def _renamed(heading: re.Match[str], taken: set[str]) -> str:
    mark, name = heading.groups()
    return f'{mark}text-{name}"' if name in taken else heading[0]


def _steps(course: Course) -> Iterator[Step]:
    for module in course.modules:
        yield Step(f"{module.module}/", module.title, is_module=True)
        for lesson in module.lessons:
            yield Step(f"{module.module}/{lesson.lesson}/", lesson.title)


def _places(course: Course) -> dict[str, Place]:
    """Give where each exercise is found: on its lesson's page."""
    places: dict[str, Place] = {}
    for module in course.modules:
        for lesson in module.lessons:
            for placed in lesson.exercises():
                places |= place(placed, f"{module.module}/{lesson.lesson}/")
    return places


def _asking(part: Module | Lesson) -> Iterator[Placed]:
    """Give the exercises that there is something to answer in."""
    return (placed for placed in part.exercises() if placed.exercise.asks)


def _names(part: Module | Lesson) -> list[str]:
    return [all_names(placed) for placed in _asking(part)]
