"""What do objects of mapped classes do?  Made, read, changed; what hangs on them; what a flush then writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, PRESENT, UNKNOWN, ClassAtom, Container, Function, Instance, Wrapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy import renamed as renames
from boundary.link.frameworks.sqlalchemy.declared import ASSIGNED
from boundary.link.frameworks.sqlalchemy.events import attribute_event, constructor_events, link_event, mapper_event
from boundary.link.frameworks.sqlalchemy.hung import hang
from boundary.link.frameworks.sqlalchemy.mappers import mapper_of
from boundary.link.frameworks.sqlalchemy.models import ALIAS, ALIASES, BASE, mappings
from boundary.link.frameworks.sqlalchemy.proxies import behind, objects_for, proxy_of
from boundary.link.frameworks.sqlalchemy.results import query_of, read, stored
from boundary.link.frameworks.sqlalchemy.schema import MUTABLE, table_value
from boundary.link.frameworks.sqlalchemy.setters import set_any
from boundary.link.frameworks.sqlalchemy.specs import TABLE, ProxySpec, RelationSpec, TableSpec, specs
from boundary.link.frameworks.sqlalchemy.statements import Shape
from boundary.link.frameworks.sqlalchemy.states import state_of
from boundary.link.frameworks.sqlalchemy.unnamed import every, taking
from boundary.link.members import containers
from boundary.link.members.emptiness import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.related import Relation
    from boundary.model.scan import Because, Operation

ATTRIBUTE: Final = "sqlalchemy.orm.attributes.InstrumentedAttribute"
COLLECTION: Final = "sqlalchemy.orm.query.Collection"
ANY_NAME: Final = "*"
"""Stands for an attribute whose name is not known: `setattr(order, name, value)`."""

KEPT: Final = "sqlalchemy keeps objects"
"""Remembers that sessions are made with `expire_on_commit=False`."""

OF_CLASS: Final = frozenset({"__mapper__", "__table__", "__tablename__"})
"""What an object has of its class."""
MOST_BELOW: Final = 12
"""Where a row may be of classes with more tables than this, it is of the one that was asked."""


def mapping_of(evaluator: Evaluator, atom: Atom) -> Mapping | None:
    """The mapping of an object's class."""
    return mappings(evaluator.interpreter).add(atom.cls) if isinstance(atom, Instance) else None


def objects_in(value: Value, depth: int = 0) -> Iterator[Instance]:
    """The objects in a value, those in its lists too; a dict in a list is no row, whatever it holds."""
    for atom in value:
        if isinstance(atom, Instance):
            yield atom
        elif depth and isinstance(atom, Container) and atom.kind == "dict":
            continue
        elif depth < 3 and (members := containers.members(atom.alone)) is not None:  # noqa: PLR2004
            for one in members:
                yield from objects_in(one, depth + 1)
        elif depth < 3 and hasattr(atom, "element"):  # noqa: PLR2004
            yield from objects_in(atom.element, depth + 1)


# --- writing ----------------------------------------------------------------------------------------------


def persist(evaluator: Evaluator, atom: Instance, line: int, because: Because | None = None) -> bool:
    """An object is in the session: a flush inserts it, or updates it where it was stored before."""
    mapping = mapping_of(evaluator, atom)
    if mapping is None:
        return False
    op: Operation = "update" if atom.stored else "insert"
    if atom.stored is False:
        evaluator.context.flow.added[atom] = None
    write(evaluator, mapping, op, line, guessed=atom.guessed, because=because)
    for one in below(mapping) if atom.stored is False and not atom.exact else ():  # a copy of a row of any of these
        evaluator.touch(
            one.table, op, line, confidence="guessed" if atom.guessed else "inferred", because="inheritance"
        )
    mapper_event(evaluator, mapping, op, atom, line)
    return True


def write(  # noqa: PLR0913 - one record, spelled out
    evaluator: Evaluator,
    mapping: Mapping,
    op: Operation,
    line: int,
    *,
    guessed: bool,
    because: Because | None = None,
) -> None:
    """Rows of a class are written; with joined inheritance those of its parents' tables, too."""
    confidence = "guessed" if guessed else None
    evaluator.touch(mapping.table, op, line, confidence=confidence, because=because)  # type: ignore[arg-type]
    for table in mapping.tables[1:]:
        if op != "update":
            evaluator.touch(table, op, line, confidence=confidence, because="inheritance")  # type: ignore[arg-type]


