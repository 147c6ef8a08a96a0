"""What sort, order, match and gap share: items with a name of their own, and mixing them."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from pydantic import Field

from coursewright.core.fields import Inline
from coursewright.core.inputs import Option
from coursewright.core.problems import Finding, Path


class Item(Option):
    """Something to be put in its place; written as a text where there is nothing more to say."""

    feedback: Inline | None = Field(
        default=None, description="Said of this one after checking, right or not."
    )


def name_of(text: str) -> str:
    """Give a text's name in stored answers: it can be moved, and the answer follows its words."""
    return Option(text=text).value


def equal(code: str, texts: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    """Find texts that say the same, whatever their capitals and spaces; told at the later one."""
    seen: set[str] = set()
    for path, text in texts:
        words = " ".join(text.casefold().split())
        if words in seen:
            yield Finding(code, path, {"text": text})
        seen.add(words)


def equal_ids(ids: Iterable[tuple[Path, str | None]]) -> Iterator[Finding]:
    """Find ids that stand twice in one question."""
    seen: set[str] = set()
    for path, name in ids:
        if name in seen:
            yield Finding("item-id-taken", (*path, "id"), {"id": name})
        if name is not None:
            seen.add(name)


def mixed(names: Sequence[str], question: str) -> list[str]:
    """Give names in an order that tells nothing: always the same one, and never as they stand.

    names: different ones. question: the question's id.
    """

    def draw(name: str) -> bytes:
        return blake2b(f"{question}/{name}".encode()).digest()

    drawn = sorted(names, key=draw)
    return drawn if drawn != list(names) else [*drawn[1:], drawn[0]]
