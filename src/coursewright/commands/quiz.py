"""Take questions from other programs into a bank, or a bank's questions out to them.

The formats are GIFT, Aiken and Moodle XML. What a format cannot say is told, never dropped
silently.
"""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coursewright.commands.editor_files import modeline
from coursewright.commands.speaking import (
    LANGUAGES,
    computer_language,
    say,
    write_exactly,
    wrong_use,
)
from coursewright.core.kinds import Kinds, Shelf, find_kinds
from coursewright.core.naming import is_file_name
from coursewright.core.problems import Problem, in_order
from coursewright.core.source import Source, read_source
from coursewright.core.text import read_bytes, read_text
from coursewright.core.validation import findings_of, validated
from coursewright.core.wording import interface_words, problem_words
from coursewright.exchange import formats
from coursewright.exchange.yaml_writing import write_yaml
from coursewright.render.exercise import WORDS as RENDER_WORDS
from coursewright.reporters.terminal import Terminal, wants_colours

EXCHANGE_WORDS = Path(formats.__file__).with_name("words.yml")
_KEY = "bank"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `quiz` takes."""
    ways = parser.add_subparsers(metavar="WAY", required=True)
    into = ways.add_parser("import", help="a file of questions becomes a bank")
    into.add_argument("file", type=Path, help="in GIFT, Aiken or Moodle XML")
    into.add_argument(
        "--to", type=Path, required=True, metavar="BANK", help="e.g. quizzes/motivation.yml"
    )
    into.set_defaults(do=_import)
    out = ways.add_parser("export", help="a bank becomes a file of questions")
    out.add_argument("file", type=Path, metavar="bank", help="e.g. quizzes/motivation.yml")
    out.add_argument("--to", type=Path, metavar="FILE", help="printed where it is left out")
    out.set_defaults(do=_export)
    for way, needed in ((into, False), (out, True)):
        way.add_argument("--format", choices=formats.FORMATS, required=needed, help="the other's")
        way.add_argument("--lang", choices=LANGUAGES, default=SUPPRESS, help="of the messages")


def run(options: Namespace) -> int:
    """Do it, and tell what could not come along; give 1 where nothing could."""
    code: int = options.do(options)
    return code


def _import(options: Namespace) -> int:
    target: Path = options.to
    if target.exists():
        raise wrong_use("in-the-way", options.lang, place=target)
    if not is_file_name(target.stem) or target.suffix != ".yml":
        raise wrong_use("bad-bank-name", options.lang, name=target.name)
    language = options.lang or computer_language()
    text = _text(options.file, options.lang)
    form = formats.FORMATS[options.format or formats.format_of(text, options.file.name)]
    reading = form.read(text, options.file.name, interface_words([EXCHANGE_WORDS], language))
    kinds = find_kinds()
    problems = reading.problems
    if reading.questions:
        title = reading.title or target.stem.replace("-", " ").capitalize()
        shelf = _shelf(kinds)
        is_there = target.resolve().parent.name == shelf.folder
        head = modeline(f"{shelf.folder}/{target.name}", _KEY) if is_there else ""
        made = head + write_yaml(
            {_KEY: target.stem, "title": title, "questions": reading.questions}
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(made, encoding="utf-8", newline="\n")
        problems = [*problems, *_checked(made, target.as_posix(), shelf)[2]]
    _report(problems, kinds, language)
    said = {"count": len(reading.questions), "file": target.as_posix(), "format": form.NAME}
    print(say("imported" if reading.questions else "nothing-imported", options.lang, **said))
    return 0 if reading.questions else 1


def _export(options: Namespace) -> int:
    kinds = find_kinds()
    language = options.lang or computer_language()
    text = _text(options.file, options.lang)
    bank, source, problems = _checked(text, options.file.as_posix(), _shelf(kinds))
    if bank is None:
        _report(problems, kinds, language)
        return 1
    written = formats.FORMATS[options.format].write(bank)
    _report(findings_of(written.findings, source, ()), kinds, language)
    if options.to is None:
        write_exactly(written.text)
        return 0
    if options.to.exists():
        raise wrong_use("in-the-way", options.lang, place=options.to)
    options.to.write_text(written.text, encoding="utf-8", newline="\n")
    print(say("wrote", options.lang, file=options.to.as_posix()))
    return 0


def _text(file: Path, language: str | None) -> str:
    """Read a file as text, in any encoding that a course may have. Raises WrongUse."""
    content, _ = read_bytes(file.parent, file.name)
    text = read_text(content, file.name)[0] if content is not None else None
    if text is None:
        raise wrong_use("no-text", language, place=file)
    return text


def _shelf(kinds: Kinds) -> Shelf:
    return next(kind.shelf for kind in kinds.values() if kind.shelf and kind.shelf.key == _KEY)


def _checked(
    text: str, file: str, shelf: Shelf
) -> tuple[dict[str, Any] | None, Source, list[Problem]]:
    """Give a bank as plain data, None where a field is wrong; its source; and its problems."""
    source = read_source(text.encode(), file)
    if source.data is None or source.problems:
        return None, source, source.problems
    bank, found = validated(shelf.model, source, (), source.data)
    plain = bank.model_dump(by_alias=True, exclude_defaults=True) if bank else None
    return plain, source, found


def _report(problems: Iterable[Problem], kinds: Kinds, language: str) -> None:
    """Tell on the side: what is exported may go to the output."""
    found = in_order(problems)
    if found:
        words = problem_words(kinds, RENDER_WORDS, EXCHANGE_WORDS)
        terminal = Terminal(words, language, wants_colours(sys.stderr))
        sys.stderr.write(terminal.report(found))
