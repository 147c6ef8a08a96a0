"""The one door to the site engine, opened only by the commands that need it."""

import importlib
from pathlib import Path
from typing import Any, Protocol, cast

DOOR = "coursewright.engines.mkdocs"


class Engine(Protocol):
    """What a site engine can do for us; both give 0, or 1 when anything went wrong."""

    def build(self, folder: Path, site_dir: Path | None = None, *, strict: bool = False) -> int:
        """Build the site of a course folder."""

    def serve(self, folder: Path, host: str, port: int, teller: Any) -> int:
        """Serve it until Ctrl-C. teller: puts into words what is found, as `serve` has it."""


def open_engine() -> Engine:
    """Import the engine and give it."""
    return cast(Engine, importlib.import_module(DOOR))
