"""Which browser the tests run in: the Chromium of this computer, nothing downloaded."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "COURSEWRIGHT_CHROMIUM"
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
"""The same engine without windows around its pages: a page opens in a quarter of the time."""

WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoChromium(Exception):
    """No browser was found; the message says how to bring one."""


def find_chromium(environment: Mapping[str, str] = os.environ, *, whole: bool = False) -> Path:
    """Find the browser's program: a headless shell where there is one.

    environment: COURSEWRIGHT_CHROMIUM names it outright; else the PATH is searched. whole: only a
    browser with all it does around pages, such as keeping them for «Back».
    Raises NoChromium where there is none.
    """
    named = environment.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise NoChromium(f"{VARIABLE} says {named}, but there is no such file")
        return Path(named)
    names = WHOLE if whole else (*SHELLS, *WHOLE)
    for name in names:
        found = shutil.which(name, path=environment.get("PATH"))
        if found:
            return Path(found)
    raise NoChromium(
        "the browser tests need Chromium: install it (Debian: apt install chromium), "
        f"or let {VARIABLE} name the program; looked for {', '.join(names)}"
    )


def launch_arguments() -> list[str]:
    """Give the flags to start it with; root has no sandbox to start in."""
    root = getattr(os, "geteuid", lambda: 1)() == 0
    return [*(["--no-sandbox"] if root else []), *ARGUMENTS]
