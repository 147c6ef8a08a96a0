"""What the preview keeps from one save to the next."""

from pathlib import Path

import pytest

from coursewright.commands.serve import Telling
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
