"""Which table does a class stand for?  The classes of small mappers, with their tables and their relations.

peewee, Tortoise, Pony, Piccolo and ormar each say how they name tables and relations (`Mapper`); what is the same for
them is here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled dataclass looks the classes of its fields up
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.syntax.kinds import ASSIGN, CALL, NAME
from boundary.model.scan import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model import code
    from boundary.model.scan import Because, Confidence, Operation


class Relation(NamedTuple):
    """One relation of a record: to which class, under which name back, what a deletion does, the table between.

    `kind` is the project's own class of fields that makes it; `nullable`, whether a row may have none; `single`,
    whether at most one row points at another one.
    """

    name: str
    target: ClassInfo
    back: str | None = None
    on_delete: str | None = None
    link_table: str | None = None
    line: int = 0
    kind: ClassInfo | None = None
    nullable: bool = False
    single: bool = False


@dataclass(slots=True, eq=False)
class Record:
    """One class that stands for a table."""

    cls: ClassInfo
    table: str
    relations: dict[str, Relation] = field(default_factory=dict)
    back: dict[str, tuple[Record, Relation]] = field(default_factory=dict)
    columns: frozenset[str] = frozenset()
    """What a row has a value of its own under, which its class says nothing of."""


@dataclass(frozen=True, slots=True)
class Mapper:
    """How a library maps classes: the class that all are below, and what the others say."""

    base: str
    table: Callable[[Interpreter, ClassInfo], str | None]
    """The table of a class; None for one that has none of its own."""
    relations: Callable[[Interpreter, ClassInfo], Iterator[Relation]]
    is_field: Callable[[str], bool] = lambda name: name.endswith("Field")
    """Whether a call of this name makes a column in the body of a class."""
    column: Callable[[str], str] = "{}_id".format
    """How the column is called that keeps the key of a relation."""
    ships: bool = False
    """Whether classes of the library's own stand for tables, too."""


class Records:
    """The records of one mapper in a program."""

    def __init__(self, interpreter: Interpreter, mapper: Mapper) -> None:
        self._interpreter, self._mapper = interpreter, mapper
        self._held: dict[ClassInfo, Record | None] = {}
        self._added: dict[ClassInfo, Record] = {}
        self._seen = 0
        self._linking = 0
        self._names: dict[str, Record | None] | None = None
        self._pointing: dict[Record, list[tuple[Record, Relation]]] = {}

    def of(self, cls: ClassInfo | None) -> Record | None:
        """The record that a class stands for."""
        if cls is None:
            return None
        if cls in self._added:
            return self._added[cls]
        if cls not in self._held:
            self._held[cls] = None
            own = not cls.library or (self._mapper.ships and cls.dotted != self._mapper.base)
            if own and self._interpreter.classes.is_subclass(cls, self._mapper.base):
                table = self._mapper.table(self._interpreter, cls)
                self._held[cls] = Record(cls, table) if table else None
        return self._held[cls]

    def add(self, cls: ClassInfo, table: str) -> None:
        """A class that the library makes stands for a table that is described where it is told of."""
        self._added[cls] = Record(cls, table)

    def linked(self, cls: ClassInfo | None) -> Record | None:
        """The record of a class, with the relations of all records known, those of classes that functions made, too."""
        if self._seen < len(self._interpreter.program.classes):
            self._linking += 1
            self._link()
            self._linking -= 1
        return self.of(cls)

    def named(self, name: str) -> Record | None:
        """The one record whose class is called so, in lower letters; None where there are several."""
        self.linked(None)
        if self._linking:
            return None  # asked while the relations are being found
        if self._names is None:
            self._names = {}
            for record in [one for one in self._held.values() if one is not None]:
                own = record.cls.name.lower()
                self._names[own] = record if own not in self._names else None
        return self._names.get(name)

    def _link(self) -> None:
        classes = self._interpreter.program.classes
        new, self._seen = classes[self._seen :], len(classes)
        for cls in new:
            record = self.of(cls)
            if record is None:
                continue
            self._names = None
            record.columns = frozenset(name for name, *_ in made(self._interpreter, cls, self._mapper.is_field))
            for relation in self._mapper.relations(self._interpreter, cls):
                record.relations[relation.name] = relation
                target = self.of(relation.target)
                if relation.back and target is not None:
                    target.back[relation.back] = record, relation
                if target is not None and relation.link_table is None:
                    self._pointing.setdefault(target, []).append((record, relation))

    def pointing(self, record: Record) -> list[tuple[Record, Relation]]:
        """The relations that lead to a record, several of one class too, each with who has it."""
        self.linked(None)
        return self._pointing.get(record, [])

    def described(self) -> Iterator[Table | ForeignKey]:
        """The tables and the foreign keys of all records."""
        self.linked(None)
        for record in [one for one in self._held.values() if one is not None]:
            cls = record.cls
            file, line = (None, None) if cls.library else (cls.module.file, cls.line)
            yield Table(name=record.table, model=cls.dotted, file=file, line=line)
            for relation in record.relations.values():
                target = self.of(relation.target)
                if target is None:
                    continue
                ends = ((record, relation.name), (target, target.cls.name.lower()))
                if relation.link_table is None:
                    yield _key(record.table, target.table, self._mapper.column(relation.name), relation, cls)
                    continue
                yield Table(name=relation.link_table, file=cls.module.file, line=relation.line or cls.line)
                for end, name in ends:
                    yield _key(relation.link_table, end.table, self._mapper.column(name), relation, cls)

    def cascade(self, evaluator: Evaluator, record: Record, line: int, seen: set[str] | None = None) -> None:
        """A row is deleted, and with it those that point at it."""
        seen = seen if seen is not None else {record.table}
        for holder, relation in record.back.values():
            if relation.link_table is not None:
                evaluator.touch(relation.link_table, "delete", line, because="m2m")
            elif relation.on_delete == "CASCADE" and holder.table not in seen:
                seen.add(holder.table)
                evaluator.touch(holder.table, "delete", line, because="cascade")
                self.cascade(evaluator, holder, line, seen)
            elif relation.on_delete == "SET NULL":
                evaluator.touch(holder.table, "update", line, because="cascade")
        for relation in record.relations.values():
            if relation.link_table is not None:
                evaluator.touch(relation.link_table, "delete", line, because="m2m")


