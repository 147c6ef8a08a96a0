"""What the reader's own answers need around them: the part «Dine svar», and offers of a copy."""

from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from coursewright.core.course import Course
from coursewright.core.wording import interface_words
from coursewright.render import markdown
from coursewright.render.exercise import Placement, script_json
from coursewright.render.my_page import TICKS

WEB = Path(__file__).parent.parent / "web"
WORDS = WEB / "my-data.yml"
OFFER_WORDS = WEB / "offers.yml"
MY_DATA = "my-data"
OFFERS = "offers"


class DataRenderer:
    """Renders what takes answers out of the browser, brings them in, and wipes them."""

    def __init__(self, course: Course, environment: Environment) -> None:
        self.course = course
        self.environment = environment
        self.language = course.settings.language
        self.title = markdown.plain(course.settings.title)

    def my_data(self, placement: Placement) -> Markup:
        """Give the part in which a copy is taken, brought in, taken back, and all is wiped."""
        placement.kinds.add(MY_DATA)
        words = interface_words([WORDS], self.language)
        known = {placed.address: placed.earlier for placed in self.course.exercises()}
        known[TICKS] = []
        data = script_json({"title": self.title, "known": known, "words": words})
        return self._render("my-data.html.jinja", say=words, data=data)

    def offer(self, placement: Placement, *kinds: str, module: str = "") -> Markup:
        """Give the place for one offer.

        kinds: which offers may stand there, the first that is due is made: "home", "module" (the
        end of the one named `module`), "days".
        """
        placement.kinds.add(OFFERS)
        return self._render("offer.html.jinja", kinds=kinds, module=module, data=self._offered)

    @cached_property
    def _offered(self) -> Markup:
        words = interface_words([OFFER_WORDS], self.language)
        return script_json({"title": self.title, "words": words})

    def _render(self, template: str, **values: Any) -> Markup:
        course = self.course.settings.course
        html = self.environment.get_template(template).render(course=course, **values)
        return Markup(html)  # noqa: S704  (escaped by Jinja)
