"""Languages that a course names and its interface does not speak, or not in full.

What the trainer wrote is in one language; what stands around it (buttons, hints, results) is ours,
and has words for some languages.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath

from coursewright.core.course import Course
from coursewright.core.kinds import Kinds
from coursewright.core.problems import Finding, Path
from coursewright.core.wording import FALLBACK, read_words
from coursewright.render.assets import WEB

OWN = FilePath(__file__).with_name("words.yml")


def missing_words(course: Course, kinds: Kinds) -> Iterator[Finding]:
    """Find each language of course.yml in which words are missing (missing-translation).

    Only the kinds that the course uses count. Readers get English where words are missing.
    """
    settings = course.settings
    used = sorted({placed.kind for placed in course.exercises()})
    files = [OWN, *sorted(WEB.glob("*.yml")), *(kinds[name].folder / "words.yml" for name in used)]
    named: list[tuple[Path, str]] = [(("language",), settings.language)]
    named += [(("languages", n), each) for n, each in enumerate(settings.languages)]
    told: set[str] = set()
    for path, language in named:
        total, missing = count_missing(files, language)
        if missing and language not in told:
            told.add(language)
            values = {"language": language, "missing": missing, "total": total}
            yield Finding("missing-translation", path, values, "warning")


def count_missing(files: list[FilePath], language: str) -> tuple[int, int]:
    """Give how many words the interface has, and how many of them a language lacks."""
    total = missing = 0
    for file in files:
        interface = read_words(file).get("interface") or {}
        words = set(interface.get(FALLBACK) or {})
        total += len(words)
        missing += len(words - set(interface.get(language) or {}))
    return total, missing