def remove(evaluator: Evaluator, atom: Instance, line: int) -> bool:
    """An object is deleted, with all that its relationships and the database take along."""
    mapping = mapping_of(evaluator, atom)
    if mapping is None:
        return False
    deletion = mappings(evaluator.interpreter).deletion(mapping)
    for (table, op), because in deletion.accesses.items():
        evaluator.touch(table, op, line, confidence="guessed" if atom.guessed else None, because=because)
        if op == "delete":
            link_event(evaluator, table, line)
    for one in deletion.mappings:
        (held,) = evaluator.atoms.instance(one.cls, stored=True)
        mapper_event(evaluator, one, "delete", held, line)  # type: ignore[arg-type]
    return True


def changed(evaluator: Evaluator, mapping: Mapping, atom: Instance, name: str, line: int) -> None:
    """A column of an object that is stored is set: a flush updates its row."""
    if atom.stored is False:
        return
    holder = mapping
    while name not in holder.columns and name != ANY_NAME and holder.parents:
        holder = next((one for one in holder.parents if one.has_column(name)), holder)
        if name not in holder.columns and not any(one.has_column(name) for one in holder.parents):
            break
    evaluator.touch(holder.table, "update", line, confidence="guessed" if atom.guessed else None)
    mapper_event(evaluator, mapping, "update", atom, line)


def kin(mapping: Mapping, atom: Instance) -> list[Mapping]:
    """The other classes whose columns an attribute of any name may be: those above, and those that a row may be of."""
    if atom.stored is False:
        return []
    found, stack = [], list(mapping.parents)
    while stack:
        found.append(one := stack.pop())
        stack.extend(one.parents)
    return [one for one in found if one.table != mapping.table] + (below(mapping) if atom.stored else [])


def below(mapping: Mapping) -> list[Mapping]:
    """The classes below one that have tables of their own; none of too many."""
    own = [one for one in mapping.descendants if one.table != mapping.table]
    return own if len({one.table for one in own}) <= MOST_BELOW else []


def related(evaluator: Evaluator, relation: Relation, value: Value, line: int, *, holder: Instance) -> None:
    """Objects are put into a relationship: new ones are inserted with its owner, links are written."""
    if relation.view_only:
        return
    guessed = "guessed" if holder.guessed else None
    many = relation.kind == "m2m"
    value = objects_for(evaluator, relation, value, line)
    given = list(objects_in(value))
    if given and relation.kind != "m2o" and holder.stored is not False:
        mapper_event(evaluator, relation.source, "update", holder, line, collection=True)
    for atom in given:
        if relation.linked_back:
            dirtied(evaluator, atom, line, collection=relation.kind != "o2m")
        if atom.stored is False and mapping_of(evaluator, atom) is not None:
            persist(evaluator, atom, line, "cascade")
            hang(evaluator, holder, atom)
            if relation.linked_back and holder.stored is False and holder.relation is None:
                drawn_in(evaluator, holder, atom, line)
        elif relation.kind == "o2m":
            evaluator.touch(relation.target.table, "update", line, confidence=guessed)  # type: ignore[arg-type]
    if relation.secondary is not None and many and not (given == [] and _begins_empty(evaluator, value)):
        evaluator.touch(relation.secondary, "insert", line, confidence=guessed, because="m2m")  # type: ignore[arg-type]
        link_event(evaluator, relation.secondary, line)


def _begins_empty(evaluator: Evaluator, value: Value) -> bool:
    """Whether a constructor gives its object an empty collection: `self.tags = set()`."""
    function = evaluator.context.function
    return function is not None and function.name == "__init__" and all(map(is_bare, value))


def drawn_in(evaluator: Evaluator, holder: Instance, atom: Instance, line: int) -> None:
    """`Line(order=order)`, and nobody keeps the line: it is among the lines of a new order, and is added with that."""
    with evaluator.believed("inferred", "cascade"):
        persist(evaluator, holder, line, "cascade")
    hang(evaluator, atom, holder)


