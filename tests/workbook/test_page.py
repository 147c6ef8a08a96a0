"""The page a workbook is printed from: its choices, what it leaves out, and what never happens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from coursewright.testing.markup import Element
from tests.site.courses import build, lesson, write_course
from tests.site.pages_server import PagesServer
from tests.workbook.conftest import OLD, READY, Workbooks
from tests.workbook.printing import close, printed, text_of, titles_of

TEXT = "Jeg vil spørge mere."
LACKS = close("Øvelserne kom ikke med. Du finder dem i lektionen.")
STORE = """async ([exercise, job]) => {
  const { AnswerStore } = await import(document.querySelector("script[src]").src
    .replace(/\\/assets\\/coursewright\\/.*/, "/assets/coursewright/web/store.mjs"));
  await AnswerStore.for("example-course").save(exercise, job, null);
}"""


def store(page: Page, exercise: str, field: str, value: str, text: str = "") -> None:
    change = {"field": field, "value": value, "typed": True, "asked": "Hvad så?"}
    result = {
        "id": "a",
        "at": "2026-03-02T10:00:00.000Z",
        "round": 1,
        "version": "",
        "title": "Gammel øvelse",
    }
    attempt = {
        **result,
        "exercise": exercise,
        "response": {field: value},
        "result": {"text": text, "lines": []},
    }
    job = {
        "round": 1,
        "changes": [change],
        "attempts": [attempt] if text else [],
        "title": "Gammel øvelse",
    }
    page.evaluate(STORE, [exercise, job])


def choice(page: Page, what: str) -> bool:
    return page.locator(f"[name=what][value={what}]").is_checked()


def test_without_answers_it_is_blank(workbooks: Workbooks) -> None:
    """G17 — nothing to choose but the empty one; on paper cover, contents, pages, headings."""
    page = workbooks.workbook(workbooks.live("agenda"), "scale")
    assert choice(page, "blank")
    assert page.locator("[name=what][value=mine]").is_disabled()
    assert page.locator(".cw-part").first.is_hidden()
    paper = printed(page)
    first, second = (close(paper.pages[number].extract_text()) for number in (0, 1))
    assert "Arbejdsbog" in first and "Omscale" in first and "Navn" in first and "ÅseÆrlig" in first
    assert "Indhold" in second and second.startswith("2")
    text = text_of(paper)
    lessons = workbooks.renderer.modules["scale"].lessons
    for each in lessons:
        assert close(each.title) in text
    assert {"Om scale", lessons[0].title} <= set(titles_of(paper.outline))
    assert (
        paper.trailer["/Root"]["/MarkInfo"]["/Marked"] is True
        or "/StructTreeRoot" in paper.trailer["/Root"]
    )
    assert "Printellergem" not in text


def test_answers_under_an_earlier_name_and_of_an_earlier_edition(workbooks: Workbooks) -> None:
    """What a renamed exercise was answered under is in it; what is gone comes at the end."""
    page = workbooks.workbook(workbooks.live("agenda"), "scale")
    first = next(workbooks.renderer.modules["scale"].exercises()).exercise
    field = next(iter(first.prompts()), "value")
    store(page, f"scale/{OLD}", field, TEXT)
    store(page, "scale/findes-ikke-mere", "svar", "Det var dengang.", "7 af 10")
    expect(page.locator(".cw-earlier")).not_to_have_attribute("hidden", "")
    assert choice(page, "mine")
    text = text_of(printed(page))
    assert close(TEXT) in text
    for said in ("Gammel øvelse", "Hvad så?", "Det var dengang.", "7 af 10"):
        assert close(said) in text, said


def test_only_what_i_answered(workbooks: Workbooks) -> None:
    page = workbooks.workbook(workbooks.live("agenda"), "scale")
    first, second, *_ = workbooks.renderer.modules["scale"].lessons
    exercise = next(first.exercises()).exercise
    store(page, f"scale/{exercise.id}", next(iter(exercise.prompts()), "value"), TEXT)
    page.locator("[name=what][value=only]").check()
    expect(page.locator(".cw-chapter").nth(1)).to_have_attribute("hidden", "")
    text = text_of(printed(page))
    assert close(TEXT) in text
    assert close(first.title) in text
    assert close(second.title) not in text
    page.locator("[name=what][value=blank]").check()
    expect(page.locator(".cw-written")).to_have_count(0)
    text = text_of(printed(page))
    assert close(TEXT) not in text
    assert close(second.title) in text


def test_the_button_prints(workbooks: Workbooks) -> None:
    page = workbooks.workbook(workbooks.live("agenda"), "scale")
    page.evaluate("() => { window.print = () => { document.title = 'printet'; }; }")
    page.locator("[data-book=print]").click()
    expect(page).to_have_title("printet")


NOT_ON_PAPER = "script, .cw-aloud, .cw-announce, .cw-foot, [data-key]"
HEADINGS = """(all) => all.map((one) => [one.localName, one.id, one.textContent.trim()])"""


def test_nothing_in_a_workbook_is_live(workbooks: Workbooks) -> None:
    """No data for scripts but the page's own, no place that says «saved», and no id twice; headings
    and their ids are those of the workbook as a file."""
    page = workbooks.live("agenda")
    for module in workbooks.renderer.modules.values():
        workbooks.workbook(page, module.module)
        ids = page.locator("[id]").evaluate_all("(all) => all.map(({ id }) => id)")
        assert len(ids) == len(set(ids)), module.module
        exercises = page.locator(".cw-part[data-module] .cw-exercise")
        assert exercises.count() == len(list(module.exercises())), module.module
        assert exercises.locator(NOT_ON_PAPER).count() == 0, module.module
        assert page.locator(".cw-exercise:defined:not(section)").count() == 0, module.module
        heads = page.locator(".cw-part[data-module] :is(h1, h2, h3, h4, h5, h6)")
        found = heads.evaluate_all(HEADINGS)
        document = Element.parse(workbooks.renderer.workbooks.document(module.module))
        parts = [one for one in document.walk() if "cw-part" in one.get("class").split()]
        told = [one for part in parts for one in part.find("h1", "h2", "h3", "h4", "h5", "h6")]
        expected = [[one.tag, one.get("id"), close(one.text())] for one in told]
        assert [[*each[:2], close(each[2])] for each in found] == expected, module.module


@pytest.fixture(scope="module")
def two_lessons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    """A course of two modules with a lesson each, served."""
    folder = tmp_path_factory.mktemp("two")
    course = write_course(folder, {"a": [lesson("en")], "b": [lesson("to")]})
    built = build(course, "--strict")
    assert built.code == 0, built.said
    with PagesServer(built.site) as server:
        yield server


def test_a_lesson_that_does_not_come_can_be_fetched_again(
    two_lessons: PagesServer, page: Page
) -> None:
    """It is told, on the page and on paper; its answers are no answers of an earlier edition."""
    page.goto(f"{two_lessons.address}b/to/")
    page.locator('[name="value"][value="4"]').check(force=True)
    expect(page.locator('[data-role="saved"]')).not_to_be_empty()
    page.route("**/b/to/", lambda route: route.abort())
    page.goto(f"{two_lessons.address}workbook/")
    page.locator(READY).wait_for()
    status, retry = page.locator("[data-book=status]"), page.locator("[data-book=retry]")
    expect(status).to_contain_text("mangler en lektion")
    assert page.locator(".cw-part .cw-exercise").count() == 1
    assert page.locator("a[data-lesson]").get_attribute("href") == "../b/to/"
    expect(page.locator(".cw-earlier")).to_have_attribute("hidden", "")
    page.locator("[name=what][value=only]").check()
    assert text_of(printed(page)).count(LACKS) == 1

    retry.click()
    expect(status).to_contain_text("mangler en lektion")
    page.unroute("**/b/to/")
    retry.click()
    expect(status).to_have_text("Arbejdsbogen er klar.")
    expect(retry).to_be_hidden()
    expect(page.locator("[data-book=print]")).to_be_focused()
    shown = page.locator(".cw-exercise[data-state=result]")
    assert shown.get_attribute("data-exercise") == "b/to-skala"
    assert LACKS not in text_of(printed(page))


def test_it_is_printed_when_it_is_whole(two_lessons: PagesServer, page: Page) -> None:
    """No button before, and paper says what it lacks; a page that a net put there is no lesson."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/b/to/", hold)
    page.route("**/a/en/", lambda route: route.fulfill(body="<p>Log på dette net</p>"))
    with page.expect_request("**/b/to/"):
        page.goto(f"{two_lessons.address}workbook/")
    expect(page.locator("[data-book=status]")).to_have_text("Henter øvelserne …")
    assert page.locator("[data-book=print]").is_hidden()
    assert text_of(printed(page)).count(LACKS) == 2
    held[0].abort()
    expect(page.locator("[data-book=status]")).to_contain_text("mangler 2 lektioner")
    assert page.locator("[data-book=print]").is_hidden()


def test_without_scripts_it_leads_to_the_lessons(
    two_lessons: PagesServer, browser: Browser
) -> None:
    """What cannot be put together is said, and every lesson is one link away, also on paper."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{two_lessons.address}workbook/")
    expect(page.locator("noscript p:visible")).to_contain_text("kører ikke scripts")
    links = page.locator(".cw-part a:visible").evaluate_all("(all) => all.map(({ href }) => href)")
    assert links == [f"{two_lessons.address}{each}/" for each in ("a/en", "b/to")]
    assert text_of(printed(page)).count(LACKS) == 2
    context.close()
