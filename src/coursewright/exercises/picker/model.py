"""What a trainer writes under `picker:`, and what can be wrong with it."""

from collections.abc import Iterator

from pydantic import Field

from coursewright.core.course import Exercise
from coursewright.core.fields import Id, Inline, WholeNumber, YesNo
from coursewright.core.inputs import Option
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path

OWN = "own-{number}"
"""The name of a suggestion that the participant writes."""


class PickOption(Option):
    """One thing to choose; written as a text, or with more about it."""

    detail: Inline | None = Field(
        default=None, description="What it means, in a sentence; stands under the text."
    )
    category: Inline | None = Field(
        default=None, description="The category's id, or its words where `categories` is left out."
    )


class Category(Part):
    """A heading that options stand under."""

    id: Id = Field(description="Stable name, which options name as their `category`.")
    title: Inline = Field(description="The heading, in a word or two.")


class Picker(Exercise):
    """A catalogue to choose a few things from, and to put them in order."""

    ask: Inline = Field(description="What to choose, and how many: `Choose three to try`.")
    options: list[PickOption] = Field(
        min_length=2, max_length=60, description="What can be chosen, in the order it is shown."
    )
    categories: list[Category] = Field(
        default=[], max_length=12, description="Headings of the options, in order."
    )
    most: WholeNumber | None = Field(
        default=None, ge=1, le=60, description="How many can be chosen; any number if left out."
    )
    least: WholeNumber = Field(
        default=1, ge=1, le=60, description="So many make a result; one is enough if left out."
    )
    rank: YesNo = Field(
        default=False, description="`yes` when the chosen ones are put in order, the first on top."
    )
    own: WholeNumber = Field(
        default=0, ge=0, le=5, description="How many suggestions of their own participants can add."
    )
    why: Inline | None = Field(
        default=None, description="Ask for a line of text at each chosen one, with these words."
    )
    why_first: Inline | None = Field(
        default=None, description="Ask for a text about the first of the chosen ones."
    )

    def heading(self) -> str:
        """Give the title, or what is asked where there is none."""
        return self.title or self.ask

    def choices(self) -> dict[str, str]:
        """Give the options; what participants add themselves only they can see."""
        return {option.value: option.text for option in self.options}

    def prompts(self) -> dict[str, str]:
        """Give what is asked about each option, and about the first one chosen."""
        asked = {f"why.{name}": f"{text}: {self.why}" for name, text in self.choices().items()}
        return {
            **(asked if self.why else {}),
            **({"why-first": self.why_first} if self.why_first else {}),
        }

    def scored(self) -> Iterator[tuple[str, Path]]:
        """Give the options that have an id: what is chosen is kept by it."""
        for index, option in enumerate(self.options):
            if option.id:
                yield option.id, ("options", index, "id")

    def own_names(self) -> list[str]:
        """Give the names of the suggestions that participants add."""
        return [OWN.format(number=number) for number in range(1, self.own + 1)]

    def groups(self) -> list[tuple[str, list[PickOption]]]:
        """Give (heading, its options) in order; one group without a heading if there are none."""
        titles = {category.id: category.title for category in self.categories}
        groups: dict[str, list[PickOption]] = {title: [] for title in titles.values()}
        for option in self.options:
            name = option.category or ""
            groups.setdefault(titles.get(name, name), []).append(option)
        return list(groups.items())

    def findings(self) -> Iterator[Finding]:
        """Find what does not fit together.

        Codes: pick-twice, pick-id-taken, pick-category-unknown, pick-category-missing,
        pick-category-empty, pick-most-too-many, pick-least-above-most, nothing-to-rank.
        """
        yield from self._option_findings()
        yield from self._category_findings()
        yield from self._count_findings()

    def _option_findings(self) -> Iterator[Finding]:
        seen: set[str] = set()
        for index, option in enumerate(self.options):
            words = " ".join(option.text.casefold().rstrip(".!").split())
            if words in seen or option.value in seen:
                yield Finding("pick-twice", ("options", index), {"text": option.text})
            seen |= {words, option.value}
            if option.id in self.own_names():
                yield Finding("pick-id-taken", ("options", index, "id"), {"id": option.id})

    def _category_findings(self) -> Iterator[Finding]:
        known = {category.id for category in self.categories}
        used = {option.category for option in self.options}
        for index, option in enumerate(self.options):
            if option.category is None and (known or used != {None}):
                yield Finding("pick-category-missing", ("options", index), {"text": option.text})
            elif known and option.category not in known:
                values = {"category": option.category, "known": ", ".join(sorted(known))}
                yield Finding("pick-category-unknown", ("options", index, "category"), values)
        for index, category in enumerate(self.categories):
            if category.id not in used:
                yield Finding("pick-category-empty", ("categories", index), {"id": category.id})

    def _count_findings(self) -> Iterator[Finding]:
        count = len(self.options) + self.own
        most = count if self.most is None else self.most
        if most > count:
            yield Finding("pick-most-too-many", ("most",), {"most": most, "count": count})
        if self.least > min(most, count):
            yield Finding(
                "pick-least-above-most", ("least",), {"least": self.least, "most": min(most, count)}
            )
        if self.rank and most == 1:
            yield Finding("nothing-to-rank", ("rank",), {}, "warning")
