"""The site's address in mkdocs.yml: without it the sitemap is empty and shared links are wrong."""

from pathlib import Path

import pytest

from tests.safety.telling import problems, told
from tests.site.courses import build, mkdocs_build

RIGHT = [
    "https://trainer.github.io/kursus/",
    "https://trainer.github.io/kursus/vejledning/",
    "https://trainer.github.io/kursus",
    "https://kursus.example.dk/",
    "http://intranet/kurser/samtaler/",
    "!ENV [SITE_URL, 'https://trainer.github.io/kursus/']",
]
WRONG = [
    ("https://github.com/Trainer/kursus", "https://trainer.github.io/kursus/"),
    ("https://github.com/trainer/kursus.git", "https://trainer.github.io/kursus/"),
    ("http://trainer.github.io/kursus/", "https://trainer.github.io/kursus/"),
    ("trainer.github.io/kursus/", ""),
    ("https:///kursus/", ""),
    ("https://github.io/kursus/", ""),
    ("https://my_name.github.io/kursus/", ""),
    ("https://kursus.example.dk/index.html", ""),
    ("https://kursus.example.dk/?side=1", ""),
    ("http://localhost:8000/", ""),
    ("http://127.0.0.1:8000/kursus/", ""),
    ("ftp://kursus.example.dk/", ""),
    ("'https://[kursus/'", ""),
]


def set_address(course: Path, line: str) -> None:
    settings = course / "mkdocs.yml"
    lines = settings.read_text("utf-8").split("\n")
    number = next(n for n, each in enumerate(lines) if each.startswith("site_url:"))
    lines[number : number + 1] = [line] if line else []
    settings.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("address", RIGHT)
def test_an_address_that_can_be_one(course: Path, address: str) -> None:
    """B13 — GitHub Pages, a domain of one's own, an intranet; what the engine fills in itself."""
    set_address(course, f"site_url: {address}")
    assert told(course) == []


@pytest.mark.parametrize(("address", "near"), WRONG)
def test_an_address_that_cannot(course: Path, address: str, near: str) -> None:
    """B13 — an error on its line, with the address that was meant where that is clear."""
    set_address(course, f"site_url: {address}")
    [problem] = problems(course)
    assert (problem.file, problem.place.line) == ("mkdocs.yml", 3)
    assert problem.code == "bad-site-address"
    assert problem.values["near"] == near


@pytest.mark.parametrize("line", ["", "site_url:", "site_url: ''", "site_url: null"])
def test_no_address(course: Path, line: str) -> None:
    """B13 — none at all, or nothing behind the colon; borrowed settings may have it."""
    set_address(course, line)
    assert [each.partition(" ")[2] for each in told(course)] == ["no-site-address"]
    if not line:
        set_inherit = course / "mkdocs.yml"
        set_inherit.write_text(f"INHERIT: andet.yml\n{set_inherit.read_text('utf-8')}", "utf-8")
        assert told(course) == []


def test_neither_command_builds_without(course: Path) -> None:
    """B13 — the build says it with file and line, too."""
    set_address(course, "")
    for command in (build, mkdocs_build):
        built = command(course)
        assert built.code == 1
        assert "mkdocs.yml:1:1" in built.said
        assert "site_url: https://NAVN.github.io/LAGER/" in built.said


@pytest.mark.parametrize("text", ["site_name: [\nx: y\n", "a: b\n\tc: d\n", "a: " + "[" * 5_000])
def test_a_settings_file_in_pieces(course: Path, text: str) -> None:
    """B13 — what is no YAML is told in our words before the engine meets it."""
    (course / "mkdocs.yml").write_text(text, encoding="utf-8")
    [problem] = problems(course)
    assert (problem.file, problem.code) == ("mkdocs.yml", "bad-settings")
