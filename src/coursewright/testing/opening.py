"""Opening exercises in a browser, each page watched until it is closed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coursewright.core.course import Placed
from coursewright.core.examples import Example
from coursewright.core.kinds import Kind
from coursewright.testing.examples import find_example
from coursewright.testing.server import ExampleSite
from coursewright.testing.watch import Watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 10_000
"""Milliseconds that anything may take, however slow the computer."""

Openable = Example | Placed | Kind | str


class ExercisePages:
    """The `exercise_page` fixture: called, it opens a page.

    watches: one for each page opened, in order; `watches[-1].expect("…")` allows a complaint.
    """

    def __init__(self, site: ExampleSite, browser: "Browser", settings: dict[str, Any]) -> None:
        self.site = site
        self.watches: list[Watch] = []
        self._browser = browser
        self._settings = settings
        self._contexts: list[BrowserContext] = []

    def __call__(  # noqa: PLR0913  (options of a fixture, all given by name)
        self,
        what: Openable | Sequence[Example | Placed],
        name: str | None = None,
        *,
        language: str = "en",
        scripts: bool = True,
        scheme: str = "light",
        width: int = 360,
        height: int = 740,
        **context: Any,
    ) -> "Page":
        """Open a page, in a browser context of its own: nothing is stored yet.

        what: a kind or its name, with the example's `name`; or an example, a placed exercise,
        or several of them for one page. language: of the interface. scripts: False switches
        JavaScript off. scheme: "light" or "dark". width, height: CSS pixels. context: more
        for Playwright's new_context. A second tab: `page.context.new_page().goto(page.url)`.
        """
        chosen = {
            "java_script_enabled": scripts,
            "color_scheme": scheme,
            "viewport": {"width": width, "height": height},
        }
        opened = self._browser.new_context(**{**self._settings, **chosen, **context})
        self._contexts.append(opened)
        self.watches.append(Watch(opened, self.site.origin))
        opened.set_default_timeout(PATIENCE)
        page = opened.new_page()
        page.goto(self.site.add(_exercises(what, name), language))
        return page

    def problems(self) -> list[str]:
        """Give everything that any of the pages did wrong."""
        return [problem for watch in self.watches for problem in watch.problems]

    def close(self) -> None:
        """Close all pages, so that what they do on leaving is watched as well."""
        for context in self._contexts:
            context.close()


def _exercises(
    what: Openable | Sequence[Example | Placed], name: str | None
) -> Sequence[Example | Placed]:
    if isinstance(what, Kind | str):
        if name is None:
            raise TypeError("a kind alone opens nothing: which example?")
        return [find_example(what, name)]
    return [what] if isinstance(what, Example | Placed) else what
