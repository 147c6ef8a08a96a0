"""One part of a figure: a name, and what it means."""

import re
from collections.abc import Iterator

from pydantic import Field, model_validator

from coursewright.core.fields import Inline
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path

_SIGNS = re.compile(r"\]\([^()]*\)|[*_`\[\]]")
"""What Markdown adds to a line and nobody sees."""


class Piece(Part):
    """A part of a figure; written as a text where it has nothing but a name."""

    title: Inline = Field(description="What the part is called, in a few words.")
    text: Inline | None = Field(default=None, description="What it means, in a sentence or two.")
    mark: Inline | None = Field(
        default=None,
        description="Brings the part out with a few words on a tag, e.g. `Begin here`.",
    )

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, data: object) -> object:
        return {"title": data} if isinstance(data, str) else data


def too_long(title: str, path: Path, word: int, line: int) -> Iterator[Finding]:
    """Warn of a title that does not fit where it is drawn (label-too-long).

    path: the way to the title. word: letters of the longest word that fits. line: letters in all.
    """
    seen = _SIGNS.sub("", title)
    longest = max(seen.split(), key=len, default="")
    if len(longest) > word:
        values = {"words": longest, "count": len(longest), "limit": word}
        yield Finding("label-too-long", path, values, "warning")
    elif len(seen) > line:
        values = {"words": seen, "count": len(seen), "limit": line}
        yield Finding("label-too-long", path, values, "warning")
