"""Write what editors need to help: schemas of a course's files, and settings for VS Code.

The schemas tell an editor every field with its description, so that it completes names, explains
them, and marks what is wrong while it is typed. Run it again when kinds have come or gone.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from coursewright.commands import checking
from coursewright.commands.editor_files import modeline, schema_files, vscode_files
from coursewright.commands.speaking import say, write_exactly, wrong_use
from coursewright.core.kinds import find_kinds

__all__ = ["modeline", "write_editor_settings", "write_schemas"]


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `schema` takes."""
    checking.add_arguments(parser)
    parser.add_argument(
        "--kind", metavar="FILE", help="print one schema instead: course, module or bank"
    )
    parser.add_argument(
        "--vscode", action="store_true", help="also settings and snippets for VS Code"
    )


def run(options: Namespace) -> int:
    """Write the files, or print one schema; give 0."""
    if options.kind:
        write_exactly(_one(options))
        return 0
    folder = checking.course_folder(options)
    written = write_schemas(folder)
    if options.vscode:
        written += write_editor_settings(folder)
    for file in written:
        print(say("wrote", options.lang, file=file))
    return 0


def write_schemas(folder: Path) -> list[str]:
    """Write `.coursewright/schema/{course,module,bank}.json`; give each path from the folder.

    The kinds are those that the course in the folder has. Raises RoomError, and OSError where a
    file cannot be written.
    """
    return _write(folder, schema_files(find_kinds(folder)))


def write_editor_settings(folder: Path) -> list[str]:
    """Write the files of `.vscode/` that are not there yet; give the path of each written.

    Settings that a trainer has changed stay. The snippets are always written anew.
    """
    files = vscode_files(find_kinds(folder))
    new = {
        file: text
        for file, text in files.items()
        if file.endswith(".code-snippets") or not (folder / file).exists()
    }
    return _write(folder, new)


def _one(options: Namespace) -> str:
    folder: Path = options.folder
    files = schema_files(find_kinds(folder))
    named = {Path(file).stem: text for file, text in files.items()}
    if options.kind not in named:
        known = ", ".join(named)
        raise wrong_use("no-such-schema", options.lang, name=options.kind, known=known)
    return named[options.kind]


def _write(folder: Path, files: Mapping[str, str]) -> list[str]:
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
    return list(files)
