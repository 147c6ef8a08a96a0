"""What is only read: no script for it, no place on Min side, and it is not counted."""

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds
from coursewright.render.assets import preloads, scripts
from coursewright.render.exercise import Placement
from coursewright.render.site import SiteRenderer
from coursewright.testing import find_example
from coursewright.testing.markup import Element

LESSON = {"lesson": "one", "title": "One", "minutes": 5}
MODULE = {"title": "A module", "summary": "About it.", "minutes": 5, "aims": ["To try it."]}


def site(kinds: Kinds, *blocks: object) -> SiteRenderer:
    """Make a course of one module that holds these examples, and one with a figure alone."""
    figure = find_example("diagram", "learning-cycle").placed()
    modules = [
        {**MODULE, "module": "example", "lessons": [{**LESSON, "blocks": list(blocks)}]},
        {**MODULE, "module": "other", "lessons": [{**LESSON, "blocks": [figure]}]},
    ]
    settings = {"course": "c", "title": "C", "language": "en", "modules": ["example", "other"]}
    return SiteRenderer(Course.model_validate({"settings": settings, "modules": modules}), kinds)


def test_a_figure_is_no_exercise_to_answer(kinds):
    scale = find_example("scale", "importance").placed()
    made = site(kinds, find_example("diagram", "rooms").placed(), scale)
    my_page = Element.parse(str(made.my_page(Placement())))
    listed = [one.get("data-exercise") for one in my_page.walk() if one.get("data-exercise")]
    assert listed == ["example/importance"]
    assert [one.get("data-module") for one in my_page.walk() if one.get("data-module")] == [
        "example"
    ]
    overview = str(made.course_overview(Placement()))
    assert overview.count("<cw-progress") == 1
    assert "example/rooms" not in overview
    assert "1 exercise<" in str(made.module(Placement(), "example"))
    assert "<cw-progress" not in str(made.module(Placement(), "other"))


def test_a_kind_without_a_script_asks_for_none(kinds):
    of_scale = ["words/scale.da.mjs", "exercises/scale/scale.mjs"]
    found = scripts({"diagram", "scale"}, kinds, "da")
    assert found == [f"assets/coursewright/{file}" for file in of_scale]
    assert scripts({"diagram"}, kinds, "da") == preloads({"diagram"}, kinds) == []
