"""HTML → a tagged PDF that screen readers can read (PDF/UA-1), by WeasyPrint.

WeasyPrint is an extra, `coursewright[workbook]`, and uses the system's Pango: it is imported only
when a file is made.
"""

from collections.abc import Sequence
from functools import cache
from logging import ERROR, getLogger
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

VARIANT = "pdf/ua-1"


class NoPdf(Exception):
    """No PDF can be made on this computer; the message is the library's own reason."""


def make_pdf(html: str, styles: Sequence[Path], pictures: Path) -> bytes:
    """Make a PDF; the same input gives the same bytes.

    html: a whole document with language and title. styles: CSS files, in order.
    pictures: the folder where the document's addresses begin; nothing outside of it is read.
    Raises NoPdf where the library or Pango is missing.
    """
    weasyprint = _library()
    folder = pictures.resolve()
    document = weasyprint.HTML(
        string=html, base_url=f"{folder.as_uri()}/", url_fetcher=_fetcher(weasyprint, folder)
    )
    sheets = [weasyprint.CSS(filename=str(path)) for path in styles]
    pdf: bytes = document.write_pdf(stylesheets=sheets, pdf_variant=VARIANT)
    return pdf


def check_pdf() -> None:
    """Raise NoPdf where none can be made."""
    _library()


@cache
def _library() -> Any:
    try:
        import weasyprint  # noqa: PLC0415  (an extra, and it needs Pango)
    except (ImportError, OSError) as error:
        raise NoPdf(str(error).strip().partition("\n")[0]) from error
    getLogger("weasyprint").setLevel(ERROR)  # it warns of each rule that is for browsers only
    return weasyprint


def _fetcher(weasyprint: Any, folder: Path) -> Any:
    """Give what reads pictures: from the folder, and never from the net."""

    class FromFolder(weasyprint.urls.URLFetcher):  # type: ignore[misc]  # it has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            file = Path(url2pathname(urlsplit(url).path)).resolve()
            if not file.is_relative_to(folder):
                raise ValueError(f"not in {folder.name}: {url}")
            return super().fetch(url, headers)

    return FromFolder(allowed_protocols=("file",))
