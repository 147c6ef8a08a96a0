"""Every page of a course as a file that Zensical reads: Markdown, with finished HTML beside it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from coursewright.core.text import read_text_file
from coursewright.engines.zensical.settings import as_yaml
from coursewright.render.addresses import in_the_site
from coursewright.render.calls import MACROS
from coursewright.render.exercise import Placement
from coursewright.render.markdown import ROOT
from coursewright.render.page_text import FRONT_MATTER
from coursewright.render.site import Page, SiteRenderer
from coursewright.render.site_values import KEY, MyPage, SiteValues
from coursewright.render.slots import slot_file, token
from coursewright.render.unsearched import Aside

_README = re.compile(r"(?<![^/])README\.md\Z")
_HEADING = re.compile(r"^# +(.+?)(?: +#+)? *$", re.MULTILINE)
_MACROS = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701  (Markdown)


@dataclass
class StagedPage:
    """One page: its file below docs/, its front matter, its Markdown, and what it has used.

    aside: what of it is not searched. The way to the root stands as ROOT in finished HTML until
    the site is built: Zensical would take a relative one for an author's, and bend it.
    """

    source: str
    meta: dict[str, Any]
    body: str = ""
    placement: Placement = field(default_factory=lambda: Placement(ROOT))
    aside: Aside = field(default_factory=Aside)

    @property
    def address(self) -> str:
        """From the site's root: "" for the front page."""
        address = in_the_site(_README.sub("index.md", self.source))
        return "" if address == "./" else address

    @property
    def title(self) -> str:
        """What the menu calls it, unless the settings do."""
        heading = _HEADING.search(self.body)
        name = Path(self.source).stem.replace("-", " ").capitalize()
        return str(self.meta.get("title") or (heading[1] if heading else name))


@dataclass
class Pages:
    """The pages of one course, and the HTML in them, which goes to files in `slots`."""

    renderer: SiteRenderer
    slots: Path
    found: dict[str, StagedPage] = field(default_factory=dict)
    my_page: StagedPage | None = None
    _count: int = 0

    def read(self, course: Path, docs: str) -> None:
        """Read the pages that authors wrote, and fill their macro calls."""
        for path in sorted((course / docs).rglob("*.md")):
            source = path.relative_to(course / docs).as_posix()
            if _README.search(source) and path.with_name("index.md").is_file():
                continue  # the folder has its front page
            text, _ = read_text_file(course, f"{docs}/{source}")
            front = FRONT_MATTER.match(text or "")
            meta = yaml.safe_load(front[0].strip().strip("-.")) if front else {}
            body = (text or "")[front.end() if front else 0 :]
            page = StagedPage(source, meta or {})
            page.body = _MACROS.from_string(body).render(self._macros(page))
            self.found[source] = page

    def generate(self) -> None:
        """Add the pages nobody wrote; one of docs/ at the same address wins."""
        taken = {page.address for page in self.found.values()}
        for made in self.renderer.pages():
            if made.address not in taken:
                page = StagedPage(made.source, _meta(made))
                page.body = self._put_aside(self.renderer.page(made, page.placement), page)
                self.found[made.source] = page

    def write(self, docs: Path, values: SiteValues) -> None:
        """Write them all, each with what the templates need."""
        for page in self.found.values():
            meta = {**page.meta, KEY: values.page(page.address, page.placement)}
            file = docs / page.source
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"---\n{as_yaml(meta)}\n---\n{page.body}\n", encoding="utf-8")

    def finish(self, site: Path) -> None:
        """Put what stood aside into the built pages, and the ways to the root."""
        for page in self.found.values():
            file = site / page.address / "index.html"
            html = page.aside.put_back(file.read_text("utf-8"))
            root = "../" * page.address.count("/") or "./"
            file.write_text(html.replace(ROOT, root), encoding="utf-8")

    def mine(self) -> MyPage | None:
        """Give the first page that holds «My page»."""
        return MyPage(self.my_page.address, self.my_page.title) if self.my_page else None

    def _macros(self, page: StagedPage) -> dict[str, Callable[..., str]]:
        return {name: self._macro(name, page) for name in MACROS}

    def _macro(self, name: str, page: StagedPage) -> Callable[..., str]:
        def call(*words: str) -> str:
            if name == "my_page" and self.my_page is None:
                self.my_page = page
            return self._put_aside(getattr(self.renderer, name)(page.placement, *words), page)

        return call

    def _put_aside(self, html: Markup, page: StagedPage) -> str:
        name = token(self._count)
        self._count += 1
        slot_file(self.slots, name).write_text(page.aside.take(html), encoding="utf-8")
        return name


def _meta(page: Page) -> dict[str, Any]:
    told = {"title": page.title, "within": page.within, "description": page.description}
    meta: dict[str, Any] = {**told, "hide": ["toc"]}
    return meta if page.listed else {**meta, "search": {"exclude": True}}
