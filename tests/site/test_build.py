"""Building: what hand-written pages can place, what is refused, and what stays text."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.courses import Built, build, lesson, mkdocs_build, write_course


def page_course(folder: Path, text: str) -> Path:
    return write_course(folder, {"motivation": [lesson("skalaen")]}, {"ekstra.md": text})


def html_files(built: Built) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in built.site.rglob("*.html")]


def test_braces_in_yaml_stay_text(tmp_path: Path) -> None:
    """B1 — template syntax in a YAML field is literal text in the page."""
    said = "Tre tegn: {{ 7*7 }}, {% x %} og {# y #}"
    course = write_course(tmp_path, {"m": [lesson("a", text=said, question=f'"{said}"')]})
    built = build(course, "--strict")
    assert built.code == 0, built.said
    page = built.page("m/a")
    assert page.count("{{ 7*7 }}") >= 2
    assert "{% x %}" in page
    assert "{# y #}" in page
    assert "Tre tegn: 49" not in page


def test_braces_in_titles_stay_text(tmp_path: Path) -> None:
    """B1 — titles, summaries and aims too: they also go into the page's head and the menu."""
    course = write_course(tmp_path, {"m": [lesson("a", title='"A {{ 7*7 }}"')]})
    module = course / "content" / "modules" / "m.yml"
    text = module.read_text(encoding="utf-8")
    for field, said in (("title: Modul m", "title"), ("summary: Om noget.", "summary")):
        text = text.replace(field, f'{said}: "{said} {{{{ 7*7 }}}}"')
    module.write_text(text.replace("[Du kan noget.]", '["{{ 7*7 }} aim"]'), encoding="utf-8")
    built = build(course, "--strict")
    assert built.code == 0, built.said
    pages = "".join(html_files(built))
    for said in ("A {{ 7*7 }}", "title {{ 7*7 }}", "summary {{ 7*7 }}", "{{ 7*7 }} aim"):
        assert said in pages
    assert not re.search(r"(A|title|summary) 49|49 aim", pages)
    assert "<title>A {{ 7*7 }}" in built.page("m/a")


def test_pages_from_another_folder_run_nothing(tmp_path: Path) -> None:
    """B2 — pages that mkdocs.yml takes from elsewhere are refused before a template engine."""
    marker = tmp_path / "ran"
    attack = "# Side\n\n{{ " + ATTACK.format(marker=marker) + " }}\n"
    course = page_course(tmp_path / "course", attack)
    (course / "docs").rename(course / "pages")
    settings = course / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\ndocs_dir: pages\n", encoding="utf-8")
    built = mkdocs_build(course)
    assert built.code != 0
    assert "ekstra.md" in built.said
    assert not marker.exists()


ATTACK = "cycler.__init__.__globals__.os.popen('touch {marker}').read()"


def test_code_in_yaml_never_runs(tmp_path: Path) -> None:
    """B2 — a template that would run a command is text when it stands in YAML."""
    marker = tmp_path / "ran"
    attack = "{{ " + ATTACK.format(marker=marker) + " }}"
    course = write_course(tmp_path / "course", {"m": [lesson("a", text=attack)]})
    built = build(course)
    assert built.code == 0, built.said
    assert "cycler.__init__" in built.page("m/a")
    assert not marker.exists()


def test_code_in_a_page_is_refused(tmp_path: Path) -> None:
    """B2 — the same in a hand-written page stops the build before anything runs."""
    marker = tmp_path / "ran"
    text = "# Side\n\n{{ " + ATTACK.format(marker=marker) + " }}\n"
    for run in (build, mkdocs_build):
        folder = tmp_path / run.__name__
        built = run(page_course(folder, text))
        assert built.code != 0
        assert "docs/ekstra.md:3" in built.said
        assert not marker.exists()
        assert not built.site.exists()


