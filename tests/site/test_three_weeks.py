"""Three weeks with the course: two course days, four weekdays, a new phone and a new edition."""

import io
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from coursewright.testing.watch import Watch
from tests.site.courses import ROOT, Built, build
from tests.site.pages_server import PagesServer

DAY_ONE = datetime(2026, 11, 3, 10, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
PATIENCE = 30_000  # milliseconds, on a machine with other things to do
SAVED = "Gemt på denne telefon"
WHY = "Jeg har lyttet til æbleavlere, øjenlæger og ålefiskere før."
STEP = "Spørg Åse på nattevagten, hvad hun selv håber på."
PROFILE = {"snak-personlig": 1, "snak-aabent": 2, "snak-lytter": 1, "snak-pris": 3}
ENTRIES = [
    "Jeg holdt på rådet og talte til ti.",
    "Jeg spurgte: «Hvad gør dig glad her?» & ventede.",
    "Jeg samlede hendes grunde <uden> at lægge til.",
    "Jeg spurgte om tal: hvorfor 4 og ikke 3?",
]
RENAMED = {"selvscore-start": "tallet-i-dag", "proevet": "min-dagbog"}


class Phone:
    """A phone on the course's site, with the clock where it is put."""

    def __init__(self, browser: Browser, site: PagesServer) -> None:
        self.context = browser.new_context(
            viewport={"width": 360, "height": 740},
            locale="da-DK",
            service_workers="block",  # a new edition comes by itself, as after a yes
        )
        self.context.set_default_timeout(PATIENCE)
        self.watch = Watch(self.context, site.origin)
        self.site = site
        self.page = self.context.new_page()
        self.context.clock.install(time=DAY_ONE)

    def on(self, day: int) -> None:
        """Make it this day of the three weeks, in the morning."""
        self.context.clock.set_system_time(DAY_ONE + timedelta(days=day - 1))

    def open(self, address: str) -> Page:
        self.page.goto(f"{self.site.address}{address}")
        return self.page

    def exercise(self, address: str) -> Locator:
        """Give an exercise once it is awake: until then it shows every field it could ask."""
        return self.page.locator(f'[data-exercise="{address}"][data-state]')

    def forget_pages(self) -> None:
        """Ten minutes are enough for a browser to ask for a page again; the clock is only moved."""
        self.context.new_cdp_session(self.page).send("Network.clearBrowserCache")

    def leave(self) -> None:
        self.context.close()
        assert self.watch.problems == []


@pytest.fixture(autouse=True)
def patient() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5000)


@pytest.fixture(scope="module")
def next_edition(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The reference course after an edit: two exercises have new ids, and say what they were."""
    folder = tmp_path_factory.mktemp("edition") / "course"
    for name in ("content", "quizzes", "docs", "hooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for file in (folder / "content" / "modules").glob("*.yml"):
        file.write_text(renamed(file.read_text("utf-8")), encoding="utf-8")
    built = build(folder, "--strict", "--no-pdf")
    assert built.code == 0, built.said
    return built


def renamed(text: str) -> str:
    for old, new in RENAMED.items():
        text = text.replace(
            f"          id: {old}\n", f"          id: {new}\n          was: [{old}]\n"
        )
        text = text.replace(f"/{old}\n", f"/{new}\n").replace(f"/{old}]", f"/{new}]")
        text = text.replace(f"/{old},", f"/{new},")
    return text


def number(within: Locator, name: str, value: int) -> Locator:
    return within.locator(f'label:has(input[name="{name}"][value="{value}"])')


def saved(form: Locator) -> None:
    expect(form.locator('[data-role="saved"]')).to_have_text(SAVED)


def in_the_workshop(phone: Phone) -> None:
    """Day one: a number with its why, a profile, and a step with its day."""
    phone.open("motivation/hvor-lysten-kommer-fra/")
    scale = phone.exercise("motivation/selvscore-start")
    number(scale, "value", 4).click()
    scale.locator("textarea:visible").fill(WHY)
    saved(scale)
    phone.open("motivation/en-samtale/")
    profile = phone.exercise("motivation/min-sidste-snak")
    for name, value in PROFILE.items():
        number(profile, name, value).click()
    profile.get_by_role("button", name="Se resultatet").click()
    saved(profile)
    phone.open("motivation/dit-naeste-skridt/")
    plan = phone.exercise("motivation/naeste-skridt")
    plan.locator('[name="skridtet"]').fill(STEP)
    plan.locator('[name="dagen"]').fill("2026-11-12")
    saved(plan)


def write_entry(phone: Phone, address: str, text: str) -> None:
    """A line in the logbook, on a day between the two."""
    phone.open("kursusdage/mellem-dagene/")
    book = phone.exercise(address)
    book.locator('button[data-role="add"]').click()
    field = book.locator("textarea:visible").first
    field.fill(text)
    saved(book)


def take_copy(phone: Phone, folder: Path) -> Path:
    page = phone.open("min-side/")
    with page.expect_download() as download:
        page.locator("cw-my-data").get_by_role("button", name="Gem en kopi", exact=True).click()
    copy = folder / download.value.suggested_filename
    download.value.save_as(copy)
    return copy


def bring_in(phone: Phone, copy: Path) -> None:
    """A new phone: everything comes back in two taps."""
    page = phone.open("min-side/")
    page.locator('cw-my-data input[type="file"]').set_input_files(copy)
    page.get_by_role("dialog").get_by_role("button", name="Ja, hent dem ind").click()
    expect(page.locator("cw-my-data")).to_contain_text("Kopien er hentet ind.")


def notebook(page: Page) -> str:
    """All of Min side as it is printed: what is folded as well, and what is not on the screen."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    text = page.locator("cw-my-page").inner_text()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return text


def squeezed(text: str) -> str:
    """Without spaces: where a line breaks on paper, there may or may not be one."""
    return "".join(text.split())


def printed(page: Page) -> str:
    """The text of the workbook as the phone prints it."""
    content = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    return squeezed("".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages))


