"""Links and pictures: told with file and line by a check, and no site is built of them."""

from pathlib import Path
from unicodedata import normalize

import pytest

from coursewright.core.wording import read_words
from coursewright.render.exercise import WORDS
from tests.authoring.test_words import placeholders
from tests.safety.telling import page, picture, problems, say, told
from tests.site.courses import build, mkdocs_build

WORDS_OF_PAGES = read_words(WORDS)["problems"]
IN_YAML, IN_PAGE = "content/modules/m.yml:12", "docs/ekstra.md:3"

PICTURES = [
    ("![Stole](billeder/stole.png)", None),
    ("![Stole](billeder/stol.png)", "no-such-picture"),
    ("![Stole](Billeder/stole.png)", "no-such-picture"),
    ("![](billeder/stole.png)", "no-alt-text"),
    ("![ ](billeder/stole.png)", "no-alt-text"),
    ("![Tung](billeder/tung.png)", "heavy-picture?"),
    ("![Stole](/billeder/stole.png)", "address-from-the-top"),
    ("![Kort](https://example.org/kort.png)", "loads-from-elsewhere"),
    ("![Kort](//example.org/kort.png)", "loads-from-elsewhere"),
]


@pytest.mark.parametrize(("text", "code"), PICTURES)
def test_a_picture(course: Path, text: str, code: str | None) -> None:
    """B8 — missing or without words: an error; 20 MB: a warning; in YAML and in a page."""
    picture(course, "billeder/stole.png")
    if "tung" in text:
        picture(course, "billeder/tung.png", 20_000_000)
    say(course, text)
    page(course, "ekstra.md", f"# Ekstra\n\n{text}\n")
    assert told(course) == ([f"{place} {code}" for place in (IN_YAML, IN_PAGE)] if code else [])


def test_every_picture_of_a_page_is_told_where_it_stands(course: Path) -> None:
    """B8 — two alike, one right between them, one by reference: each on its own line."""
    picture(course, "a.png")
    text = "# E\n\n![](a.png)\n![A](a.png)\n`![](a.png)`\n![](a.png)\n\n![B][b]\n\n[b]: b.png\n"
    page(course, "ekstra.md", text)
    lines = [(each.place.line, each.code) for each in problems(course)]
    assert lines == [(3, "no-alt-text"), (6, "no-alt-text"), (10, "no-such-picture")]


def test_a_picture_in_raw_html_needs_words(course: Path) -> None:
    """B8 — in raw HTML, too, unless it is said to be mere decoration."""
    picture(course, "a.png")
    html = '<img src="a.png">\n\n<img src="a.png" alt="" role="presentation">\n'
    page(course, "ekstra.md", f"# E\n\n{html}")
    assert told(course) == [f"{IN_PAGE} no-alt-text"]


def test_a_picture_is_built(course: Path) -> None:
    """B8 — a right one stands on the lesson's page with its words, and leads to the file."""
    picture(course, "billeder/stole.png")
    say(course, "![Otte stole](billeder/stole.png)")
    built = build(course, "--strict")
    assert built.code == 0, built.said
    found = '<img alt="Otte stole" src="../../billeder/stole.png">'
    assert found in built.page("m/a")
    assert (built.site / "billeder" / "stole.png").is_file()


LINKS = [
    ("[x](min-side.md)", None),
    ("[x](m/b.md)", None),
    ("[x](m/b.md#b-skala)", None),
    ("[x](m/index.md)", None),
    ("[x](om/os.md#os-selv)", None),
    ("[x](om/os.md?a=1#os-selv)", None),
    ("[x](https://example.org/y.md#z)", None),
    ("[x](mailto:a@example.org)", None),
    ("[x](min-sider.md)", "dead-link"),
    ("[x](Min-side.md)", "dead-link"),
    ("[x](m/b/)", "dead-link"),
    ("[x](m/c.md)", "dead-link"),
    ("[x](../hooks/build.py)", "dead-link"),
    ("[x]()", "dead-link"),
    ("[x](om/os.md#os)", "no-such-heading"),
    ("[x](m/b.md#a-skala)", "no-such-heading"),
    ("[x](#nej)", "no-such-heading"),
    ("[x](/min-side/)", "address-from-the-top"),
    ("[x](javascript:alert(1))", "dangerous-link?"),
    ("[x](//example.org/)", "dangerous-link?"),
]


