"""The menu says which page one is on."""

import re

from tests.site.courses import Built

MENU = re.compile(r'<nav class="[^"]*cw-nav".*?</nav>', re.DOTALL)
CURRENT = re.compile(r'<a href="([^"]*)" aria-current="page"')
IN_NO_MENU = re.compile(r"(404|503)\.html|workbook/([a-z-]+/)?index\.html")
"""What comes instead of a page that is not found or not kept; what «My page» leads to."""


def test_it_marks_the_page_one_is_on(reference: Built) -> None:
    """One line, which leads to the page itself; none on a page that the menu does not have."""
    unmarked = []
    for path in reference.site.rglob("*.html"):
        marked = CURRENT.findall(MENU.search(path.read_text(encoding="utf-8"))[0])
        if marked:
            assert [(path.parent / way).resolve() for way in marked] == [path.parent], path
        else:
            unmarked.append(path.relative_to(reference.site).as_posix())
    assert [way for way in unmarked if not IN_NO_MENU.fullmatch(way)] == []
    assert {"404.html", "503.html"} < set(unmarked)