def dirtied(evaluator: Evaluator, atom: Instance, line: int, *, collection: bool) -> None:
    """The other end of a relationship has changed: a flush tells those who listen to updates of its row."""
    mapping = mapping_of(evaluator, atom) if atom.stored is not False else None
    if mapping is not None:
        mapper_event(evaluator, mapping, "update", atom, line, collection=collection)


def unrelated(evaluator: Evaluator, relation: Relation, line: int, *, holder: Instance) -> None:
    """Objects are taken out of a relationship."""
    if relation.view_only or holder.stored is False:
        return
    guessed = "guessed" if holder.guessed else None
    if relation.secondary is not None:
        evaluator.touch(relation.secondary, "delete", line, confidence=guessed, because="m2m")  # type: ignore[arg-type]
        link_event(evaluator, relation.secondary, line)
    elif relation.deletes_orphans:
        (held,) = stored(evaluator, relation.target.cls)
        remove(evaluator, held, line)  # type: ignore[arg-type]
    else:
        evaluator.touch(relation.target.table, "update", line, confidence=guessed)  # type: ignore[arg-type]


def assigned(evaluator: Evaluator, relation: Relation, value: Value, line: int, *, holder: Instance) -> None:
    """`order.customer = customer`, `order.lines = [...]`."""
    if relation.creator is None or not (value and all(map(is_bare, value))):
        related(evaluator, relation, value, line, holder=holder)
    if relation.view_only:
        return
    if relation.kind == "m2o":
        changed(evaluator, relation.source, holder, ANY_NAME, line)
    elif holder.stored is not False:
        if not relation.dynamic:  # what is replaced is loaded first
            read(evaluator, relation.reads, line, guessed=holder.guessed)
        unrelated(evaluator, relation, line, holder=holder)


def through_proxy(  # noqa: PLR0913 - one assignment, spelled out
    evaluator: Evaluator, through: Relation, spec: ProxySpec, value: Value, line: int, *, holder: Instance
) -> None:
    """`order.stock = stock` of an association proxy: the object between is made, and holds what is given.

    A list is not set through one object.
    """
    if through.kind == "m2o" and value and all(isinstance(atom, Container) for atom in value):
        return
    relation = behind(evaluator.interpreter, through, spec)
    if relation is not None and relation.creator is not None:
        assigned(evaluator, relation, value, line, holder=holder)
        return
    evaluator.touch(through.target.table, "insert", line, because="cascade")
    inner = through.target.relation(spec.attribute)
    (between,) = evaluator.atoms.instance(through.target.cls, stored=False)
    if inner is not None:
        related(evaluator, inner, value, line, holder=between)  # type: ignore[arg-type]
    if through.kind == "m2o":
        changed(evaluator, through.source, holder, ANY_NAME, line)


def refreshed(evaluator: Evaluator, mapping: Mapping, atom: Instance, line: int) -> None:
    """An object is used after a commit: its row is read again, unless sessions keep what they know."""
    if atom.stored is not None and KEPT not in evaluator.interpreter.frameworks.state:
        read(evaluator, frozenset(mapping.loaded), line, guessed=atom.guessed)


# --- objects ------------------------------------------------------------------------------------------------


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
        if mapping.is_mutable(name):
            held = evaluator.interpreter.library_class(MUTABLE)
            return evaluator.atoms.instance(held, site=("mutable", atom, name)) if held is not None else UNKNOWN
        if mapping.is_collection(name):
            return evaluator.atoms.external("column.JSON")
        if mapping.has_column(name):
            return PRESENT if atom.stored and mapping.is_key(name) else UNKNOWN
        if name == "_sa_instance_state":
            return state_of(evaluator, atom.alone)
        return self._query(evaluator, as_class(evaluator, atom)) if name == "query" else None

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
    return evaluator.interpreter.attributes.get(evaluator, value, name, line) if inner and through.scalar else value


def initialised(call: NativeCall) -> Value:
    """`super().__init__(**kwargs)` of a declarative base."""
    if isinstance(call.receiver, Instance):
        fill(call.evaluator, call.receiver.alone, call.arguments, call.line)
    return call.atoms.none


__all__ = ["ClassAtom", "join"]

HOOKS: Final = (MappedHook(),)
NATIVES: Final[dict[str, Handler]] = {f"{BASE}.__init__": initialised}
