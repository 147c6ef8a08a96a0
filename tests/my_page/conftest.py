"""A small course, built and served as it would be published; a phone whose clock can be moved."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from coursewright.testing.watch import Watch
from tests.site.courses import build, write_course
from tests.site.pages_server import PagesServer

PATIENCE = 20_000  # milliseconds, on a machine with other things to do
COURSE = Path(__file__).with_name("course")
TODAY = date(2026, 11, 28)  # a Saturday
MORNING = f"{TODAY.isoformat()}T09:00:00+01:00"
STORE = """async ([root, script, argument]) => {
    const { AnswerStore } = await import(`${root}assets/coursewright/web/store.mjs`);
    return (SCRIPT)(AnswerStore.for("lille-kursus"), argument);
}"""
SAVE = """async (store, [exercise, values, rounds]) => {
    const tell = (kept, index) => ({ id: `${exercise}-${index}-${kept.at}`, exercise,
        round: index + 1, version: "v1", response: {}, at: kept.at, result: kept.result });
    const changes = Object.entries(values).map(([field, value]) =>
        value?.value === undefined ? { field, value, typed: true } : { field, ...value });
    await store.save(exercise, { version: "v1", title: `Titel på ${exercise}`,
        round: Math.max(1, rounds.length), changes, attempts: rounds.map(tell) });
}"""


@pytest.fixture(autouse=True)
def patient() -> Iterator[None]:
    """Expectations wait as long as everything else."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5000)


@pytest.fixture(scope="session")
def notebook_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    """The small course, served."""
    folder = tmp_path_factory.mktemp("notebook")
    write_course(folder, {"motivation": [], "feedback": []})
    copytree(COURSE, folder / "content" / "modules", dirs_exist_ok=True)
    built = build(folder, "--strict")
    assert built.code == 0, built.said
    with PagesServer(built.site) as server:
        yield server


class Phone:
    """A phone with the course on it. `watch` holds what any of its pages did wrong."""

    def __init__(self, site: PagesServer, browser: Browser, settings: dict[str, Any]) -> None:
        self.site = site
        self.context = browser.new_context(**settings)
        self.context.set_default_timeout(PATIENCE)
        self.watch = Watch(self.context, site.origin)
        self.page: Page = self.context.new_page()
        self.page.clock.install(time=MORNING)

    def go(self, address: str = "min-side/") -> Page:
        self.page.goto(self.site.address + address)
        return self.page

    def ask(self, script: str, argument: Any = None) -> Any:
        """Run `(store, argument) => …` with the course's store."""
        return self.page.evaluate(
            STORE.replace("SCRIPT", script), [self.site.address, script, argument]
        )

    def save(self, exercise: str, values: dict[str, Any], *rounds: tuple[str, Any]) -> None:
        """Store answers and attempts: (time, result), one for each round."""
        self.ask(SAVE, [exercise, values, [{"at": at, "result": kept} for at, kept in rounds]])

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-part='{name}']")

    def card(self, exercise: str) -> Locator:
        return self.page.locator(f"li[data-exercise='{exercise}']")


@pytest.fixture
def phones(
    notebook_site: PagesServer, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Callable[..., Phone]]:
    """Make a phone: phones(color_scheme="dark", …)."""
    made: list[Phone] = []

    def make(**settings: Any) -> Phone:
        made.append(Phone(notebook_site, browser, {**browser_context_args, **settings}))
        return made[-1]

    yield make
    for phone in made:
        phone.context.close()
    assert [problem for phone in made for problem in phone.watch.problems] == []


@pytest.fixture
def phone(phones: Callable[..., Phone]) -> Phone:
    return phones()


@pytest.fixture
def mine(phone: Phone) -> Phone:
    """The phone with «Min side» open."""
    phone.go()
    return phone
