"""What every type of question has."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from coursewright.core.fields import Block, Id, Inline
from coursewright.core.kinds import PageContext
from coursewright.core.part import Part


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

    def shown(self, page: PageContext) -> dict[str, Any]:
        """Give what the type's template part needs."""
        raise NotImplementedError

    def key(self) -> dict[str, Any]:
        """Give what `marking.mjs` needs to mark an answer, as plain JSON."""
        raise NotImplementedError

    def prompts(self) -> Mapping[str, str]:
        """Give what is asked for each answer that is written, by its field; most are chosen."""
        return {}
