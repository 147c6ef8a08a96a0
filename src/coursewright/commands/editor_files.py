"""What helps an editor: a course's schemas, and settings and snippets for VS Code."""

import json
from collections.abc import Iterator
from typing import Any

from coursewright.core.examples import read_examples
from coursewright.core.kinds import Kind, Kinds
from coursewright.core.loading import MODULES, SETTINGS
from coursewright.core.schema import schemas

SCHEMAS = ".coursewright/schema"
VSCODE = ".vscode"
_EXTENSION = "redhat.vscode-yaml"
_INDENT = "  "


def modeline(file: str, schema: str) -> str:
    """Give the first line that tells any editor which schema a file follows.

    file: path from the course folder, with forward slashes. schema: course, module or bank.
    """
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{schema}.json\n"


def schema_files(kinds: Kinds) -> dict[str, str]:
    """Give each schema file's text by its path from the course folder."""
    return {f"{SCHEMAS}/{name}.json": _json(made) for name, made in schemas(kinds).items()}


def vscode_files(kinds: Kinds) -> dict[str, str]:
    """Give VS Code's files by their path: settings, recommended extension and snippets."""
    places = {"course": [SETTINGS], "module": [f"{MODULES}/*.yml"]}
    shelves = [kind.shelf for kind in kinds.values() if kind.shelf]
    places |= {shelf.key: [f"{shelf.folder}/*.yml"] for shelf in shelves}
    settings = {
        "yaml.schemas": {f"./{SCHEMAS}/{name}.json": files for name, files in places.items()},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
        "files.encoding": "utf8",
    }
    snippets = {name: snippet for kind in kinds.values() for name, snippet in _snippet(kind, kinds)}
    return {
        f"{VSCODE}/settings.json": _json(settings),
        f"{VSCODE}/extensions.json": _json({"recommendations": [_EXTENSION]}),
        f"{VSCODE}/coursewright.code-snippets": _json(snippets),
    }


def _snippet(kind: Kind, kinds: Kinds) -> Iterator[tuple[str, Any]]:
    """Make a snippet of a kind's first good example; its id is chosen by whoever puts it in."""
    good = (each for each in read_examples(kind, kinds) if not each.expected and not each.others)
    for example in list(good)[:1]:
        lines = example.yaml.split("\n")
        text = lines[0] if kind.short and len(lines) == 1 else ""
        inside = [f"{_INDENT * 2}{line}".rstrip() for line in lines]
        body = [f"- {kind.name}: {text}"] if text else [f"- {kind.name}:", *inside]
        about = (kind.model.__doc__ or "").partition("\n")[0]
        yield (
            kind.name,
            {
                "scope": "yaml",
                "prefix": kind.name,
                "description": about,
                "body": [_asking_for_id(line) for line in body],
            },
        )


def _asking_for_id(line: str) -> str:
    """Escape what a snippet would read as its own, and let the exercise's id be typed."""
    plain = line.replace("\\", "\\\\").replace("$", "\\$")
    lead = f"{_INDENT * 2}id: "
    return f"{lead}${{1:{plain.removeprefix(lead)}}}" if plain.startswith(lead) else plain


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
