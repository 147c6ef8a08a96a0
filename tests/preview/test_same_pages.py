"""Pages made when they are asked for are those of a build, whichever is asked for first."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from coursewright.engines.mkdocs.preview.site import LazySite
from coursewright.engines.mkdocs.session import Run
from tests.site.courses import lesson, write_course

INDEX = "search/search_index.json"
ORIGIN = "http://127.0.0.1:8000"
LINKED = (
    "# Om\n\n[Skalaen](m/a.md#a-skala) og [forsiden](index.md)\n\n{{ exercise('n/c-skala') }}\n"
)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Run, "preview", True)
    modules = {"m": [lesson("a", text="Se [b](m/b.md)."), lesson("b")], "n": [lesson("c")]}
    folder = write_course(tmp_path / "kursus", modules, {"om.md": LINKED})
    (folder / "docs" / "billede.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return folder


def test_every_file_is_the_same_as_in_a_build(course: Path, tmp_path: Path) -> None:
    built = tmp_path / "built"
    config = load_config(config_file=str(course / "mkdocs.yml"), site_dir=str(built))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = f"{ORIGIN}/coursewright/"
    build(config, serve_url=config.site_url)
    work = tmp_path / "work" / "1"
    work.mkdir(parents=True)
    site = LazySite(course, work, ORIGIN)
    names = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()]
    pages = [name for name in names if name.endswith(".html")]
    assert len(pages) > 8
    for name in sorted(pages, reverse=True):
        assert site.find(name) == (built / name).read_bytes(), name
    while site.go_on():
        pass
    for name in set(names) - {INDEX, "sitemap.xml.gz"}:  # the latter holds the time of its build
        assert site.find(name) == (built / name).read_bytes(), name
    assert entries(site.find(INDEX)) == entries((built / INDEX).read_bytes())


def entries(index: bytes | None) -> list[str]:
    """Give what the search finds; in which order its pages were made is nothing to it."""
    return sorted(json.dumps(entry) for entry in json.loads(index or b"")["docs"])


def test_what_is_no_file_of_the_site_is_not_given(course: Path, tmp_path: Path) -> None:
    work = tmp_path / "work" / "1"
    work.mkdir(parents=True)
    (tmp_path / "work" / "secret.txt").write_text("secret")
    site = LazySite(course, work, ORIGIN)
    for address in ("../secret.txt", "../../kursus/mkdocs.yml", "/etc/passwd", "nobody.html", ""):
        assert site.find(address) is None