@pytest.mark.parametrize(
    "call",
    ["{{ environment }}", "{{ config.site_name }}", "{% include 'x' %}", "{{ exercise(page) }}"],
)
def test_only_plain_calls_are_allowed(tmp_path: Path, call: str) -> None:
    """F17 — a page cannot ask for the environment, settings or files."""
    built = build(page_course(tmp_path, f"# Side\n\n{call}\n"))
    assert built.code == 1
    assert "docs/ekstra.md:3" in built.said


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        ('{{ excercise("motivation/skalaen-skala") }}', "exercise"),
        ('{{ exercise("motivation/skalaen-scala") }}', "motivation/skalaen-skala"),
        ('{{ lesson("motivation", "skala") }}', "motivation/skalaen"),
        ('{{ module("motivaton") }}', "motivation"),
        ('{{ lesson("motivation") }}', 'lesson("module", "lesson")'),
        ("{{ my_page( }}", ""),
    ],
)
def test_unknown_macro_or_id_fails_with_its_line(tmp_path: Path, call: str, hint: str) -> None:
    """B3 — an unknown macro or id stops the build and is told with file, line and nearest name."""
    built = build(page_course(tmp_path, f"# Side\n\nTekst.\n\n{call}\n"))
    assert built.code == 1
    assert "docs/ekstra.md:5" in built.said
    assert hint in built.said


def test_no_error_text_in_any_page(tmp_path: Path) -> None:
    """B4 — a macro that fails while pages are written stops the build; no page shows an error."""
    course = page_course(tmp_path, "# Side\n\n{{ my_page() }}\n")
    for run in (build, mkdocs_build):
        assert run(course).code == 0
        assert len(html_files(Built(0, "", course / "site"))) > 4
    macros = course / "hooks" / "macros.py"
    macros.write_text(macros.read_text("utf-8") + BREAKS, encoding="utf-8")
    for run in (build, mkdocs_build):
        built = run(course)
        assert built.code != 0
        assert "ZeroDivisionError" in built.said
        assert not any("Macro" in page or "Error" in page for page in html_files(built))


BREAKS = """

def define_env(env, known=define_env):
    known(env)
    env.macro(lambda: 1 / 0, "my_page")
"""


def test_strict_and_quiet_still_fails(tmp_path: Path) -> None:
    """B5 — the exit code is right even when nothing is said."""
    folder = page_course(tmp_path, '# Side\n\n{{ exercise("a/b") }}\n')
    assert mkdocs_build(folder, "--strict", "-q").code != 0
    assert build(folder, "--strict").code == 1


def test_every_macro_places_what_it_names(tmp_path: Path) -> None:
    calls = (
        '{{ exercise("motivation/skalaen-skala") }}',
        '{{ lesson("motivation", "skalaen") }}',
        '{{ module("motivation") }}',
        "{{ course_overview() }}",
        "{{ my_page() }}",
    )
    built = build(page_course(tmp_path, "# Side\n\n" + "\n\n".join(calls) + "\n"), "--strict")
    assert built.code == 0, built.said
    page = built.page("ekstra")
    assert page.count('data-exercise="motivation/skalaen-skala"') == 3  # twice live, once listed
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "an exercise placed twice has two ids"
    assert "cwslot" not in page


def test_a_macro_works_inside_a_list(tmp_path: Path) -> None:
    text = '# Side\n\n- Først:\n\n    {{ exercise("motivation/skalaen-skala") }}\n\n- Så noget.\n'
    page = build(page_course(tmp_path, text)).page("ekstra").split("<article", 1)[1]
    inside = page[page.index("<li>") : page.index("</li>")]
    assert "<cw-scale" in inside
    assert "</cw-scale>" in inside
    assert "<p><cw-scale" not in page


def test_a_page_in_docs_wins(tmp_path: Path) -> None:
    own = {"m/a.md": "# Min egen lektion\n", "m/index.md": "# Mit eget modul\n"}
    built = build(write_course(tmp_path, {"m": [lesson("a"), lesson("b")]}, own), "--strict")
    assert built.code == 0, built.said
    assert "Min egen lektion" in built.page("m/a")
    assert "Lektion a" not in re.sub(r"<nav.*?</nav>", "", built.page("m/a"), flags=re.DOTALL)
    assert "Mit eget modul" in built.page("m")
    assert "Lektion b" in built.page("m/b")


def test_lessons_follow_each_other(tmp_path: Path) -> None:
    """Previous and next follow the order of the YAML, over the end of a module too."""
    modules = {"b": [lesson("to"), lesson("en")], "a": [lesson("tre")]}
    built = build(write_course(tmp_path, modules), "--strict")

    def ways(address: str) -> tuple[str, ...]:
        found = re.findall(r'class="cw-onward__(next|back)" href="([^"]+)"', built.page(address))
        return tuple(f"{way} {to}" for way, to in found)

    assert ways("b/to") == ("next ../../b/en/",)
    assert ways("b/en") == ("next ../../a/", "back ../../b/to/")
    assert ways("a/tre") == ()
    assert "Det var sidste lektion" in built.page("a/tre")


