"""The commands as they are typed: exit codes, where output goes, and never a traceback."""

import io
import subprocess
import sys
import types
from unittest.mock import ANY

import pytest

from coursewright.commands import engine, main
from tests.authoring.courses import COURSE, TEXT, CourseFolder


@pytest.fixture
def folder(tmp_path):
    return CourseFolder(tmp_path / "kursus").write("content/course.yml", COURSE).module(TEXT)


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        output = capsys.readouterr()
        assert "Traceback" not in output.err + output.out
        return code, output.out, output.err

    return run


@pytest.fixture
def built(monkeypatch):
    """Put an engine in place that only notes what it was asked; `gives` is what it answers."""
    fake = types.SimpleNamespace(calls=[], gives=0)

    def answer(*arguments, **options):
        fake.calls.append((arguments, options))
        if isinstance(fake.gives, BaseException):
            raise fake.gives
        return fake.gives

    fake.build = fake.serve = answer
    monkeypatch.setitem(sys.modules, engine.DOORS[engine.USUAL], fake)
    return fake


def test_a_clean_course(folder, run):
    assert run("check", folder.path) == (0, "Alt i orden: 1 modul, 1 lektion, 0 øvelser\n", "")


def test_the_folder_one_stands_in(folder, run, monkeypatch):
    monkeypatch.chdir(folder.path)
    assert run("check")[0] == 0


def test_problems_go_to_the_output(folder, run):
    folder.module(TEXT.replace("text", "tekst"))
    code, out, err = run("check", folder.path)
    assert (code, err) == (1, "")
    assert "content/modules/motivation.yml:11:9: error[unknown-kind]" in out
    assert out.endswith(
        "\n1 fejl\nSe et eksempel, før og efter: coursewright explain unknown-kind\n"
    )


def test_warnings_alone_are_clean(folder, run):
    folder.module(TEXT.replace("Hej.", "Hej #du"))
    code, out, _ = run("check", folder.path)
    assert (code, "1 advarsel. Ellers i orden" in out) == (0, True)


def test_the_courses_language_and_another(folder, run):
    folder.write("content/course.yml", COURSE.replace("da", "en"))
    assert "All is well" in run("check", folder.path)[1]
    assert "Alt i orden" in run("check", folder.path, "--lang", "da")[1]
    folder.write("content/course.yml", COURSE.replace("da", "fi"))
    assert "all is well" in run("check", folder.path)[1]


