"""mkdocs.yml as the author wrote it → the settings that stand in the staging folder.

They are changed as nodes of YAML and never become objects here: tags that only the engine
understands go through as they are.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import yaml

from coursewright.core.part import Part
from coursewright.core.text import read_text_file

FILE = "mkdocs.yml"
BORROWS = "INHERIT"
SLUGIFY = yaml.ScalarNode("tag:yaml.org,2002:python/name:coursewright.render.markdown.slugify", "")

Nodes = dict[str, yaml.Node]


class BadSettings(Exception):
    """The settings cannot be read; says which file and why."""


class Settings:
    """The settings of one course's site."""

    def __init__(self, folder: Path) -> None:
        """Read mkdocs.yml, and what it inherits. Raises BadSettings."""
        self._nodes = _read(folder / FILE)

    def get(self, key: str, otherwise: Any = None) -> Any:
        """Give a setting's value, for those that are plain data."""
        node = self._nodes.get(key)
        return otherwise if node is None else _value(node)

    def put(self, key: str, value: object) -> None:
        """Set one to plain data."""
        self._nodes[key] = _node(value)

    def leave_out(self, *keys: str) -> None:
        """Forget settings."""
        for key in keys:
            self._nodes.pop(key, None)

    def add_to(self, key: str, values: Mapping[str, object]) -> None:
        """Set some of what stands below a key, whose other parts stay as they are."""
        node = self._nodes.get(key)
        if isinstance(node, yaml.ScalarNode):  # `theme: material`
            node = _node({"name": node.value})
        self._nodes[key] = _merged(node, _node(values)) if node else _node(values)

    def leave_out_plugin(self, name: str) -> None:
        """Take a plug-in out of the list."""
        plugins = _entries(self._nodes.get("plugins"))
        plugins.pop(name, None)
        self._nodes["plugins"] = _listed(plugins)

    def add_extension(self, name: str, options: Mapping[str, object]) -> None:
        """Add an extension of Markdown, as the last; headings get the anchors of other sites."""
        extensions = _entries(self._nodes.get("markdown_extensions"))
        toc = extensions.get("toc") or yaml.MappingNode("tag:yaml.org,2002:map", [])
        extensions["toc"] = _merged(_mapping({"slugify": SLUGIFY}), toc)
        extensions[name] = _node(options)
        self._nodes["markdown_extensions"] = _listed(extensions)

    def text(self) -> str:
        """Give the settings as YAML."""
        return yaml.serialize(_mapping(self._nodes), allow_unicode=True)


def as_yaml(value: object) -> str:
    """Give data as YAML (JSON is YAML), dates as text and our own records as mappings."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Part):
        return value.model_dump()
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


def _read(file: Path) -> Nodes:
    text, problems = read_text_file(file.parent, file.name)
    try:
        top = yaml.compose(text or "", Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise BadSettings(f"{file.name}: {error}") from error
    if problems or not isinstance(top, yaml.MappingNode):
        raise BadSettings(file.name)
    nodes = _by_key(top)
    parent = nodes.pop(BORROWS, None)
    if isinstance(parent, yaml.ScalarNode):
        inherited = _mapping(_read(file.parent / parent.value))
        return _by_key(_merged(inherited, _mapping(nodes)))
    return nodes


def _merged(below: yaml.Node, above: yaml.Node) -> yaml.Node:
    """Lay one setting over another: mappings are merged, anything else is replaced."""
    if not isinstance(below, yaml.MappingNode) or not isinstance(above, yaml.MappingNode):
        return above
    nodes = _by_key(below)
    for key, node in _by_key(above).items():
        nodes[key] = _merged(nodes[key], node) if key in nodes else node
    return _mapping(nodes)


def _entries(node: yaml.Node | None) -> dict[str, yaml.Node | None]:
    """Read a list of names, some with options below them; a mapping of them counts, too."""
    if isinstance(node, yaml.MappingNode):
        return dict(_by_key(node))
    found: dict[str, yaml.Node | None] = {}
    for entry in node.value if isinstance(node, yaml.SequenceNode) else []:
        found |= _by_key(entry) if isinstance(entry, yaml.MappingNode) else {entry.value: None}
    return found


def _listed(entries: Mapping[str, yaml.Node | None]) -> yaml.Node:
    found = [_mapping({name: node}) if node else _node(name) for name, node in entries.items()]
    return yaml.SequenceNode("tag:yaml.org,2002:seq", found)


def _by_key(node: yaml.Node) -> Nodes:
    return {key.value: value for key, value in node.value}


def _mapping(nodes: Nodes) -> yaml.MappingNode:
    pairs = [(_node(key), node) for key, node in nodes.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs)


def _node(value: object) -> yaml.Node:
    node: yaml.Node = yaml.compose(as_yaml(value), Loader=yaml.SafeLoader)  # type: ignore[assignment]
    return node


def _value(node: yaml.Node) -> Any:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()
