"""Jinja set up for our templates: everything is escaped, and an unknown name is an error."""

from functools import cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)

from coursewright.core.kinds import Kinds


def make_environment(kinds: Kinds) -> Environment:
    """Give the environment in which `scale/template.html.jinja` names a room's template.

    It is made once for the same rooms: a preview builds again and again, and templates that were
    read are read again only where their file has changed.
    """
    return _made(tuple((kind.name, kind.folder) for kind in kinds.values()))


@cache
def _made(rooms: tuple[tuple[str, Path], ...]) -> Environment:
    loaders = {name: FileSystemLoader(folder) for name, folder in rooms}
    return Environment(
        loader=ChoiceLoader([PrefixLoader(loaders), PackageLoader("coursewright.render")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
