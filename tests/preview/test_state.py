"""What the preview keeps from one save to the next."""

import subprocess
from pathlib import Path
from typing import Any

import jinja2
import pytest

from coursewright.commands.serve import Telling
from coursewright.core import reading
from coursewright.engines.mkdocs.preview.state import Preview
from coursewright.engines.mkdocs.session import Run
from tests.site.courses import lesson, write_course


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    for name in ("preview", "told", "known"):
        monkeypatch.setattr(Run, name, getattr(Run, name))
    monkeypatch.setattr(Run, "preview", True)
    course = write_course(tmp_path / "kursus", {"m": [lesson("a")], "n": [lesson("b")]})
    return Preview(course, "http://127.0.0.1:1", Telling("da", is_open=False))


def test_only_the_newest_state_lies_on_the_disk(preview: Preview) -> None:
    """However often somebody saves, and whatever with; gone when the preview ends."""
    module = preview.folder / "content" / "modules" / "m.yml"
    good = module.read_text("utf-8")
    for text in (good, "module: m\n", good, good):
        module.write_text(text, "utf-8")
        preview.open()
        assert preview.answer("/coursewright/n/b/").status == 200
    top = Path(preview._work.name)
    assert len([path for path in top.iterdir() if path.is_dir()]) == 1
    preview.close()
    assert not top.exists()


def test_only_the_file_that_was_saved_is_read_again(preview: Preview) -> None:
    """Two saves apart, the other module's source is the same object as before."""
    preview.open()
    assert Run.known is not None
    before = dict(Run.known)
    module = preview.folder / "content" / "modules" / "m.yml"
    module.write_text(module.read_text("utf-8").replace("Hej.", "Hejsa."), "utf-8")
    preview.open()
    assert b"Hejsa." in preview.answer("/coursewright/m/a/").body
    changed = {file for file, known in Run.known.items() if known[1] is not before[file][1]}
    assert changed == {"content/modules/m.yml"}
    preview.close()


def save(preview: Preview, module: str, old: str, new: str) -> None:
    file = preview.folder / "content" / "modules" / f"{module}.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    preview.open()


def test_only_exercises_of_the_saved_file_are_validated_again(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other module's exercises and texts are kept; the modules themselves are put together."""
    preview.open()
    looked_at: set[str] = set()
    validated = reading.validated

    def noting(model: Any, source: Any, path: Any, data: Any) -> Any:
        if path:
            looked_at.add(source.file)
        return validated(model, source, path, data)

    monkeypatch.setattr(reading, "validated", noting)
    save(preview, "m", "Hej.", "Hejsa.")
    assert looked_at == {"content/modules/m.yml"}
    preview.close()


def test_a_mistake_in_another_file_is_told_again(preview: Preview) -> None:
    """What is kept of a file is also what is wrong with it."""
    preview.open()
    save(preview, "n", "to: 5", "to: mange")
    assert "content/modules/n.yml" in preview._panel
    save(preview, "m", "Hej.", "Hejsa.")
    assert "content/modules/n.yml" in preview._panel
    save(preview, "n", "to: mange", "to: 5")
    assert "content/modules/n.yml" not in preview._panel
    assert b"Hejsa." in preview.answer("/coursewright/m/a/").body
    preview.close()


def test_a_save_asks_no_program_and_compiles_no_template(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the macro plug-in asks git, and the search plug-in compiles the theme's words."""
    monkeypatch.setattr(subprocess, "Popen", lambda *words, **_: pytest.fail(f"began {words}"))
    preview.open()
    assert preview.answer("/coursewright/m/a/").status == 200
    compiled: list[str] = []
    compile_template = jinja2.Environment.compile

    def noting(self: Any, source: Any, name: Any = None, *more: Any, **others: Any) -> Any:
        if name is not None:  # a page's own text has none
            compiled.append(name)
        return compile_template(self, source, name, *more, **others)

    monkeypatch.setattr(jinja2.Environment, "compile", noting)
    save(preview, "m", "Hej.", "Hejsa.")
    assert preview.answer("/coursewright/m/a/").status == 200
    assert compiled == []
    preview.close()
