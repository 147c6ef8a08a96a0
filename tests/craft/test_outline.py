"""An outline becomes the beginning of a module that the check has nothing to say about."""

import io
import zipfile

import pytest

from coursewright.commands import main
from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from coursewright.exchange.outline import module_of, read_outline
from coursewright.exchange.word import NotWord, read_word
from tests.authoring.courses import COURSE, CourseFolder

WORDS = {"summary": "S.", "aim": "A.", "text": "T."}
OUTLINE = """\
# Motivation (60 min)

Hvor lysten kommer fra.

## Mål
- Du kan spørge.
* Du kan lytte.

## Spørg på en skala (10 min)
En skala gør noget stort til noget, man kan tale om: **prøv** det.

- først et tal
- så et hvorfor

### Bagefter
Spørg igen.

Øv dig
------
## Øv dig [5 minutter]
```
## ikke en overskrift
```
"""


def made(text, name="motivation", **how):
    return module_of(read_outline(text, **how), name, WORDS)


def test_headings_become_lessons_and_the_rest_texts():
    module = made(OUTLINE)
    assert {key: module[key] for key in ("title", "summary", "minutes", "aims")} == {
        "title": "Motivation",
        "summary": "Hvor lysten kommer fra.",
        "minutes": 60,
        "aims": ["Du kan spørge.", "Du kan lytte."],
    }
    asked, empty, practised = module["lessons"]
    assert (asked["lesson"], asked["minutes"]) == ("spoerg-paa-en-skala", 10)
    first, second = asked["blocks"]
    assert first["text"].endswith("**prøv** det.\n\n- først et tal\n- så et hvorfor")
    assert second["text"] == "**Bagefter**\n\nSpørg igen."
    assert (empty["lesson"], empty["blocks"]) == ("oev-dig", [{"text": "T."}])
    assert (practised["lesson"], practised["title"]) == ("oev-dig-3", "Øv dig")
    assert practised["minutes"] == 5
    assert "## ikke en overskrift" in practised["blocks"][0]["text"]


def test_an_outline_without_a_title_or_times():
    module = made("## En\nTekst.\n## To\n", "min-plan")
    assert (module["title"], module["summary"], module["aims"]) == ("Min plan", "S.", ["A."])
    assert [lesson["minutes"] for lesson in module["lessons"]] == [10, 10]
    assert module["minutes"] == 20


def test_a_plain_text_has_lines_for_headings():
    text = "Motivation\n\nSpørg\nEn tekst.\n\nLyt (5 min)\n- a\n- b\n"
    module = made(text, is_plain=True)
    assert [lesson["title"] for lesson in module["lessons"]] == ["Motivation", "Spørg", "Lyt"]
    assert module["lessons"][2]["blocks"] == [{"text": "- a\n- b"}]


@pytest.mark.parametrize("text", ["", "\n\n", "Kun tekst.", "#", "# A", "# A\n# A\n# A"])
def test_anything_gives_a_module(text, tmp_path):
    file = tmp_path / "o.md"
    file.write_text(text, encoding="utf-8")
    CourseFolder(tmp_path).write("content/course.yml", COURSE)
    assert main(["outline", str(file), "--module", "motivation", "--into", str(tmp_path)]) == 0
    assert load_course(tmp_path, find_kinds()).problems == []
    first = (tmp_path / "content/modules/motivation.yml").read_text("utf-8").partition("\n")[0]
    assert first.endswith("$schema=../../.coursewright/schema/module.json")


@pytest.mark.parametrize("line", ["Husk: pause", "@alle", "Farve #1", "10:30", "no", "- {x}", "'a"])
def test_no_text_is_read_otherwise(line, tmp_path):
    """A1, A9–A11 — what is written in the outline is what participants read."""
    file = tmp_path / "o.md"
    file.write_text(f"# T\n\n## {line}\n{line}\n", encoding="utf-8")
    CourseFolder(tmp_path).write("content/course.yml", COURSE)
    assert main(["outline", str(file), "--module", "motivation", "--into", str(tmp_path)]) == 0
    loaded = load_course(tmp_path, find_kinds())
    assert loaded.problems == []
    lesson = loaded.course.modules[0].lessons[0]
    assert (lesson.title, lesson.blocks[0].text) == (line, line)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>'
    for n in (1, 2)
)
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def paragraph(text, style="", listed=False, bold=False):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if listed else ""
    bold = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{style}{listed}</w:pPr>{run}</w:p>"


def word_file(body, head=""):
    """Make the smallest file that Word itself would open."""

    def relation(number, kind, target):
        return f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'

    inside = relation(1, "styles", "styles.xml") + relation(2, "numbering", "numbering.xml")
    outside = relation(1, "officeDocument", "word/document.xml")
    relations = f'<Relationships xmlns="{PACKAGE}">{{}}</Relationships>'
    files = {
        "_rels/.rels": relations.format(outside),
        "word/_rels/document.xml.rels": relations.format(inside),
        "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{NUMBERS}</w:numbering>",
        "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


BODY = (
    paragraph("Motivation", "H1")
    + paragraph("Hvor lysten kommer fra.")
    + paragraph("Spørg på en skala (10 min)", "H2")
    + paragraph("Prøv 2 * 3.", bold=True)
    + paragraph("først", listed=True)
    + paragraph("så", listed=True)
    + f"<w:tbl><w:tr><w:tc>{paragraph('celle')}</w:tc></w:tr></w:tbl>"
)


def test_word_becomes_the_same_as_markdown(tmp_path, capsys):
    file = tmp_path / "o.docx"
    file.write_bytes(word_file(BODY))
    CourseFolder(tmp_path).write("content/course.yml", COURSE)
    arguments = ["--module", "motivation", "--into", str(tmp_path), "--lang", "da"]
    assert main(["outline", str(file), *arguments]) == 0
    output = capsys.readouterr()
    assert "En tabel kan ikke komme med" in output.err
    assert "Lektioner: 1." in output.out
    module = load_course(tmp_path, find_kinds()).course.modules[0]
    assert (module.title, module.summary) == ("Motivation", "Hvor lysten kommer fra.")
    [lesson] = module.lessons
    assert (lesson.title, lesson.minutes) == ("Spørg på en skala", 10)
    assert lesson.blocks[0].text.startswith("**Prøv 2 \\* 3.**\n\n- først\n- så")


ENTITY = '<!DOCTYPE d [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize("content", [
    b"", b"no zip", word_file("<broken"), word_file(paragraph("&a;"), ENTITY),
    word_file("")[:200],
])  # fmt: skip
def test_what_is_no_word_file_is_refused(content):
    """A17, E4 — broken, cut short, or with entities that grow."""
    with pytest.raises(NotWord):
        read_word(content, "o.docx")


def test_a_word_file_that_unpacks_without_end_is_refused():
    """A18 — fifty megabytes of nothing take a few kilobytes packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 50_000_001)
    with pytest.raises(NotWord):
        read_word(packed.getvalue(), "o.docx")


def test_wrong_use(tmp_path, capsys):
    file = tmp_path / "o.md"
    file.write_text("# A")
    into = ["--into", str(tmp_path), "--lang", "en"]
    assert main(["outline", str(file), "--module", "Æ", *into]) == 2
    assert main(["outline", str(tmp_path / "gone.docx"), "--module", "a", *into]) == 2
    assert main(["outline", str(file), "--module", "a", *into]) == 0
    assert main(["outline", str(file), "--module", "a", *into]) == 2
    assert "exists already" in capsys.readouterr().err
