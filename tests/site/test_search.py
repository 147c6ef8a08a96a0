"""What the search finds: the words of a lesson and the names of its exercises, no answers."""

import json

import pytest

from coursewright.render.unsearched import Aside
from tests.site.courses import Built

PARTS = [
    '<cw-scale data-search-exclude><h2 class="cw-title" id="a">Ét</h2>x</cw-scale>',
    "<cw-my-page data-search-exclude><cw-x>1</cw-x></cw-my-page>",
]


@pytest.fixture(scope="module")
def entries(reference: Built) -> list[dict[str, str]]:
    found = json.loads((reference.site / "search" / "search_index.json").read_text("utf-8"))
    return found["docs"]


def test_an_exercise_is_found_by_its_name(entries: list[dict[str, str]]) -> None:
    titles = {entry["location"]: entry["title"] for entry in entries}
    assert (
        titles["motivation/dit-naeste-skridt/#mit-samtalemaal-title"] == "Mit mål for mine samtaler"
    )


def test_no_part_of_an_exercise_is_searched(entries: list[dict[str, str]]) -> None:
    """F12 — neither the key of a quiz nor anything else that stands in an exercise."""
    text = " ".join(entry["text"] for entry in entries)
    assert "Mind om kopien på Min side" in text
    assert "Svar igen" not in text
    assert "Forrige" not in text


def test_a_lesson_is_found_once(entries: list[dict[str, str]]) -> None:
    """Its module's overview names it, too, and says how far one is; neither is a second find."""
    of_module = [each for each in entries if each["location"].split("#")[0] == "motivation/"]
    title = "Dit næste skridt"
    assert title in {each["title"] for each in entries}
    assert of_module
    assert not [each for each in of_module if title in each["text"] or "Begynd" in each["text"]]


def test_a_hidden_part_is_no_second_way_to_a_page(entries: list[dict[str, str]]) -> None:
    named = {each["location"] for each in entries if each["title"] == "Min side"}
    assert not {each for each in named if each.startswith("min-side/#")}
    assert "min-side/" in named


@pytest.mark.parametrize(
    "html",
    [
        '<nav class="cw-onward" data-search-exclude aria-label="På"><a href="../x/">x</a></nav>',
        '<cw-my-data class="a" data-search-exclude hidden><h2 id="b">x</h2></cw-my-data>',
    ],
)
def test_what_has_no_title_leaves_nothing_to_search(html: str) -> None:
    aside = Aside()
    lean = aside.take(f"<p>før</p>{html}")
    assert lean == "<p>før</p><!--cw-aside 0--><!--/cw-aside-->"
    assert aside.put_back(lean) == f"<p>før</p>{html}"


def test_what_stands_aside_comes_back() -> None:
    html = f"<p>før</p>{PARTS[0]}<!--cw-aside 7--><!--/cw-aside-->{PARTS[1]}<p>efter</p>"
    aside = Aside()
    lean = aside.take(html)
    assert "cw-scale" not in lean
    assert '<h2 class="cw-title" id="a">Ét</h2>' in lean
    assert aside.put_back(f"<body>{lean}</body>") == f"<body>{html}</body>"


def test_pages_do_not_mix() -> None:
    aside = Aside()
    aside.take(PARTS[0])
    assert aside.put_back(aside.take(PARTS[1])) == PARTS[1]
