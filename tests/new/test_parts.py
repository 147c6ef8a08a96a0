"""`new module`, `lesson` and `quiz`: what is added fits, and everything else stays as it was."""

from pathlib import Path

import pytest

from coursewright.commands import main
from coursewright.core.kinds import find_kinds
from coursewright.core.loading import load_course
from coursewright.core.problems import has_errors


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "my-course"
    assert main(["new", str(folder), "--language", "en"]) == 0
    return folder


def new(course: Path, *words: str) -> int:
    return main(["new", *words, "--into", str(course), "--lang", "en"])


def change(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def sound(course: Path) -> bool:
    return not has_errors(load_course(course, find_kinds(course)).problems)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("modules: [the-break]", "modules: [the-break, tools]"),
        ("modules: ['the-break']  # one", "modules: ['the-break', tools]  # one"),
        ("modules: [ the-break, ]", "modules: [ the-break, tools, ]"),
        ("modules:\n  - the-break # one\n", "modules:\n  - the-break # one\n  - tools\n"),
        ("modules:\n- the-break\n# end\n", "modules:\n- the-break\n- tools\n# end\n"),
    ],
)
def test_a_module_joins_the_list_as_it_is_written(course: Path, before: str, after: str) -> None:
    """Comments, quotes and order stay, whichever way the list is written."""
    settings = course / "content" / "course.yml"
    change(settings, "modules: [the-break]", before)
    text = settings.read_bytes()
    assert new(course, "module", "tools") == 0
    assert settings.read_bytes() == text.replace(before.encode(), after.encode())
    assert sound(course)


def test_line_ends_and_a_mark_stay(course: Path) -> None:
    settings = course / "content" / "course.yml"
    windows = b"\xef\xbb\xbf" + settings.read_bytes().replace(b"\n", b"\r\n")
    settings.write_bytes(windows)
    assert new(course, "module", "tools") == 0
    assert settings.read_bytes() == windows.replace(b"[the-break]", b"[the-break, tools]")


def test_a_lesson_is_put_after_the_others(course: Path) -> None:
    """Before what follows them in the file, and as far in as they are."""
    file = course / "content" / "modules" / "the-break.yml"
    change(file, "lessons:\n", "# the lessons\nlessons:\n")
    file.write_text(file.read_text("utf-8") + "\n# from here\nsources:\n  - A book\n", "utf-8")
    before = file.read_text("utf-8")
    assert new(course, "lesson", "the-break/on-the-way", "--title", "On: the way") == 0
    after = file.read_text("utf-8")
    head, _, tail = before.partition("\n\n# from here")
    assert after.startswith(f'{head}\n  - lesson: on-the-way\n    title: "On: the way"\n')
    assert after.endswith(f"\n\n# from here{tail}")
    assert sound(course)


def test_questions_are_there_to_be_placed(course: Path) -> None:
    assert new(course, "quiz", "facts") == 0
    file = course / "content" / "modules" / "the-break.yml"
    change(file, "the-break/what-works", "facts/claim")
    assert sound(course)


REFUSED = [
    (["module", "the-break"], "is-there", "called «the-break»"),
    (["lesson", "the-break/getting-away"], "is-there", "called «getting-away»"),
    (["lesson", "the-break/my-plan"], "an exercise of that name", "called «my-plan»"),
    (["quiz", "the-break"], "in the way", "exists already"),
    (["lesson", "nothing/first"], "no module", "no module called «nothing»"),
    (["lesson", "first"], "no module", "no module called «first»"),
    (["module", "Værktøj"], "no name", "for example «vaerktoej»"),
    (["module", "con"], "no name", "«con» cannot be a name"),
    (["lesson", "the-break/../x"], "no name", "cannot be a name"),
    (["quiz", "a b"], "no name", "for example «a-b»"),
]


@pytest.mark.parametrize(("words", "why", "told"), REFUSED, ids=[" ".join(r[0]) for r in REFUSED])
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    course: Path, words: list[str], why: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    assert new(course, *words) == 2, why
    assert told in capsys.readouterr().err
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "text", ["modules: the-break\n", "modules: [", "title: x\n", "\tmodules: []"]
)
def test_a_file_that_cannot_be_read_stays_as_it_is(course: Path, text: str) -> None:
    settings = course / "content" / "course.yml"
    settings.write_text(text, "utf-8")
    assert new(course, "module", "tools") == 2
    assert settings.read_text("utf-8") == text
    assert not (course / "content" / "modules" / "tools.yml").exists()
