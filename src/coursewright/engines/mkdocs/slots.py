"""The Markdown extension that puts finished HTML where a token holds its place.

Exercises do not pass through Markdown: it damages a custom element at the edge of a block,
breaks multi-line HTML in lists, and costs a third of the build.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

_TOKEN = re.compile(r"<p>\s*(cwslot\d+x)\s*</p>|(cwslot\d+x)")


class Slots(Extension):
    """Swaps each token for its HTML, once; an unknown token stays as it was typed."""

    def __init__(self, slots: dict[str, str]) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after everything else, so that nothing looks at the HTML again."""
        md.postprocessors.register(_Swap(self.slots), "cw-slots", 0)


class _Swap(Postprocessor):
    def __init__(self, slots: dict[str, str]) -> None:
        super().__init__()
        self.slots = slots

    def run(self, text: str) -> str:
        """Take a page's HTML and give it with every token swapped."""
        return _TOKEN.sub(lambda match: self._html(match[1] or match[2], match[0]), text)

    def _html(self, token: str, otherwise: str) -> str:
        return self.slots.pop(token, otherwise)
