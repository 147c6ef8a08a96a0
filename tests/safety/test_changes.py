"""One character changed in the YAML changes the files that show it, and no others."""

from pathlib import Path

from tests.site.courses import build

SEARCH = "search/search_index.json"
LEDGER = "assets/coursewright/ledger.json"
WORKER = "sw.js"
LESSON, MY_PAGE = "m/a/index.html", "min-side/index.html"
PAPER = {"workbook/index.html", "workbook/m/index.html"}
CHANGES = [
    ("text: |\n          Hej.", "text: |\n          Hej!", {LESSON, SEARCH}),
    ("Hvor meget?", "Hvor meget!", {LESSON, SEARCH, LEDGER}),
    ("summary: Om noget.", "summary: Om noget!", None),
]


def files(site: Path) -> dict[str, bytes]:
    """Give every file; sitemap.xml.gz carries the time, and says what sitemap.xml says."""
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_only_what_shows_it_changes(course: Path, tmp_path: Path, monkeypatch) -> None:
    """B11 — a text, a question and a summary, each with one character changed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")  # midnight may pass between the builds
    module = course / "content" / "modules" / "m.yml"
    text = module.read_text("utf-8")
    before = files(build(course, site=tmp_path / "before").site)
    for number, (old, new, expected) in enumerate(CHANGES):
        assert old in text
        module.write_text(text.replace(old, new, 1), encoding="utf-8")
        after = files(build(course, site=tmp_path / str(number)).site)
        assert after.keys() == before.keys()
        changed = {name for name in after if after[name] != before[name]}
        assert WORKER in changed, "phones would keep the edition they have"
        if expected is None:
            assert {"m/index.html", "index.html"} <= changed
            assert not any(name.startswith("assets/") for name in changed - {LEDGER})
        else:
            assert LESSON in changed
            assert changed <= expected | PAPER | {MY_PAGE, WORKER}
