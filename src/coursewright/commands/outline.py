"""Make the beginning of a module of an outline in Word, Markdown or plain text.

Headings become lessons, and `(10 min)` in a heading its minutes; paragraphs and lists become
texts. The module is a draft until course.yml names it.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from coursewright.commands.editor_files import modeline
from coursewright.commands.speaking import computer_language, say, wrong_use
from coursewright.core.loading import MODULES, SETTINGS
from coursewright.core.naming import is_file_name
from coursewright.core.problems import Problem
from coursewright.core.source import read_source
from coursewright.core.text import read_text
from coursewright.core.wording import interface_words, read_words
from coursewright.exchange import formats
from coursewright.exchange.outline import module_of, read_outline
from coursewright.exchange.word import NotWord, read_word
from coursewright.exchange.yaml_writing import write_yaml
from coursewright.reporters.terminal import Terminal, wants_colours

EXCHANGE_WORDS = Path(formats.__file__).with_name("words.yml")
_WORD = ".docx"
_PLAIN = ".txt"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `outline` takes."""
    parser.add_argument("file", type=Path, help="the outline: .docx, .md or .txt")
    parser.add_argument("--module", required=True, metavar="NAME", help="the new module's id")
    parser.add_argument(
        "--into", type=Path, default=Path(), metavar="FOLDER", help="the course; this if left out"
    )


def run(options: Namespace) -> int:
    """Write the module, and say what could not come along and what comes next."""
    name, target = options.module, options.into / MODULES / f"{options.module}.yml"
    if not is_file_name(name):
        raise wrong_use("bad-module-name", options.lang, name=name)
    if target.exists():
        raise wrong_use("in-the-way", options.lang, place=target)
    text, problems = _read(options.file, options.lang)
    language = _language(options.into)
    parts = read_outline(text, is_plain=options.file.suffix == _PLAIN)
    module = module_of(parts, name, interface_words([EXCHANGE_WORDS], language))
    target.parent.mkdir(parents=True, exist_ok=True)
    made = modeline(f"{MODULES}/{target.name}", "module") + write_yaml(module)
    target.write_text(made, encoding="utf-8", newline="\n")
    _report(problems, options.lang or computer_language())
    count = len(module["lessons"])
    print(say("outlined", options.lang, name=name, count=count, file=target.as_posix()))
    return 0


def _read(file: Path, language: str | None) -> tuple[str, list[Problem]]:
    """Give the outline as Markdown. Raises WrongUse for a file that cannot be read."""
    try:
        content = file.read_bytes()
        if file.suffix.lower() == _WORD:
            return read_word(content, file.name)
    except (OSError, NotWord) as error:
        raise wrong_use("no-outline", language, place=file) from error
    text, _ = read_text(content, file.name)
    if text is None:
        raise wrong_use("no-text", language, place=file)
    return text, []


def _language(course: Path) -> str:
    """Give the language of the course, for what the outline leaves open."""
    settings = course / SETTINGS
    data = read_source(settings.read_bytes(), SETTINGS).data if settings.is_file() else None
    said = data.get("language") if data is not None else None
    return said if isinstance(said, str) and said else computer_language()


def _report(problems: list[Problem], language: str) -> None:
    if problems:
        words = read_words(EXCHANGE_WORDS)["problems"]
        sys.stderr.write(Terminal(words, language, wants_colours(sys.stderr)).report(problems))
