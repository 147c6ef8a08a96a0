"""A course on another subject, in another language: nothing in the generator knows our own.

It was begun by `coursewright new`, `new module`, `new lesson` and `new quiz`; then its texts were
written. See `BEGUN`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coursewright.commands import main
from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from coursewright.testing.watch import Watch
from tests.site.answering import answer_all
from tests.site.courses import Built, build
from tests.site.pages_server import PagesServer

COURSE = Path(__file__).with_name("course")
BEGUN = ["--language", "en", "--title", "Mend your own bike", "--repository", "spokes/bike-course"]
UNTOUCHED = ("mkdocs.yml", "hooks/build.py", "hooks/macros.py", "docs/index.md", "docs/my-page.md")
LOADED = load_course(COURSE, find_kinds(COURSE)).course
assert LOADED is not None
LESSONS = [f"{m.module}/{lesson.lesson}/" for m in LOADED.modules for lesson in m.lessons]
SAVED = "Saved on this phone"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build(COURSE, "--strict", site=tmp_path_factory.mktemp("second") / "site")
    assert built.code == 0, built.said
    return built


@pytest.fixture(scope="module")
def phone(site: Built, browser: Browser) -> Iterator[tuple[Page, str, Watch]]:
    with PagesServer(site.site, "bike-course") as server:
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB")
        yield context.new_page(), server.address, Watch(context, server.origin)
        context.close()


def test_it_is_as_large_as_a_real_one() -> None:
    assert len(LESSONS) == 6
    assert len({placed.kind for placed in LOADED.exercises()}) >= 8


def test_what_it_did_not_have_to_change_is_what_a_new_course_gets_today(tmp_path: Path) -> None:
    """The scaffold changed? Begin the course anew, and put its texts back."""
    assert main(["new", str(tmp_path / "course"), *BEGUN]) == 0
    for name in UNTOUCHED:
        assert (COURSE / name).read_bytes() == (tmp_path / "course" / name).read_bytes(), name


def test_nothing_of_our_own_course_is_in_its_site(site: Built) -> None:
    """No Danish on its pages, and none of the words by which ours is known."""
    for path in site.site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert '<html lang="en"' in html
        said = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
        assert not re.search(r"[æøåÆØÅ]|jobrettede|Samtaler, der flytter", said), path


@pytest.mark.parametrize("lesson", LESSONS)
def test_its_exercises_can_be_done(phone: tuple[Page, str, Watch], lesson: str) -> None:
    """Each says that its answer is kept, and has it after the page was left."""
    page, address, watch = phone
    page.goto(f"{address}{lesson}")
    done = answer_all(page, SAVED)
    assert done
    page.goto(f"{address}my-page/")
    for exercise in done:
        expect(page.locator(f'[data-exercise="{exercise}"]').first).to_be_attached()
    assert watch.problems == []
