"""The Markdown extension that puts finished HTML where a token holds its place.

Exercises do not pass through Markdown: it damages a custom element at the edge of a block,
breaks multi-line HTML in lists, and costs a third of the build.
"""

import re
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

_TOKEN = re.compile(r"<p>\s*(cwslot\d+x)\s*</p>|(cwslot\d+x)")

Find = Callable[[str, str], str]
"""(token, what stands there now) → what is to stand there."""


def token(number: int) -> str:
    """Give the token for the slot with a number."""
    return f"cwslot{number}x"


class Slots(Extension):
    """Swaps each token for its HTML; an unknown token stays as it was typed."""

    def __init__(self, find: Find) -> None:
        super().__init__()
        self.find = find

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after everything else, so that nothing looks at the HTML again."""
        md.postprocessors.register(_Swap(self.find), "cw-slots", 0)


class SlotFiles(Slots):
    """The same where the HTML of each token waits in a file, because another program builds."""

    def __init__(self, folder: str = "") -> None:
        self.folder = Path(folder)
        super().__init__(self._read)

    def _read(self, token: str, otherwise: str) -> str:
        file = slot_file(self.folder, token)
        return file.read_text("utf-8") if file.is_file() else otherwise


def slot_file(folder: Path, token: str) -> Path:
    """Give the file in which the HTML of a token waits."""
    return folder / f"{token}.html"


class _Swap(Postprocessor):
    def __init__(self, find: Find) -> None:
        super().__init__()
        self.find = find

    def run(self, text: str) -> str:
        """Take a page's HTML and give it with every token swapped."""
        return _TOKEN.sub(lambda match: self.find(match[1] or match[2], match[0]), text)
