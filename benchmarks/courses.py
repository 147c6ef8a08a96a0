"""Courses of any size, the same every time, written as a trainer would write them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
FULL_MODULE = 10
MOST_MODULES = 100
WORDS = str.split(
    "a question opens more than an answer does when somebody has the time to think aloud and the "
    "one beside them waits a little longer than is easy because what is said in your own words is "
    "what you hold on to when the week gets busy again and nobody is there to remind you of it"
)

Data = dict[str, Any]


def write_course(folder: Path, lessons: int) -> None:
    """Write a course of so many lessons, with the reference course's settings.

    Modules have ten lessons, and more where a course would get over a hundred modules. A lesson
    has 150 words, a scale, a checklist and a quiz.
    """
    each = max(FULL_MODULE, -(-lessons // MOST_MODULES))
    counts = [min(each, lessons - start) for start in range(0, lessons, each)]
    names = [f"module-{number}" for number in range(1, len(counts) + 1)]
    write_site(folder, names)
    for name, count in zip(names, counts, strict=True):
        write_module(folder, name, [_lesson(number, name) for number in range(1, count + 1)])
        bank = {"bank": name, "title": name, "questions": list(_questions(count))}
        _write(folder / "quizzes" / f"{name}.yml", bank)


def write_plain_course(folder: Path, lessons: int) -> None:
    """Write as many pages of the same words, in folders of ten, for Material out of the box."""
    _put(folder / "mkdocs.yml", "site_name: Et kursus\ntheme: {name: material}\n")
    _put(folder / "docs" / "index.md", "# Forside\n")
    for number in range(lessons):
        module, name = f"module-{number // FULL_MODULE}", f"lesson-{number % FULL_MODULE}"
        text = "\n\n".join(words(50, number * 7 + part * 11) for part in range(3))
        page = f"# {name}\n\n## {words(4, number)}\n\n{text}\n"
        _put(folder / "docs" / module / f"{name}.md", page)


def write_site(folder: Path, modules: list[str]) -> None:
    """Write what a course has beside its modules: settings, doors, two pages, course.yml."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["nav"] = [{"Forside": "index.md"}, "modules/", {"Min side": "min-side.md"}]
    _write(folder / "mkdocs.yml", settings)
    for door in (ROOT / "hooks").glob("*.py"):
        _put(folder / "hooks" / door.name, door.read_text(encoding="utf-8"))
    _put(folder / "docs" / "index.md", "# Forside\n\n{{ course_overview() }}\n")
    _put(folder / "docs" / "min-side.md", "# Min side\n\n{{ my_page() }}\n")
    course = {"course": "benchmark", "title": "Et kursus", "language": "da", "modules": modules}
    course["offline"] = 1000  # thousands of lessons may weigh what a course for phones may not
    _write(folder / "content" / "course.yml", course)


def write_module(folder: Path, name: str, lessons: list[Data]) -> None:
    """Write one module's file."""
    facts = {"module": name, "title": name.capitalize(), "summary": words(12), "minutes": 60}
    module = {**facts, "aims": [words(9)], "lessons": lessons}
    _write(folder / "content" / "modules" / f"{name}.yml", module)


def words(count: int, start: int = 0) -> str:
    """Give so many words; another start gives another text."""
    chosen = (WORDS[(start + number) % len(WORDS)] for number in range(count))
    return " ".join(chosen).capitalize() + "."


def scale(name: str) -> Data:
    """Give a scale from 1 to 10 with two follow-up questions."""
    follow_ups = [
        {"when": "2-10", "ask": "Hvorfor {value} og ikke {lower}?", "id": f"{name}-hvorfor"},
        {"when": "1-9", "ask": "Hvad skal der til, før du siger {higher}?"},
    ]
    return {
        "id": name,
        "question": f"Hvor meget betyder {name} for dig?",
        "from": 1,
        "to": 10,
        "anchors": {1: "Næsten ingenting", 10: "Rigtig meget"},
        "follow_ups": follow_ups,
    }


def checklist(name: str, statements: int) -> Data:
    """Give statements rated 1 to 5, with two bands over all possible scores."""
    numbers = range(1, statements + 1)
    items = [{"id": f"{name}-{n}", "text": words(8, n * 5) + f" ({n})"} for n in numbers]
    middle = statements * 3
    return {
        "id": name,
        "title": "Hvor godt lytter jeg?",
        "scale": {"from": 1, "to": 5, "anchors": {1: "Sjældent", 5: "Næsten altid"}},
        "sections": [{"title": "Åbne spørgsmål", "items": items}],
        "bands": [
            {"from": statements, "to": middle, "title": words(3), "text": words(12)},
            {"from": middle + 1, "to": statements * 5, "title": words(3, 4), "text": words(12, 4)},
        ],
        "pick_strengths": 2,
        "pick_growth": 2,
    }


def _lesson(number: int, module: str) -> Data:
    text = "\n\n".join(words(50, number * 7 + part * 11) for part in range(3))
    return {
        "lesson": f"lesson-{number}",
        "title": f"Lesson {number} of {module}",
        "minutes": 6,
        "blocks": [
            {"text": f"## {words(4, number)}\n\n{text}"},
            {"scale": scale(f"scale-{number}")},
            {"checklist": checklist(f"checklist-{number}", 5)},
            {"quiz": f"{module}/question-{number}"},
        ],
    }


def _questions(count: int) -> Iterator[Data]:
    for number in range(1, count + 1):
        options: list[Data] = [
            {"text": words(6, number + part * 9), "feedback": words(9, number + part)}
            for part in range(3)
        ]
        options[0]["correct"] = "ja"
        question = {"question": words(9, number), "options": options}
        yield {"id": f"question-{number}", "choose": "one", **question}


def _write(file: Path, data: Data) -> None:
    _put(file, yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100))


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
