"""A course compared with what is published: no edit may orphan an answer unnoticed."""

import json

import pytest

from coursewright.commands import main
from coursewright.core.kinds import find_kinds
from coursewright.core.ledger import make_ledger
from tests.authoring.courses import COURSE, TEXT, CourseFolder, module
from tests.site.pages_server import PagesServer

TWO = COURSE.replace("[motivation]", "[motivation, to]")
ROOM = """\
from pathlib import Path
from coursewright.core.course import Exercise
from coursewright.core.part import Part
from coursewright.core.fields import Id, Inline
from coursewright.core.kinds import Kind
from pydantic import Field

class Item(Part):
    id: Id = Field(description="Its name.")

class {model}(Exercise):
    items: list[Item] = Field(default=[], description="Parts.")

    def scored(self):
        return [(item.id, ("items", n, "id")) for n, item in enumerate(self.items)]

KIND = Kind(name="{name}", model={model}, folder=Path(__file__).parent, view=lambda *_: {{}})
"""


@pytest.fixture
def published(tmp_path, capsys):
    """Publish a course with two modules; give a function that edits it and compares."""
    folder = CourseFolder(tmp_path / "kursus").write("content/course.yml", TWO)
    for name in ("note", "other"):
        room = ROOM.format(model=name.title(), name=name)
        folder.write(f"hooks/exercises/{name}/__init__.py", room)
    folder.module(blocks("vigtighed", "tro, items: [{id: kan}, {id: vil}]", "plan"))
    folder.module(blocks("a", "b"), name="to")
    folder.kinds = find_kinds(folder.path)
    course = folder.load().course
    site = tmp_path / "site" / "assets" / "coursewright"
    site.mkdir(parents=True)
    (site / "ledger.json").write_text(json.dumps(make_ledger(course)), encoding="utf-8")

    def check(*more):
        arguments = ["check", str(folder.path), "--against", folder.against, *more]
        code = main(arguments)
        return code, capsys.readouterr().out

    folder.against = str(tmp_path / "site")
    folder.check = check
    return folder


def blocks(*notes, kind="note"):
    return "".join(f"      - {kind}: {{id: {note}}}\n" for note in notes)


def test_the_ledger(published):
    """A26 — what is published is written down: kind, version, items and earlier ids."""
    ledger = make_ledger(published.load().course)
    assert (ledger["format"], ledger["course"]) == (1, "test")
    entry = ledger["exercises"]["motivation/tro"]
    assert (entry["kind"], entry["items"], entry["was"]) == ("note", ["kan", "vil"], [])
    assert len(entry["version"]) == 8
    assert list(ledger["exercises"])[-1] == "to/b"


def test_nothing_changed(published):
    """A26 — the same course, and one with new, moved and reworded exercises, is fine."""
    assert published.check()[0] == 0
    published.module(
        blocks("ny", "plan", "vigtighed, title: Nyt", "tro, items: [{id: vil}, {id: kan}]")
    )
    assert published.check()[0] == 0


def test_a_removed_exercise(published):
    """A26 — a published id that is gone is told at its module, until it is listed as retired."""
    published.module(blocks("vigtighed", "plan"))
    code, said = published.check()
    assert code == 1
    assert "content/modules/motivation.yml:1:9: error[published-exercise]" in said
    assert "retired: [tro]" in said
    text = module(blocks("vigtighed", "plan")).replace("lessons:", "retired: [tro]\nlessons:")
    published.write("content/modules/motivation.yml", text)
    assert published.check()[0] == 0


def test_a_renamed_exercise(published):
    """A26 — a renamed id is told at the nearest new one, with the `was:` line to add."""
    published.module(blocks("vigtigheden", "tro, items: [{id: kan}, {id: vil}]", "plan"))
    code, said = published.check()
    assert code == 1
    assert "content/modules/motivation.yml:11:20: error[published-renamed]" in said
    assert "«was: [vigtighed]» under «id: vigtigheden»" in said
    published.module(
        blocks("vigtigheden, was: [vigtighed]", "tro, items: [{id: kan}, {id: vil}]", "plan")
    )
    assert published.check()[0] == 0


def test_the_nearest_of_several(published):
    """A26 — of several new ones the nearest in name and kind is meant."""
    published.module(
        blocks("helt-nyt", "vigtighed-nu", "tro, items: [{id: kan}, {id: vil}]", "plan")
        + blocks("vigtighed-", kind="other").replace("vigtighed-", "vigtighe")
    )
    assert "hedder «vigtighed-nu»?" in published.check()[1]


def test_an_exercise_moved_to_another_module(published):
    """A26 — moved to another module, it takes the whole old id along."""
    published.module(blocks("vigtighed", "tro, items: [{id: kan}, {id: vil}]"))
    published.module(blocks("a", "b", "plan"), name="to")
    code, said = published.check()
    assert code == 1
    assert "content/modules/to.yml:13:20: error[published-renamed]" in said
    assert "«was: [motivation/plan]»" in said
    published.module(blocks("a", "b", "plan, was: [motivation/plan]"), name="to")
    assert published.check()[0] == 0


