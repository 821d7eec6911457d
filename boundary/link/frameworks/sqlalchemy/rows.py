"""What do objects of mapped classes do?  They are made, read and changed, and so is what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, PRESENT, UNKNOWN, ClassAtom, Function, Instance, Wrapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy import renamed as renames
from boundary.link.frameworks.sqlalchemy.declared import ASSIGNED
from boundary.link.frameworks.sqlalchemy.events import attribute_event, constructor_events
from boundary.link.frameworks.sqlalchemy.flushed import (
    ANY_NAME,
    assigned,
    changed,
    kin,
    mapping_of,
    objects_in,
    persist,
    refreshed,
    related,
    through_proxy,
)
from boundary.link.frameworks.sqlalchemy.mappers import mapper_of
from boundary.link.frameworks.sqlalchemy.models import ALIAS, ALIASES, BASE, mappings
from boundary.link.frameworks.sqlalchemy.proxies import behind, proxy_of
from boundary.link.frameworks.sqlalchemy.results import query_of, read, stored
from boundary.link.frameworks.sqlalchemy.schema import MUTABLE, table_value
from boundary.link.frameworks.sqlalchemy.setters import set_any
from boundary.link.frameworks.sqlalchemy.specs import TABLE, ProxySpec, RelationSpec, TableSpec, specs
from boundary.link.frameworks.sqlalchemy.statements import Shape
from boundary.link.frameworks.sqlalchemy.states import state_of
from boundary.link.frameworks.sqlalchemy.unnamed import every, taking
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.related import Relation

ATTRIBUTE: Final = "sqlalchemy.orm.attributes.InstrumentedAttribute"
COLLECTION: Final = "sqlalchemy.orm.query.Collection"
OF_CLASS: Final = frozenset({"__mapper__", "__table__", "__tablename__"})
"""What an object has of its class."""


class MappedHook(Hook):
    """Objects and classes that are mapped."""

    base = BASE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Order(customer=customer)`: an object whose row does not exist yet."""
        if mappings(evaluator.interpreter).add(cls) is None:
            return None
        value = evaluator.atoms.instance(cls, stored=False)
        cls.data["instantiated"] = True
        owner, held = evaluator.interpreter.classes.lookup(cls, "__init__")
        plain = owner is None or (owner.library and evaluator.interpreter.classes.is_subclass(owner, BASE))
        if not plain and any(isinstance(one, Function) for one in held):
            evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        else:
            fill(evaluator, value, arguments, line)
        return value

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """Columns, relationships, `query`, `__table__`, `__mapper__`."""
        del line
        if name == renames.TABLE and renames.will_be(evaluator.interpreter, atom.cls):
            return None  # as its body says: the new name is being made of it
        index = mappings(evaluator.interpreter)
        mapping = index.add(atom.cls)
        if mapping is None:
            return self._of_all_below(evaluator, atom, name)
        if name == "query":
            return self._query(evaluator, atom)
        if name == "__table__":
            cls = evaluator.interpreter.library_class(TABLE)
            bare = mapping.table.rpartition(".")[2]
            spec = TableSpec(bare, mapping.schema, (), (atom.cls.module.file, atom.cls.line))
            return table_value(evaluator, cls, spec) if cls is not None else None
        if name == "__mapper__":
            return mapper_of(evaluator, atom.cls)
        if name == renames.TABLE:
            return evaluator.atoms.constant(mapping.table.rpartition(".")[2])
        relation = mapping.relation(name)
        if relation is not None:
            return attribute(evaluator, atom.cls, name, relation.reads)
        unwritten = mapping.asks and not name.startswith("__")
        asked = unwritten and evaluator.interpreter.classes.lookup(atom.cls, name)[0] is None
        if asked or mapping.has_column(name) or index.will_have_column(mapping, name):
            return attribute(evaluator, atom.cls, name, frozenset(mapping.tables))  # of a joined class, all are asked
        return None

    @staticmethod
    def _of_all_below(evaluator: Evaluator, atom: ClassAtom, name: str) -> Value | None:
        """A column of a class without a table, which asks those of the classes below it."""
        asked = [one for one in mappings(evaluator.interpreter).asked(atom.cls) if one is not None]
        tables = frozenset(table for one in asked if one.has_column(name) for table in one.tables)
        return attribute(evaluator, atom.cls, name, tables) if tables else None

    @staticmethod
    def _query(evaluator: Evaluator, atom: ClassAtom) -> Value | None:
        _, held = evaluator.interpreter.classes.lookup(atom.cls, "query")
        if any(isinstance(one, (Function, Wrapped)) for one in held):
            return None
        own = [one.cls for one in evaluator.interpreter.classes.lookup(atom.cls, "query_class")[1]
               if isinstance(one, ClassAtom)]  # fmt: skip
        value = evaluator.atoms.class_(atom.cls)
        return query_of(evaluator, [value], own[0]) if own else query_of(evaluator, [value])

    def every(self, evaluator: Evaluator, atom: Instance, line: int) -> Value:
        """All relationships and properties of an object."""
        mapping = mapping_of(evaluator, atom)
        return every(evaluator, mapping, atom, line) if mapping is not None else BOTTOM

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Relationships load what they hold; columns are plain values."""
        mapping = mapping_of(evaluator, atom)
        if mapping is None or name.startswith("__"):
            return self.class_attribute(evaluator, as_class(evaluator, atom), name, line) if name in OF_CLASS else None
        relation = mapping.relation(name)
        if (
            evaluator.expired
            and line
            and atom.stored
            and (relation is not None or name == ANY_NAME or mapping.has_column(name))
        ):
            refreshed(evaluator, mapping, atom, line)
        if relation is not None:
            return related_value(evaluator, relation, atom, line)
        proxied = proxy_of(evaluator.interpreter, mapping, atom.cls, name)
        if proxied is not None:
            return proxied_value(evaluator, *proxied, atom, line)
        mutable = mapping.mutable(name)
        if mutable is not None:  # one of the project's own has methods of its own
            held = mutable if not mutable.library else evaluator.interpreter.library_class(MUTABLE)
            return evaluator.atoms.instance(held, site=("mutable", atom, name)) if held is not None else UNKNOWN
        if mapping.is_collection(name):
            return evaluator.atoms.external("column.JSON")
        if mapping.has_column(name):
            return PRESENT if atom.stored and mapping.is_key(name) else UNKNOWN
        if name == "_sa_instance_state":
            return state_of(evaluator, atom.alone)
        if name == "query":
            return self._query(evaluator, as_class(evaluator, atom))
        return of_classes_below(evaluator, mapping, atom, name, line)

    def store_in_class(self, evaluator: Evaluator, atom: ClassAtom, name: str, value: Value, line: int) -> bool:
        """`User.orders = relationship(Order)`: as if it stood in the body."""
        del line
        if specs([value], RelationSpec) or specs([value], ProxySpec):
            atom.cls.data.setdefault(ASSIGNED, {})[name] = value
            index = mappings(evaluator.interpreter)
            mapping = index.by_class.get(atom.cls)
            if mapping is not None and index.built:
                index.relate(mapping, name, value)
        return renames.note(atom.cls, name, value)

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """Setting a column or a relationship changes the row."""
        mapping = mapping_of(evaluator, atom)
        if mapping is None:
            return False
        relation = mapping.relation(name)
        if relation is not None:
            assigned(evaluator, relation, value, line, holder=atom)
            if relation.scalar:
                attribute_event(evaluator, mapping, name, "set", atom.alone, value, line)
            else:
                _replaced(evaluator, mapping, relation, atom, value, line)
            return True
        if name == ANY_NAME or mapping.has_column(name):
            changed(evaluator, mapping, atom, name, line)
            for alone, given in taking(evaluator, mapping, value) if name == ANY_NAME else ():
                with evaluator.believed("inferred"):
                    assigned(evaluator, alone, given, line, holder=atom)
            for one in kin(mapping, atom) if name == ANY_NAME else ():
                evaluator.touch(one.table, "update", line, confidence="guessed" if atom.guessed else "inferred")
            attribute_event(evaluator, mapping, name, "set", atom.alone, value, line)
            if name == ANY_NAME:
                set_any(evaluator, atom, value, line)
            return True
        proxied = proxy_of(evaluator.interpreter, mapping, atom.cls, name)
        if proxied is not None:
            through_proxy(evaluator, *proxied, value, line, holder=atom)
            return True
        _, held = evaluator.interpreter.classes.lookup(atom.cls, name)
        declared = any(name in one.data.get(ALIASES, ()) for one in evaluator.interpreter.classes.mro(atom.cls))
        if declared or any(
            isinstance(one, Instance) and evaluator.interpreter.classes.is_subclass(one.cls, ALIAS) for one in held
        ):
            changed(evaluator, mapping, atom, ANY_NAME, line)
            return True
        return False

    def delete(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> None:
        """`del order.customer`, `del order.note`: as if it were None."""
        mapping = mapping_of(evaluator, atom)
        if mapping is not None and (mapping.relation(name) is not None or mapping.has_column(name)):
            self.store(evaluator, atom, name, evaluator.atoms.none, line)


def as_class(evaluator: Evaluator, atom: Instance) -> ClassAtom:
    """The class of an object."""
    (held,) = evaluator.atoms.class_(atom.cls)
    assert isinstance(held, ClassAtom)  # noqa: S101 - a class was just made
    return held


def attribute(evaluator: Evaluator, cls: ClassInfo, name: str, joins: frozenset[str]) -> Value:
    """A column or relationship as an expression."""
    held = evaluator.interpreter.library_class(ATTRIBUTE)
    return evaluator.atoms.instance(held, joins=joins, site=("attribute", cls, name)) if held is not None else UNKNOWN


def fill(evaluator: Evaluator, value: Value, arguments: Arguments, line: int) -> None:
    """The keyword arguments of a mapped class become its attributes; through a backref it joins its session."""
    for atom in value:
        mapping = mapping_of(evaluator, atom)
        if mapping is None or not isinstance(atom, Instance):
            continue
        constructor_events(evaluator, mapping, atom.cls, arguments, line)
        for name, given in arguments.keywords.items():
            relation = mapping.relation(name)
            if relation is None:
                owner, held = evaluator.interpreter.classes.lookup(atom.cls, name)
                proxied = proxy_of(evaluator.interpreter, mapping, atom.cls, name)
                if proxied is not None:
                    through_proxy(evaluator, *proxied, given, line, holder=atom)
                elif owner is not None and any(isinstance(one, Wrapped) for one in held):
                    evaluator.interpreter.stores.set(evaluator, atom.alone, name, given, line)
                continue
            related(evaluator, relation, given, line, holder=atom)
            if relation.kind == "m2o" and relation.linked_back and any(one.stored for one in objects_in(given)):
                with evaluator.believed("inferred", "cascade"):
                    persist(evaluator, atom, line, "cascade")
        for relation, given in taking(evaluator, mapping, arguments.others):
            with evaluator.believed("inferred"):
                related(evaluator, relation, given, line, holder=atom)
        if arguments.others:
            set_any(evaluator, atom, arguments.others, line, given=arguments.keywords)


def _replaced(  # noqa: PLR0913, PLR0917 - a collection, and what takes its place
    evaluator: Evaluator, mapping: Mapping, relation: Relation, atom: Instance, value: Value, line: int
) -> None:
    """A collection is assigned: what is new in it is added, and what a row had before is taken out."""
    before = stored(evaluator, relation.target.cls) if atom.stored is not False else BOTTOM
    for event, given in (("append", containers.element(evaluator, value)), ("bulk_replace", value), ("remove", before)):
        if given:
            attribute_event(evaluator, mapping, relation.name, event, atom.alone, given, line)


def related_value(evaluator: Evaluator, relation: Relation, holder: Instance, line: int) -> Value:
    """`order.customer`, `order.lines`: what a relationship holds, loaded when it is first asked for."""
    if line and holder.stored is not False and not relation.dynamic:
        read(evaluator, relation.reads | relation.target.loaded, line, guessed=holder.guessed)
    if relation.scalar:
        return stored(evaluator, relation.target.cls, guessed=holder.guessed) | evaluator.atoms.none
    cls = evaluator.interpreter.library_class(COLLECTION)
    if cls is None:
        return UNKNOWN
    shape = Shape(entities=(relation.target.cls,), single=True)
    return evaluator.atoms.instance(
        cls,
        model=relation.target.cls,
        relation=relation,
        joins=relation.reads | relation.target.loaded if relation.dynamic else relation.reads,
        site=shape,
        guessed=holder.guessed,
        stored=holder.stored,
    )


def proxied_value(evaluator: Evaluator, through: Relation, spec: ProxySpec, holder: Instance, line: int) -> Value:
    """`order.stocks` of an association proxy: the collection, or what the one object between has."""
    relation = behind(evaluator.interpreter, through, spec)
    if relation is not None:
        return related_value(evaluator, relation, holder, line)
    value, name = related_value(evaluator, through, holder, line), spec.attribute
    inner = through.target.relation(name) is not None or any(
        name in cls.data.get("proxies", {}) for cls in evaluator.interpreter.classes.mro(through.target.cls)
    )
    inner = inner or bool(_below(through.target, name))
    return evaluator.interpreter.attributes.get(evaluator, value, name, line) if inner and through.scalar else value


def of_classes_below(evaluator: Evaluator, mapping: Mapping, atom: Instance, name: str, line: int) -> Value | None:
    """What a row has that its class has not: something of a class below, whose row it has to be then.

    Columns of a table of that class are loaded when they are first asked for.
    """
    if atom.stored is False or not mapping.children or evaluator.interpreter.classes.lookup(atom.cls, name)[0]:
        return None
    found = _below(mapping, name)
    tables = {one.table for one in mapping.descendants if name in one.columns}
    with evaluator.believed("inferred" if len(found) + len(tables) > 1 else None):
        if line and tables:
            read(evaluator, frozenset(tables - mapping.loaded), line, guessed=atom.guessed)
        return join(related_value(evaluator, one, atom, line) for one in found) or (UNKNOWN if tables else None)


def _below(mapping: Mapping, name: str) -> list[Relation]:
    """The relationships of a name of the classes below a class."""
    return list(dict.fromkeys([one.relations[name] for one in mapping.descendants if name in one.relations]))


def initialised(call: NativeCall) -> Value:
    """`super().__init__(**kwargs)` of a declarative base."""
    if isinstance(call.receiver, Instance):
        fill(call.evaluator, call.receiver.alone, call.arguments, call.line)
    return call.atoms.none


__all__ = ["ClassAtom", "join"]

HOOKS: Final = (MappedHook(),)
NATIVES: Final[dict[str, Handler]] = {f"{BASE}.__init__": initialised}
