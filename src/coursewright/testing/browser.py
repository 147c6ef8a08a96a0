"""pytest-playwright's settings, made ours: which browser starts, and what it pretends to be.

Registered by the plug-in after pytest-playwright; a course's own conftest.py can still override.
"""

from typing import Any

import pytest

from coursewright.testing.chromium import NoChromium, find_chromium, launch_arguments

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
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Be a small phone in Denmark."""
    place = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen"}
    return {**browser_context_args, **place, "viewport": PHONE, "service_workers": "allow"}
