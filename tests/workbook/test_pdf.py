"""The empty workbook as a file: tagged, complete, the same every time; made by a command."""

import io
import re
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from coursewright.commands import main
from coursewright.core.course import Course
from coursewright.core.kinds import Kinds
from coursewright.render import pdf
from coursewright.render.pdf import NoPdf, make_pdf
from coursewright.render.site import SiteRenderer
from coursewright.render.workbook import STYLES, WorkbookRenderer
from tests.every_kind.test_paper import pieces_of, texts_in
from tests.site.courses import build, lesson, write_course
from tests.workbook.printing import close, text_of, titles_of

PICTURES = Path(__file__).parent
SCREEN = {"tool", "was", "add", "remind"}


@pytest.fixture(scope="session")
def book(renderer: SiteRenderer, kinds: Kinds) -> WorkbookRenderer:
    """One exercise of each kind, its longest."""
    by_kind = {kind: list(module.exercises()) for kind, module in renderer.modules.items()}
    modules = [
        renderer.modules[kind].model_copy(update={"lessons": [longest(renderer, kind)]})
        for kind in by_kind
    ]
    course = Course(settings=renderer.course.settings, modules=modules)
    return SiteRenderer(course, kinds).workbooks


def longest(renderer: SiteRenderer, kind: str):
    lessons = renderer.modules[kind].lessons
    return max(lessons, key=lambda one: len(one.model_dump_json()))


@pytest.fixture(scope="session")
def paper(book: WorkbookRenderer) -> PdfReader:
    return PdfReader(io.BytesIO(make_pdf(book.document(), STYLES, PICTURES)))


def elements(node, found: list) -> list:
    """Give every structure element of a tagged PDF."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            elements(kid, found)
    elif isinstance(node, dict) and "/S" in node:
        found.append(node)
        if "/K" in node:
            elements(node["/K"], found)
    return found


def test_it_is_tagged(paper: PdfReader) -> None:
    """G18 — PDF/UA: marked, with language, title, outline, headings and lists, no bare picture."""
    root = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert paper.metadata.title == "Arbejdsbog: Blåbær og øvelser"
    assert paper.metadata.author == "Åse Ærlig"
    tags = elements(root["/StructTreeRoot"]["/K"], [])
    names = {str(tag["/S"]) for tag in tags}
    assert {"/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Table", "/TH", "/Link"} <= names
    assert all("/Alt" in tag for tag in tags if tag["/S"] == "/Figure")
    heads = [int(name[2]) for tag in tags if re.fullmatch(r"/H\d", name := str(tag["/S"]))]
    assert heads.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(heads)), "a level is left out"
    for page in paper.pages:
        assert page["/Tabs"] == "/S"
        for link in page.get("/Annots", []):
            assert {"/Contents", "/StructParent"} <= set(link.get_object())


def on_paper(value):
    """Leave out what is for a screen only: what buttons say, and what they call what they make."""
    if isinstance(value, dict):
        return {key: on_paper(each) for key, each in value.items() if key not in SCREEN}
    return [on_paper(each) for each in value] if isinstance(value, list) else value


def test_every_exercise_stands_in_it(paper: PdfReader, book: WorkbookRenderer) -> None:
    """G17 — every text that a trainer wrote in an exercise, and every lesson and module."""
    text = text_of(paper, numbered=True)
    missed = {}
    for module in book.course.modules:
        assert close(module.title) in text
        for placed in module.exercises():
            written = texts_in(on_paper(placed.exercise.model_dump(mode="json")))
            pieces = [piece for one in written for piece in pieces_of(one)]
            missed[placed.kind] = [piece for piece in pieces if close(piece) not in text]
    assert {kind: pieces for kind, pieces in missed.items() if pieces} == {}


def test_pages_are_numbered_and_listed(paper: PdfReader, book: WorkbookRenderer) -> None:
    pages = [page.extract_text() for page in paper.pages]
    for number, text in enumerate(pages[1:], 2):
        assert str(number) in text.split(), number
    assert {module.title for module in book.course.modules} <= set(titles_of(paper.outline))
    contents = " ".join(pages[1].split())
    last = max(int(word) for word in contents.split() if word.isdigit())
    assert 2 < last <= len(pages)


def test_it_names_no_place_on_the_computer(book: WorkbookRenderer) -> None:
    html = book.document("quadrant")
    made = make_pdf(html, STYLES, PICTURES)
    assert make_pdf(html, STYLES, PICTURES) == made
    links = [
        str(found)
        for page in PdfReader(io.BytesIO(made)).pages
        for found in page.get("/Annots", [])
    ]
    assert b"file:" not in made
    assert not any("file:" in link for link in links)


def test_pictures_come_from_the_course_only(tmp_path: Path) -> None:
    """F1 — nothing is fetched from the net, nor from another folder."""
    secret = tmp_path / "secret.svg"
    secret.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><text>hemmeligt</text></svg>', "utf-8"
    )
    (tmp_path / "docs").mkdir()
    html = '<html lang="da"><title>x</title><p>Hej</p><img alt="a" src="../secret.svg">'
    made = make_pdf(html, STYLES, tmp_path / "docs")
    assert "hemmeligt" not in text_of(PdfReader(io.BytesIO(made)))
    inside = html.replace("../", "")
    secret.rename(tmp_path / "docs" / "secret.svg")
    made = make_pdf(inside, STYLES, tmp_path / "docs")
    assert "hemmeligt" in text_of(PdfReader(io.BytesIO(made)))


def small(folder: Path, *, wanted: bool = False) -> Path:
    course = write_course(folder, {"motivation": [lesson("skalaen")]})
    if wanted:
        with (course / "content" / "course.yml").open("a", encoding="utf-8") as file:
            file.write("workbook: ja\n")
    return course


def test_the_command_writes_a_file_for_each_module(tmp_path: Path, capsys) -> None:
    course = small(tmp_path)
    assert main(["workbook", str(course), "--into", str(tmp_path / "ud")]) == 0
    told = capsys.readouterr().out
    for name in ("motivation", "lille-kursus"):
        file = tmp_path / "ud" / "workbook" / f"{name}.pdf"
        assert file.as_posix() in told
        assert "Hvormeget?" in text_of(PdfReader(file))


def test_a_course_can_ask_for_them(tmp_path: Path) -> None:
    """`workbook: ja` makes a file for each module, and links it there; phones do not keep it."""
    course = small(tmp_path / "with", wanted=True)
    built = build(course, "--strict")
    assert built.code == 0, built.said
    assert "Hvormeget?" in text_of(PdfReader(built.site / "workbook" / "motivation.pdf"))
    for page in ("motivation", "workbook/motivation"):
        assert re.search(r'href="[./]+/workbook/motivation\.pdf"', built.page(page)), page
    assert ".pdf" not in (built.site / "sw.js").read_text("utf-8")
    built = build(course, "--strict", "--no-pdf", site=tmp_path / "quick")
    assert built.code == 0, built.said
    assert not list(built.site.rglob("*.pdf"))
    assert "motivation.pdf" not in built.page("motivation") + built.page("workbook/motivation")


def test_without_the_library_it_says_what_to_do(tmp_path: Path, capsys, monkeypatch) -> None:
    def missing():
        raise NoPdf("No module named 'weasyprint'")

    monkeypatch.setattr(pdf, "_library", missing)
    assert main(["workbook", str(small(tmp_path))]) == 1
    told = capsys.readouterr().err
    assert "coursewright[workbook]" in told
    assert "weasyprint" in told
