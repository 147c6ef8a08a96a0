"""The typed course: what a trainer's YAML means once it is without mistakes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import ClassVar, Self

from pydantic import Field

from coursewright.core.dates import Dated
from coursewright.core.fields import (
    Block,
    EarlierId,
    Id,
    Inline,
    Reference,
    WholeNumber,
    YesNo,
)
from coursewright.core.numbers import Numbers
from coursewright.core.part import Part
from coursewright.core.problems import Finding, Path

Shelves = Mapping[str, Mapping[str, "Part | None"]]
"""What exercises draw from: shelf folder → id → the part that stands there.

None stands for a file that is there but could not be read; its mistakes are told already.
"""


class Exercise(Part):
    """What every kind of exercise has. A kind adds its own fields and rules."""

    wording: ClassVar[frozenset[str]] = frozenset({"id", "tool", "minutes", "was", "show"})
    """Fields that can change without an old answer meaning something else."""

    id: Id = Field(description="Stable name, unique in its module. Answers are kept under it.")
    tool: Id | None = Field(
        default=None, description="The tool's id in your own list of methods, for the catalogue."
    )
    title: Inline | None = Field(default=None, description="Heading of the exercise.")
    intro: Block | None = Field(
        default=None, description="What to do and why, before the exercise itself. Markdown."
    )
    minutes: WholeNumber | None = Field(
        default=None, ge=1, le=480, description="How long it takes, in whole minutes."
    )
    was: list[EarlierId] = Field(
        default=[],
        description="Earlier ids of this exercise: what was answered under them stays with it. "
        "With the module in front where it has moved from another: `module/exercise`.",
    )

    show: list[Reference] = Field(
        default=[],
        max_length=5,
        description="Other exercises, as `module/exercise`; the participant's answers to them "
        "stand above this one.",
    )

    @property
    def asks(self) -> bool:
        """Say whether there is anything to answer; what is only read is not on «Min side»."""
        return True

    def resolve(self, shelves: Shelves) -> tuple[Self, list[Finding]]:
        """Fill in what the exercise takes from a shelf; most kinds take nothing."""
        return self, []

    def links(self) -> Iterable[tuple[Path, str]]:
        """Give (way to the field, address) of every exercise that this one refers to."""
        return ((("show", index), address) for index, address in enumerate(self.show))

    def connect(self, others: "Mapping[str, Exercise]") -> tuple[Self, list[Finding]]:
        """Take over what the exercises of `links` give, or find that one does not fit.

        others: address → exercise, for each link. Called once the whole course is read, and only
        where all of them exist.
        """
        return self, []

    def choices(self) -> Mapping[str, str]:
        """Give what a participant chooses from here, id → inline Markdown, for others to take."""
        return {}

    def numbers_asked(self) -> Mapping[str, Numbers]:
        """Give the fields that are answered with a number on a scale, for others to take."""
        return {}

    def tools(self) -> Iterable[str]:
        """Give the ids of the tools that are practised here, for the catalogue."""
        return (self.tool,) if self.tool else ()

    def heading(self) -> str:
        """Give the words under which participants find the exercise again (inline Markdown)."""
        return self.title or self.id

    def prompts(self) -> Mapping[str, str]:
        """Give the inline Markdown that asks for each written answer, by its field."""
        return {}

    def dates(self) -> Iterable[Dated]:
        """Give the dates that participants set here, for «Min side» and their calendar."""
        return ()

    def continues(self) -> str | None:
        """Give the address in `links` where the same was asked before: one line over time."""
        return None

    def version(self) -> str:
        """Give eight hex digits that change when the wording changes, not when it is moved.

        What is left out, or said as it is anyway, does not count: a field that a later release
        adds to a kind leaves the versions of published exercises as they are.
        """
        wording = self.model_dump_json(exclude=set(self.wording), exclude_defaults=True)
        return blake2b(wording.encode(), digest_size=4).hexdigest()


class Text(Part):
    """A piece of text between exercises."""

    text: Block = Field(description="Markdown without HTML.")


def public_id(module: str, name: str) -> str:
    """Put the module before a name that does not carry one."""
    return name if "/" in name else f"{module}/{name}"


class Placed(Part):
    """An exercise where it stands: its kind, and the module that owns its id."""

    kind: str = Field(description="The kind's name, as written in the YAML.")
    module: Id = Field(description="The module that owns the id.")
    exercise: Exercise = Field(description="The exercise itself.")

    @property
    def address(self) -> str:
        """The public id, `module/exercise`, under which answers are kept."""
        return public_id(self.module, self.exercise.id)

    @property
    def earlier(self) -> list[str]:
        """The public ids under which answers were kept before."""
        return [public_id(self.module, name) for name in self.exercise.was]


LessonBlock = Text | Placed


class Lesson(Part):
    """One short page: texts and exercises in order."""

    lesson: Id = Field(description="Stable name, unique in its module; the page's address.")
    title: Inline = Field(description="Heading of the page.")
    summary: Inline | None = Field(
        default=None, description="One short sentence for lists of lessons."
    )
    minutes: WholeNumber = Field(ge=1, le=480, description="How long it takes, in whole minutes.")
    blocks: list[LessonBlock] = Field(
        min_length=1, max_length=100, description="Texts and exercises, in order."
    )
    try_it: Block | None = Field(
        default=None, description="One thing to try before next time. Markdown."
    )

    def exercises(self) -> Iterator[Placed]:
        """Give the lesson's exercises in order."""
        return (block for block in self.blocks if isinstance(block, Placed))


