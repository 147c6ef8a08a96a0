"""`coursewright new my-course`: a course that can be read, changed and published at once."""

import json
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from coursewright.commands.schema import write_editor_settings, write_schemas
from coursewright.commands.speaking import computer_language, say, wrong_use
from coursewright.commands.writing import scaffold_words, write_scaffold
from coursewright.core.naming import suggest_id

LANGUAGES = ("da", "nb", "en")
NORWEGIAN = ("no", "nn")
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#+|~&=$^@\"]")
_REPOSITORY = re.compile(r"([a-zA-Z0-9](?:-?[a-zA-Z0-9])*)/([\w.-]+)", re.ASCII)
_GITHUB = re.compile(r"\A(?:https?://)?(?:www\.)?github\.com/|(?:\.git)?/?\Z")


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `new course` takes; what is left out is asked for, where somebody can answer."""
    parser.add_argument("folder", type=Path, help="where the course goes; it is made")
    parser.add_argument("--title", help="what the course is called")
    parser.add_argument("--language", choices=LANGUAGES, help="which language it is written in")
    parser.add_argument(
        "--repository", metavar="OWNER/NAME", help="where it will be on GitHub, if you know"
    )
    parser.set_defaults(write=write)


def write(options: Namespace) -> Iterator[str]:
    """Write the course; gives what to say afterwards.

    Raises WrongUse for a folder with something in it, and for answers that cannot be.
    """
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise wrong_use("in-the-way", options.lang, place=folder)
    asking = _Asking(options.lang)
    name = suggest_id(folder.resolve().name) or "course"
    title = asking.title(options.title, name.replace("-", " ").capitalize())
    language = asking.language(options.language)
    address = asking.address(options.repository, name)
    words = {
        **scaffold_words("", language),
        "COURSE-ID": name,
        "COURSE-TITLE-QUOTED": json.dumps(title, ensure_ascii=False),
        "COURSE-TITLE": _as_markdown(title),
        "SITE-URL": address,
        "COURSEWRIGHT-VERSION": version("coursewright"),
    }
    for part in ("course", language):
        write_scaffold(part, folder, words)
    write_schemas(folder)
    write_editor_settings(folder)
    yield say("new-course", options.lang, place=folder.as_posix(), at=address)


class _Asking:
    """Takes each answer from its flag, or from whoever sits at the terminal, or as is usual."""

    def __init__(self, spoken: str | None) -> None:
        self.spoken = spoken
        self.can_ask = sys.stdin is not None and sys.stdin.isatty()

    def title(self, given: str | None, usual: str) -> str:
        """Give the course's title, on one line."""
        said = self._answer(given, "ask-title", usual)
        return " ".join("".join(c if c.isprintable() else " " for c in said).split()) or usual

    def language(self, given: str | None) -> str:
        """Give one of LANGUAGES."""
        here = computer_language()
        usual = "nb" if here in NORWEGIAN else here if here in LANGUAGES else "en"
        said = self._answer(given, "ask-language", usual).lower()
        if said not in LANGUAGES:
            raise wrong_use("bad-language", self.spoken, name=said, known=", ".join(LANGUAGES))
        return said

    def address(self, given: str | None, name: str) -> str:
        """Give where GitHub Pages puts the site of a repository; one to be mended without it."""
        said = _GITHUB.sub("", self._answer(given, "ask-repository", f"example/{name}"))
        found = _REPOSITORY.fullmatch(said)
        if found is None:
            raise wrong_use("bad-repository", self.spoken, name=said)
        owner, repository = found[1].lower(), found[2]
        site = f"https://{owner}.github.io/"
        return site if repository.lower() == f"{owner}.github.io" else f"{site}{repository}/"

    def _answer(self, given: str | None, question: str, usual: str) -> str:
        if given is not None or not self.can_ask:
            return given or usual
        try:
            return input(say(question, self.spoken, usual=usual)).strip() or usual
        except EOFError:
            return usual


def _as_markdown(text: str) -> str:
    """Give a text that a page shows as it is typed, whatever signs are in it."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)
