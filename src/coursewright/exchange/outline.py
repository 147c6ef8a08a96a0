"""An outline in Markdown → the beginning of a module: headings become lessons, the rest texts.

# Motivation            the module's title, where there is only one heading of its level
Where it comes from.    the summary
## Aims                 its list becomes the module's aims
- You can ask.
## Ask on a scale (10 min)
A text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coursewright.core.naming import suggest_id
from coursewright.exchange.questions import shortened

USUAL_MINUTES = 10
"""A lesson gets so many where the outline says nothing."""

_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*")
_MINUTES = re.compile(r"[(\[]([0-9]{1,3}) ?min[a-z]{0,6}\.?[)\]]", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+(\S.*)")
_AIMS = frozenset({"mål", "formål", "læringsmål", "aims", "goals", "objectives"})
_LONGEST_TITLE = 80


@dataclass
class Part:
    """What stands below one heading. level: 1 to 6; 0 for what comes before the first."""

    level: int
    title: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text below, without blank lines around it."""
        return "\n".join(self.lines).strip("\n").rstrip()


def read_outline(text: str, *, is_plain: bool = False) -> list[Part]:
    """Give the parts of an outline, the first of them without a heading.

    is_plain: whether lines that stand alone are headings, too, as in a text without Markdown.
    """
    parts, lines = [Part(0, "")], text.split("\n")
    is_code = False
    for number, line in enumerate(lines):
        is_code ^= line.lstrip().startswith("```")
        after = lines[number + 1] if number + 1 < len(lines) else ""
        found = None if is_code else _HEADING.fullmatch(line.rstrip())
        if found:
            parts.append(Part(len(found[1]), found[2].rstrip("# ")))
        elif not is_code and line.strip() and _UNDERLINE.fullmatch(after) and after.strip():
            parts.append(Part(1 if after.startswith("=") else 2, line.strip()))
        elif not (_UNDERLINE.fullmatch(line) and parts[-1].title and not parts[-1].lines):
            parts[-1].lines.append(line)
    return _with_bare_headings(parts[0].lines) if is_plain and len(parts) == 1 else parts


def _with_bare_headings(lines: list[str]) -> list[Part]:
    """In a plain text a short line without a full stop, after a blank one, is a heading."""
    parts = [Part(0, "")]
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        is_short = 0 < len(line.strip()) <= _LONGEST_TITLE and line[:1].strip() != ""
        is_text = line.rstrip().endswith((".", "!", ":", ",")) or _BULLET.fullmatch(line)
        if is_short and not is_text and not before.strip():
            parts.append(Part(1, line.strip()))
        else:
            parts[-1].lines.append(line)
    return parts


def module_of(parts: list[Part], name: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Make a module's data of the parts of an outline.

    name: the module's id. words: what stands where the outline says nothing: summary, aim, text.
    """
    top, rest = _title(parts)
    title, minutes = _timed(top.title or name.replace("-", " ").capitalize())
    levels = [part.level for part in rest if part.level]
    lessons = _lessons(rest, min(levels, default=1))
    aims = [line for lesson in lessons if _is_aims(lesson) for line in _bullets(lesson[0])]
    before = [text for text in (parts[0].text, top.text if top is not parts[0] else "") if text]
    summary, _, more = "\n\n".join(before).partition("\n\n")
    told = [_lesson(lesson, words) for lesson in lessons if not (_is_aims(lesson) and aims)]
    told = _named(told or [_lesson([Part(1, title)], words)])
    if more.strip():
        told[0]["blocks"].insert(0, {"text": more.strip()})
    return {
        "module": name,
        "title": title,
        "summary": " ".join(summary.split()) or words["summary"],
        "minutes": max(minutes or 0, sum(lesson["minutes"] for lesson in told)),
        "aims": aims or [words["aim"]],
        "lessons": told,
    }


def _title(parts: list[Part]) -> tuple[Part, list[Part]]:
    """Part the heading that stands above all others from those below it."""
    headed = parts[1:]
    highest = min((part.level for part in headed), default=0)
    is_alone = sum(part.level == highest for part in headed) == 1
    if len(headed) > 1 and is_alone and headed[0].level == highest:
        return headed[0], headed[1:]
    return parts[0], headed


def _lessons(parts: list[Part], level: int) -> list[list[Part]]:
    """Put what stands below a lesson's heading with it."""
    lessons: list[list[Part]] = []
    for part in parts:
        if part.level == level or not lessons:
            lessons.append([part])
        else:
            lessons[-1].append(part)
    return lessons


def _is_aims(lesson: list[Part]) -> bool:
    return lesson[0].title.strip(" :").casefold() in _AIMS


def _bullets(part: Part) -> list[str]:
    return [found[1].strip() for line in part.lines if (found := _BULLET.fullmatch(line))]


def _lesson(parts: list[Part], words: Mapping[str, str]) -> dict[str, Any]:
    title, minutes = _timed(parts[0].title)
    texts = [parts[0].text, *(f"**{part.title}**\n\n{part.text}".strip() for part in parts[1:])]
    blocks = [{"text": text} for text in texts if text]
    return {
        "lesson": "",
        "title": title,
        "minutes": minutes or USUAL_MINUTES,
        "blocks": blocks or [{"text": words["text"]}],
    }


def _timed(title: str) -> tuple[str, int | None]:
    """Take `(10 min)` out of a heading."""
    found = _MINUTES.search(title)
    plain = " ".join(_MINUTES.sub("", title).split())
    return (plain or title), (int(found[1]) or None if found else None)


def _named(lessons: list[dict[str, Any]]) -> list[dict[str, Any]]:
    taken: set[str] = set()
    for number, lesson in enumerate(lessons, 1):
        made = shortened(suggest_id(lesson["title"])) or f"lesson-{number}"
        lesson["lesson"] = made if made not in taken else f"{made}-{number}"
        taken.add(lesson["lesson"])
    return lessons
