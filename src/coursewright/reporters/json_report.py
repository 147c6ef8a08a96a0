"""Problems as JSON, for other programs. The shape is stable, and told in the guide.

{"format": 1, "errors": 1, "warnings": 0, "problems": [{"code": "empty-text", "severity": "error",
"file": "content/course.yml", "line": 2, "column": 1, "message": "…", "hint": "…",
"excerpt": "title:"}]}
"""

import json
from collections.abc import Iterable
from typing import Any

from coursewright.reporters.machine import Stated

FORMAT = 1
"""Counts up when a name goes or changes its meaning; new names may come at any time."""


def as_json(stated: Iterable[Stated]) -> str:
    """Give an object as above. line and column count from 1; hint may be ""."""
    problems = [_problem(each) for each in stated]
    counted = {
        f"{severity}s": sum(problem["severity"] == severity for problem in problems)
        for severity in ("error", "warning")
    }
    report = {"format": FORMAT, **counted, "problems": problems}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _problem(stated: Stated) -> dict[str, Any]:
    problem = stated.problem
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": stated.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": stated.message,
        "hint": stated.hint,
        "excerpt": problem.excerpt,
    }
