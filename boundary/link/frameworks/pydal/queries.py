"""What does a query of pydal mention?  `db(db.dog.owner == db.person.id).select(db.dog.name)`: tables, fields.

An expression has the tables of the fields in it; those of a query inside it (`belongs(db(...)._select(db.x.id))`) are
read with it, and are none that it could write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import functions, strings
from boundary.link.domain.joining import join, uncollected
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Instance, by_age
from boundary.link.frameworks.operands import expressions_among
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pydal.tables import (
    DAL,
    FIELD,
    REFERENCE,
    TABLE,
    Specified,
    asked,
    declared_as,
    is_off,
    name_of,
    table,
    tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

EXPRESSION: Final = "pydal.objects.Expression"
SET: Final = "pydal.objects.Set"
INSIDE: Final = "pydal inside"
"""What the site of a query or a set says before the tables of the queries inside it."""
OF: Final = "pydal of"
"""What the site of a field says before its table and its name."""
STEP: Final = "pydal.step"
ALL: Final = "ALL"


def inside(atom: Instance) -> frozenset[str]:
    """The tables of the queries inside a query."""
    site = atom.site
    return site[1] if isinstance(site, tuple) and site[0] == INSIDE else frozenset()


def field(evaluator: Evaluator, table: Instance, name: str) -> Value:
    """`db.dog.name`."""
    made = evaluator.interpreter.library_class(FIELD)
    if made is None:
        return UNKNOWN
    return evaluator.atoms.instance(made, joins=table.joins, site=(OF, name_of(table), name))


def mentioned(values: Iterable[Value]) -> tuple[frozenset[str], frozenset[str]]:
    """The tables of the fields, queries and tables among values, and those of the queries inside them."""
    found: set[str] = set()
    nested: set[str] = set()
    for atom in uncollected(values):
        if isinstance(atom, Instance) and atom.cls.library:
            found |= atom.joins
            nested |= inside(atom)
    return frozenset(found), frozenset(nested)


def said_of(found: frozenset[str], nested: frozenset[str], first: str) -> tuple[str, frozenset[str], str] | None:
    """What the site of a query says: the tables of the queries inside it, and of several of its own the first."""
    return (INSIDE, nested, first) if nested or len(found) > 1 else None


def first_in(values: Iterable[Value]) -> str:
    """The table that is mentioned first; empty where that is not known."""
    for value in values:
        for atom in by_age(value):
            if isinstance(atom, Instance) and atom.cls.library and atom.joins:
                return first_of(atom)
    return ""


def first_of(atom: Instance) -> str:
    """The table that a table, a field or a query is about, the first one of several."""
    site = atom.site if isinstance(atom.site, tuple) else ()
    told = str(site[2]) if site and site[0] == INSIDE else name_of(atom)
    return told or min(atom.joins, default="")


def expression(evaluator: Evaluator, found: frozenset[str], nested: frozenset[str], first: str = "") -> Value:
    """An expression that mentions tables."""
    made = evaluator.interpreter.library_class(EXPRESSION)
    if made is None:
        return UNKNOWN
    return evaluator.atoms.instance(made, joins=found, site=said_of(found, nested, first))


class Tables(Hook):
    """Tables: what else they are asked for are their fields."""

    base = TABLE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.dog._db`, `db.dog._tablename`."""
        del line
        if name == "_db":
            made = evaluator.interpreter.library_class(DAL)
            return evaluator.atoms.instance(made) if made is not None else None
        own = name_of(atom)
        return evaluator.atoms.constant(own) if own and name in {"_tablename", "_dalname"} else None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.dog.name`."""
        del line
        return None if name.startswith("__") else field(evaluator, atom, name)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for field in db.dog`."""
        del line
        return field(evaluator, atom, "")

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`db.dog.total = Field.Virtual(...)`."""
        del line
        held = declared_as(evaluator, atom)
        for one in value:
            site = one.site if isinstance(one, Instance) else None
            if held is not None and isinstance(site, tuple) and isinstance(site[1], Specified):
                tables(evaluator.interpreter).add(held, [site[1]._replace(name=name)])
        return True


