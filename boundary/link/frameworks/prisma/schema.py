"""Which tables does a schema of Prisma declare, and how are they related?

A relation whose keys a model holds is a foreign key; lists on both ends are a table between the two, which Prisma names
after them. A deletion does what the schema says, else it is refused, or takes keys away that may be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.model.scan import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model.prisma import PrismaField, PrismaModel

MODELS: Final = "prisma models"
"""Where the program says which models were read."""
STATE: Final = "prisma schema"
ON_DELETE: Final = {
    "Cascade": "CASCADE",
    "SetNull": "SET NULL",
    "SetDefault": "SET DEFAULT",
    "Restrict": "RESTRICT",
    "NoAction": "NO ACTION",
}


class Relation:
    """A field that leads to rows of another model, directly or through the table between the two.

    `holds` says that the keys are on this side; `on_delete`, what a deletion of the row that they lead to does.
    """

    __slots__ = ("between", "holds", "on_delete", "target")

    def __init__(
        self, target: Model, on_delete: str | None = None, between: str | None = None, *, holds: bool = False
    ) -> None:
        self.target = target
        self.on_delete = on_delete
        self.between = between
        self.holds = holds


class Model:
    """One model, with its relations by the names of their fields."""

    __slots__ = ("declared", "relations")

    def __init__(self, declared: PrismaModel) -> None:
        self.declared = declared
        self.relations: dict[str, Relation] = {}

    @property
    def table(self) -> str:
        """The table of its rows."""
        return self.declared.table


class Schema:
    """All models of a program, as its clients name them: in lower letters."""

    def __init__(self, models: tuple[PrismaModel, ...]) -> None:
        self.models: dict[str, Model] = {}
        for declared in models:  # a schema may lie in several places: they say the same
            self.models.setdefault(declared.name.lower(), Model(declared))
        for model in self.models.values():
            for one in model.declared.fields:
                target = self.models.get(one.kind.lower())
                if target is not None and target.declared.name == one.kind:
                    model.relations[one.name] = _relation(model, one, target)

    def described(self) -> Iterator[Table | ForeignKey]:
        """The tables, also those between two models, and the foreign keys."""
        between: set[str] = set()
        for model in self.models.values():
            file = model.declared.file
            yield Table(name=model.table, file=file, line=model.declared.line)
            for one in model.declared.fields:
                relation = model.relations.get(one.name)
                if relation is None:
                    continue
                to, on_delete = relation.target.table, relation.on_delete
                if relation.holds:
                    for column in one.columns:
                        yield ForeignKey(model.table, to, column, on_delete, file, one.line)
                elif relation.between is not None and relation.between not in between:
                    between.add(relation.between)
                    yield Table(name=relation.between, file=file, line=one.line)
                    for column, end in zip("AB", sorted([model, relation.target], key=_name), strict=True):
                        yield ForeignKey(relation.between, end.table, column, on_delete, file, one.line)

    def cascade(self, evaluator: Evaluator, model: Model, line: int, seen: frozenset[str] = frozenset()) -> None:
        """Rows are deleted, and with them those that hold keys of theirs."""
        seen |= {model.table}
        for other in self.models.values():
            for relation in other.relations.values():
                if relation.target is not model:
                    continue
                if relation.between is not None:
                    evaluator.touch(relation.between, "delete", line, because="m2m")
                elif relation.holds and relation.on_delete == "CASCADE" and other.table not in seen:
                    evaluator.touch(other.table, "delete", line, because="cascade")
                    self.cascade(evaluator, other, line, seen)
                elif relation.holds and relation.on_delete == "SET NULL":
                    evaluator.touch(other.table, "update", line, because="cascade")


def schema(interpreter: Interpreter) -> Schema:
    """The schema of a program, put together once."""
    state = interpreter.frameworks.state
    held: Schema | None = state.get(STATE)
    if held is None:
        held = state[STATE] = Schema(state.get(MODELS, ()))
    return held


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of Prisma's models."""
    yield from schema(interpreter).described()


def _relation(model: Model, one: PrismaField, target: Model) -> Relation:
    """What a field leads to; the keys are on this side, on the other, or in a table between the two."""
    if one.columns:
        told = ON_DELETE.get(one.on_delete)
        return Relation(target, told or ("SET NULL" if one.optional else "RESTRICT"), holds=True)
    back = [
        each
        for each in target.declared.fields
        if each.kind == model.declared.name and each.relation == one.relation and each is not one
    ]
    if one.many and back and all(each.many and not each.columns for each in back):
        first, second = sorted([model, target], key=_name)
        return Relation(target, "CASCADE", f"_{one.relation or f'{_name(first)}To{_name(second)}'}")
    return Relation(target)


def _name(model: Model) -> str:
    return model.declared.name
