"""Problems as annotations: GitHub Actions shows each on its line of a pull request.

::error file=content/course.yml,line=2,col=1,title=empty-text::«title» is empty.
"""

from collections.abc import Iterable, Mapping

from coursewright.reporters.excerpt import visible
from coursewright.reporters.machine import Stated

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}
"""What would end a message or a property early. Source: actions/toolkit, command.ts."""


def as_github(stated: Iterable[Stated]) -> str:
    """Give one workflow command a line, and nothing where there are no problems."""
    return "".join(f"{_command(each)}\n" for each in stated)


def _command(stated: Stated) -> str:
    problem = stated.problem
    properties = {
        "file": stated.file,
        "line": problem.place.line,
        "col": problem.place.column,
        "title": problem.code,
    }
    said = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    text = "\n".join(visible(line) for line in stated.text.split("\n"))
    return f"::{problem.severity} {said}::{_escaped(text, _IN_MESSAGE)}"


def _escaped(value: object, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in str(value))
