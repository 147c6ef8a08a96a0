"""The guide is a course of its own, and says what the code says."""

import re
from html import unescape

import pytest
import yaml

from coursewright.core.examples import read_examples
from coursewright.core.kinds import find_kinds
from coursewright.core.wording import problem_words
from coursewright.render.exercise import WORDS
from coursewright.render.fields import OWN_TABLES
from tests.guide.places import GUIDE

KINDS = find_kinds()


def text_of(html):
    return unescape(re.sub(r"<[^>]+>", "", html))


def pages_in(menu):
    """Give every page of a menu, those under headings, too."""
    for entry in menu:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            yield from pages_in(value) if isinstance(value, list) else [value]


def test_each_kind_has_a_gallery_page_in_the_menu():
    settings = yaml.safe_load((GUIDE / "mkdocs.yml").read_text("utf-8"))
    assert {f"gallery/{kind}.md" for kind in KINDS} <= set(pages_in(settings["nav"]))


def test_the_table_of_exercises_names_every_kind():
    page = (GUIDE / "docs" / "exercises.md").read_text("utf-8")
    assert {f"gallery/{kind}.md" for kind in KINDS} <= set(re.findall(r"\(([\w/-]+\.md)\)", page))


@pytest.mark.parametrize("kind", KINDS)
def test_a_gallery_shows_each_good_example_live_and_as_yaml(kind, guide_page):
    html = guide_page(f"gallery/{kind}")
    good = [example for example in read_examples(KINDS[kind], KINDS) if not example.expected]
    beside = [other for example in good for other, _ in example.others if other.kind == kind]
    assert html.count(f"<cw-{kind} ") == len(good) + len(beside)
    assert html.count('<details class="cw-example__yaml">') == len(good)
    for example in good:
        assert example.yaml.splitlines()[-1].strip() in text_of(html)


@pytest.mark.parametrize("kind", KINDS)
def test_a_gallery_tells_every_field(kind, guide_page):
    html = guide_page(f"gallery/{kind}")
    for name, field in KINDS[kind].model.model_fields.items():
        assert f"<dt><code>{field.alias or name}</code>" in html


def test_a_page_loads_only_the_kinds_it_has(guide_site):
    """Script and style of a kind come where its element stands, and nowhere else."""
    pages = list(guide_site.rglob("index.html"))
    assert len(pages) > len(KINDS)
    for page in pages:
        html = page.read_text("utf-8")
        loaded = re.findall(r"(?:href|src)=\"[^\"]*/coursewright/exercises/([\w-]+)/", html)
        if "<cw-workbook" in html:  # its exercises come from the lessons' pages, and none is live
            assert not re.search(r"src=\"[^\"]*/coursewright/exercises/", html), page
            continue
        assert set(loaded) == set(re.findall(r"<cw-([a-z-]+)\s", html)) & set(KINDS), page


@pytest.mark.parametrize("name", OWN_TABLES)
def test_the_format_page_tells_every_field(name, guide_page):
    html = guide_page("authoring")
    for field in OWN_TABLES[name].model_fields:
        assert f"<dt><code>{field}</code>" in html


def test_the_messages_page_lists_every_problem(guide_page):
    listed = set(re.findall(r'<dt id="problem-([\w-]+)">', guide_page("messages")))
    assert listed == set(problem_words(KINDS, WORDS))


def test_nothing_that_a_macro_should_have_filled_is_left(guide_site):
    for page in guide_site.rglob("index.html"):
        html = page.read_text("utf-8")
        assert not re.search(r"cwslot\d+x|Macro \w+ Error", html), page
