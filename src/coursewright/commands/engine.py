"""The doors to the site engines, opened only by the commands that need one."""

import importlib
from pathlib import Path
from typing import Any, Protocol, cast

from coursewright.commands.speaking import wrong_use
from coursewright.core.reading import Known

DOORS = {"mkdocs": "coursewright.engines.mkdocs", "zensical": "coursewright.engines.zensical"}
USUAL = "mkdocs"


class Builder(Protocol):
    """What every site engine can do for us."""

    def build(
        self,
        folder: Path,
        site_dir: Path | None = None,
        *,
        strict: bool = False,
        pdf: bool = True,
        known: Known | None = None,
    ) -> int:
        """Build the site of a course folder; give 0, or 1 when anything went wrong.

        pdf: whether it may make the files that the course asks for. known: see `load_course`.
        """


class Engine(Builder, Protocol):
    """What the usual engine can do, too."""

    def serve(self, folder: Path, host: str, port: int, teller: Any) -> int:
        """Serve it until Ctrl-C. teller: puts into words what is found, as `serve` has it."""


def open_engine() -> Engine:
    """Import the usual engine and give it."""
    return cast(Engine, importlib.import_module(DOORS[USUAL]))


def open_builder(name: str, language: str | None) -> Builder:
    """Import an engine of DOORS. Raises WrongUse where it is not installed."""
    try:
        return cast(Builder, importlib.import_module(DOORS[name]))
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise wrong_use("no-engine", language, name=name) from error
