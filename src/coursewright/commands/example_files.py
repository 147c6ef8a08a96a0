"""The files of an example course with and without a mistake, and how the two differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby
from typing import Any
from unicodedata import normalize

_AROUND = 2
_MOST_LINES = 6
_LONGEST = 160


@dataclass(frozen=True)
class Odd:
    """What is no text: a folder, a link to somewhere, or a file of which only the weight counts."""

    folder: bool = False
    link: str = ""
    megabytes: float = 0.0


Content = str | bytes | Odd
"""What stands at a path of a course. bytes: a text in another encoding than UTF-8."""

Files = Mapping[str, Content]


def changed_files(files: Files, changes: Mapping[str, Any]) -> dict[str, Content]:
    """Give the files of a course after some changes, told as in `explained.yml`.

    changes: path → the new text, or a mapping with one key: gone, folder, link, moved, copied,
    megabytes or apart.
    """
    changed = dict(files)
    for path, told in changes.items():
        if isinstance(told, str):
            changed[path] = f"{told}\n"
        elif "apart" in told:
            changed[normalize("NFD", path)] = f"{told['apart']}\n"
        elif "gone" in told:
            del changed[path]
        elif "moved" in told:
            changed[path] = changed.pop(told["moved"])
        elif "copied" in told:
            changed[path] = changed[told["copied"]]
        else:
            weight = float(told.get("megabytes", 0))
            changed[path] = Odd("folder" in told, told.get("link", ""), weight)
    return changed


def differences(bad: Files, good: Files, starts: Mapping[str, int]) -> Iterator[str]:
    """Give the lines that differ, `-` for bad and `+` for good: names of files, then their text.

    starts: path → how many lines of a file are no part of what is shown.
    """
    names = [{_named(*each) for each in files.items()} for files in (bad, good)]
    yield from (f"- {name}" for name in sorted(names[0] - names[1]))
    yield from (f"+ {name}" for name in sorted(names[1] - names[0]))
    for path in bad:
        texts = [_text(files.get(path)) for files in (bad, good)]
        if None not in texts and bad[path] != good[path]:
            yield f"{path}:"
            lines = [(text or "").rstrip("\n").split("\n")[starts.get(path, 0) :] for text in texts]
            yield from _shortened(_compared(*lines))


def _named(path: str, content: Content) -> str:
    """Name a file as a listing would: `folder/`, `link -> to`, `picture.png  4.0 MB`."""
    if not isinstance(content, Odd):
        return path
    if content.folder:
        return f"{path}/"
    return f"{path} -> {content.link}" if content.link else f"{path}  {content.megabytes:.1f} MB"


def _text(content: Content | None) -> str | None:
    if isinstance(content, bytes):
        return content.decode("utf-8", "replace")
    return content if isinstance(content, str) else None


def _compared(bad: list[str], good: list[str]) -> Iterator[str]:
    """Give what differs with a few lines around it, and `…` between pieces that are far apart."""
    told = list(unified_diff(bad, good, n=_AROUND, lineterm=""))[3:]
    for line in told:
        yield "  …" if line.startswith("@@") else f"{line[0]} {line[1:]}".rstrip()


def _shortened(lines: Iterator[str]) -> Iterator[str]:
    """Cut long lines, and many lines of one sign."""
    for sign, group in groupby(lines, key=lambda line: line[:1]):
        many = list(group)
        is_cut = len(many) > _MOST_LINES
        for line in many[: _MOST_LINES // 2] if is_cut else many:
            yield line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
        if is_cut:
            yield f"{sign} …"
