"""Plain data → the YAML of a course, as a trainer would type it: long texts after a bar."""

from typing import Any

import yaml

_WIDEST = 10_000
"""No text is broken over lines: a line of text is one line in the file."""


class _Dumper(yaml.SafeDumper):
    """Writes lists further in than their field, as our courses do, and no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Go further in; never without indentation."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write what stands twice twice."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def write_yaml(data: Any) -> str:
    """Give the YAML of mappings, lists, texts, numbers and truth values, in their order."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDEST)
