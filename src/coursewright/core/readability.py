"""Texts that are harder to read than the course wants: what participants read, whatever its kind.

Which fields are prose is read from the models: those of type `Inline` and `Block`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from coursewright.core.course import Placed
from coursewright.core.fields import Block, Inline
from coursewright.core.lix import Prose, letters, read_prose
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path

FEWEST_WORDS = 25
"""A shorter text is not judged: one long word more or less would move it by four or more."""

LONG_SENTENCE = 15
"""A sentence with more words than this is worth splitting."""

MANY_LONG = 20
"""Where more words in a hundred are long, shorter ones help."""

NAMED = 3
"""So many of the longest words are named."""

_BARE = (str, int, float, bool, type(None))


Written = tuple[Path, str]
"""A piece of prose, and where it stands in its file."""


def hard_to_read(texts: Iterable[Written], limit: int) -> Iterator[Finding]:
    """Find the texts of a file whose LIX is above the limit (hard-to-read)."""
    for path, text in texts:
        if len(text) < 2 * FEWEST_WORDS - 1:
            continue
        prose = read_prose(text)
        if len(prose.words) >= FEWEST_WORDS and prose.lix > limit:
            values = {"lix": prose.lix, "limit": limit, **_advice(prose)}
            yield Finding("hard-to-read", path, values, "warning")


def written(part: Part, path: Path = ()) -> list[Written]:
    """Give every piece of prose that a trainer wrote in a part and below it."""
    found: list[Written] = []
    _gather(part, path, found)
    return found


def _gather(part: Part, path: Path, found: list[Written]) -> None:
    for name, key, is_prose in _fields(type(part)):
        value = getattr(part, name)
        if value.__class__ is str:  # nearly all are, and a course has a hundred thousand
            if is_prose and value:
                found.append(((*path, key), value))
        elif value:
            _gather_texts(value, (*path, key), is_prose, found)


def _gather_texts(value: object, path: Path, is_prose: bool, found: list[Written]) -> None:
    if isinstance(value, str):
        if is_prose:
            found.append((path, value))
    elif isinstance(value, Placed):  # the kind's name stands between the block and the exercise
        _gather(value.exercise, (*path, value.kind), found)
    elif isinstance(value, Part):
        _gather(value, path, found)
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            _gather_texts(each, (*path, number), is_prose, found)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            _gather_texts(each, (*path, str(key)), is_prose, found)


@cache
def _fields(model: type[Part]) -> list[tuple[str, str, bool]]:
    """Give (attribute, name as trainers write it, whether its texts are prose) of each field.

    Those are left out that no prose can stand in, such as ids and numbers.
    """
    hints = get_type_hints(model, include_extras=True)
    return [
        (name, info.alias or name, is_prose)
        for name, info in model.model_fields.items()
        if (is_prose := _is_prose(hints[name])) or _may_hold_parts(hints[name])
    ]


def _may_hold_parts(hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return False
    if isinstance(hint, type):
        return hint not in _BARE
    inside = get_args(hint)
    return any(map(_may_hold_parts, inside)) if inside else True


def _is_prose(hint: Any) -> bool:
    """Tell whether a type is one of the two, also inside a list or with checks of its own."""
    if get_origin(hint) is Annotated and any(_extends(hint, kind) for kind in (Inline, Block)):
        return True
    inner = get_args(hint)
    return any(map(_is_prose, inner[1:] if get_origin(hint) is dict else inner))


def _extends(hint: Any, kind: Any) -> bool:
    own = kind.__metadata__
    return bool(hint.__metadata__[: len(own)] == own)


def _advice(prose: Prose) -> Mapping[str, str]:
    """Give the longest words, the longest sentence, or both: what makes the text hard."""
    longest = max(prose.sentences, key=lambda sentence: len(sentence.words))
    is_long = len(longest.words) > LONG_SENTENCE
    are_long = 100 * len(prose.long_words) / len(prose.words) > MANY_LONG or not is_long
    words = _longest(prose.long_words) if are_long else []
    return {"near": ", ".join(words), "quoted": longest.text if is_long else ""}


def _longest(words: Iterable[str]) -> list[str]:
    """Give the longest words, each once, in the order of length."""
    return sorted(dict.fromkeys(words), key=letters, reverse=True)[:NAMED]