class Module(Part):
    """A theme of the course: an overview page and its lessons."""

    module: Id = Field(description="Stable name, the same as the file's name without `.yml`.")
    title: Inline = Field(description="Heading of the module.")
    summary: Inline = Field(description="One or two sentences: what it is about.")
    minutes: WholeNumber = Field(ge=1, le=2000, description="How long it takes altogether.")
    audience: list[Inline] = Field(default=[], description="Who it is for.")
    aims: list[Inline] = Field(
        min_length=1, max_length=12, description="What a participant can do afterwards."
    )
    sources: list[Inline] = Field(default=[], description="Where the knowledge comes from.")
    retired: list[EarlierId] = Field(
        default=[],
        description="Ids of exercises that were published and are gone, and of items as "
        "`exercise/item`; their answers are kept.",
    )
    lessons: list[Lesson] = Field(min_length=1, max_length=60, description="The pages, in order.")

    def findings(self) -> Iterator[Finding]:
        """Find lessons or exercises that take longer than what they are in says.

        Code: minutes-do-not-add-up, a warning. More time than they take is fine: there may be
        talk and breaks in it.
        """
        yield from _too_long("lessons", self.lessons, self.minutes, ("minutes",))
        for number, lesson in enumerate(self.lessons):
            exercises = [placed.exercise for placed in lesson.exercises()]
            path = ("lessons", number, "minutes")
            yield from _too_long("exercises", exercises, lesson.minutes, path)

    def exercises(self) -> Iterator[Placed]:
        """Give all exercises of the module in order."""
        return (placed for lesson in self.lessons for placed in lesson.exercises())


def _too_long(
    what: str, parts: Sequence[Lesson | Exercise], minutes: int, path: Path
) -> Iterator[Finding]:
    total = sum(part.minutes or 0 for part in parts)
    if total > minutes:
        values = {"what": what, "total": total, "minutes": minutes}
        yield Finding("minutes-do-not-add-up", path, values, "warning")


class Settings(Part):
    """`content/course.yml`: what the course is called and which modules it has."""

    course: Id = Field(
        description="Stable name. Answers on phones are kept under it: never change it."
    )
    title: Inline = Field(description="The course's name.")
    summary: Inline | None = Field(
        default=None, description="One or two sentences for the front page."
    )
    language: Id = Field(description="The language the YAML is written in, e.g. `da`.")
    languages: list[Id] = Field(default=[], description="The languages the course is built in.")
    authors: list[Inline] = Field(default=[], description="Who wrote the course.")
    licence: Inline | None = Field(default=None, description="What others may do with the text.")
    modules: list[Id] = Field(
        min_length=1, max_length=100, description="The modules, in the order they are taken."
    )
    workbook: YesNo = Field(
        default=False,
        description="Whether each module's empty workbook is made as a PDF file, too, when the "
        "course is built, and linked there. It takes the extra `coursewright[workbook]`.",
    )
    retired: list[Id] = Field(
        default=[], description="Modules that were published and are gone; their answers are kept."
    )
    offline: WholeNumber | None = Field(
        default=None,
        ge=0,
        le=1000,
        description="Megabytes that the course may weigh on a phone, where it is kept for use "
        "without a net; 0 keeps nothing there. Without a number 5 is a warning and 20 an error.",
    )
    lix: WholeNumber | None = Field(
        default=None,
        ge=20,
        le=100,
        description="How hard a text may be to read, in LIX: a text above it is a warning. A novel "
        "has about 30, a newspaper 40. Without a number nothing is measured.",
    )

    def findings(self) -> Iterator[Finding]:
        """Find a module, a language or a retired module that is listed twice (listed-twice)."""
        for name in ("modules", "languages", "retired"):
            listed: list[str] = getattr(self, name)
            for index, value in enumerate(listed):
                if value in listed[:index]:
                    yield Finding("listed-twice", (name, index), {"value": value})


class Course(Part):
    """A whole course without mistakes."""

    settings: Settings = Field(description="What course.yml says.")
    modules: list[Module] = Field(description="The modules, in order.")

    def exercises(self) -> Iterator[Placed]:
        """Give every exercise of the course in order."""
        return (placed for module in self.modules for placed in module.exercises())
