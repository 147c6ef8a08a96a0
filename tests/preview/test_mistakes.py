"""`serve` shows a mistake on the page until it is mended, and is never ended by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coursewright.testing.watch import Watch
from tests.preview.running import SAID, WAIT, read, serving, until
from tests.site.courses import lesson, write_course

COMMAND = ["coursewright", "serve", "--port", "{port}"]
PATIENCE = WAIT * 1000


class Preview:
    """A course that is served, a phone that looks at it, and what the phone complains of."""

    def __init__(self, course: Path, origin: str, page: Page, watch: Watch) -> None:
        self.course, self.origin, self.page, self.watch = course, origin, page, watch
        self.module = course / "content" / "modules" / "m.yml"
        self.good = self.module.read_text("utf-8")

    def save(self, old: str, new: str) -> None:
        assert old in self.good
        self.module.write_text(self.good.replace(old, new, 1), encoding="utf-8")

    def panel(self) -> str:
        panel = self.page.locator("details.cw-preview[open]")
        panel.wait_for(timeout=PATIENCE)
        return panel.inner_text()


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_course(tmp_path / "kursus", {"m": [lesson("a", text="Det gamle.")]})


@pytest.fixture
def preview(course: Path, browser: Browser) -> Iterator[Preview]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    with serving(course, COMMAND) as origin:
        watch = Watch(context, origin)
        until(lambda: "<title>" in read(f"{origin}/coursewright/m/a/"))
        yield Preview(course, origin, context.new_page(), watch)
        context.close()


def test_a_mistake_is_on_the_page_until_it_is_mended(preview: Preview) -> None:
    page = preview.page
    page.goto(f"{preview.origin}/coursewright/m/a/")
    expect(page.get_by_text("Det gamle.")).to_be_visible()
    preview.save("question:", "quetsion:")
    told = preview.panel()
    assert "content/modules/m.yml:15:11" in told
    assert "quetsion: Hvor meget?\n" in told
    assert "Mente du «question»?" in told
    assert "Siden er den sidste, der kunne laves." in told
    expect(page.get_by_text("Det gamle.")).to_be_attached()
    preview.save("Det gamle.", "Det nye.")
    expect(page.get_by_text("Det nye.")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".cw-preview")).to_have_count(0)
    assert preview.watch.problems == []


def test_a_warning_is_there_and_out_of_the_way(preview: Preview) -> None:
    preview.page.goto(f"{preview.origin}/coursewright/m/a/")
    preview.save("question: Hvor meget?", "question: Farve #1 er bedst")
    panel = preview.page.locator("details.cw-preview")
    expect(panel.locator("summary")).to_have_text("1 advarsel", timeout=PATIENCE)
    expect(panel).not_to_have_attribute("open", "")


def test_it_starts_with_a_course_that_has_mistakes(
    course: Path, browser: Browser, axe: object
) -> None:
    """The panel alone, in the course's language; the pages come when the mistake is mended."""
    module = course / "content" / "modules" / "m.yml"
    good = module.read_text("utf-8")
    module.write_text(good.replace("question:", "quetsion:"), "utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 740}, color_scheme="dark")
    with serving(course, COMMAND) as origin:
        watch = Watch(context, origin)
        until(lambda: "quetsion" in read(f"{origin}/coursewright/m/a/"))
        page = context.new_page()
        page.goto(f"{origin}/coursewright/m/a/")
        assert "Der er ingen side at vise endnu." in page.locator(".cw-preview").inner_text()
        assert page.locator("html").get_attribute("lang") == "da"
        assert axe(page) == []  # type: ignore[operator]
        widest = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(widest) <= 0
        watch.expect("500")
        assert watch.problems == []
        module.write_text(good, "utf-8")
        expect(page.get_by_text("Det gamle.")).to_be_visible(timeout=PATIENCE)
        context.close()


BAD: dict[str, tuple[str, bytes | None, str]] = {
    "no text": ("content/modules/m.yml", b"\xff\xfe\x00", "content/modules/m.yml:1"),
    "an alias bomb": ("content/modules/m.yml", b"a: &a [*a, *a]", "content/modules/m.yml:1"),
    "no course file": ("content/course.yml", None, "content/course.yml"),
    "settings that are none": ("mkdocs.yml", b"site_name: [", "mkdocs.yml"),
    "settings nobody knows": (
        "mkdocs.yml",
        b"site_name: x\nplugins: [nothing]\n",
        "nothing&quot; plugin",
    ),
    "a call nobody answers": ("docs/index.md", b"{{ nobody() }}", "docs/index.md:1"),
    "a page that calls itself": ("docs/index.md", b"{% for x in y %}", "docs/index.md:1"),
    "a kind that fails": ("hooks/exercises/bad/__init__.py", b"1 / 0", "bad"),
}


def test_nothing_ends_it(preview: Preview) -> None:
    """Whatever is saved, the page says what is wrong, and the next good save is shown."""
    address = f"{preview.origin}/coursewright/m/a/"
    for name, (place, content, told) in BAD.items():
        file = preview.course / place
        before = file.read_bytes() if file.exists() else None
        put(file, content)
        until(lambda told=told: told in read(address))
        assert 'class="cw-preview"' in read(address), name
        put(file, before)
        until(lambda: 'class="cw-preview"' not in read(address))
    assert "Traceback" not in (preview.course / SAID).read_text("utf-8")


def put(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
