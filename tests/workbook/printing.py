"""What stands on paper, read back from a PDF."""

import io

from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page) -> PdfReader:
    """Print a page as the phone would."""
    made = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    return PdfReader(io.BytesIO(made))


def close(text: str) -> str:
    """Give a text without white space: where lines end is the printer's business."""
    return "".join(text.split())


def text_of(paper: PdfReader, *, numbered: bool = False) -> str:
    """Give all the text of a PDF, closed up. numbered: without the page numbers."""
    texts = []
    for number, page in enumerate(paper.pages, 1):
        text = close(page.extract_text())
        texts.append(text.removeprefix(str(number)) if numbered and number > 1 else text)
    return "".join(texts)


def titles_of(outline: list) -> list[str]:
    """Give the titles of a PDF's outline, however deep."""
    found = []
    for entry in outline:
        found += titles_of(entry) if isinstance(entry, list) else [str(entry.title)]
    return found
