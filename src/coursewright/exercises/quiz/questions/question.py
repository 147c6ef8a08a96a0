"""What every type of question has."""

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from pydantic import Field

from coursewright.core.course import Part
from coursewright.core.fields import Block, Id, Inline


class Page(Protocol):
    """What a question may ask of the page it is shown on."""

    words: Mapping[str, str]

    def inline(self, text: str) -> str:
        """Turn one line of Markdown into HTML."""

    def block(self, text: str) -> str:
        """Turn Markdown with paragraphs into HTML."""


class Question(Part):
    """One question of a bank."""

    template: ClassVar[str]
    """The part of the room's template that shows a question of this type."""
    how: ClassVar[str] = ""
    """The interface word that says how to answer; "" where nothing needs to be said."""

    id: Id = Field(description="Stable name, unique in its bank. The answer is kept under it.")
    tool: Id | None = Field(
        default=None, description="The tool's id in your own list of methods, for the catalogue."
    )
    question: Inline = Field(description="The question itself, on one line.")
    intro: Block | None = Field(
        default=None, description="What one must know first, above the question's options."
    )
    feedback: Block | None = Field(
        default=None, description="Said to everyone after checking, whatever they chose."
    )

    def shown(self, page: Page) -> dict[str, Any]:
        """Give what the type's template part needs."""
        raise NotImplementedError

    def key(self) -> dict[str, Any]:
        """Give what `marking.mjs` needs to mark an answer, as plain JSON."""
        raise NotImplementedError
