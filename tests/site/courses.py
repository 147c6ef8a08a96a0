"""Small courses in a temporary folder, built by the commands a trainer would type."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

SETTINGS = """\
course: lille-kursus
title: Et lille kursus
language: da
modules: [{modules}]
"""

MODULE = """\
module: {name}
title: Modul {name}
summary: Om noget.
minutes: 10
aims: [Du kan noget.]
lessons:
{lessons}"""

LESSON = """\
  - lesson: {name}
    title: {title}
    minutes: 5
    blocks:
      - text: |
          {text}
      - scale:
          id: {name}-skala
          question: {question}
          from: 1
          to: 5
          anchors: {{1: Lidt, 5: Meget}}
"""

PAGES = {
    "index.md": "# Forside\n\n{{ course_overview() }}\n",
    "min-side.md": "# Min side\n\n{{ my_page() }}\n",
}


@dataclass(frozen=True)
class Built:
    """What a build gave: its exit code, all it said, and the site it wrote."""

    code: int
    said: str
    site: Path

    def page(self, address: str) -> str:
        return (self.site / address / "index.html").read_text(encoding="utf-8")


def lesson(name: str, text: str = "Hej.", question: str = "Hvor meget?", title: str = "") -> str:
    """Give the YAML of a lesson with one text and one scale."""
    return LESSON.format(name=name, title=title or f"Lektion {name}", text=text, question=question)


def write_course(
    folder: Path, modules: dict[str, list[str]], pages: dict[str, str] | None = None
) -> Path:
    """Write a course. modules: name → the YAML of its lessons. pages: in docs/, over the two."""
    for name in ("hooks", "mkdocs.yml"):
        source = ROOT / name
        target = folder / name
        shutil.copytree(source, target) if source.is_dir() else _copy_settings(source, target)
    (folder / "content" / "modules").mkdir(parents=True)
    (folder / "content" / "course.yml").write_text(
        SETTINGS.format(modules=", ".join(modules)), encoding="utf-8"
    )
    for name, lessons in modules.items():
        text = MODULE.format(name=name, lessons="".join(lessons))
        (folder / "content" / "modules" / f"{name}.yml").write_text(text, encoding="utf-8")
    for name, text in {**PAGES, **(pages or {})}.items():
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return folder


def _copy_settings(source: Path, target: Path) -> None:
    """The reference course's settings without its own list of pages."""
    lines = source.read_text(encoding="utf-8").split("\n")
    start = lines.index("nav:")
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith(" "))
    target.write_text("\n".join(lines[:start] + lines[end:]), encoding="utf-8")


def build(folder: Path, *options: str, site: Path | None = None) -> Built:
    """Run `coursewright build` in a folder."""
    site = site or folder / "site"
    command = [sys.executable, "-m", "coursewright", "build", str(folder), "--site-dir", str(site)]
    return _run([*command, *options], folder, site)


def mkdocs_build(folder: Path, *options: str) -> Built:
    """Run `mkdocs build` in a folder, as any user of MkDocs would."""
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return _run(command, folder, folder / "site")


def _run(command: list[str], folder: Path, site: Path) -> Built:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return Built(done.returncode, done.stdout + done.stderr, site)
