"""pytest-playwright's settings, made ours: which browser starts, and what it pretends to be.

Registered by the plug-in after pytest-playwright; a course's own conftest.py can still override.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from coursewright.testing.chromium import NoChromium, find_chromium, launch_arguments

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the computer's own Chromium."""
    try:
        program = str(find_chromium())
    except NoChromium as missing:
        pytest.fail(str(missing), pytrace=False)
    arguments = [*browser_type_launch_args.get("args", []), *launch_arguments()]
    return {**browser_type_launch_args, "executable_path": program, "args": arguments}


@pytest.fixture(scope="session")
def browser(browser: "Browser") -> "Browser":
    """Open contexts without a service worker, which would fetch a whole course beside the test.

    A test of the worker itself says `service_workers="allow"`.
    """
    browser.new_context = partial(browser.new_context, service_workers="block")  # type: ignore[method-assign]
    return browser


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Be a small phone in Denmark."""
    place = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen"}
    return {**browser_context_args, **place, "viewport": PHONE, "service_workers": "block"}
