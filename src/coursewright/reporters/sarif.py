"""Problems as SARIF 2.1.0, which code hosts and editors read.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from coursewright.reporters.machine import Stated

VERSION = "2.1.0"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(stated: Iterable[Stated], version: str) -> str:
    """Give a log with one run.

    version: of the program that found the problems. Columns count characters, not bytes.
    """
    found = list(stated)
    codes = sorted({each.problem.code for each in found})
    driver = {
        "name": "coursewright",
        "semanticVersion": version,
        "rules": [{"id": code} for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes) for each in found],
    }
    log = {"$schema": _SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(stated: Stated, codes: list[str]) -> dict[str, Any]:
    problem = stated.problem
    region = {"startLine": problem.place.line, "startColumn": problem.place.column}
    location = {"artifactLocation": {"uri": quote(stated.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": stated.text},
        "locations": [{"physicalLocation": location}],
    }
