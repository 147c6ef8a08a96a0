"""`serve`: a saved YAML file is on the screen without a restart, and a mistake does not end it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.preview.running import SAID, WAIT, read, serving, until
from tests.site.courses import lesson, write_course


@pytest.mark.parametrize(
    "command",
    [["mkdocs", "serve", "-a", "127.0.0.1:{port}"], ["coursewright", "serve", "--port", "{port}"]],
    ids=["mkdocs", "coursewright"],
)
def test_saving_yaml_reloads(tmp_path: Path, command: list[str], page: Page) -> None:
    """An open page shows what was saved, and a mistake in between does not end the server."""
    course = write_course(tmp_path, {"m": [lesson("a", text="Det gamle.")]})
    module = course / "content" / "modules" / "m.yml"
    good = module.read_text(encoding="utf-8")
    with serving(course, command) as origin:
        site = f"{origin}/coursewright/"
        until(lambda: "Det gamle." in read(f"{site}m/a/"))
        page.goto(f"{site}m/a/")
        module.write_text(good.replace("Det gamle.", "Det nye."), encoding="utf-8")
        expect(page.get_by_text("Det nye.")).to_be_visible(timeout=WAIT * 1000)

        module.write_text("module: m\n", encoding="utf-8")
        until(lambda: "content/modules/m.yml:1" in (course / SAID).read_text(encoding="utf-8"))
        module.write_text(good.replace("Det gamle.", "Det rettede."), encoding="utf-8")
        expect(page.get_by_text("Det rettede.")).to_be_visible(timeout=WAIT * 1000)
