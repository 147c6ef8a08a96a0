"""Scripts and styles lose their comments on the way to the site, and nothing else."""

import gzip

import pytest
from playwright.sync_api import Page

from coursewright.core.kinds import Kinds, find_kinds
from coursewright.render.assets import all_files, files_for_site, lean, preloads, scripts, styles

RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const tidy = (text) => text.replace(/\\s+/g, " ").replace(/ ?([,/(){}:;>]) ?/g, "$1");
  return [...sheet.cssRules].map((rule) => tidy(rule.cssText));
}"""

ROOM = 8 * 1024
"""What a page may have to fetch for one kind before it works, in bytes."""


def test_styles_mean_the_same(kinds: Kinds, page: Page) -> None:
    """The browser reads the same rules from the lean file as from the one we wrote."""
    files = [path for path, _ in all_files(kinds) if path.suffix == ".css"]
    assert len(files) >= 6
    for path in files:
        written, sent = path.read_text("utf-8"), lean(path).decode()
        assert page.evaluate(RULES, sent) == page.evaluate(RULES, written), path
        assert len(sent) < len(written)


def test_scripts_lose_their_comments(kinds: Kinds) -> None:
    scripts = {way: text for way, text in files_for_site(kinds) if way.endswith(".mjs")}
    assert len(scripts) >= 12
    for way, text in scripts.items():
        assert b"/**" not in text, way


@pytest.mark.parametrize("name", find_kinds())
def test_a_room_is_light(kinds: Kinds, name: str) -> None:
    """Its own style and the scripts a page begins with, as they are served: each by itself."""
    wanted = {*styles([name]), *scripts([name], kinds, "da"), *preloads([name], kinds)}
    sent = [text for way, text in files_for_site(kinds) if way in wanted and f"/{name}/" in way]
    assert sent
    assert sum(len(gzip.compress(text, 9)) for text in sent) < ROOM
