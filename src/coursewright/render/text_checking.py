"""What the texts of the YAML mention, checked with file and line."""

from collections.abc import Iterator

from coursewright.core.course import Module
from coursewright.core.loading import Loaded
from coursewright.core.part import Part
from coursewright.core.problems import Path, Problem
from coursewright.render.markdown import may_mention, mentions
from coursewright.render.mention_checking import Finder, check_diagrams, check_mention
from coursewright.render.targets import Targets


def check_texts(loaded: Loaded, targets: Targets) -> Iterator[Problem]:
    """Check every link and picture in every text of a course, question banks included.

    loaded: with its sources kept. Codes: those of `check_mention`, drawn-elsewhere.
    """
    for each in loaded.parts:
        finder = Finder(each.source.file, each.source.lines)
        for path, text in each.texts:
            if may_mention(text):
                finder.begin(each.source.place_of(path))
                yield from check_diagrams(text, finder)
                yield from _mentions(text, finder, targets, _page_of(each.part, path))


def _mentions(text: str, finder: Finder, targets: Targets, here: str) -> Iterator[Problem]:
    for mention in mentions(text):
        place = finder.next(mention.shown)
        for found in check_mention(mention, targets, "", here):
            yield finder.problem(found, place)


def _page_of(part: Part, path: Path) -> str:
    """Give the file that stands for the page a text is on; "" where that can be several."""
    if not isinstance(part, Module):
        return ""
    number = path[1] if len(path) > 2 and path[0] == "lessons" else None
    if isinstance(number, int):
        return f"{part.module}/{part.lessons[number].lesson}.md"
    return f"{part.module}/index.md"
