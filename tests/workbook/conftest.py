"""A course with every kind of exercise, its lessons and its workbooks in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Page

from coursewright.core.course import Course, Lesson, Module, Placed, Settings
from coursewright.core.examples import Example
from coursewright.core.kinds import Kinds
from coursewright.render import assets
from coursewright.render.exercise import Placement
from coursewright.render.site import SiteRenderer
from coursewright.testing.examples import examples_of
from coursewright.testing.opening import ExercisePages
from coursewright.testing.page import COURSE, POLICY, ROOT

FILL = Path(__file__).with_name("fill.js").read_text("utf-8")
READY = "[data-book=choices]"
OLD = "gammelt-navn"
"""What every module's first exercise was called before."""

PAGE = """<!doctype html><html lang="da"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>Arbejdsbog</title>
<link rel="icon" href="data:,">{styles}{scripts}</head><body><main>{body}</main></body></html>"""


def alone(kind: str) -> list[Example]:
    """Give the good examples of a kind that refer to no other exercise."""
    return [each for each in examples_of(kind) if not each.expected and not each.others]


def placed(example: Example, *, first: bool) -> Placed:
    exercise = example.placed().exercise
    renamed = exercise.model_copy(update={"was": [OLD]}) if first else exercise
    return Placed(kind=example.kind.name, module=example.kind.name, exercise=renamed)


def module_of(kind: str, examples: list[Example]) -> Module:
    """Give a module named after a kind, with a lesson for each example."""
    lessons = [
        Lesson(
            lesson=example.name,
            title=f"Lektion {number}",
            minutes=480,
            blocks=[placed(example, first=number == 1)],
            try_it=f"Prøv **{kind}** i morgen.",
        )
        for number, example in enumerate(examples, 1)
    ]
    about = {"title": f"Om {kind}", "summary": f"Øvelser i {kind}.", "minutes": 2000}
    return Module(module=kind, aims=["Du kan det."], lessons=lessons, **about)


@pytest.fixture(scope="session")
def renderer(kinds: Kinds) -> SiteRenderer:
    """Every good example of every kind, a module for each kind."""
    modules = [module_of(kind, alone(kind)) for kind in kinds]
    settings = Settings(
        course=COURSE,
        title="Blåbær og øvelser",
        language="da",
        authors=["Åse Ærlig"],
        licence="CC BY-SA 4.0",
        modules=[module.module for module in modules],
    )
    return SiteRenderer(Course(settings=settings, modules=modules), kinds)


class Workbooks:
    """Opens a module's exercises to answer them, and its workbook, in one browser."""

    def __init__(self, pages: ExercisePages, renderer: SiteRenderer) -> None:
        self.pages = pages
        self.renderer = renderer

    def live(self, kind: str) -> Page:
        """Open all exercises of a module, in a new browser profile."""
        module = self.renderer.modules[kind]
        return self.pages(list(module.exercises()), language="da", color_scheme="dark")

    def workbook(self, page: Page, kind: str, what: str = "") -> Page:
        """Go to the workbook of a module. what: which choice to make there."""
        for lesson in self.renderer.modules[kind].lessons:
            self.add_lesson(kind, lesson.lesson)
        placement = Placement(ROOT)
        body = self.renderer.workbook(placement, kind)
        page.goto(self.pages.site.add_html(self.html(body, placement)))
        page.locator(READY).wait_for()
        if what:
            page.locator(f"[name=what][value={what}]").check()
        return page

    def add_lesson(self, kind: str, lesson: str) -> None:
        """Put a lesson where its workbook fetches it."""
        placement = Placement(ROOT)
        body = self.renderer.lesson(placement, kind, lesson)
        self.pages.site.add_html(self.html(body, placement), f"/{kind}/{lesson}/")

    def html(self, body: Markup, placement: Placement) -> str:
        styles = [
            f'<link rel="stylesheet" href="{ROOT}{at}">' for at in assets.styles(placement.kinds)
        ]
        found = assets.scripts(placement.kinds, self.renderer.kinds, "da")
        scripts = [f'<script type="module" src="{ROOT}{at}"></script>' for at in found]
        joined = {"styles": "".join(styles), "scripts": "".join(scripts)}
        return PAGE.format(policy=POLICY, body=body, **joined)


@pytest.fixture
def workbooks(exercise_page: ExercisePages, renderer: SiteRenderer) -> Iterator[Workbooks]:
    return Workbooks(exercise_page, renderer)