def _key(from_: str, to: str, column: str, relation: Relation, cls: ClassInfo) -> ForeignKey:
    return ForeignKey(
        from_=from_,
        to=to,
        column=column,
        on_delete=relation.on_delete,
        file=cls.module.file,
        line=relation.line or cls.line,
    )


def records(interpreter: Interpreter, mapper: Mapper) -> Records:
    """The records of a mapper."""
    held: Records = interpreter.frameworks.state.setdefault(f"records {mapper.base}", None) or Records(
        interpreter, mapper
    )
    interpreter.frameworks.state[f"records {mapper.base}"] = held
    return held


def asked(call: NativeCall) -> list[ClassInfo]:
    """The classes that a method is called on: of a class, of a row, of what was made for a class."""
    receiver = call.receiver
    if isinstance(receiver, Instance) and receiver.model is not None:
        return [receiver.model]
    return [receiver.cls] if isinstance(receiver, (ClassAtom, Instance)) else []


def called(interpreter: Interpreter, base: str, name: str | None, cls: ClassInfo) -> list[ClassInfo]:
    """The model that `"models.User"` names in a class: by its last part, the nearest one."""
    if not name:
        return []
    last = name.rpartition(".")[2]
    held = [
        one
        for one in interpreter.program.classes
        if one.name == last and not one.library and interpreter.classes.is_subclass(one, base)
    ]
    return [max(held, key=lambda one: _nearness(one.module.name, cls.module.name))] if held else []


def _nearness(name: str, other: str) -> tuple[bool, int]:
    """How near two modules are: the same, else by the packages that they have in common."""
    common = takewhile(lambda pair: pair[0] == pair[1], zip(name.split("."), other.split("."), strict=False))
    return name == other, sum(1 for _ in common)


# --- what class bodies say --------------------------------------------------------------------------------


def option(interpreter: Interpreter, cls: ClassInfo, *names: str) -> Value:
    """What the class's own `Meta` says under one of these names."""
    for atom in interpreter.classes.own(cls, "Meta"):
        if isinstance(atom, ClassAtom):
            for name in names:
                found = interpreter.classes.own(atom.cls, name)
                if found:
                    return found
    return BOTTOM


def inherited(interpreter: Interpreter, cls: ClassInfo, *names: str) -> Value:
    """The same where a class has what the `Meta` of the classes above it says, but for what its own does."""
    return next((found for one in interpreter.classes.mro(cls) if (found := option(interpreter, one, *names))), BOTTOM)