def menu(built: Built, address: str) -> list[str]:
    """Give the words of the menu as it stands on a page."""
    inside = built.page(address).split('class="cw-nav__list"')[1].split("</nav>")[0]
    return re.findall(r"<a [^>]*>([^<]+)<", inside)


def test_a_page_does_not_grow_with_the_course(tmp_path: Path) -> None:
    """A page lists its own module's lessons only, so that building stays linear."""
    lessons = [lesson(f"l{number}") for number in range(4)]
    menus, books = {}, {}
    for count in (2, 30):
        modules = {f"m{number}": lessons for number in range(count)}
        built = build(write_course(tmp_path / str(count), modules))
        menus[count] = len(menu(built, "m1/l1"))
        books[count] = built.page("workbook/m1").count('href="../../workbook/')
    assert menus == {2: 2 + 2 + 4, 30: 2 + 1 + 4}  # pages, modules, the module's own lessons
    assert books == {2: 1 + 1, 30: 1}  # the other module's and the course's
    assert built.page("workbook").count('href="../workbook/') == 30


def test_the_menu_follows_the_nav(tmp_path: Path) -> None:
    """Modules stand where `modules/` says, and grouped pages below their heading."""
    pages = {"om/os.md": "# Om os\n", "om/kilder.md": "# Kilder\n"}
    course = write_course(tmp_path, {"m": [lesson("a")]}, pages)
    nav = "\nnav:\n  - index.md\n  - min-side.md\n  - modules/\n  - Om: [om/os.md, om/kilder.md]\n"
    nav += "  - Andre: https://example.org/her\n"
    settings = course / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + nav, encoding="utf-8")
    built = build(course, "--strict")
    assert built.code == 0, built.said

    assert menu(built, "m/a") == ["Forside", "Min side", "Modul m", "Lektion a", "Om", "Andre"]
    assert menu(built, "om/kilder")[2:] == ["Modul m", "Om", "Om os", "Kilder", "Andre"]
    assert '<a href="https://example.org/her">Andre</a>' in built.page("om/kilder")


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """B10 — building twice gives the same files with the same bytes."""
    course = write_course(tmp_path / "course", {"m": [lesson("a"), lesson("b")]})
    sites = [build(course, site=tmp_path / name).site for name in ("one", "two")]
    one, two = (
        {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
        for site in sites
    )
    assert one.keys() == two.keys()
    # sitemap.xml.gz carries the day in its header; its contents are compared as sitemap.xml
    different = [path for path in one if one[path] != two[path] and path.suffix != ".gz"]
    assert different == []


def test_a_warning_is_told_once(tmp_path: Path) -> None:
    course = write_course(tmp_path, {"m": [lesson("a")]})
    module = (course / "content" / "modules" / "m.yml").read_text(encoding="utf-8")
    other = module.replace("module: m", "module: kladde")
    (course / "content" / "modules" / "kladde.yml").write_text(other, encoding="utf-8")
    built = build(course)
    assert built.code == 0
    assert built.said.count("module-not-in-course") == 1
    assert build(course, "--strict").code == 1
    assert mkdocs_build(course, "--strict").code == 1


def test_an_error_leaves_the_site_alone(tmp_path: Path) -> None:
    course = write_course(tmp_path, {"m": [lesson("a")]})
    first = build(course)
    before = first.page("m/a")
    (course / "content" / "modules" / "m.yml").write_text("module: m\n", encoding="utf-8")
    second = build(course)
    assert second.code == 1
    assert "content/modules/m.yml" in second.said
    assert second.page("m/a") == before


COUNTING = """
import sys
from coursewright.core import reading
from coursewright.commands import main
read, files = reading.read_source, []
reading.read_source = lambda content, file: files.append(file) or read(content, file)
code = main(sys.argv[1:])
print(*sorted(files), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_each_file_of_the_course_is_read_once(tmp_path: Path, engine: str) -> None:
    """Checking comes before building; what it read is not read again."""
    course = write_course(tmp_path, {"m": [lesson("a")]})
    command = [sys.executable, "-c", COUNTING, "build", "--no-pdf", "--engine", engine, str(course)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "content/course.yml content/modules/m.yml"