def test_another_kind(published):
    """A26 — another kind under the same id, or under a new one that was the old."""
    published.module(blocks("a") + blocks("b", kind="other"), name="to")
    code, said = published.check()
    assert (code, "to.yml:12:21: error[published-kind]" in said) == (1, True)
    published.module(blocks("a") + blocks("c, was: [b]", kind="other"), name="to")
    assert "error[published-kind]" in published.check()[1]
    text = module(blocks("a") + blocks("c", kind="other"), "to")
    published.write("content/modules/to.yml", text.replace("lessons:", "retired: [b]\nlessons:"))
    assert published.check()[0] == 0


def test_a_removed_item(published):
    """A26 — an item's id is published like its exercise's."""
    published.module(blocks("vigtighed", "tro, items: [{id: kan}, {id: viel}]", "plan"))
    code, said = published.check()
    assert (code, "error[published-item]" in said) == (1, True)
    assert "Er det blevet til «viel»?" in said
    text = module(blocks("vigtighed", "tro, items: [{id: kan}]", "plan"))
    text = text.replace("lessons:", "retired: [tro/vil]\nlessons:")
    published.write("content/modules/motivation.yml", text)
    assert published.check()[0] == 0


def test_a_removed_module(published):
    """A26 — a module that is gone is told once, at course.yml."""
    published.write("content/course.yml", COURSE)
    (published.path / "content" / "modules" / "to.yml").unlink()
    code, said = published.check()
    assert code == 1
    assert said.count("error[") == 1
    assert "content/course.yml:4:10: error[published-module]" in said
    assert "2 øvelser" in said
    published.write("content/course.yml", COURSE + "retired: [to]\n")
    assert published.check()[0] == 0


def test_a_renamed_module(published):
    """A26 — a renamed module is told with what it may have become; `was` saves its answers."""
    published.write("content/course.yml", TWO.replace("to]", "toer]"))
    (published.path / "content" / "modules" / "to.yml").unlink()
    published.module(blocks("a", "b"), name="toer")
    assert "Er det blevet til «toer»?" in published.check()[1]
    published.module(blocks("a, was: [to/a]", "b, was: [to/b]"), name="toer")
    assert published.check()[0] == 0


def test_another_course_id(published):
    """A26 — another course id would lose everything: that, and nothing else, is told."""
    published.write("content/course.yml", TWO.replace("course: test", "course: proeve"))
    published.module(TEXT)
    code, said = published.check()
    assert (code, said.count("error[")) == (1, 1)
    assert "content/course.yml:1:9: error[published-course]" in said
    assert "«course: test»" in said


def test_an_earlier_id_stays_known(published):
    """A26 — a `was:` that is published cannot be taken out again: phones may still need it."""
    published.module(blocks("a", "ny, was: [b]"), name="to")
    ledger = make_ledger(published.load().course)
    published.write("udgivet/coursewright.json", json.dumps(ledger))
    published.module(blocks("a", "ny"), name="to")
    code = main(["check", str(published.path), "--against", str(published.path / "udgivet")])
    assert code == 1


@pytest.mark.parametrize("more", ["", "index.html", "?x=1", "assets/coursewright/ledger.json"])
def test_the_published_site_by_its_address(published, tmp_path, more):
    """A26 — the address of the site will do, however it was copied."""
    with PagesServer(tmp_path / "site") as server:
        published.against = f"{server.address}{more}"
        assert published.check()[0] == 0
        published.module(blocks("vigtighed", "plan"))
        code, said = published.check()
    assert (code, "error[published-exercise]" in said) == (1, True)


def test_an_address_without_the_last_slash(published, tmp_path):
    """A26 — and without the slash at its end."""
    with PagesServer(tmp_path / "site") as server:
        published.against = server.address.rstrip("/")
        assert published.check()[0] == 0


def test_an_address_without_a_course(published, tmp_path, capsys):
    """A26 — a site that is no course, and a server that does not answer, are wrong use."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "404.html").write_text("Not found", encoding="utf-8")
    with PagesServer(tmp_path / "empty") as server:
        address = server.address
        code = main(["check", str(published.path), "--lang", "en", "--against", address])
        assert (code, "nor a published course" in capsys.readouterr().err) == (2, True)
    code = main(["check", str(published.path), "--lang", "en", "--against", address])
    assert (code, "does not answer" in capsys.readouterr().err) == (2, True)


def test_errors_come_first(published):
    """A26 — a course with errors is not compared: what is missing may just be broken."""
    published.module(blocks("vigtighed, minutes: x"))
    code, said = published.check()
    assert (code, said.count("error[")) == (1, 1)


def test_in_english(published):
    """A26 — the same in English."""
    published.module(blocks("vigtighed", "plan"))
    assert "Put it back." in published.check("--lang", "en")[1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is neither a built site"),
        ("", "cannot be read"),
        ("[]", "cannot be read"),
        ("{" * 100_000, "cannot be read"),
        ('{"format": 2}', "newer coursewright"),
        ('{"format": 1, "course": "a", "exercises": {"a": 3}}', "cannot be read"),
    ],
)
def test_a_ledger_that_cannot_be_read(published, capsys, content, said):
    """A26 — a ledger that is missing, broken or newer is wrong use, told on one line."""
    place = published.path / "gammel"
    place.mkdir()
    if content is not None:
        (place / "coursewright.json").write_text(content, encoding="utf-8")
    code = main(["check", str(published.path), "--lang", "en", "--against", str(place)])
    output = capsys.readouterr()
    assert (code, output.out) == (2, "")
    assert said in output.err
    assert output.err.count("\n") == 1
