"""Who may import whom: the contracts stand in pyproject.toml, what outsiders each may use here."""

import ast
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.house.files import PACKAGE, ROOT, files, is_test, name_of, tree_of
from tests.house.scripts import imports

MODEL = {"pydantic", "pydantic_core"}
OUTSIDERS = {
    "core": MODEL | {"yaml"},
    "exercises": MODEL | {"markupsafe"},
    "render": MODEL
    | {
        "fontTools",
        "jinja2",
        "markdown",
        "markupsafe",
        "platformdirs",
        "rcssmin",
        "rjsmin",
        "tinycss2",
        "weasyprint",
        "yaml",
    },
    "reporters": set(),
    "exchange": {"defusedxml", "mammoth", "yaml"},
    "commands": {"segno"},
    "engines": {
        "jinja2",
        "markdown",
        "markupsafe",
        "mkdocs",
        "mkdocs_macros",
        "material",
        "yaml",
        "zensical",
    },
}
"""Part of the package → the libraries it may use beside Python's own."""

SCRIPTS = files(".mjs", ".js", folders=("src",))
WEB = PACKAGE / "web"
ROOMS = PACKAGE / "exercises"


def test_the_contracts_are_kept(capsys, monkeypatch):
    """Every border of pyproject.toml holds."""
    monkeypatch.syspath_prepend(str(ROOT / "src"))
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def libraries(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("part", OUTSIDERS)
def test_each_part_uses_only_its_libraries(part):
    for path in sorted((PACKAGE / part).rglob("*.py")):
        used = set(libraries(path)) - {"coursewright"} - sys.stdlib_module_names
        assert is_test(path) or used <= OUTSIDERS[part], name_of(path)


def test_only_tests_use_the_test_plug_in():
    for path in files(".py", folders=("src",)):
        if not is_test(path) and (PACKAGE / "testing") not in path.parents:
            assert "coursewright.testing" not in path.read_text(encoding="utf-8"), name_of(path)


def room_of(script: Path) -> Path | None:
    inside = ROOMS in script.parents
    return ROOMS / script.relative_to(ROOMS).parts[0] if inside else None


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_a_script_imports_only_its_neighbours(script):
    """web imports web, a room's script web and its own folder; no bare names, no addresses."""
    allowed = [folder for folder in (WEB, room_of(script)) if folder]
    for said in imports(script):
        assert said.startswith(("./", "../")), f"{said} is no way to a file of ours"
        target = (script.parent / said).resolve()
        assert target.is_file(), f"{said} leads to nothing"
        assert any(folder in target.parents for folder in allowed), f"{said} crosses a border"


def test_imports_are_found(tmp_path):
    """The reader of import lines itself."""
    script = tmp_path / "x.mjs"
    script.write_text(
        'import { a,\n  b } from "./a.mjs";\nimport "./b.mjs";\nexport * from \'../c.mjs\';\n'
        'export { d } from "./d.mjs"; // import "./no.mjs"\n/* import "./no.mjs" */\n'
        'const e = await import("./e.mjs");\nconst url = "https://example.org/from";\n'
        'await import(name);\nexport const f = "import";\n'
    )
    found = ["./a.mjs", "./b.mjs", "../c.mjs", "./d.mjs", "./e.mjs", "?"]
    assert list(imports(script)) == found
