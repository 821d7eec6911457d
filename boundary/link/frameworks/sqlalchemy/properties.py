"""Which columns are queries?  `total = column_property(select(func.sum(Line.price)).scalar_subquery())`.

What the query reads is read with each row of the class, or, where it is `deferred`, when the attribute is asked for.
One that is made of the columns beside it (`case((paid != None, paid), else_=total)`) reads the table of its class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.flushed import mapping_of
from boundary.link.frameworks.sqlalchemy.models import BASE, mappings
from boundary.link.frameworks.sqlalchemy.results import read
from boundary.link.frameworks.sqlalchemy.specs import CORE, GIVEN, ColumnSpec, PropertySpec, flag_of, specs
from boundary.link.frameworks.sqlalchemy.statements import clause_of
from boundary.link.frameworks.sqlalchemy.tables import tables_of

if TYPE_CHECKING:
    from boundary.link.domain.values import ClassAtom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping

PROPERTY: Final = "sqlalchemy.orm.decl_api.QueryProperty"
EXPRESSION: Final = f"{CORE}.ColumnElement"


def start(interpreter: Interpreter) -> None:
    """Find those that class bodies hold, and what `declared_attr` gives."""
    if not interpreter.frameworks.follows_work:
        return
    index = mappings(interpreter)
    for mapping in list(index.by_class.values()):
        for name, value, _ in index.declared.attributes(mapping.cls):
            note(mapping, name, value)


def note(mapping: Mapping, name: str, value: Value) -> None:
    """Remember a property."""
    for spec in specs([value], PropertySpec):
        if isinstance(spec, PropertySpec):
            mapping.properties[name] = spec


def column_property(call: NativeCall) -> Value:
    """`column_property(query, deferred=True)`; of a plain column, itself."""
    made = call.interpreter.library_class(PROPERTY)
    tables = tables_of(call.first)
    if made is None or not tables or specs([call.first], ColumnSpec):
        return call.first
    deferred = flag_of(call.arguments.get(-1, "deferred")) is True
    return call.atoms.instance(made, joins=tables, site=PropertySpec(tables, deferred))


def asked(evaluator: Evaluator, holder: Instance, spec: PropertySpec, line: int) -> Value:
    """The value of a property: one that is deferred is asked for by itself, in a query for the row."""
    mapping = mapping_of(evaluator, holder)
    if spec.deferred and line and mapping is not None and holder.stored is not False:
        read(evaluator, spec.tables | {mapping.table}, line, guessed=holder.guessed)
    return UNKNOWN


def is_of_columns(evaluator: Evaluator, held: Value) -> bool:
    """Whether a class body holds an expression that mentions no table: it is made of the columns in the body."""
    expression = evaluator.interpreter.library_class(EXPRESSION)
    return any(
        isinstance(atom, Instance) and atom.cls is expression and atom.site is None and not atom.joins for atom in held
    )


class Owners(Hook):
    """Objects of mapped classes."""

    base = BASE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.total`, where the class body or a mixin holds the property."""
        mapping = mapping_of(evaluator, atom)
        for one in (mapping, *mapping.parents) if mapping is not None else ():
            if name in one.properties:
                evaluator.interpreter.read((GIVEN, one.cls, name), evaluator.context)  # it may be given another one
                return asked(evaluator, atom, one.properties[name], line)
        return None

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.total` before the class is given it: another property may be made of it."""
        del line
        interpreter = evaluator.interpreter
        mapping = mappings(interpreter).by_class.get(atom.cls) if not name.startswith("_") else None
        if mapping is None:
            return None
        owner, held = interpreter.classes.lookup(atom.cls, name)
        if owner is not None:
            return clause_of(evaluator, frozenset(mapping.tables)) if is_of_columns(evaluator, held) else None
        return interpreter.read((GIVEN, atom.cls, name), evaluator.context) or None

    def store_in_class(self, evaluator: Evaluator, atom: ClassAtom, name: str, value: Value, line: int) -> bool:
        """`Order.total = column_property(...)`: as if it stood in the body."""
        del line
        mapping = mappings(evaluator.interpreter).add(atom.cls) if specs([value], PropertySpec) else None
        if mapping is not None:
            note(mapping, name, value)
            evaluator.interpreter.write((GIVEN, atom.cls, name), value)
        return False


class Properties(Hook):
    """The properties themselves, also those that a class is given late."""

    base = PROPERTY

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """`order.total`."""
        del name
        return asked(evaluator, holder, held.site, line) if isinstance(held.site, PropertySpec) else None


HOOKS: Final = (Owners(), Properties())
NATIVES: Final[dict[str, Handler]] = {"sqlalchemy.orm.column_property": column_property}
