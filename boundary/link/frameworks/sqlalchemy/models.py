"""Which tables do SQLAlchemy's mapped classes have?  Names, schemas, parents, relationships.

Declarative in all its styles (`declarative_base`, `DeclarativeBase`, `registry.mapped`, `as_declarative`, mixins with
`declared_attr`, Flask-SQLAlchemy's and SQLModel's default names), classical mappings, joined and single inheritance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.record_classes import has_table
from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled dataclass looks the classes of its fields up
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance, Native
from boundary.link.frameworks.sqlalchemy.declared import Declared, option_in, says
from boundary.link.frameworks.sqlalchemy.deletions import taken_along
from boundary.link.frameworks.sqlalchemy.joined import joined_in
from boundary.link.frameworks.sqlalchemy.mapping import Deletion, Mapping
from boundary.link.frameworks.sqlalchemy.naming import table_from_class
from boundary.link.frameworks.sqlalchemy.relationships import Relations
from boundary.link.frameworks.sqlalchemy.renamed import renamed
from boundary.link.frameworks.sqlalchemy.specs import (
    DECLARATIVE,
    SQLMODEL,
    ColumnSpec,
    ForeignKeySpec,
    TableSpec,
    flag_of,
    is_package_own,
    specs,
)
from boundary.link.frameworks.sqlalchemy.tables import tables_of
from boundary.link.frameworks.sqlalchemy.temporary import note
from boundary.link.syntax.kinds import ASSIGN, CONSTANT, FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

OBJECT: Final = "builtins.object"
BASE: Final = f"{DECLARATIVE}.Declarative"
BASES: Final = frozenset({f"{DECLARATIVE}.DeclarativeBase", f"{DECLARATIVE}.DeclarativeBaseNoMeta"})
CONCRETE: Final = f"{DECLARATIVE}.AbstractConcreteBase"
FLASK_MODEL: Final = "flask_sqlalchemy.model.Model"
ALIAS: Final = f"{DECLARATIVE}.Alias"
ALIASES: Final = "sqlalchemy aliases"
"""Under which a mapped class remembers its attributes that stand for others: `synonym("name")`."""
MAPPER: Final = "sqlalchemy.orm.Mapper"
ASKED: Final = ("sqlalchemy keys", "sqlalchemy owners", "sqlalchemy incoming")
"""What is kept of all mapped classes together, once somebody asked."""


class Mappings:
    """All mapped classes of the program."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._classes = interpreter.classes
        self.state = interpreter.frameworks.state
        self.declared = Declared(interpreter)
        self.by_class: dict[ClassInfo, Mapping] = {}
        self.by_name: dict[str, list[Mapping]] = {}
        self.by_table: dict[str, Mapping] = {}
        self._under_way: set[ClassInfo] = set()
        self._deletes: dict[Mapping, Deletion] = {}
        self._relations = Relations(self, interpreter)
        self.built = False
        self.complete = False
        self._asked_before: dict[Context, None] = {}
        """What has asked for mappings before all of them had their columns and relationships."""

    def build(self) -> None:
        """Find all mapped classes, then their columns and relationships."""
        for cls in list(self._interpreter.program.classes):
            if not is_package_own(cls) and cls.node is not None and cls.node.decorators and cls.outer is None:
                self._interpreter.names.value(cls.module, cls.name)
        for cls in list(self._interpreter.program.classes):
            if not cls.library:  # a library's are met where the project uses them
                self.add(cls)
        self.built = True
        held = list(self.by_class.values())
        for mapping in held:
            self._read_columns(mapping)
        for mapping in held:  # the direction of a relationship depends on the keys of both sides
            self._read_relations(mapping)
        self.complete = True
        self._deletes.clear()  # what was asked meanwhile knew of no relationships and keys
        for asked in ASKED:
            self.state.pop(asked, None)
        for context in self._asked_before:
            self._interpreter.schedule(context)

    def asked_by(self, context: Context | None) -> None:
        """What runs while mappings are still being read is run again afterwards: importing a module may call it."""
        if context is not None and not self.complete:
            self._asked_before[context] = None

    def add(self, cls: ClassInfo) -> Mapping | None:
        """The mapping of a class, made where it is new; None where it has no table."""
        known = self.by_class.get(cls)
        if known is not None or is_package_own(cls) or cls in self._under_way:
            return known
        cache: dict[str, bool] = cls.answers.setdefault("sqlalchemy", {})
        if cache.get("unmapped"):
            return None
        self._under_way.add(cls)
        try:
            mapping = self._mapping(cls) if self.is_declarative(cls) else None
        finally:
            self._under_way.discard(cls)
        if mapping is None:
            cache["unmapped"] = self.built
            return None
        return self.register(mapping)

    def register(self, mapping: Mapping) -> Mapping:
        """Remember a mapping."""
        cls = mapping.cls
        self.by_class[cls] = mapping
        cls.data["sqlalchemy mapped"] = True
        self._classes.regard(cls, BASE)
        self.by_name.setdefault(cls.name, []).append(mapping)
        self.by_table.setdefault(mapping.table, mapping)
        for parent in mapping.parents if not mapping.joined else ():
            parent.children.append(mapping)
        if self.built:  # made in a function, or mapped by one
            self._read_columns(mapping)
            self._read_relations(mapping)
            self._deletes.clear()
        return mapping

    def _read_columns(self, mapping: Mapping) -> None:
        """Read the columns of a mapped class."""
        self._interpreter.frameworks.state.pop("sqlalchemy keys", None)
        for name, value, annotation in self.declared.attributes(mapping.cls):
            for spec in specs([value], ColumnSpec):
                if isinstance(spec, ColumnSpec):
                    mapping.columns[name] = spec
            if any(isinstance(atom, Instance) and atom.cls.dotted == ALIAS for atom in value):
                mapping.cls.data.setdefault(ALIASES, set()).add(name)
            if annotation is not None and name not in mapping.columns:
                place = mapping.cls.module.file, mapping.cls.line
                mapping.columns[name] = ColumnSpec(None, (), primary_key=False, place=place)
        self._read_written(mapping)
        constraints = specs([self.declared.own(mapping.cls, "__table_args__")], ForeignKeySpec)
        mapping.keys = [one for one in constraints if isinstance(one, ForeignKeySpec)]

    def _read_written(self, mapping: Mapping) -> None:
        """Read the columns of a table that stands beside its class, which may call one otherwise.

        `__table__ = orders` gives the class all of them, `total = orders.c.amount` one under another name.
        """
        written = self._written_table(mapping.cls)
        if written is None:
            return
        for column in written.columns:
            if column.name:
                mapping.columns.setdefault(column.name, column)
        for name, value, _ in self.declared.attributes(mapping.cls):
            if name not in mapping.columns and any(isinstance(atom, Native) for atom in value) and tables_of(value):
                mapping.columns[name] = ColumnSpec(None, (), primary_key=False, place=written.place)

    def _read_relations(self, mapping: Mapping) -> None:
        """Read the relationships of a mapped class."""
        for name, value, annotation in self.declared.attributes(mapping.cls):
            self._relations.declare(mapping, name, value, annotation)

    def relate(self, mapping: Mapping, name: str, value: Value) -> None:
        """Add a relationship to a mapped class."""
        self._relations.declare(mapping, name, value, None)

    # --- classes ------------------------------------------------------------------------------------

    def will_have_column(self, mapping: Mapping, name: str) -> bool:
        """Whether a class whose columns are not read yet has one of this name: `ForeignKey(Shop.id)` elsewhere."""
        return not mapping.columns and bool(specs([self._classes.lookup(mapping.cls, name)[1]], ColumnSpec))

    def is_declarative(self, cls: ClassInfo) -> bool:
        """Whether a class is mapped by being defined, as far as its bases say."""
        classes = self._classes
        if classes.is_subclass(cls, BASE):
            return True
        if any(one.data.get("declarative") for one in classes.mro(cls)):
            return True
        names = (says(cls, "__tablename__") and not _names_others(cls)) or says(cls, "__table__")
        return names and bool(cls.externals or (cls.node and cls.node.bases)) and not self._is_mixed_in(cls)

    def _is_mixed_in(self, cls: ClassInfo) -> bool:
        """Whether a class only gives others the name of their tables: all that it extends is known, and is no base."""
        return all(self._is_plain(each) for each in self._classes.mro(cls))

    def _is_plain(self, cls: ClassInfo) -> bool:
        """Whether nothing but what its bases say could map a class: each is a class of the project."""
        node = cls.node
        if node is None or cls.library or node.decorators or node.keywords or cls.made:
            return False
        bases = self._classes.bases(cls)
        return len(bases) == len(node.bases) and not any(isinstance(one, str) and one != OBJECT for one in bases)

    def _is_base(self, cls: ClassInfo) -> bool:
        """Whether a class is the base of the others: it extends `DeclarativeBase`, or a decorator made it one."""
        named = {base.dotted for base in self._classes.bases(cls) if not isinstance(base, str)}
        return bool(cls.data.get("declarative")) or bool(named & BASES)

    def _mapping(self, cls: ClassInfo) -> Mapping | None:
        if flag_of(self._classes.own(cls, "__abstract__")) or self._is_base(cls):
            return None
        if self._classes.is_subclass(cls, SQLMODEL) and not has_table(cls):
            return None
        parents = self._direct([found for base in self._classes.mro(cls)[1:] if (found := self.add(base)) is not None])
        bind = next(iter(self.declared.texts(cls, "__bind_key__")), None)
        tables: dict[str, TableSpec] = self._interpreter.frameworks.state.setdefault("sqlalchemy tables", {})
        joined = joined_in(self.declared, cls, self.by_table, tables)
        if joined:
            return Mapping(cls, joined[0].table, joined[0].schema, bind, joined, joined=True)
        written = self._written_table(cls)
        if written is not None:
            return Mapping(cls, written.full_name, written.schema, bind, parents, asks=written.reflected)
        name = self._table_name(cls, parents)
        if name is None:
            if not parents:
                return None
            parent = parents[0]  # single-table inheritance: rows of the parent's table
            return Mapping(cls, parent.table, parent.schema, parent.bind, [parent])
        schema = self.declared.schema(cls)
        if self._is_concrete(cls):
            parents = []
        mapping = Mapping(cls, f"{schema}.{name}" if schema else name, schema, bind, parents)
        note(self._interpreter, mapping.table, option_in(self.declared.table_args(cls), "prefixes"))
        return mapping

    @staticmethod
    def _direct(parents: list[Mapping]) -> list[Mapping]:
        above = {one for parent in parents for one in parent.parents}
        return [parent for parent in parents if parent not in above][:1]

    def _written_table(self, cls: ClassInfo) -> TableSpec | None:
        found = specs([self.declared.own(cls, "__table__")], TableSpec)
        return found[0] if found and isinstance(found[0], TableSpec) else None

    def _table_name(self, cls: ClassInfo, parents: list[Mapping]) -> str | None:
        own = renamed(self._interpreter, cls) or self.declared.texts(cls, "__tablename__", own=True)
        if own:
            return None if self._lacks_key(cls, parents) else own[0]
        if "__tablename__" in cls.made:
            return None  # it has none of its own, or one that only a run can tell
        joined = not parents or self._has_key(cls)
        for base in self._classes.mro(cls)[1:]:
            if says(base, "__tablename__") and base not in self.by_class:
                found = self.declared.texts(cls, "__tablename__", holder=base)
                if joined and not found:
                    pieces = self.declared.pieces(cls, "__tablename__", base)
                    return table_from_class(cls, base, pieces=pieces)
                return found[0] if joined else None
        if "__tablename__" in cls.bindings:
            return table_from_class(cls, cls) if not _is_none(cls) else None
        if not joined or not self._is_named_by_default(cls):
            return None
        return table_from_class(cls, None, lower=self._classes.is_subclass(cls, SQLMODEL))

    def _is_named_by_default(self, cls: ClassInfo) -> bool:
        has_columns = self._has_columns(cls) or bool(cls.externals)  # of a mixin that is not read
        is_flask = self._classes.is_subclass(cls, FLASK_MODEL) and has_columns
        return is_flask or self._classes.is_subclass(cls, SQLMODEL)

    def _lacks_key(self, cls: ClassInfo, parents: list[Mapping]) -> bool:
        """Whether Flask-SQLAlchemy puts a class into its parent's table: it has a name for one, but no primary key."""
        plain = [one.cls for one in parents] == self._classes.bases(cls) and not says(cls, "__table_args__")
        return plain and self._classes.is_subclass(cls, FLASK_MODEL) and not self._has_key(cls)

    def _is_concrete(self, cls: ClassInfo) -> bool:
        options = self._classes.own(cls, "__mapper_args__")
        return any(key == "concrete" for atom in options for key, _ in getattr(atom, "entries", None) or ())

    def _has_columns(self, cls: ClassInfo) -> bool:
        return any(
            specs([value], ColumnSpec) or annotation is not None
            for _, value, annotation in self.declared.attributes(cls)
        )

    def _has_key(self, cls: ClassInfo) -> bool:
        """Whether the class itself defines a primary key: it has a table beside that of its parent."""
        for name, value, _ in self.declared.attributes(cls, own=True):
            del name
            if any(isinstance(one, ColumnSpec) and one.primary_key for one in specs([value], ColumnSpec)):
                return True
        return False

    # --- names --------------------------------------------------------------------------------------

    def named(self, name: str, beside: ClassInfo | None = None) -> Mapping | None:
        """The mapped class of a (dotted) name; of several with one name, the one nearest to `beside`."""
        path, _, bare = name.rpartition(".")
        found = self.by_name.get(bare, [])
        if path:
            found = [one for one in found if one.cls.module.name.endswith(path.split(".")[-1])] or found
        if len(found) > 1 and beside is not None:
            found = [one for one in found if one.cls.module is beside.module] or found
        if not found and beside is not None and beside.library:
            found = self.of_value(self._interpreter.names.value(beside.module, bare))
        return found[0] if found else None

    def of_value(self, value: Value) -> list[Mapping]:
        """The mappings of the classes in a value, and of those whose mappers are in it."""
        found = [one for atom in value if isinstance(atom, ClassAtom) for one in self.asked(atom.cls)]
        found.extend(
            self.add(atom.model)
            for atom in value
            if isinstance(atom, Instance) and atom.model is not None and atom.cls.dotted == MAPPER
        )
        return [one for one in found if one is not None]

    def asked(self, cls: ClassInfo) -> list[Mapping | None]:
        """The mapping of a class; of one that has no table but asks those of the classes below it, theirs."""
        mapping = self.add(cls)
        if mapping is None and self._classes.is_subclass(cls, CONCRETE):
            return [self.add(one) for one in self._classes.below(cls)]
        return [mapping]

    # --- keys ---------------------------------------------------------------------------------------

    def all_keys(self) -> Iterator[tuple[str, str, str, ForeignKeySpec, tuple[str, int]]]:
        """All foreign keys: table, column, the table pointed at, the key as written, and its place."""
        for mapping in list(self.by_class.values()):
            for name, key, place in mapping.all_keys():
                for target in self._relations.key_tables(key, mapping.schema):
                    yield mapping.table, name, target, key, place
        written: dict[str, TableSpec] = self._interpreter.frameworks.state.get("sqlalchemy tables", {})
        for table in list(written.values()):
            for number, column in enumerate(table.columns):
                for key in column.foreign_keys:
                    for target in self._relations.key_tables(key, table.schema):
                        yield table.full_name, column.name or str(number), target, key, column.place

    def keys_between(self, sources: list[str], targets: list[str]) -> bool:
        """Whether a table of `sources` has a foreign key to one of `targets`."""
        pairs = self._pairs()
        return any((source, target) in pairs for source in sources for target in targets)

    def _pairs(self) -> set[tuple[str, str]]:
        state = self._interpreter.frameworks.state
        size = len(self.by_class), len(state.get("sqlalchemy tables", ()))
        held = state.get("sqlalchemy keys")
        if held is None or held[0] != size:
            held = state["sqlalchemy keys"] = size, {(source, target) for source, _, target, _, _ in self.all_keys()}
        pairs: set[tuple[str, str]] = held[1]
        return pairs

    # --- what a delete takes along --------------------------------------------------------------------

    def deletion(self, mapping: Mapping) -> Deletion:
        """Everything that deleting an object of a mapped class does to tables."""
        known = self._deletes.get(mapping)
        if known is None:
            known = self._deletes[mapping] = taken_along(self, mapping)
        return known


def _names_others(cls: ClassInfo) -> bool:
    """Whether a function in a class body names tables: those of the classes that are mapped below it."""
    return any(type(one.statement) is FUNCTION for one in cls.bindings.get("__tablename__", ()))


def _is_none(cls: ClassInfo) -> bool:
    """Whether a class body says `__tablename__ = None`."""
    statements = [one.statement for one in cls.bindings.get("__tablename__", ())]
    return any(type(one) is ASSIGN and type(one.value) is CONSTANT and one.value.value is None for one in statements)


def mappings(interpreter: Interpreter) -> Mappings:
    """The mapped classes of the program under analysis."""
    held = interpreter.frameworks.state.get("mappings")
    if held is None:
        held = interpreter.frameworks.state["mappings"] = Mappings(interpreter)
        if interpreter.frameworks.follows_work:
            held.build()
        else:
            held.built = held.complete = True
    elif not held.complete:
        held.asked_by(interpreter.running)
    return held


__all__ = ["BOTTOM", "Deletion", "Mapping", "Mappings", "mappings"]
