"""Which tables and relations do SQLObject's classes have?  `sqlmeta.table`, a style of naming, joins, inheritance.

    class ShopOrder(SQLObject):                 shop_order
        class sqlmeta: table = "orders"         ... or what it says; MixedCaseStyle() keeps the class's name
        customer = ForeignKey("Customer", cascade=True)
        lines = MultipleJoin("Line")
        tags = RelatedJoin("Tag")               order_tag, unless `intermediateTable` says otherwise

A class below one that is below `InheritableSQLObject` has a table for its own columns, and a row in that of each class
above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.records import Mapper, Relation, text
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.records import Record, Records
    from boundary.model import code
    from boundary.model.scan import ForeignKey, Table

OBJECT: Final = "sqlobject.main.SQLObject"
INHERITABLE: Final = "sqlobject.inheritance.InheritableSQLObject"
MANY: Final = ("RelatedJoin", "SQLRelatedJoin", "ManyToMany")
BACK: Final = ("MultipleJoin", "SQLMultipleJoin", "OneToMany", "SingleJoin")
KEYS: Final = ("ForeignKey", "KeyCol")
KINDS: Final = frozenset({*MANY, *BACK, *KEYS})
CAPITALS: Final = re.compile(r"[A-Z]+")


class Others(NamedTuple):
    """What a join gives: rows of a class, by a table between, as a list or as a query, or a single one.

    A query by a table between joins that of the row itself, too.
    """

    target: ClassInfo
    between: str | None
    lazy: bool
    single: bool
    own: str | None


def underscored(name: str) -> str:
    """`ShopOrder` as the table of the default style is called: `shop_order`."""
    if name.endswith("ID"):
        return underscored(name[:-2] + "_id")
    return CAPITALS.sub(_lower, name).removeprefix("_")


def _lower(found: re.Match[str]) -> str:
    word = found.group().lower()
    return f"_{word[:-1]}_{word[-1]}" if len(word) > 1 else f"_{word}"


def _meta(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """What the class's own `sqlmeta` says."""
    for atom in interpreter.classes.own(cls, "sqlmeta"):
        if isinstance(atom, ClassAtom):
            found = interpreter.classes.own(atom.cls, name)
            if found:
                return found
    return BOTTOM