@pytest.mark.parametrize(("text", "code"), LINKS)
def test_a_link(course: Path, text: str, code: str | None) -> None:
    """B9 — to a missing page, anchor or file; the same rule in YAML and in a page."""
    page(course, "om/os.md", "# Om os her\n\n## Os selv\n")
    say(course, text)
    page(course, "ekstra.md", f"# Ekstra\n\n{text}\n")
    assert told(course) == ([f"{place} {code}" for place in (IN_YAML, IN_PAGE)] if code else [])


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_a_name_whose_letters_are_stored_in_two_ways(course: Path, stored: str) -> None:
    """B9 — å is one sign or two; what looks the same and is not found elsewhere is refused."""
    page(course, normalize(stored, "små-skridt.md"), "# Små skridt\n")
    say(course, f"[x]({normalize('NFC', 'små-skridt.md')})")
    assert told(course) == ([] if stored == "NFC" else [f"{IN_YAML} same-letters"])


def test_anchors_of_what_a_page_places(course: Path) -> None:
    """B9 — an exercise or a lesson that a page places can be linked to there; strictly built."""
    page(course, "ekstra.md", '# E\n\n{{ lesson("m", "a") }}\n\n[x](#a-skala)\n')
    page(course, "to.md", "# To\n\n[x](ekstra.md#a-skala) [y](m/b.md#b-skala) [z](#to)\n")
    say(course, "[x](ekstra.md#a-skala)")
    assert told(course) == []
    built = build(course, "--strict")
    assert built.code == 0, built.said
    assert 'href="../../ekstra/#a-skala"' in built.page("m/a")


def test_links_in_a_bank_and_in_other_texts(course: Path) -> None:
    """B9 — everything a trainer writes is looked at: banks, summaries, fields of any kind."""
    file = course / "content" / "modules" / "m.yml"
    text = (
        file.read_text("utf-8").replace("Om noget.", "Om [x](v.md)").replace("Lidt", "'[x](w.md)'")
    )
    file.write_text(text, encoding="utf-8")
    assert {line.partition(" ")[2] for line in told(course)} == {"dead-link"}
    assert len(told(course)) == 3  # the anchors of both lessons, and the summary
    bank = "bank: b\ntitle: B\nquestions:\n  - id: q\n    choose: true-false\n"
    bank += "    question: Er [x](y.md) sandt?\n    answer: true\n"
    (course / "quizzes").mkdir()
    (course / "quizzes" / "b.yml").write_text(bank, encoding="utf-8")
    assert "quizzes/b.yml:6 dead-link" in told(course)


@pytest.mark.parametrize("command", [build, mkdocs_build])
def test_no_site_is_built_with_a_dead_link(course: Path, command: type[build]) -> None:
    """B9 — a build fails with file and line, by either command, and without `--strict`."""
    say(course, "[x](min-sider.md)")
    built = command(course)
    assert built.code == 1
    assert f"{IN_YAML}:" in built.said
    assert not built.site.exists()


def test_a_file_that_leads_out_of_the_course(course: Path, tmp_path: Path) -> None:
    """B7 — a file in docs/ that is a link to somewhere else on the computer is not published."""
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmeligt", encoding="utf-8")
    (course / "docs" / "a.txt").symlink_to(secret)
    assert told(course) == ["docs/a.txt:1 outside-course"]
    assert build(course).code == 1


BORROWED = ["../secret.txt", "{outside}"]


@pytest.mark.parametrize("way", BORROWED)
def test_no_page_borrows_from_outside(course: Path, tmp_path: Path, way: str) -> None:
    """B7 — neither a template's include nor a snippet, where a trainer turned those on."""
    secret = tmp_path / "secret.txt"
    for file in (secret, course / "secret.txt"):
        file.write_text("hemmeligt", encoding="utf-8")
    settings = course / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("markdown_extensions:", SNIPPETS)
    settings.write_text(text if SNIPPETS in text else f"{text}\n{SNIPPETS}\n", encoding="utf-8")
    way = way.format(outside=secret)
    page(course, "ekstra.md", f'# E\n\n--8<-- "{way}"\n')
    say(course, f'--8<-- "{way}"')
    built = build(course)
    assert built.code == 1 or "hemmeligt" not in built.page("ekstra") + built.page("m/a")
    page(course, "ekstra.md", f'# E\n\n{{% include "{way}" %}}\n')
    assert build(course).code == 1


SNIPPETS = "markdown_extensions:\n  - pymdownx.snippets: {base_path: [docs]}"


@pytest.mark.parametrize("code", WORDS_OF_PAGES)
def test_both_languages_say_the_same(code: str) -> None:
    """A20 — Danish and English have the same parts and the same placeholders."""
    danish, english = WORDS_OF_PAGES[code]["da"], WORDS_OF_PAGES[code]["en"]
    assert set(danish) == set(english) >= {"message", "hint"}
    for part in set(danish) - {"names"}:
        assert placeholders(danish[part]) == placeholders(english[part]), part
    assert set(danish.get("names", {})) == set(english.get("names", {}))
