"""Jinja set up for our templates: everything is escaped, and an unknown name is an error."""

from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)

from coursewright.core.kinds import Kinds


class RoomEnvironment(Environment):
    """Looks first among the keys of a dict: that is where most of what templates name stands."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give `obj.attribute` as a template means it: a dict's key, an attribute, or undefined."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give the names every template knows, as a dict: they are copied at each rendering."""
        return {**self.globals, **(d or {})}


def make_environment(kinds: Kinds) -> Environment:
    """Give the environment in which `scale/template.html.jinja` names a room's template.

    It is made once for the same rooms: a preview builds again and again, and templates that were
    read are read again only where their file has changed.
    """
    return _made(tuple((kind.name, kind.folder) for kind in kinds.values()))


@cache
def _made(rooms: tuple[tuple[str, Path], ...]) -> Environment:
    loaders = {name: FileSystemLoader(folder) for name, folder in rooms}
    return RoomEnvironment(
        loader=ChoiceLoader([PrefixLoader(loaders), PackageLoader("coursewright.render")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