def test_a_page_is_checked_too(folder, run):
    """B3 — an unknown macro in a page is an error with file and name."""
    folder.write("docs/index.md", "# Hej\n\n{{ ovelse('x') }}\n")
    code, out, _ = run("check", folder.path)
    assert code == 1
    assert "docs/index.md:3:1: error[unknown-macro]" in out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("frobnicate",),
        ("check", "--frob"),
        ("check", "--lang", "tlh"),
        ("check", "--la", "da"),
        ("check", "a", "b"),
        ("check", "--against"),
        ("serve", "--port", "x"),
    ],
)
def test_wrong_use(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: coursewright")


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_folder_that_is_no_course(tmp_path, run, language):
    for folder in (tmp_path, tmp_path / "nowhere", __file__):
        for command in ("check", "build", "serve"):
            code, out, err = run(command, folder, "--lang", language)
            assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_language_of_the_computer(tmp_path, run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    assert "er ikke et kursus" in run("check", tmp_path)[2]
    monkeypatch.setenv("LC_ALL", "C")
    assert "is no course" in run("check", tmp_path)[2]


def test_a_course_that_does_not_say_its_language(folder, run, monkeypatch):
    """A20 — where course.yml is missing, the computer's language is spoken."""
    (folder.path / "content" / "course.yml").unlink()
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    assert "Filen findes ikke." in run("check", folder.path)[1]
    monkeypatch.setenv("LC_ALL", "C")
    assert "The file does not exist." in run("check", folder.path)[1]


def test_version_and_help(run):
    assert run("--version")[:2] == (0, "coursewright 0.1.0\n")
    code, out, _ = run("--help")
    assert code == 0
    for command in ("build", "check", "serve"):
        assert f"\n    {command} " in out
        assert run(command, "--help")[0] == 0


def test_a_build(folder, run, built, tmp_path):
    site = tmp_path / "site"
    assert run("build", folder.path, "--site-dir", site, "--strict")[0] == 0
    assert built.calls == [((folder.path, site), {"strict": True, "pdf": True, "known": ANY})]


@pytest.mark.parametrize("gives", [1, 2, SystemExit(0), SystemExit(3), SystemExit("x")])
def test_a_build_that_fails(folder, run, built, gives):
    """B4, B5 — whatever the engine does, a build that is not whole is not 0."""
    built.gives = gives
    assert run("build", folder.path)[0] == 1


def test_a_build_of_a_course_with_errors(folder, run, built):
    """B4 — the engine is not even asked."""
    folder.module("      - text:\n")
    assert run("build", folder.path)[0] == 1
    assert built.calls == []


def test_a_strict_build_with_warnings(folder, run, built):
    """B5 — with --strict a warning is enough."""
    folder.module(TEXT.replace("Hej.", "Hej #du"))
    assert run("build", folder.path)[0] == 0
    assert run("build", folder.path, "--strict")[0] == 1
    assert len(built.calls) == 1


def test_serving(folder, run, built):
    """Whatever is wrong with the course: its mistakes stand on the page."""
    folder.module("      - text:\n")
    assert run("serve", folder.path, "--port", "8123")[0] == 0
    [(arguments, _)] = built.calls
    assert arguments[:3] == (folder.path, "127.0.0.1", 8123)


def test_a_bug_of_ours(folder, capsys, built):
    """B5 — one line that says whose mistake it is; the traceback only for those who ask."""
    built.gives = RuntimeError("out of luck")
    assert main(["build", str(folder.path), "--lang", "da"]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "fejl i coursewright" in said
    assert "RuntimeError: out of luck" in said
    assert main(["build", str(folder.path), "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c(folder, run, built):
    built.gives = KeyboardInterrupt()
    assert run("serve", folder.path)[0] == 130


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import nothing_like_it", "hooks/exercises/mit: ModuleNotFoundError"),
        ("KIND = 3", "hooks/exercises/mit: KIND is no Kind"),
        ("x = 3", "hooks/exercises/mit: AttributeError"),
        ("def", "hooks/exercises/mit: SyntaxError"),
        ("from coursewright.exercises.scale import KIND", "both bring 'scale'"),
    ],
)
def test_a_room_of_the_course_that_cannot_be_used(folder, run, code, said):
    """A20 — a room in hooks/exercises/ with a mistake is named, on one line."""
    folder.write("hooks/exercises/mit/__init__.py", code)
    result, _, err = run("check", folder.path)
    assert (result, err.count("\n")) == (1, 1)
    assert said in err


def test_a_room_of_the_course(folder, run):
    """A19 — and one without is used, read afresh each time."""
    room = "from .model import KIND\n"
    model = (
        "from pathlib import Path\nfrom coursewright.core.kinds import Kind\n"
        "from coursewright.core.course import Exercise\n"
        "KIND = Kind('{name}', Exercise, Path(__file__).parent, lambda *_: {{}})\n"
    )
    folder.write("hooks/exercises/mit/__init__.py", room)
    for name in ("foerste", "anden"):
        folder.write("hooks/exercises/mit/model.py", model.format(name=name))
        folder.module(f"      - {name}: {{id: a}}\n")
        assert run("check", folder.path)[0] == 0


def test_a_console_that_lacks_letters(folder):
    """A25 — what the console cannot show becomes a question mark; nothing stops."""
    folder.module("      - emoji😀: x\n")
    command = [sys.executable, "-c", "from coursewright.commands import main; exit(main())"]
    done = subprocess.run(
        [*command, "check", str(folder.path)],
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"emoji?" in done.stdout


def test_a_reader_who_has_seen_enough(folder, monkeypatch):
    """B5 — `coursewright check | head` ends quietly."""
    command = f"{sys.executable} -c 'from coursewright.commands import main; exit(main())' check"
    pipe = subprocess.run(
        ["sh", "-c", f"{command} {folder.path} | true"], capture_output=True, check=False
    )
    assert pipe.stderr == b""


def test_output_that_is_no_terminal(folder, monkeypatch):
    """A stream without settings of its own is written to as it is."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["check", str(folder.path)]) == 0
    assert stream.getvalue() == "Alt i orden: 1 modul, 1 lektion, 0 øvelser\n"
