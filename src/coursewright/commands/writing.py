"""Files of the scaffold, written with words of the moment in the places of others."""

import re
from collections.abc import Mapping
from pathlib import Path

from coursewright import scaffold
from coursewright.core.wording import read_words

SCAFFOLD = Path(scaffold.__file__).parent
NEW = ".new"


def write_scaffold(part: str, folder: Path, words: Mapping[str, str]) -> None:
    """Write a folder of the scaffold, with everything below it.

    words: what stands in the scaffold → what is written, in names of files, too. Raises OSError,
    and FileExistsError where a file is there already.
    """
    top = SCAFFOLD / part
    for file in sorted(top.rglob(f"*{NEW}")):
        name = file.relative_to(top).as_posix().removesuffix(NEW)
        target = folder / replaced(name, words)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_new(target, replaced(file.read_text("utf-8"), words))


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet, the same bytes on every computer."""
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def scaffold_text(name: str, words: Mapping[str, str]) -> str:
    """Give the text of one file of the scaffold. name: from its top, without the ending."""
    return replaced((SCAFFOLD / f"{name}{NEW}").read_text("utf-8"), words)


def scaffold_words(name: str, language: str) -> dict[str, str]:
    """Give the words of a `words.yml` of the scaffold. name: its folder, or ""."""
    words = read_words(SCAFFOLD / name / "words.yml")
    return dict(words.get(language, words["en"]))


def replaced(text: str, words: Mapping[str, str]) -> str:
    """Give a text with all words swapped at once; of two that begin alike, the longer counts."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: words[found[0]], text)
