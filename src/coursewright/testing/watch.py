"""What a page must never do: fail, complain, break its own policy, call another origin."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError


BLOCKED = "Service Worker registration blocked by Playwright"
"""What Playwright says where a context is to have no service worker."""


class Watch:
    """Listens to all pages of a browser context and keeps what was wrong.

    problems: one line each, in the order they happened. A test that provokes a failure on
    purpose takes what it expected out with `expect`.
    """

    def __init__(self, context: "BrowserContext", origin: str) -> None:
        self.problems: list[str] = []
        self.origin = origin
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("page", self._page)

    def expect(self, part: str) -> None:
        """Take out the problems that contain `part`; AssertionError where there is none."""
        left = [problem for problem in self.problems if part not in problem]
        assert len(left) < len(self.problems), f"nothing said {part!r}: {self.problems}"  # noqa: S101
        self.problems = left

    def _console(self, message: "ConsoleMessage") -> None:
        # A broken Content-Security-Policy and a missing file are told here, too.
        if message.type in {"error", "warning"} and message.text != BLOCKED:
            self.problems.append(f"console {message.type}: {message.text}")

    def _error(self, error: "WebError") -> None:
        self.problems.append(f"uncaught: {error.error}")

    def _request(self, request: "Request") -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "blob:", "about:")):
            self.problems.append(f"request to another origin: {request.url}")

    def _page(self, page: "Page") -> None:
        page.on("crash", lambda _: self.problems.append("the page crashed"))
