"""`choose: order`: the items are put in the right order."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from coursewright.core.kinds import PageContext
from coursewright.core.problems import Finding
from coursewright.exercises.quiz.questions.items import Item, equal, equal_ids, mixed
from coursewright.exercises.quiz.questions.question import Question


class Order(Question):
    """A question whose items are put in order. It begins mixed, and that is no answer."""

    template: ClassVar[str] = "order"
    how: ClassVar[str] = "how-order"

    choose: Literal["order"] = Field(
        description="The type of question: the items are put in the right order."
    )
    items: list[Item] = Field(
        min_length=3,
        max_length=10,
        description="What is put in order, in the right order; 3 to 10.",
    )

    def findings(self) -> Iterator[Finding]:
        """Find items that stand twice."""
        texts = [(("items", n, "text"), item.text) for n, item in enumerate(self.items)]
        yield from equal("equal-items", texts)
        yield from equal_ids((("items", n), item.id) for n, item in enumerate(self.items))

    def shown(self, page: PageContext) -> dict[str, Any]:
        """Give the items mixed, and in the right order."""
        found = {item.value: item for item in self.items}
        mix = mixed([item.value for item in self.items], self.id)
        return {"mixed": [found[value] for value in mix], "items": self.items}

    def key(self) -> dict[str, Any]:
        """Give the right order."""
        return {"right": [item.value for item in self.items]}
