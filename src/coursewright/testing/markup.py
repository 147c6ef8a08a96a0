"""HTML read as plain data, to look for what must never be in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Self

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Element:
    """One element: its tag, its attributes (None for one without a value) and what is inside."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    parent: "Element | None" = None

    def get(self, name: str) -> str:
        """Give an attribute's value, "" where it has none."""
        return self.attributes.get(name) or ""

    def walk(self) -> Iterator["Element"]:
        """Give this element and all inside it, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *tags: str) -> list["Element"]:
        """Give all elements inside that have one of these tags."""
        return [element for element in self.walk() if element.tag in tags]

    def closest(self, tag: str) -> "Element | None":
        """Give the nearest element around (or this one) with a tag."""
        element: Element | None = self
        while element is not None and element.tag != tag:
            element = element.parent
        return element

    def text(self) -> str:
        """Give all text inside, with single spaces; a script's is none."""
        if self.tag == "script":
            return ""
        parts = (child if isinstance(child, str) else child.text() for child in self.children)
        return " ".join(" ".join(parts).split())

    @classmethod
    def parse(cls, html: str) -> Self:
        """Read HTML; gives an element around everything."""
        top = cls("")
        _Reader(top).feed(html)
        return top


class _Reader(HTMLParser):
    def __init__(self, top: Element) -> None:
        super().__init__(convert_charrefs=True)
        self.at = top

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), parent=self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.at.tag != tag or self.at.parent is None:
            raise ValueError(f"</{tag}> closes <{self.at.tag}>: line {self.getpos()[0]}")
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)
