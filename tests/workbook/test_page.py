"""The page a workbook is printed from: its choices, what it leaves out, and what never happens."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.courses import build, lesson, write_course
from tests.site.pages_server import PagesServer
from tests.workbook.conftest import OLD, READY, Workbooks
from tests.workbook.printing import close, printed, text_of, titles_of

TEXT = "Jeg vil spørge mere."
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


SCREEN = "script, .cw-aloud, .cw-announce, .cw-foot, [data-key], [data-from]"


def test_nothing_in_a_workbook_is_live(workbooks: Workbooks) -> None:
    """No data for scripts but the page's own, no place that says «saved», and no id twice."""
    page = workbooks.live("agenda")
    for module in workbooks.renderer.modules.values():
        workbooks.workbook(page, module.module)
        ids = page.locator("[id]").evaluate_all("(all) => all.map(({ id }) => id)")
        assert len(ids) == len(set(ids)), module.module
        exercises = page.locator(".cw-part[data-module] .cw-exercise")
        assert exercises.count() == len(list(module.exercises())), module.module
        assert exercises.locator(SCREEN).count() == 0, module.module
        assert page.locator(".cw-exercise:defined:not(section)").count() == 0, module.module


def test_the_whole_course_can_fail_to_come(tmp_path: Path, page: Page) -> None:
    """A lesson that cannot be fetched is told, and linked; the others are there."""
    course = write_course(tmp_path, {"a": [lesson("en")], "b": [lesson("to")]})
    built = build(course, "--strict")
    assert built.code == 0, built.said
    (built.site / "b" / "to" / "index.html").unlink()
    with PagesServer(built.site) as server:
        page.goto(f"{server.address}workbook/")
        page.locator(READY).wait_for()
        expect(page.locator("[data-book=status]")).to_contain_text("kunne ikke hentes")
        assert page.locator(".cw-part .cw-exercise").count() == 1
        assert page.locator("a[data-lesson]").get_attribute("href") == "../b/to/"