def inherited(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """What the `sqlmeta` of a class says, or of one above it."""
    return next((found for one in interpreter.classes.mro(cls) if (found := _meta(interpreter, one, name))), BOTTOM)


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`sqlmeta.table`, or the class's name as its style has it; `_table` in old code."""
    told = text(_meta(interpreter, cls, "table")) or text(interpreter.classes.own(cls, "_table"))
    interpreter.frameworks.stores_read.add("sqlobject")
    if told:
        return told
    style = inherited(interpreter, cls, "style")
    if any(isinstance(atom, Instance) and atom.cls.name == "MixedCaseStyle" for atom in style):
        return cls.name
    return cls.name[0].lower() + underscored(cls.name[1:])


def _kind(interpreter: Interpreter, call: code.Call, owner: ClassInfo) -> str:
    """Which of SQLObject's keys and joins a call makes, by itself or by a class of the project below it."""
    name = str(getattr(call.function, "id", getattr(call.function, "name", "")))
    if name in KINDS:
        return name
    for atom in interpreter.class_evaluator(owner).evaluate(call.function) if name.endswith(("Join", "Key")) else ():
        if isinstance(atom, ClassAtom):
            above = [one.name for one in interpreter.classes.mro(atom.cls) if one.library and one.name in KINDS]
            return above[0] if above else name
    return name


def _is_field(name: str) -> bool:
    return name.endswith(("Col", "Join", "Key")) or name in KINDS


def _own(interpreter: Interpreter, cls: ClassInfo, *kinds: str) -> Iterator[tuple[str, code.Call, ClassInfo]]:
    """The attributes of these kinds that rows of a class have: those of a class with a table above it are there."""
    above = set(chain_of(interpreter, cls)[1:])
    for name, call, owner in fields(interpreter, cls, *kinds):
        if owner not in above:
            yield name, call, owner


def fields(interpreter: Interpreter, cls: ClassInfo, *kinds: str) -> Iterator[tuple[str, code.Call, ClassInfo]]:
    """The attributes of a class of these kinds, its own classes of keys and joins among them."""
    for name, call, owner in mapped.made(interpreter, cls, _is_field):
        if _kind(interpreter, call, owner) in kinds:
            yield name, call, owner


def _target(interpreter: Interpreter, call: code.Call, owner: ClassInfo, cls: ClassInfo) -> list[ClassInfo]:
    """The class that a key or a join names."""
    first = given(call, 0, "otherClass") or given(call, 0, "foreignKey")
    if first is None:
        return []
    value = interpreter.class_evaluator(owner).evaluate(first)
    found = [atom.cls for atom in value if isinstance(atom, ClassAtom)]
    return found or mapped.called(interpreter, OBJECT, text(value), cls)


def _option(interpreter: Interpreter, call: code.Call, owner: ClassInfo, name: str) -> Value:
    node = given(call, -1, name)
    return interpreter.class_evaluator(owner).evaluate(node) if node is not None else BOTTOM


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`ForeignKey("Customer", cascade=True)`, `RelatedJoin("Tag")`."""
    for name, call, owner in _own(interpreter, cls, *KEYS):
        cascade = _option(interpreter, call, owner, "cascade")
        on_delete = "SET NULL" if strings(cascade) == ["null"] else "CASCADE" if truth(cascade) is True else None
        for target in _target(interpreter, call, owner, cls):
            yield Relation(name, target, f"{cls.name} by {name}", on_delete, None, call.line)
    for name, call, owner in _own(interpreter, cls, *MANY):
        for target in _target(interpreter, call, owner, cls):
            yield Relation(name, target, None, None, between(interpreter, call, owner, target), call.line)


def between(interpreter: Interpreter, call: code.Call, owner: ClassInfo, target: ClassInfo) -> str:
    """The table between two classes: both names, in order."""
    told = text(_option(interpreter, call, owner, "intermediateTable"))
    names = sorted([_table(interpreter, owner) or "", _table(interpreter, target) or ""])
    return told or "_".join(names)


def joins(interpreter: Interpreter, cls: ClassInfo) -> dict[str, Others]:
    """What the joins of a class give, by their names."""
    held: dict[ClassInfo, dict[str, Others]] = interpreter.frameworks.state.setdefault("sqlobject joins", {})
    if cls not in held:
        found: dict[str, Others] = {}
        for name, call, owner in fields(interpreter, cls, *MANY, *BACK):
            kind = _kind(interpreter, call, owner)
            for target in _target(interpreter, call, owner, cls):
                link = between(interpreter, call, owner, target) if kind in MANY else None
                called = text(_option(interpreter, call, owner, "joinMethodName")) or name
                lazy = kind.startswith(("SQL", "One", "Many"))
                own = _table(interpreter, owner) if link and lazy else None
                found[called] = Others(target, link, lazy, kind == "SingleJoin", own)
        held[cls] = found
    return held[cls]


def changing(interpreter: Interpreter, cls: ClassInfo) -> dict[str, tuple[str, bool]]:
    """The methods that a join makes, `addTag` and `removeTag`: the table between, and whether a row is added."""
    held: dict[ClassInfo, dict[str, tuple[str, bool]]] = interpreter.frameworks.state.setdefault("sqlobject adds", {})
    if cls not in held:
        found: dict[str, tuple[str, bool]] = {}
        for _, call, owner in fields(interpreter, cls, *MANY):
            for target in _target(interpreter, call, owner, cls):
                link = between(interpreter, call, owner, target)
                named = text(_option(interpreter, call, owner, "addRemoveName")) or target.name
                for verb in ("add", "remove"):
                    found[f"{verb}{named[:1].upper()}{named[1:]}"] = link, verb == "add"
        held[cls] = found
    return held[cls]


def chain_of(interpreter: Interpreter, cls: ClassInfo) -> list[ClassInfo]:
    """The classes in whose tables a row of a class has a part: itself, and those above it that can be inherited."""
    if not interpreter.classes.is_subclass(cls, INHERITABLE):
        return [cls]
    above = interpreter.classes.mro(cls)
    return [one for one in above if not one.library and interpreter.classes.is_subclass(one, INHERITABLE)]


def parts(interpreter: Interpreter, cls: ClassInfo | None) -> list[Record]:
    """The records that a row of a class consists of."""
    held = records(interpreter)
    chain = chain_of(interpreter, cls) if cls is not None else []
    return [record for one in chain if (record := held.linked(one)) is not None]


def holding(interpreter: Interpreter, cls: ClassInfo, name: str) -> Record | None:
    """The record with the column of this name."""
    for one in chain_of(interpreter, cls):
        if name in one.bindings:
            return records(interpreter).linked(one)
    return records(interpreter).linked(cls)


def below(interpreter: Interpreter, cls: ClassInfo) -> list[Record]:
    """The records of the classes below one that can be inherited: its rows are asked for their parts there, too."""
    if not interpreter.classes.is_subclass(cls, INHERITABLE):
        return []
    held = records(interpreter)
    found = [held.linked(one) for one in interpreter.classes.below(cls) if not one.library]
    return [one for one in found if one is not None]


MAPPER: Final = Mapper(OBJECT, _table, _relations, _is_field)


def records(interpreter: Interpreter) -> Records:
    """The classes of SQLObject."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of SQLObject's classes."""
    yield from records(interpreter).described()
