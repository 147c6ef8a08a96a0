"""A page that nobody wrote, among MkDocs' own: there is no Markdown in it to be read.

MkDocs sets up Markdown anew for every page, and reads YAML at the top of each. A generated page
knows what would stand there, and is filled when it is written.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from coursewright.render.site import Page


class GeneratedPage(MkDocsPage):
    """One page of the course, with its title and description; empty until it is written."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        """Take the place of the page that MkDocs would make for a file."""
        super().__init__(None, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        """Give what would stand at the top of the file; nothing stands below."""
        self.markdown = ""
        self.meta = _meta(self.made)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the page empty. Its ids are unknown to MkDocs; our own check knows them."""
        self.content = ""
        self.toc = TableOfContents([])


def generate(page: Page, config: MkDocsConfig) -> File:
    """Give the file that stands for a page, with the page in it."""
    inclusion = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.source, content="", inclusion=inclusion)
    GeneratedPage(page, file, config)  # puts itself into the file, as MkDocs' own do
    return file


def _meta(page: Page) -> dict[str, Any]:
    told = {"title": page.title, "within": page.within, "description": page.description}
    meta = {**told, "render_macros": False}
    return meta if page.listed else {**meta, "search": {"exclude": True}}
