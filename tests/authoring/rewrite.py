"""Write the golden reports anew: `uv run python -m tests.authoring.rewrite`, then read the diff."""

from tests.authoring.golden import LANGUAGES, NAMES, expected, report


def rewrite() -> None:
    for name in NAMES:
        for language in LANGUAGES:
            expected(name, language).write_text(report(name, language), encoding="utf-8")
            print(expected(name, language))


if __name__ == "__main__":
    rewrite()
