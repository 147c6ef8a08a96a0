"""Bad courses with the exact report each must give: tests/authoring/reports/NAME/.

A folder holds `content/` (and `quizzes/`, `docs/`), `report.da.txt` and `report.en.txt`, and
where it is compared with what is published, `published/coursewright.json`.
"""

from pathlib import Path

from coursewright.commands.checking import check
from coursewright.core.kinds import Kinds, find_kinds
from coursewright.core.ledger import read_ledger
from coursewright.core.wording import problem_words
from coursewright.render.exercise import WORDS
from coursewright.reporters.terminal import Terminal

REPORTS = Path(__file__).parent / "reports"
LANGUAGES = ("da", "en")
NAMES = sorted(path.name for path in REPORTS.iterdir() if path.is_dir())
KINDS = ("checklist", "quiz", "scale", "worksheet")
"""The reports name the kinds there are, so a new one must not change them."""


def kinds() -> Kinds:
    found = find_kinds()
    return Kinds((name, found[name]) for name in KINDS)


def report(name: str, language: str) -> str:
    """Check a course and give its report as a terminal without colours shows it."""
    folder = REPORTS / name
    published = folder / "published"
    ledger = read_ledger(published) if published.is_dir() else None
    known = kinds()
    checked = check(folder, known, language, ledger)
    terminal = Terminal(problem_words(known, WORDS), language)
    return terminal.report(checked.problems, checked.course)


def expected(name: str, language: str) -> Path:
    return REPORTS / name / f"report.{language}.txt"
