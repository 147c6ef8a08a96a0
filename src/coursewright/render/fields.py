"""A model → what a trainer may write in it, row by row: the guide's tables cannot fall behind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from coursewright.core.course import Lesson, Module, Settings
from coursewright.core.kinds import Kinds
from coursewright.core.part import Part
from coursewright.render.field_words import Words, allowed, inner_models, written

OWN_TABLES: dict[str, type[Part]] = {"course": Settings, "module": Module, "lesson": Lesson}
"""What has tables beside the kinds: the name in `fields("…")`, and its model."""


@dataclass(frozen=True)
class Row:
    """One field.

    name: as trainers write it. allowed, about: what may stand there and what it is for, both
    inline Markdown. otherwise: what counts where it is left out; "" for nothing.
    """

    name: str
    allowed: str
    needed: bool
    otherwise: str
    about: str


@dataclass(frozen=True)
class Table:
    """The fields of one mapping, those that are needed first.

    shelf: the folder of the file it is in, e.g. "quizzes"; "" for a module's own.
    under: the fields around it, outermost first. choice: what tells this sort of mapping from
    others in the same place, e.g. "choose: one"; "" for nothing.
    """

    rows: list[Row]
    shelf: str = ""
    under: tuple[str, ...] = ()
    choice: str = ""


def tables_for(what: str, kinds: Kinds, words: Words) -> list[Table]:
    """Give the tables of a kind, or of "course", "module" or "lesson"; the topmost comes first.

    words: those of guide.yml. A kind that draws from a shelf gives the tables of the shelf's
    files, too. KeyError for anything else.
    """
    if what in OWN_TABLES:
        return list(_Writing(words).tables([OWN_TABLES[what]], ()))
    kind = kinds[what]
    tables = list(_Writing(words).tables([kind.model], ()))
    if kind.shelf:
        tables += _Writing(words, kind.shelf.folder).tables([kind.shelf.model], ())
    return tables


@dataclass
class _Writing:
    """The tables of one file's shape; a model that stands in several places is told once."""

    words: Words
    shelf: str = ""
    told: set[type[Part]] = field(default_factory=lambda: set(OWN_TABLES.values()))

    def tables(self, models: list[type[Part]], under: tuple[str, ...]) -> Iterator[Table]:
        """Give the tables of models that can stand in one place: what they share, then the rest."""
        rows = {model: self._rows(model) for model in models}
        shared = [row for row in rows[models[0]] if all(row in each for each in rows.values())]
        yield Table(shared, self.shelf, under)
        for model in models if len(models) > 1 else []:
            rest = [row for row in rows[model] if row not in shared]
            yield Table(rest, self.shelf, under, _choice(model))
        for model in models:
            self.told.add(model)
            for name, _, hint in _fields(model):
                inside = [inner for inner in inner_models(hint) if inner not in self.told]
                if inside:
                    yield from self.tables(inside, (*under, name))

    def _rows(self, model: type[Part]) -> list[Row]:
        rows = (self._row(*each) for each in _fields(model))
        return sorted(rows, key=lambda row: not row.needed)

    def _row(self, name: str, info: FieldInfo, hint: Any) -> Row:
        needed = info.is_required()
        return Row(
            name=name,
            allowed=allowed(hint, info, self.words),
            needed=needed,
            otherwise="" if needed else written(info.default, self.words),
            about=info.description or "",
        )


def _fields(model: type[Part]) -> list[tuple[str, FieldInfo, Any]]:
    """Give (name as trainers write it, pydantic's info, type as the model's source has it)."""
    hints = get_type_hints(model, include_extras=True)
    return [(info.alias or name, info, hints[name]) for name, info in model.model_fields.items()]


def _choice(model: type[Part]) -> str:
    """Find the field whose one word tells this model from its neighbours."""
    for name, _, hint in _fields(model):
        if get_origin(hint) is Literal and len(get_args(hint)) == 1:
            return f"{name}: {get_args(hint)[0]}"
    return ""
