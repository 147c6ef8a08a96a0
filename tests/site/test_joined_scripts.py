"""Scripts that a page always needs together reach it as one file, and mean what they meant."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from coursewright.core.kinds import Kinds
from coursewright.render.assets import WEB, all_files
from coursewright.render.joining import Joiner
from coursewright.testing.server import ExampleSite
from tests.site.pages_server import PagesServer

NAMES = """async (addresses) => {
  const found = {};
  for (const address of addresses) {
    const names = Object.keys(await import(address));
    found[address] = names.filter((name) => !name.startsWith("$")).sort();
  }
  return found;
}"""
LEADS_ON = re.compile(r'import\{\$\d+\}from"[^"]+";\s*(?:export const\{[^}]*\}=\$\d+;)?\s*')


def test_every_address_gives_what_was_written_there(
    kinds: Kinds, served: PagesServer, example_site: ExampleSite, page: Page
) -> None:
    """Each script of the site has the names of the one we wrote, under the same address."""
    ways = [way for _, way in all_files(kinds) if way.endswith(".mjs")]
    assert len(ways) > 80
    page.goto(example_site.add_html("<!doctype html><title>Som skrevet</title>"))
    written = page.evaluate(NAMES, [f"/{way}" for way in ways])
    page.goto(f"{served.address}404.html")
    sent = page.evaluate(NAMES, [f"{served.prefix}{way}" for way in ways])
    for way in ways:
        assert sent[f"{served.prefix}{way}"] == written[f"/{way}"], way


@pytest.mark.parametrize("way", ["motivation/", "min-side/", "motivation/indefra-og-udefra/", ""])
def test_no_page_asks_for_a_script_that_only_leads_on(
    served: PagesServer, page: Page, way: str
) -> None:
    asked: list[Response] = []
    page.on("response", lambda response: asked.append(response))  # noqa: PLW0108  (a list's method takes no mark)
    page.goto(f"{served.address}{way}", wait_until="networkidle")
    scripts = [response for response in asked if response.url.endswith(".mjs")]
    assert len(scripts) > 1
    assert [one.url for one in scripts if LEADS_ON.fullmatch(one.text())] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    room = tmp_path / "exercises" / "room"
    room.mkdir(parents=True)
    return room


def write(folder: Path, files: dict[str, str]) -> Iterator[Path]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        yield folder / name


def in_browser(page: Page, tmp_path: Path, joiner: Joiner, script: str) -> object:
    """Write what the files become into the folder, and give what a page says to them."""
    texts = {path: joiner.text(path) for path in joiner.scripts}
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><title>Prøve</title>", encoding="utf-8")
    (tmp_path / "404.html").write_text("Intet her", encoding="utf-8")
    with PagesServer(tmp_path) as server:
        page.goto(server.address)
        return page.evaluate(script)


def test_every_way_of_importing_leads_to_the_one_module(
    folder: Path, tmp_path: Path, page: Page
) -> None:
    """Renamed, whole, passed on, alone for what it does, or lazy: a module runs only once."""
    files = {
        "room.mjs": (
            'import "./effect.mjs";\n'
            'import * as all from "./count.mjs";\n'
            'import {\n  next as more,\n} from "./count.mjs";\n'
            'export { seen as looked } from "./count.mjs";\n'
            "const own = 1;\nexport { own as mine };\n"
            "export async function later() {\n"
            '  const { peek } = await import("./later.mjs");\n'
            "  return [more(), all.next(), peek(), globalThis.effects];\n}\n"
        ),
        "count.mjs": (
            "let count = 0;\nexport const next = () => (count += 1);\n"
            "export function seen() {\n  return count;\n}\n"
        ),
        "effect.mjs": "globalThis.effects = (globalThis.effects ?? 0) + 1;\n",
        "later.mjs": 'import { seen } from "./count.mjs";\nexport const peek = () => seen();\n',
    }
    joiner = Joiner(list(write(folder, files)), WEB)
    assert joiner.home(folder / "count.mjs") == folder / "room.mjs"
    assert joiner.home(folder / "later.mjs") == folder / "later.mjs"
    said = in_browser(
        page,
        tmp_path,
        joiner,
        """async () => {
          const room = await import("./exercises/room/room.mjs");
          const count = await import("./exercises/room/count.mjs");
          return [...(await room.later()), room.looked(), count.seen(), room.mine];
        }""",
    )
    assert said == [1, 2, 2, 1, 2, 2, 1]


def test_a_script_written_another_way_is_left_as_it_is(folder: Path) -> None:
    """Somebody else's kind may export a default: nothing is joined that is not understood."""
    files = {
        "room.mjs": 'import help from "./help.mjs";\nhelp();\n',
        "help.mjs": "export default () => 1;\n",
        "pair.mjs": 'import "./both.mjs";\n',
        "both.mjs": "export const left = [1, 2], right = 2;\n",
        "told.mjs": 'import { odd /* at last */ } from "./odd.mjs";\nodd();\n',
        "odd.mjs": 'import { one } from "./circle.mjs";\nexport const odd = () => one();\n',
        "circle.mjs": 'import { odd } from "./odd.mjs";\nexport const one = () => odd;\n',
    }
    joiner = Joiner(list(write(folder, files)), WEB)
    for name, text in files.items():
        assert joiner.home(folder / name) == folder / name
        assert joiner.text(folder / name) == text


def test_what_pages_name_stays_where_it_is(folder: Path) -> None:
    files = {
        "one.mjs": 'import { other } from "./two.mjs";\nother();\n',
        "two.mjs": "export const other = () => 1;\n",
    }
    paths = list(write(folder, files))
    assert Joiner(paths, WEB).home(folder / "two.mjs") == folder / "one.mjs"
    assert Joiner(paths, WEB, named=[folder / "two.mjs"]).home(folder / "two.mjs") == paths[1]


def test_two_scripts_share_what_both_need(folder: Path) -> None:
    """What is not one script's alone stays a file, so that nobody fetches the other's."""
    files = {
        "one.mjs": 'import { shared } from "./shared.mjs";\nshared();\n',
        "two.mjs": 'import { shared } from "./shared.mjs";\nshared();\n',
        "shared.mjs": "export const shared = () => 1;\n",
    }
    joiner = Joiner(list(write(folder, files)), WEB)
    assert joiner.home(folder / "shared.mjs") == folder / "shared.mjs"
    assert joiner.text(folder / "one.mjs") == files["one.mjs"]
