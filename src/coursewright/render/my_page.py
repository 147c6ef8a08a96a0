"""«Min side»: everything a reader's notebook lists, for the browser to fill with their answers."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from markupsafe import Markup

from coursewright.core.course import Course, Exercise, Lesson, Module, Placed
from coursewright.core.dates import Dated
from coursewright.core.wording import interface_words
from coursewright.render import markdown
from coursewright.render.exercise import (
    BROWSER_WORDS,
    OFFLINE_WORDS,
    WORDS,
    ExerciseRenderer,
    Placement,
    script_json,
)
from coursewright.render.workbook import WORKBOOK_WORDS

MY_PAGE = "my-page"
TICKS = "my-page"
"""Where a public id would stand: the page's own ticks are kept under it, see web/notebook.mjs."""

OWN_WORDS = Path(__file__).parent.parent / "web" / "my-page.yml"


class MyPageRenderer:
    """Renders the page that lists what the reader answered and how it changed."""

    def __init__(self, course: Course, exercises: ExerciseRenderer) -> None:
        self.course = course
        self.exercises = exercises
        files = [BROWSER_WORDS, OFFLINE_WORDS, WORDS, WORKBOOK_WORDS, OWN_WORDS]
        self.words = interface_words(files, course.settings.language)

    def my_page(self, placement: Placement) -> Markup:
        """Give the page; its lists stand there without scripts as well."""
        placement.kinds.add(MY_PAGE)
        template = self.exercises.environment.get_template("my-page.html.jinja")
        first = self.course.modules[0]
        html = template.render(
            words=self.words,
            course=self.course.settings.course,
            root=placement.root,
            first=f"{first.module}/{first.lessons[0].lesson}/",
            modules=[card for module in self.course.modules if (card := self._card(module))],
            inline=lambda text: markdown.inline(text, placement.root),
            block=lambda text: markdown.block(text, placement.root),
            data=script_json({"words": self._spoken(), "about": dict(self._about())}),
        )
        return Markup(html)  # noqa: S704  (escaped by Jinja)

    def _spoken(self) -> dict[str, str]:
        """Give the words that the script says; the rest stands in the page."""
        return interface_words([BROWSER_WORDS, OWN_WORDS], self.course.settings.language)

    def _card(self, module: Module) -> dict[str, Any]:
        lessons = [self._row(lesson) for lesson in module.lessons]
        if not any(row["entries"] for row in lessons):
            return {}
        return {"module": module, "lessons": lessons}

    def _row(self, lesson: Lesson) -> dict[str, Any]:
        asking = [placed for placed in lesson.exercises() if placed.exercise.asks]
        return {"lesson": lesson, "entries": [self._entry(placed) for placed in asking]}

    def _entry(self, placed: Placed) -> dict[str, str]:
        return {
            "address": placed.address,
            "was": " ".join(placed.earlier),
            "kind": placed.kind,
            "kind_word": self.exercises.words(self.exercises.kinds[placed.kind])["kind"],
            "title": placed.exercise.heading(),
            "page": self.exercises.places[placed.address].page,
        }

    def _about(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give what the script must know of an exercise: address → what there is to know."""
        for module in self.course.modules:
            for placed in module.exercises():
                about = {
                    "labels": _labels(placed.exercise),
                    "dates": [_dated(each) for each in placed.exercise.dates()],
                    "continues": placed.exercise.continues(),
                    "retired": _retired(module, placed),
                }
                known = {name: value for name, value in about.items() if value}
                if known:
                    yield placed.address, known


def _labels(exercise: Exercise) -> dict[str, str]:
    """Give what asks for each written answer, as plain text, by its field."""
    return {field: markdown.plain(ask) for field, ask in exercise.prompts().items()}


def _dated(date: Dated) -> dict[str, Any]:
    title = markdown.plain(date.title) if date.title else None
    given = asdict(date) | {"title": title}
    return {name: value for name, value in given.items() if value is not None}


def _retired(module: Module, placed: Placed) -> list[str]:
    """Give the ids inside the exercise that were published and are gone."""
    names = (name.rpartition("/") for name in module.retired)
    own = {placed.exercise.id, *placed.exercise.was}
    return [item for exercise, _, item in names if exercise in own]
