"""The measured lesson in four makes: 400 words, ten scales, a ten-statement checklist with a score.

`coursewright` builds it with everything on it. Lean Material has the same text and the same forms,
which do nothing; plain Material is as it comes out of the box, with the text alone; the floor is
one file by hand, with a score and answers that are kept in a line of script.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.courses import checklist, scale, words, write_module, write_site

COMMAND = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
LESSON = "module/lesson/"
PARAGRAPHS = [words(50, part * 7) for part in range(8)]
LEAN = """\
site_name: Et kursus
theme: {name: material, language: da, font: false}
plugins: []
markdown_extensions: [attr_list]
"""
STYLE = (
    "body{font:1rem/1.5 system-ui;max-width:40rem;margin:auto;padding:1rem}fieldset{border:0;"
    "padding:0;margin:1.5rem 0}label{display:inline-block;min-width:2.75rem;padding:.6rem 0}"
)
SCRIPT = (
    "const f=document.querySelector('form'),k='answers',o=f.querySelector('output');"
    "for(const[n,v]of JSON.parse(localStorage[k]||'[]'))f.elements[n].value=v;"
    "const show=()=>{const d=[...new FormData(f)];localStorage[k]=JSON.stringify(d);"
    "o.value=d.filter(([n])=>n.startsWith('c')).reduce((s,[,v])=>s+ +v,0)};"
    "f.addEventListener('change',show);show()"
)


def write_ours(folder: Path) -> None:
    """Build the lesson with coursewright."""
    blocks = [
        {"text": "\n\n".join((f"## {words(4)}", *PARAGRAPHS))},
        *({"scale": scale(f"scale-{number}")} for number in range(1, 11)),
        {"checklist": checklist("checklist", 10)},
    ]
    write_site(folder, ["module"])
    lesson = {"lesson": "lesson", "title": "A lesson", "minutes": 10, "blocks": blocks}
    write_module(folder, "module", [lesson])
    _build(folder)


def write_lean(folder: Path) -> None:
    """Build text and forms with Material, without what it can do without by its settings."""
    _write_material(folder, LEAN, f"\n<form>{_forms()}</form>\n")


def write_plain(folder: Path) -> None:
    """Build the text alone with Material as it comes out of the box."""
    _write_material(folder, "site_name: Et kursus\ntheme: {name: material}\n", "")


def write_floor(folder: Path) -> None:
    """Write the one file by hand."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = (
        '<!doctype html><html lang="da"><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width"><title>A lesson</title><link rel="icon" href="data:,">'
        f"<style>{STYLE}</style><main><h1>A lesson</h1><h2>{words(4)}</h2>{text}"
        f"<form>{_forms()}<p>Sum: <output></output></p></form></main><script>{SCRIPT}</script>"
    )
    file = folder / "site" / LESSON / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(page, encoding="utf-8")


MAKES: dict[str, Callable[[Path], None]] = {
    "coursewright": write_ours,
    "lean Material, forms that do nothing": write_lean,
    "plain Material, text only": write_plain,
    "one file by hand": write_floor,
}


def _write_material(folder: Path, settings: str, more: str) -> None:
    lesson = folder / "docs" / "module" / "lesson.md"
    lesson.parent.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Forside\n", encoding="utf-8")
    text = "\n\n".join(("# A lesson", f"## {words(4)}", *PARAGRAPHS))
    lesson.write_text(f"{text}\n{more}", encoding="utf-8")
    _build(folder)


def _build(folder: Path) -> None:
    subprocess.run(COMMAND, cwd=folder, env=os.environ | QUIET, check=True)


def _forms() -> str:
    questions = [(f"s{n}", scale(f"scale-{n}")["question"], 10) for n in range(1, 11)]
    items = checklist("checklist", 10)["sections"][0]["items"]
    questions += [(f"c{n}", item["text"], 5) for n, item in enumerate(items)]
    return "".join(_numbers(*question) for question in questions)


def _numbers(name: str, question: str, last: int) -> str:
    radios = "".join(
        f'<label><input type="radio" name="{name}" value="{n}"> {n}</label> '
        for n in range(1, last + 1)
    )
    return f"<fieldset><legend>{question}</legend>{radios}</fieldset>"
