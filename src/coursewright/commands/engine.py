"""The one door to the site engine, opened only by the commands that need it."""

import importlib
from pathlib import Path
from typing import Protocol, cast

DOOR = "coursewright.engines.mkdocs"


class Engine(Protocol):
    """What a site engine can do for us; both give 0, or 1 when anything went wrong."""

    def build(self, folder: Path, site_dir: Path | None = None, *, strict: bool = False) -> int:
        """Build the site of a course folder."""

    def serve(self, folder: Path, address: str) -> int:
        """Serve it on `host:port` until Ctrl-C."""


def open_engine() -> Engine:
    """Import the engine and give it."""
    return cast(Engine, importlib.import_module(DOOR))
