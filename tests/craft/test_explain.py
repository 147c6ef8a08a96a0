"""`coursewright explain`: every problem has its words and an example, and the example is true."""

import pytest

from coursewright.commands import main
from coursewright.commands.checking import check
from coursewright.commands.example_files import Odd
from coursewright.commands.explaining import pairs
from coursewright.core.course import Settings
from coursewright.core.kinds import find_kinds
from coursewright.core.wording import problem_words
from coursewright.render.exercise import WORDS
from coursewright.render.offline import Kept, find_problems
from coursewright.render.site_settings import published_elsewhere

KINDS = find_kinds()
PAIRS = pairs(KINDS)
CODES = problem_words(KINDS, WORDS)
MEGABYTE = 1_000_000
TEXTS = PAIRS["module-not-in-course"].good


@pytest.fixture(scope="module")
def kinds(tmp_path_factory):
    """Those that the examples can use: the course of explained.yml brings one of its own."""
    folder = tmp_path_factory.mktemp("kinds")
    write(folder, PAIRS["tab"].good)
    return find_kinds(folder)


def write(folder, files):
    for file, content in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8", newline="\n")
        elif isinstance(content, bytes):
            path.write_bytes(content)
        elif content.folder:
            path.mkdir()
        elif content.link:
            path.symlink_to(content.link)
        else:
            path.write_text(TEXTS.get(file, "") + "#\n" * round(content.megabytes * MEGABYTE / 2))


def codes(folder, pair, files, kinds):
    """Give what is found in a course, also beside its site, as far as the pair has one."""
    write(folder, files)
    found = check(folder, kinds, "en", pair.published).problems
    if pair.published_at:
        found += published_elsewhere(folder, pair.published_at)
    return {problem.code for problem in found}


def codes_of_weight(files):
    """Give what a build finds in files, that a phone would keep as they are."""
    weights = {file: odd.megabytes for file, odd in files.items() if isinstance(odd, Odd)}
    kept = [Kept(file, "", round(weight * MEGABYTE)) for file, weight in weights.items()]
    settings = Settings(course="a", title="A", language="en", modules=["a"])
    return {problem.code for problem in find_problems(kept, settings)}


@pytest.mark.parametrize("code", PAIRS)
def test_before_raises_the_code_and_after_raises_nothing(code, tmp_path, kinds):
    """A20 — what is shown as wrong is wrong, and what is shown as right is right."""
    pair = PAIRS[code]
    if code.startswith("offline-"):
        assert codes_of_weight(pair.bad) == {code}
        assert codes_of_weight(pair.good) == set()
    else:
        assert code in codes(tmp_path / "bad", pair, pair.bad, kinds)
    assert codes(tmp_path / "good", pair, pair.good, kinds) == set()


def test_every_code_has_an_example():
    """A20 — a new code needs one: `mended` in examples.yml, or an entry in explained.yml."""
    assert set(PAIRS) == set(CODES)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_code_is_explained(language, capsys, monkeypatch):
    monkeypatch.setattr("coursewright.commands.explain.pairs", lambda _: PAIRS)
    monkeypatch.setattr("coursewright.commands.explain.find_kinds", lambda _: KINDS)
    for code in CODES:
        assert main(["explain", code, "--lang", language]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{code}: ")
        assert "\n- " in told or "\n+ " in told, code


def test_the_words_and_the_lines_as_they_are_shown(capsys):
    assert main(["explain", "band-gap", "--lang", "da"]) == 0
    told = capsys.readouterr().out
    assert "har ét bånd." in told
    assert "\n-             - {from: 2, to: 4, title: Begin, text: Begin.}\n+" in told


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (
            "unreadable-file",
            "\n- content/modules/listening.yml/\n+ content/modules/listening.yml\n",
        ),
        ("outside-course", "\n- content/modules/listening.yml -> ../../../drafts/listening.yml\n"),
        (
            "heavy-picture",
            "\n- docs/chairs.png  4.0 MB\n+ docs/chairs.jpg  0.2 MB\ndocs/index.md:\n",
        ),
        ("not-utf8", "\n- sources: [S\ufffdren Kierkegaard]\n+ sources: [Søren Kierkegaard]\n"),
        ("too-many-values", "\n- - You can wait.\n- - You can wait.\n- …\n+ aims: ["),
        (
            "published-item",
            "\nPublished: listening/plan/why (worksheet)\ncontent/modules/listening.yml:\n",
        ),
        ("published-course", "\nPublished: speech\ncontent/course.yml:\n- course: talks\n"),
        ("other-address", "\nPublished: https://example.github.io/talks/\nmkdocs.yml:\n"),
    ],
)
def test_what_is_no_text_is_shown_too(code, shown, capsys):
    """Names and weights of files, an encoding, a file too long to show, what a site has already."""
    assert main(["explain", code, "--lang", "en"]) == 0
    assert shown in capsys.readouterr().out


def test_all_codes_are_listed(capsys):
    assert main(["explain", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n  {code} " in told for code in CODES)
    assert "\nFiles and fields:\n" in told
    assert "larger than ‹limit› kB." in told


def test_a_code_that_there_is_not(capsys):
    assert main(["explain", "band-gab", "--lang", "en"]) == 2
    assert "Did you mean band-gap?" in capsys.readouterr().err
