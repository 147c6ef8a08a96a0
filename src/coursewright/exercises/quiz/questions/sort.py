"""`choose: sort`: each item goes into one of a few categories."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from coursewright.core.fields import Id, Inline
from coursewright.core.kinds import PageContext
from coursewright.core.part import Part
from coursewright.core.problems import Finding
from coursewright.exercises.quiz.questions.items import Item, equal, equal_ids, mixed, name_of
from coursewright.exercises.quiz.questions.question import Question


class Category(Part):
    """Where items go; written as a text, or with an id where the words may change."""

    title: Inline = Field(description="What the items in it have in common, in a word or two.")
    id: Id | None = Field(
        default=None,
        description="Stable name. Without one the answer follows the title, and is lost when "
        "it changes.",
    )

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, data: object) -> object:
        return {"title": data} if isinstance(data, str) else data

    @property
    def value(self) -> str:
        """Its name in stored answers."""
        return self.id or name_of(self.title)

    def is_called(self, name: str) -> bool:
        """Tell whether an item's `in` means this one: by its id, or by its title."""
        return name in (self.id, self.title) or name.casefold() == self.title.casefold()


class SortItem(Item):
    """Something that belongs in one of the categories."""

    category: Inline = Field(
        alias="in", description="The id or the title of the category it belongs in."
    )


class Sort(Question):
    """A question whose items are put into categories."""

    template: ClassVar[str] = "sort"
    how: ClassVar[str] = "how-sort"

    choose: Literal["sort"] = Field(
        description="The type of question: each item goes into one of the categories."
    )
    categories: list[Category] = Field(
        min_length=2, max_length=5, description="Where the items go, 2 to 5 categories."
    )
    items: list[SortItem] = Field(
        min_length=2, max_length=12, description="What is sorted, 2 to 12 items."
    )

    def findings(self) -> Iterator[Finding]:
        """Find what stands twice, an item in no category, and a category without items."""
        titles = [(("categories", n, "title"), c.title) for n, c in enumerate(self.categories)]
        texts = [(("items", n, "text"), item.text) for n, item in enumerate(self.items)]
        ids = [(("categories", n), c.id) for n, c in enumerate(self.categories)]
        yield from equal("equal-options", titles)
        yield from equal_ids(ids)
        yield from equal("equal-items", texts)
        yield from equal_ids((("items", n), item.id) for n, item in enumerate(self.items))
        yield from self._misplaced()
        yield from self._empty()

    def shown(self, page: PageContext) -> dict[str, Any]:
        """Give the items, mixed, each with the value of its category."""
        found = {item.value: item for item in self.items}
        order = mixed([item.value for item in self.items], self.id)
        key = self.key()["right"]
        piles = [
            (one, [item for item in self.items if key[item.value] == one.value])
            for one in self.categories
        ]
        return {"items": [found[value] for value in order], "piles": piles}

    def key(self) -> dict[str, Any]:
        """Give each item's category."""
        return {"right": {item.value: self._category(item).value for item in self.items}}

    def _category(self, item: SortItem) -> Category:
        return next(one for one in self.categories if one.is_called(item.category))

    def _misplaced(self) -> Iterator[Finding]:
        known = [one.id or one.title for one in self.categories]
        for number, item in enumerate(self.items):
            if not any(one.is_called(item.category) for one in self.categories):
                near = get_close_matches(item.category, known, n=1, cutoff=0.5)
                values = {"value": item.category, "near": "".join(near), "known": ", ".join(known)}
                yield Finding("no-such-category", ("items", number, "in"), values)

    def _empty(self) -> Iterator[Finding]:
        for number, one in enumerate(self.categories):
            if not any(one.is_called(item.category) for item in self.items):
                yield Finding(
                    "category-without-items", ("categories", number), {"title": one.title}
                )
