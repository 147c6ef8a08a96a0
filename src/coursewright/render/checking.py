"""What a site adds to a course, checked like the YAML: pages, links, pictures, its address."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds
from coursewright.core.loading import SETTINGS, Loaded
from coursewright.core.problems import Place, Problem, in_order
from coursewright.core.text import read_text_file
from coursewright.core.validation import findings_of, nearest
from coursewright.render.addresses import leaves
from coursewright.render.calls import MACROS, Call, Refused, find_calls
from coursewright.render.elements import acts, fetched
from coursewright.render.fields import OWN_TABLES
from coursewright.render.mention_checking import Finder, Found, check_diagrams, check_mention
from coursewright.render.page_text import PageText, read_page
from coursewright.render.site_settings import read_site_settings
from coursewright.render.targets import DOCS, Targets
from coursewright.render.text_checking import check_texts
from coursewright.render.translation_checking import missing_words

_PAGE = ".md"
_NO_WORDS = ("none", "presentation")


def check_site(folder: Path, loaded: Loaded, kinds: Kinds) -> list[Problem]:
    """Check what a course's site is made of beside the YAML, and where its texts lead.

    loaded: the course, with its sources kept; one with mistakes has no pages yet, and is not
    looked at here.
    Codes: missing-translation, bad-call, unknown-macro, wrong-words, unknown-id, raw-html,
    drawn-elsewhere, loads-from-elsewhere, no-alt-text, outside-course, and those of reading a
    file, of `check_mention` and of `read_site_settings`.
    """
    if loaded.course is None:
        return []
    settings = read_site_settings(folder)
    targets = Targets(folder, loaded.course, kinds, settings.extensions)
    pages = _Pages(targets, _known(loaded.course, kinds))
    words = _words(loaded, kinds)
    return in_order([*settings.problems, *words, *check_texts(loaded, targets), *pages.check()])


def _words(loaded: Loaded, kinds: Kinds) -> Iterator[Problem]:
    source = loaded.sources.get(SETTINGS)
    if loaded.course and source:
        yield from findings_of(missing_words(loaded.course, kinds), source, ())


def _known(course: Course, kinds: Kinds) -> dict[str, list[str]]:
    """Give what each macro can be called with, its words joined by a slash."""
    lessons = [f"{m.module}/{lesson.lesson}" for m in course.modules for lesson in m.lessons]
    return {
        "exercise": [placed.address for placed in course.exercises()],
        "lesson": lessons,
        "module": [module.module for module in course.modules],
        "course_overview": [""],
        "my_page": [""],
        "my_data": [""],
        "gallery": list(kinds),
        "fields": [*kinds, *OWN_TABLES],
        "problems": [""],
    }


class _Pages:
    """The hand-written pages of one course. known: what each macro can be called with."""

    def __init__(self, targets: Targets, known: dict[str, list[str]]) -> None:
        self.targets = targets
        self.known = known

    def check(self) -> Iterator[Problem]:
        """Check every page of `docs/`, and that no file there leads out of the course."""
        course = self.targets.folder.resolve()
        for name, path in self.targets.own.items():
            file = f"{DOCS}/{name}"
            if path.suffix == _PAGE:
                text, problems = read_text_file(self.targets.folder, file)
                yield from problems
                yield from self._page(name, file, text or "")
            elif path.is_symlink() and not path.resolve().is_relative_to(course):
                yield Problem("outside-course", file)

    def _page(self, name: str, file: str, text: str) -> Iterator[Problem]:
        lines = text.split("\n")
        yield from _calls(text, file, lines, self.known)
        page = read_page(text, self.targets.extensions)
        plain = page.plain.split("\n")
        yield from self._mentions(page, name, Finder(file, plain, lines))
        yield from _raw(page, Finder(file, plain, lines))
        yield from check_diagrams(text, Finder(file, lines))

    def _mentions(self, page: PageText, name: str, finder: Finder) -> Iterator[Problem]:
        folder = str(PurePosixPath(name).parent).removeprefix(".")
        for mention in page.mentions:
            place = finder.next(mention.shown)
            for found in check_mention(mention, self.targets, folder, name):
                yield finder.problem(found, place)


def _raw(page: PageText, finder: Finder) -> Iterator[Problem]:
    """Find what raw HTML on a page would do: act, fetch from elsewhere, show without words."""
    for tag, attributes in page.elements:
        place = finder.next(f"<{tag}")
        for found in _element(tag, attributes):
            yield finder.problem(found, place)


def _element(tag: str, attributes: Mapping[str, str]) -> Iterator[Found]:
    if what := acts(tag, attributes):
        yield Found("raw-html", {"what": what}, "warning")
    if "mermaid" in attributes.get("class", "").split():
        yield Found("drawn-elsewhere", {})
    yield from _fetching(fetched(tag, attributes))
    decorates = attributes.get("role") in _NO_WORDS or attributes.get("aria-hidden") == "true"
    if tag == "img" and not attributes.get("alt", "").strip() and not decorates:
        yield Found("no-alt-text", {"value": attributes.get("src", "")})


def _fetching(addresses: Iterable[str]) -> Iterator[Found]:
    for address in addresses:
        if leaves(address):
            yield Found("loads-from-elsewhere", {"value": address})


def _calls(
    text: str, file: str, lines: list[str], known: dict[str, list[str]]
) -> Iterator[Problem]:
    for found in find_calls(text):
        line = lines[found.line - 1] if found.line <= len(lines) else ""
        place = Place(found.line, max(line.find("{{"), line.find("{%"), 0) + 1)
        problem = _refused(found) if isinstance(found, Refused) else _wrong(found, known)
        if problem:
            code, values = problem
            yield Problem(code, file, place, line, values)


def _refused(found: Refused) -> tuple[str, dict[str, object]]:
    if found.said and found.said not in MACROS:
        return _unknown(found.said)
    return "bad-call", {}


def _unknown(name: str) -> tuple[str, dict[str, object]]:
    known = ", ".join(MACROS)
    return "unknown-macro", {"name": name, "near": nearest(name, MACROS), "known": known}


def _wrong(call: Call, known: dict[str, list[str]]) -> tuple[str, dict[str, object]] | None:
    if call.name not in MACROS:
        return _unknown(call.name)
    if len(call.words) != len(MACROS[call.name]):
        shape = ", ".join(f'"{word}"' for word in MACROS[call.name])
        return "wrong-words", {"name": call.name, "shape": f"{call.name}({shape})"}
    said = "/".join(call.words)
    if said not in known[call.name]:
        near = nearest(said, known[call.name])
        return "unknown-id", {"name": call.name, "value": said, "near": near}
    return None
