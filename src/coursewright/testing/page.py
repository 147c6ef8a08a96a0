"""Exercises → a whole page of their own, as strict as the course's pages are."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Template

from coursewright.core.course import Placed
from coursewright.core.examples import Example
from coursewright.core.kinds import Kind, Kinds
from coursewright.render.environment import make_environment
from coursewright.render.exercise import ExerciseRenderer, Placement, place, words_file

COURSE = "example-course"
"""The course id of test pages: answers are kept under it."""

ASSETS = "assets/coursewright"
ROOT = "../../"
"""The way from a test page, `/pages/NAME/`, to the site's root."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'"
)
"""The pages' Content-Security-Policy; no script stands in a test page, so there is no hash."""

SHARED_STYLES = ("web/tokens.css", "web/base.css", "testing/page.css")

_TEMPLATE = Path(__file__).with_name("page.html.jinja")


def write_page(kinds: Kinds, exercises: Sequence[Example | Placed], language: str = "en") -> str:
    """Write a page with nothing but these exercises.

    kinds: the kinds that exist. exercises: what stands on the page, in order.
    language: of the interface's words, e.g. "da"; the examples stay as they were written.
    Returns the HTML; it belongs at `ROOT` below the place of `assets/`.
    """
    placement = Placement(root=ROOT)
    for example in exercises:
        for other, _ in example.others if isinstance(example, Example) else []:
            placement.beside |= place(other)
    renderer = ExerciseRenderer(kinds, make_environment(kinds), COURSE, language)
    rendered = [renderer.render(_placed(exercise), placement) for exercise in exercises]
    used = [kinds[name] for name in sorted(placement.kinds)]
    words = [words_file(kind.name, language) for kind in used if kind.script]
    return _template().render(
        language=language,
        policy=POLICY,
        title=_title(exercises),
        root=ROOT,
        styles=[f"{ASSETS}/{style}" for style in (*SHARED_STYLES, *_own(used, "css"))],
        scripts=[f"{ASSETS}/{script}" for script in (*words, *_own(used, "mjs"))],
        exercises=rendered,
    )


def _placed(exercise: Example | Placed) -> Placed:
    return exercise.placed() if isinstance(exercise, Example) else exercise


def _title(exercises: Sequence[Example | Placed]) -> str:
    first = exercises[0]
    return first.title if isinstance(first, Example) else first.exercise.heading()


def _own(kinds: list[Kind], ending: str) -> list[str]:
    """Give the kinds' own files of one sort, for those that have one."""
    files = [(kind, f"{kind.name}.{ending}") for kind in kinds]
    return [f"exercises/{k.name}/{name}" for k, name in files if (k.folder / name).is_file()]


@cache
def _template() -> Template:
    source = _TEMPLATE.read_text(encoding="utf-8")
    return make_environment(Kinds(iter(()))).from_string(source)