def text(value: Value) -> str | None:
    """The one text that a value is."""
    found = strings(value)
    return found[0] if len(found) == 1 else None


def fields(interpreter: Interpreter, cls: ClassInfo, *kinds: str) -> Iterator[tuple[str, code.Call, ClassInfo]]:
    """The attributes of a class that are made by a call of one of these, with the call and the class that has it."""
    return made(interpreter, cls, frozenset(kinds).__contains__)


def made(
    interpreter: Interpreter, cls: ClassInfo, is_kind: Callable[[str], bool]
) -> Iterator[tuple[str, code.Call, ClassInfo]]:
    """The same for calls of whatever has such a name."""
    for owner in reversed(interpreter.classes.mro(cls)):
        if owner.library:
            continue
        for name, bindings in owner.bindings.items():
            for binding in bindings:
                statement = binding.statement
                if type(statement) is ASSIGN and type(statement.value) is CALL:
                    called = statement.value.function
                    kind = called.id if type(called) is NAME else getattr(called, "name", "")
                    if is_kind(kind):
                        yield name, statement.value, owner


def touch(  # noqa: PLR0913 - one record, spelled out
    evaluator: Evaluator,
    record: Record | None,
    op: Operation,
    line: int,
    *,
    confidence: Confidence | None = None,
    because: Because | None = None,
) -> None:
    """Rows of a record are touched."""
    if record is not None:
        evaluator.touch(record.table, op, line, confidence=confidence, because=because)


def row(evaluator: Evaluator, cls: ClassInfo, *, guessed: bool = False) -> Value:
    """A row that is stored."""
    return evaluator.atoms.instance(cls, stored=True, guessed=guessed)


def maybe(evaluator: Evaluator, cls: ClassInfo, *, guessed: bool = False) -> Value:
    """A row that is stored, or None where there is none."""
    return row(evaluator, cls, guessed=guessed) | evaluator.atoms.none


class RowsMade(Hook):
    """Rows of a mapper: those that code makes are not stored yet."""

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Model(...)`."""
        value = evaluator.atoms.instance(cls, stored=False)
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value


def created(evaluator: Evaluator, cls: ClassInfo, line: int) -> Value:
    """`Model.create(...)`: a row is made and saved, by `save` as the model has it."""
    value = evaluator.atoms.instance(cls, stored=False)
    save = evaluator.interpreter.attributes.get(evaluator, value, "save", line)
    evaluator.interpreter.calls.call(evaluator, save, NO_ARGUMENTS, line)
    return row(evaluator, cls)


def followed(evaluator: Evaluator, held: Records, atom: Instance, target: ClassInfo, line: int) -> Value:
    """The row that a relation of an object leads to, which is read; None where there is none."""
    with evaluator.believed(doubt(atom)):
        touch(evaluator, held.of(target), "read", line)
    return maybe(evaluator, target, guessed=atom.guessed)


def along(held: Records, cls: ClassInfo | None, paths: Iterable[str]) -> frozenset[str]:
    """The tables that lookups (`a__b__c`) join along the way: relations of a class, and those that lead to it."""
    found: set[str] = set()
    for path in paths:
        record: Record | None = held.linked(cls)
        for part in path.split("__"):
            if record is None:
                break
            relation = record.relations.get(part)
            if relation is not None:
                record = held.of(relation.target)
            elif part in record.back:
                record, relation = record.back[part]
            else:
                break
            found |= {one for one in (relation.link_table, record.table if record else None) if one}
    return frozenset(found)


def mentioned(held: Records, atoms: Iterable[Atom]) -> frozenset[str]:
    """The tables of the records among values: of their classes, and of what was made for them or joins them."""
    found: set[str] = set()
    for atom in atoms:
        cls = atom.cls if isinstance(atom, ClassAtom) else atom.model if isinstance(atom, Instance) else None
        record = held.of(cls)
        if record is not None:
            found.add(record.table)
        if isinstance(atom, Instance):
            found |= atom.joins
    return frozenset(found)


def doubt(atom: object) -> Confidence | None:
    """What is believed of what an object does, that is itself perhaps a guess."""
    return "guessed" if isinstance(atom, Instance) and atom.guessed else None


def is_stored(atom: object) -> bool:
    """Whether an object is known to be a row that is stored."""
    return isinstance(atom, Instance) and atom.stored is True
