"""The HTML of a quadrant, as it is before any script runs."""

import json

from coursewright.testing import find_example, write_page
from coursewright.testing.markup import Element


def page_of(kinds, name, language="en"):
    return Element.parse(write_page(kinds, [find_example("quadrant", name)], language))


def classes(page, name):
    return [one for one in page.walk() if name in one.get("class").split()]


def spec_of(page):
    [data] = page.find("script")[-1:]
    return json.loads(data.children[0])["spec"]


def test_each_scale_is_a_group_of_radios_named_by_its_question(kinds):
    page = page_of(kinds, "signs-of-resistance")
    legends = [group.find("legend")[0].text() for group in page.find("fieldset")]
    assert legends == ["How often do you meet it?", "How hard is it for you to handle?"]
    assert {radio.get("name") for radio in page.find("input")} == {"across", "up"}


def test_the_field_stands_there_with_its_four_names(kinds):
    page = page_of(kinds, "one-of-twelve-grips", "da")
    quarters = classes(page, "cw-quadrant__quarter")
    assert [(one.get("data-corner"), one.text()) for one in quarters] == [
        ("top-left", "Do it now"),
        ("top-right", "A real project"),
        ("bottom-left", "Nice to have"),
        ("bottom-right", "Let it lie"),
    ]
    assert [axis.text() for axis in classes(page, "cw-quadrant__axis")] == [
        "↑ Effect (1–5)",
        "Effort (1–5) →",
    ]
    assert "Sæt et kryds i feltet, hvor du er." in page.text()
    assert len(classes(page, "cw-quadrant__corner")) == 4


def test_a_field_of_scales_from_elsewhere_asks_nothing_and_says_where(kinds):
    page = page_of(kinds, "importance-and-confidence")
    assert page.find("input", "textarea") == []
    [links] = [one.find("a") for one in classes(page, "cw-quadrant__sources")]
    assert [(link.get("href"), link.text()) for link in links] == [
        ("#importance", "How important is it to you to get into work?"),
        ("#confidence", "How sure are you that you can?"),
    ]
    assert "Importance: 1 = Not important · 10 = As important as can be" in page.text()
    assert spec_of(page)["axes"][0] == {
        "name": "across",
        "title": "Importance",
        "from": 1,
        "to": 10,
        "step": 1,
        "field": "value",
        "of": "example/importance",
    }


def test_numbers_below_zero_have_a_real_minus(kinds):
    page = page_of(kinds, "self-knowledge-and-change")
    assert classes(page, "cw-quadrant__axis")[0].text() == "↑ Knowing myself (−3–3)"
