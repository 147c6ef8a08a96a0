"""Macro calls in hand-written pages: found, checked and refused before any engine sees them.

A page may call what stands in MACROS with words in quotes, and nothing else of the template
language: no variables, no blocks, no attributes. What must be shown with its braces goes
between `{% raw %}` and `{% endraw %}`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

MACROS: dict[str, tuple[str, ...]] = {
    "exercise": ("module/exercise",),
    "lesson": ("module", "lesson"),
    "module": ("module",),
    "course_overview": (),
    "my_page": (),
    "my_data": (),
    "gallery": ("kind",),
    "fields": ("kind, course, module or lesson",),
    "problems": (),
}
"""Macro → the names of what it takes, all words in quotes."""

_PARSER = Environment(autoescape=True)
_BRACES = re.compile(r"\{[{%#]")


@dataclass(frozen=True)
class Call:
    """One macro call: its name, its words, and the line it stands on (from 1)."""

    name: str
    words: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Refused:
    """Something between braces that is no plain macro call; `said` names it if it has a name."""

    line: int
    said: str = ""


def find_calls(text: str) -> Iterator[Call | Refused]:
    """Give every macro call of a page's Markdown, and everything that is refused."""
    if not _BRACES.search(text):
        return
    try:
        tree = _PARSER.parse(text)
    except TemplateSyntaxError as error:
        yield Refused(error.lineno)
        return
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            yield Refused(node.lineno)
            continue
        for part in node.nodes:
            if not isinstance(part, nodes.TemplateData):
                yield _read(part)


def _read(node: nodes.Expr) -> Call | Refused:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return Refused(node.lineno, node.name if isinstance(node, nodes.Name) else "")
    words = tuple(part.value for part in node.args if isinstance(part, nodes.Const))
    plain = all(isinstance(word, str) for word in words) and len(words) == len(node.args)
    if not plain or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return Refused(node.lineno, node.node.name)
    return Call(node.node.name, words, node.lineno)
