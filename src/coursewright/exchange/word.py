"""A Word file → Markdown, by mammoth; what has no place in Markdown is told."""

import io
from pathlib import PurePosixPath
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

import mammoth
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from coursewright.core.problems import Problem
from coursewright.exchange.html import markdown_of

MOST_BYTES = 50_000_000
"""A Word file that would unpack to more is not read."""

_DOCUMENT = "word/document.xml"
_LOST = {"picture": "<img", "table": "<table"}


class NotWord(Exception):
    """The file is no Word file, is too big, or means harm."""


def read_word(content: bytes, file: str) -> tuple[str, list[Problem]]:
    """Give a Word file's text as Markdown, and what could not come along (outline-lost).

    file: its name, for the problems. Raises NotWord.
    """
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_BYTES:
                raise NotWord(file)
            for each in packed.namelist():
                if PurePosixPath(each).suffix in (".xml", ".rels"):
                    fromstring(packed.read(each))  # refuses entities, which mammoth would read
            if _DOCUMENT not in packed.namelist():
                raise NotWord(file)
        no_pictures = mammoth.images.img_element(lambda _: {"src": ""})
        html = mammoth.convert_to_html(io.BytesIO(content), convert_image=no_pictures).value
    except (BadZipFile, ParseError, DefusedXmlException, KeyError, ValueError) as error:
        raise NotWord(file) from error
    lost = [what for what, tag in _LOST.items() if tag in html]
    problems = [Problem("outline-lost", file, values={"what": w}, severity="warning") for w in lost]
    return markdown_of(html), problems
