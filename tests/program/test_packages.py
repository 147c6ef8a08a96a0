"""What is uploaded: the same bytes from the same source, and everything that is needed in it."""

import os
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.house.files import PACKAGE, ROOT

SHIPPED = {".py", ".mjs", ".js", ".css", ".yml", ".jinja", ".html", ".svg", ".png", ".new", ".md"}
NEEDED = [
    "coursewright/py.typed",
    "coursewright/core/words.yml",
    "coursewright/web/store.mjs",
    "coursewright/web/tokens.css",
    "coursewright/exercises/scale/template.html.jinja",
    "coursewright/exercises/scale/examples.yml",
    "coursewright/render/templates/frame.html.jinja",
    "coursewright/render/theme/main.html",
    "coursewright/render/theme/assets/coursewright/icon.svg",
    "coursewright/scaffold/kind/model.py.new",
]


def uv() -> str:
    """The uv that runs these tests, or any."""
    found = os.environ.get("UV") or shutil.which("uv")
    assert found, "uv builds the packages; it is what `python3 run test` runs with"
    return found


def build(into: Path) -> Path:
    """Build both from a copy of what git would commit, as somebody else's checkout has it."""
    command = [uv(), "build", "--quiet", "--out-dir", str(into), str(ROOT)]
    subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000"})
    return into


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def wheel(built: Path) -> set[str]:
    [file] = built.glob("*.whl")
    return set(zipfile.ZipFile(file).namelist())


def test_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = build(tmp_path)
    names = sorted(path.name for path in built.iterdir() if path.suffix in (".whl", ".gz"))
    assert len(names) == 2
    for name in names:
        assert (built / name).read_bytes() == (again / name).read_bytes(), name


def test_the_wheel_has_every_file_of_the_package(wheel: set[str]) -> None:
    """Templates, styles, scripts, words, pictures and what `new` writes; found by looking."""
    assert set(NEEDED) <= wheel
    files = (path for path in PACKAGE.rglob("*") if path.is_file())
    wanted = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in files
        if path.suffix in SHIPPED and not path.match("test_*.py")
    }
    assert wanted <= wheel


def test_the_wheel_has_nothing_else(wheel: set[str]) -> None:
    assert not [name for name in wheel if Path(name).match("test_*.py")]
    assert not [name for name in wheel if "__pycache__" in name or name.endswith(".pyc")]
    assert {name.partition("/")[0].partition("-")[0] for name in wheel} == {"coursewright"}


def test_the_sdist_has_the_tests_beside_the_rooms(built: Path) -> None:
    [file] = built.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE"} <= names
    assert "src/coursewright/exercises/scale/test_model.py" in names