def test_three_weeks(
    browser: Browser, reference: Built, next_edition: Built, tmp_path: Path
) -> None:
    """C13, E1 — nothing is lost on the way, and every answer is on the paper at the end."""
    with PagesServer(reference.site) as site:
        old = Phone(browser, site)
        in_the_workshop(old)
        for day, text in zip((4, 8), ENTRIES[:2], strict=True):
            old.on(day)
            write_entry(old, "kursusdage/proevet", text)
        page = old.open("min-side/")
        step = page.locator('[data-part="next"]')
        expect(step).to_contain_text("12. november")
        expect(step).to_contain_text(STEP)
        copy = take_copy(old, tmp_path)
        old.leave()

        phone = Phone(browser, site)
        phone.on(9)
        bring_in(phone, copy)
        site.site = next_edition.site
        phone.forget_pages()
        for day, text in zip((12, 17), ENTRIES[2:], strict=True):
            phone.on(day)
            write_entry(phone, "kursusdage/min-dagbog", text)
        phone.on(22)
        the_second_day(phone)
        everything_is_in_the_notebook(phone)
        everything_is_on_paper(phone)
        phone.leave()


def the_second_day(phone: Phone) -> None:
    """The number of the first day stands beside that of the second, under its new id as well."""
    phone.open("motivation/hvor-lysten-kommer-fra/")
    before = phone.exercise("motivation/tallet-i-dag")
    expect(before.locator('input[value="4"]')).to_be_checked()
    expect(before.locator("textarea:visible")).to_have_value(WHY)
    phone.open("motivation/dit-naeste-skridt/")
    after = phone.exercise("motivation/selvscore-slut")
    number(after, "value", 7).click()
    saved(after)
    expect(after).to_contain_text("Fra 4 til 7: 3 trin op")


def everything_is_in_the_notebook(phone: Phone) -> None:
    page = phone.open("min-side/")
    expect(page.locator('[data-exercise="motivation/selvscore-slut"] svg')).to_be_visible()
    expect(page.locator('[data-part="earlier"]')).to_be_hidden()
    text = notebook(page)
    for said in (WHY, STEP, *ENTRIES):
        assert said in text


def everything_is_on_paper(phone: Phone) -> None:
    page = phone.open("workbook/motivation/")
    page.get_by_label("Kun det, jeg har svaret på").check()
    text = printed(page)
    for said in (WHY, STEP, "12. nov."):
        assert squeezed(said) in text
    page = phone.open("workbook/kursusdage/")
    page.get_by_label("Øvelserne med mine svar").check()
    text = printed(page)
    for said in ENTRIES:
        assert squeezed(said) in text
