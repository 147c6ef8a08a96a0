"""The same course built by the other engine is the same site."""

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from coursewright.commands import main
from coursewright.render.policy import POLICY
from coursewright.testing.watch import Watch
from tests.site.courses import Built, build, lesson, write_course
from tests.site.pages_server import PagesServer
from tests.site.test_privacy import CSP, inline_digests, pages

OWN_WORD = "krydderier"
EXERCISE = "Mit mål for mine samtaler"


def article(file: Path) -> str:
    """What a reader gets of a page, without what only the engine's search reads."""
    html = file.read_text("utf-8")
    found = re.search(r"<article.*?</article>", html, re.DOTALL)
    text = found[0].replace(" data-search-exclude", "") if found else html
    text = re.sub(r'(href|src)="(?:\./)+', r'\1="', text).replace('href="/coursewright/."', "")
    text = text.replace('href="/coursewright/"', "")
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", text))


def test_every_page_says_the_same(reference: Built, by_zensical: Built) -> None:
    """Texts, exercises, links and pictures: nothing of a page depends on the engine."""
    names = [path.relative_to(reference.site) for path in pages(reference)]
    assert names == [path.relative_to(by_zensical.site) for path in pages(by_zensical)]
    different = [
        name for name in names if article(reference.site / name) != article(by_zensical.site / name)
    ]
    assert different == []


def test_what_surrounds_a_page_is_the_same(reference: Built, by_zensical: Built) -> None:
    head = re.compile(
        r"<title>.*?</title>|<nav class=.md-nav.*?</nav>|<footer.*?</footer>", re.DOTALL
    )
    for address in ("", "motivation/en-samtale", "min-side", "kilder"):
        ours, theirs = (
            re.sub(r'href="(?:\./)*', 'href="', "".join(head.findall(built.page(address))))
            for built in (reference, by_zensical)
        )
        assert "".join(ours.split()) == "".join(theirs.split()).replace('href="/coursewright', "")


def test_one_policy_and_one_inline_script(reference: Built, by_zensical: Built) -> None:
    """F2, F5 — the policy is on every page before any script, and no other inline script is."""
    for path in pages(by_zensical):
        html = path.read_text("utf-8")
        assert CSP.findall(html) == [POLICY]
        assert html.index("Content-Security-Policy") < html.index("<script")
    assert inline_digests(by_zensical) == inline_digests(reference)


def test_the_search_knows_texts_and_names_but_no_answers(by_zensical: Built) -> None:
    """F12 — as with the other engine."""
    entries = json.loads((by_zensical.site / "search.json").read_text("utf-8"))["items"]
    titles = {entry["location"]: entry["title"] for entry in entries}
    assert titles["motivation/dit-naeste-skridt/#mit-samtalemaal-title"] == EXERCISE
    text = " ".join(entry["text"] for entry in entries)
    assert OWN_WORD in text
    assert "Svar igen" not in text


def test_nothing_is_carried_that_no_page_asks_for(by_zensical: Built) -> None:
    names = {path.relative_to(by_zensical.site).as_posix() for path in by_zensical.site.rglob("*")}
    assert not [name for name in names if re.search(r"bundle\.|/modern|favicon\.png", name)]


def test_without_a_net(served_by_zensical: PagesServer, browser: Browser) -> None:
    """D1, D2, D5 — pages, exercises and the search work, and an unknown address is told."""
    context = browser.new_context(service_workers="allow", locale="da-DK")
    watch = Watch(context, served_by_zensical.origin)
    page = context.new_page()
    home = served_by_zensical.address
    page.goto(home)
    page.evaluate("navigator.serviceWorker.ready.then(() => caches.keys())")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.goto(f"{home}motivation/hvor-lysten-kommer-fra/")
    scale = page.locator('[data-exercise="motivation/selvscore-start"]')
    scale.locator('label:has(input[name="value"][value="4"])').click()
    expect(scale.locator('[data-role="saved"]')).to_have_text("Gemt på denne telefon")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Søg i kurset").click()
    page.get_by_role("searchbox").fill(OWN_WORD)
    expect(page.locator(".cw-search__result").first).to_contain_text("Hvor kommer lysten fra?")
    page.get_by_role("searchbox").fill(EXERCISE)
    found = page.locator(".cw-search__title", has_text=EXERCISE).first
    expect(found).to_have_attribute("href", re.compile("#mit-samtalemaal-title$"))
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".cw-search__result")).to_have_count(0)
    page.goto(f"{home}findes-ikke/")
    expect(page.locator("h1")).to_contain_text("ikke gemt")
    context.close()
    assert [told for told in watch.problems if "Failed to load resource" not in told] == []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course", {"m": [lesson("a"), lesson("b")]})


def test_a_course_without_a_menu_or_a_search(small: Path) -> None:
    """A course that lists no pages and has other settings is built with its own templates."""
    settings = (small / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("  - search:\n      lang: da\n", "").replace(
        "  name: material\n", "  name: material\n  custom_dir: mine\n"
    )
    (small / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (small / "mine" / "partials").mkdir(parents=True)
    (small / "mine" / "partials" / "footer.html").write_text("<p>Egen fod</p>", encoding="utf-8")
    text = "---\ntitle: Om os\n---\n{% raw %}{{ x }}{% endraw %} [m](../m/a.md#a-skala)\n\n"
    text += "{{ course_overview() }}\n"
    (small / "docs" / "om").mkdir()
    (small / "docs" / "om" / "README.md").write_text(text, encoding="utf-8")
    built = build(small, "--strict", "--engine", "zensical")
    assert built.code == 0, built.said
    html = built.page("om")
    assert "{{ x }}" in html
    assert 'href="../m/a/#a-skala"' in html
    assert "Egen fod" in html
    assert 'class="cw-module-card"' in html
    assert "cw-search-button" not in html
    assert not (built.site / "search.json").exists()
    menu = re.findall(r'<a href="[^"]*"[^>]*>([^<]+)</a>', html.split("cw-nav__list")[1])
    assert menu[:4] == ["Forside", "Modul m", "Min side", "Om os"]


def test_a_site_that_cannot_be_built_leaves_the_old_one(small: Path) -> None:
    """B14 — what stops the engine is told, and the site that was there stays."""
    site = small / "site"
    site.mkdir()
    (site / "index.html").write_text("gammel", encoding="utf-8")
    (small / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    (small / "base.yml").write_text("site_name: [\n", encoding="utf-8")
    built = build(small, "--engine", "zensical")
    assert built.code == 1
    assert "base.yml" in built.said
    assert "Traceback" not in built.said
    assert (site / "index.html").read_text("utf-8") == "gammel"


def test_a_link_of_a_page_that_leads_nowhere_stops_a_strict_build(small: Path) -> None:
    """B9 — the check finds it first, whatever the engine."""
    page = small / "docs" / "min-side.md"
    page.write_text(page.read_text("utf-8") + "\n[x](findes-ikke.md)\n", encoding="utf-8")
    assert build(small, "--strict", "--engine", "zensical").code == 1


def test_an_engine_that_is_not_installed_is_told(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = importlib.import_module

    def without(name: str) -> Any:
        if name.endswith(".zensical"):
            raise ModuleNotFoundError(name="zensical")
        return real(name)

    monkeypatch.setattr("coursewright.commands.engine.importlib.import_module", without)
    assert main(["build", str(small), "--engine", "zensical", "--lang", "en"]) == 2
    assert "coursewright[zensical]" in capsys.readouterr().err