class Expressions(Hook):
    """Fields and what is made of them."""

    base = EXPRESSION

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.dog.name.like(...)`, `db.dog.id.count()`."""
        del line
        return None if name.startswith("__") else evaluator.atoms.native(STEP, (atom, name))

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`db.dog.owner.requires = IS_IN_DB(db, "person.id")`, `db.dog.born.default = lambda: ...`."""
        del line
        site = atom.site
        held = tables(evaluator.interpreter)
        if isinstance(site, tuple) and site[0] == OF and site[2]:
            one = held.named(str(site[1]), evaluator.context)
            said = one.fields.get(str(site[2])) if one is not None else None
            if one is not None and said is not None:
                added = said
                if name == "requires":
                    added = said._replace(looked_up=(said.looked_up or frozenset()) | asked(value))
                elif name == "writable" and is_off(value):
                    added = said._replace(writable=False)
                elif name in {"default", "compute", "update"}:
                    added = said._replace(filled=said.filled | functions(value))
                elif name == "type":
                    texts = [text for text in strings(value) if text.startswith(REFERENCE)]
                    added = said._replace(target=texts[0].removeprefix(REFERENCE)) if texts else said
                if added != said:
                    held.add(one, [added])
        return True


def step(call: NativeCall) -> Value:
    """`db.dog.owner.belongs(db(query)._select(db.person.id))`: the tables of a query among arguments are inside it."""
    atom, _ = call.receiver
    found = set(atom.joins)
    nested = set(inside(atom))
    for value in call.arguments.every():
        held, within = mentioned([value])
        whole = any(isinstance(one, Instance) and is_query(call.evaluator, one) for one in value)
        (nested if whole else found).update(held)
        nested |= within
    return expression(call.evaluator, frozenset(found), frozenset(nested - found), first_of(atom))


def is_query(evaluator: Evaluator, atom: Instance) -> bool:
    """Whether an object is a query of its own, and no condition."""
    return evaluator.interpreter.classes.is_subclass(atom.cls, "pydal.objects.Select")


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`db.dog.owner == db.person.id`, `(a) & (b)`, `~a`."""
    used = "pydal.objects" in evaluator.interpreter.program.modules  # this is asked at every operator
    if not used or not expressions_among(evaluator, EXPRESSION, values):
        return None
    return expression(evaluator, *mentioned(values), first_in(values))


combined = operated


def table_of(call: NativeCall) -> Value:
    """The table that a form or a grid is about: that of a table, of its fields, of a query; the first of several."""
    atoms = by_age(call.first)
    while any(isinstance(one, Container) for one in atoms):
        atoms = [part for one in atoms for part in (by_age(one.element) if isinstance(one, Container) else [one])]
    found = [one for one in atoms if isinstance(one, Instance) and one.joins]
    names = list(dict.fromkeys(first_of(one) for one in found))
    return join(table(call.evaluator, name) for name in names) or UNKNOWN


def asking(call: NativeCall) -> Value:
    """`db(query)`, `db(db.dog)`, `db()`; a set that is narrowed: `db(query)(more)`."""
    made = call.interpreter.library_class(SET)
    if made is None:
        return UNKNOWN
    given = call.arguments.get(0, "query") or BOTTOM
    found, nested = mentioned([given])
    first = first_in([given])
    if isinstance(call.receiver, Instance) and not call.name.startswith(DAL):
        found |= call.receiver.joins
        nested |= inside(call.receiver)
        first = first_of(call.receiver) or first
    return call.atoms.instance(made, joins=found, site=said_of(found, nested, first))


def asks(call: NativeCall) -> Value:
    """`IS_IN_DB(db, "person.id")`, `IS_NOT_IN_DB(db(db.person.active == True), db.person.name)`."""
    found, nested = mentioned(call.arguments.positional)
    names = strings(call.arguments.get(1, "field") or BOTTOM)
    return expression(call.evaluator, found | {one.partition(".")[0] for one in names}, nested)


HOOKS: Final = (Tables(), Expressions())
NATIVES: Final[dict[str, Handler]] = {
    STEP: step,
    f"{DAL}.__call__": asking,
    f"{DAL}.where": asking,
    f"{SET}.__call__": asking,
    f"{SET}.where": asking,
    "pydal.tools.table_of": table_of,
    "pydal.validators.IS_IN_DB": asks,
    "pydal.validators.IS_NOT_IN_DB": asks,
}
