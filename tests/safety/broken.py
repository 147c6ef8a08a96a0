"""Two hundred broken courses, made of the real modules by a fixed seed, checked one by one.

Run as a program it checks them all in this process, within limits on memory and on the time of
each, and prints what was wrong with the checking itself: `python -m tests.safety.broken FOLDER`.
"""

import random
import resource
import shutil
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from coursewright.commands.checking import check
from coursewright.core.kinds import find_kinds
from coursewright.core.problems import has_errors
from coursewright.core.text import read_text
from coursewright.core.wording import problem_words, tell
from coursewright.render.exercise import WORDS

ROOT = Path(__file__).parents[2]
SEED, COUNT = 20_260_601, 200
SECONDS, MEGABYTES = 10, 500
SIGNS = "\t\n #:-[]{}'\"|>&*!%@`,?\\\0\u00a0\u200b\u2028\ufeff\x85æ0"
PIECES = [
    *SIGNS,
    *(": ", "- ", " #x", "\n---\n", "\n    ", "<<: ", "{a: b", "| x", "no", "", "&a ", "*a"),
    *("[x](y.md)", "![](z.png)", "](", "<script>", "{{ x }}", "`" * 40, "[" * 300, "x" * 9_000),
    *("id: ", "text: ", "was: [a/b]\n", "!!python/object:os.system ", "\ud800", "😀", "e\u0301"),
]


def slices() -> list[str]:
    """Give short modules: the head of each real one, with one of its lessons at a time."""
    found = []
    for file in sorted((ROOT / "content" / "modules").glob("*.yml")):
        head, _, rest = file.read_text("utf-8").partition("\nlessons:\n")
        lessons = ("\n" + rest).split("\n  - lesson: ")[1:]
        found += [f"{head}\nlessons:\n  - lesson: {each}\n" for each in lessons]
    return found


def broken() -> Iterator[tuple[str, bytes]]:
    """Give (module, its bytes), COUNT times: always the same ones as long as the course is."""
    chance = random.Random(SEED)
    modules = slices()
    made: set[tuple[str, bytes]] = set()
    while len(made) < COUNT:
        text = chance.choice(modules)
        name = next(line for line in text.split("\n") if line.startswith("module: "))[8:]
        for _ in range(chance.choice([1, 1, 2, 3, 8])):
            text = damaged(text, chance)
        if (one := (name, encoded(text, chance))) not in made:
            made.add(one)
            yield one


def damaged(text: str, chance: random.Random) -> str:
    """Break one thing: a piece put in, a line moved, doubled, lost or cut, a value swapped."""
    lines = text.split("\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(7):
        case 0:
            lines[here], lines[there] = lines[there], lines[here]
        case 1:
            lines.insert(here, lines[there])
        case 2:
            del lines[here]
        case 3:
            lines[here] = " " * chance.randrange(9) + lines[here].lstrip()
        case 4:
            lines = lines[: here + 1]
        case _:
            start = chance.randrange(len(text) + 1)
            end = start + chance.choice([0, 0, 1, 2, 40])
            return text[:start] + chance.choice(PIECES) + text[end:]
    return "\n".join(lines)


def encoded(text: str, chance: random.Random) -> bytes:
    """Save it as some editor might; now and then a byte goes wrong on the way."""
    encoding = chance.choice(["utf-8"] * 8 + ["utf-8-sig", "utf-16", "cp1252"])
    content = text.encode(encoding, "surrogatepass" if "utf" in encoding else "replace")
    if chance.random() < 0.05:
        at = chance.randrange(len(content))
        content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    return content


def course_of(folder: Path, name: str, content: bytes) -> Path:
    """Write the broken module into a course that has the real banks and pages."""
    shutil.rmtree(folder / "content", ignore_errors=True)
    modules = folder / "content" / "modules"
    modules.mkdir(parents=True)
    settings = f"course: x\ntitle: X\nlanguage: da\nlix: 40\nmodules: [{name}]\n"
    (folder / "content" / "course.yml").write_text(settings, encoding="utf-8")
    (modules / f"{name}.yml").write_bytes(content)
    return folder


def main(folder: Path) -> int:
    """Check them all; print a line for each that was not told as it should be."""
    for name in ("quizzes", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    kinds = find_kinds()
    words = problem_words(kinds, WORDS)
    limit = MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    signal.signal(signal.SIGVTALRM, _too_long)
    faults = told = 0
    for number, (name, content) in enumerate(broken()):
        course = course_of(folder, name, content)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            problems = check(course, kinds, "da", None).problems
            lengths = {f"content/modules/{name}.yml": len(_lines(content))}
            for problem in problems:
                assert tell(problem, words, "da").message
                assert (course / problem.file).is_file(), problem
                assert 1 <= problem.place.line <= lengths.get(problem.file, 10_000), problem
            told += has_errors(problems)
        except BaseException:
            faults += 1
            print(f"— number {number}, {name}\n{traceback.format_exc()[-1500:]}")
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    print(f"{told} with errors, {faults} faults")
    return 1 if faults else 0


def _lines(content: bytes) -> list[str]:
    text, _ = read_text(content, "x.yml")
    return (text if text is not None else content.decode("latin-1")).split("\n")


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
