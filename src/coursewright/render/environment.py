"""Jinja set up for our templates: everything is escaped, and an unknown name is an error."""

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
    """Make the environment in which `scale/template.html.jinja` names a room's template."""
    rooms = {kind.name: FileSystemLoader(kind.folder) for kind in kinds.values()}
    return Environment(
        loader=ChoiceLoader([PrefixLoader(rooms), PackageLoader("coursewright.render")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
