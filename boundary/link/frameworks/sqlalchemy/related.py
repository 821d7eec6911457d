"""Where does a relationship lead?  Its target, the table between, its direction and its cascades."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Function
from boundary.link.frameworks.sqlalchemy.declared import mapped_parts
from boundary.link.frameworks.sqlalchemy.schema import EAGER, MANY
from boundary.link.frameworks.sqlalchemy.specs import ForeignKeySpec, ProxySpec, RelationSpec, TableSpec, specs
from boundary.link.frameworks.sqlalchemy.tables import tables_of
from boundary.link.syntax.kinds import CONSTANT, DISPLAY, NAME, OPERATION, SUBSCRIPT
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.models import Mappings
    from boundary.model.scan import Because, Operation

COLLECTIONS: Final = frozenset(
    {
        "list",
        "List",
        "set",
        "Set",
        "Sequence",
        "Iterable",
        "Collection",
        "dict",
        "Dict",
        "MutableMapping",
        "deque",
        "OrderedSet",
    }
)
KINDS: Final = {"WriteOnlyMapped": "write_only", "DynamicMapped": "dynamic"}
REVERSED: Final = {"m2o": "o2m", "o2m": "m2o", "m2m": "m2m"}


class Relation:
    """One relationship; `kind` is "m2o", "o2m" or "m2m", `scalar` says that it holds one object.

    `dynamic` is "dynamic" or "write_only" where it is a query, else nothing.
    """

    __slots__ = (
        "cascade",
        "creator",
        "dynamic",
        "eager",
        "keyed",
        "kind",
        "linked_back",
        "name",
        "passive_deletes",
        "reads",
        "scalar",
        "secondary",
        "source",
        "target",
        "view_only",
    )

    def __init__(  # noqa: PLR0913 - one relationship, spelled out
        self,
        source: Mapping,
        name: str,
        target: Mapping,
        kind: str,
        *,
        scalar: bool,
        secondary: str | None,
        cascade: str,
        dynamic: str,
        view_only: bool,
        passive_deletes: str,
        linked_back: bool,
        eager: bool,
        reads: frozenset[str],
        creator: Value | None = None,
        keyed: bool = True,
    ) -> None:
        self.source, self.name, self.target, self.kind = source, name, target, kind
        self.scalar = scalar
        self.secondary = secondary
        self.cascade = cascade
        self.dynamic = dynamic
        self.view_only = view_only
        self.passive_deletes = passive_deletes
        self.linked_back = linked_back
        self.eager = eager
        self.reads = reads
        self.creator = creator
        """What makes an object of what is put in, where that is a column of it; None for objects themselves."""
        self.keyed = keyed
        """Whether it may be a dict, so that what is put in under a text is put in."""

    @property
    def cascades_delete(self) -> bool:
        """Whether deleting the owner deletes what it holds."""
        return "delete" in {part.strip() for part in self.cascade.split(",")}

    @property
    def deletes_orphans(self) -> bool:
        """Whether what is taken out of it is deleted."""
        return "delete-orphan" in self.cascade

    @property
    def lets_go(self) -> bool:
        """Whether what it holds no longer points at the owner when that is deleted."""
        return self.kind == "o2m" and not (self.passive_deletes or self.cascades_delete or self.view_only)

    def deletes(self, into: dict[tuple[str, Operation], Because | None]) -> list[Mapping]:
        """What deleting the owner does here; gives the classes whose objects are deleted too."""
        if self.view_only:
            return []
        if self.secondary is not None:
            into.setdefault((self.secondary, "delete"), "cascade")
            if not self.passive_deletes:  # which pairs there are is asked first
                into.setdefault((self.secondary, "read"), "cascade")
                into.setdefault((self.target.table, "read"), "cascade")
        if self.cascades_delete:
            if self.kind != "m2o":
                into.setdefault((self.target.table, "read"), "cascade")
            return [self.target]
        if self.lets_go:
            into.setdefault((self.target.table, "read"), "cascade")
            into.setdefault((self.target.table, "update"), "cascade")
        return []


def across(through: Relation, attribute: str, creator: Value) -> Relation | None:
    """`association_proxy("order_tags", "tag")`: pairs of a many-to-many relationship, of which each row is an object.

    Where the attribute of these objects is a column (`association_proxy("tag_rows", "name")`) it is the relationship
    itself, of which the objects are made. None where it is neither that nor a relationship to one object.
    """
    inner = through.target.relation(attribute)
    if inner is None and not through.scalar and through.target.has_column(attribute):
        return _filled_by_column(through, creator)
    if inner is None or not inner.scalar or through.scalar:
        return None
    return Relation(
        through.source,
        through.name,
        inner.target,
        "m2m",
        scalar=False,
        secondary=through.target.table,
        cascade=through.cascade,
        dynamic="",
        view_only=through.view_only or inner.view_only,
        passive_deletes=through.passive_deletes,
        linked_back=False,
        eager=False,
        reads=through.reads | inner.reads,
    )


def _filled_by_column(through: Relation, creator: Value) -> Relation:
    return Relation(
        through.source,
        through.name,
        through.target,
        through.kind,
        scalar=False,
        secondary=through.secondary,
        cascade=through.cascade,
        dynamic=through.dynamic,
        view_only=through.view_only,
        passive_deletes=through.passive_deletes,
        linked_back=through.linked_back,
        eager=through.eager,
        reads=through.reads,
        creator=creator,
        keyed=through.keyed,
    )


class Relations:
    """Resolves the relationships of mapped classes."""

    def __init__(self, mappings: Mappings, interpreter: Interpreter) -> None:
        self._mappings = mappings
        self._interpreter = interpreter

    def declare(self, mapping: Mapping, name: str, value: Value, annotation: code.Expression | None) -> None:
        """Add the relationship that a class attribute holds, and the one that its backref adds to the target."""
        for spec in specs([value], RelationSpec):
            if isinstance(spec, RelationSpec):
                relation = self._relation(mapping, name, spec, annotation)
                if relation is not None:
                    mapping.relations[name] = relation
                    mapping.columns.pop(name, None)
                    if spec.backref:
                        self._add_backref(relation, spec)
        for spec in specs([value], ProxySpec):
            if isinstance(spec, ProxySpec):
                mapping.cls.data.setdefault("proxies", {})[name] = spec
                mapping.columns.pop(name, None)

    def _relation(
        self, mapping: Mapping, name: str, spec: RelationSpec, annotation: code.Expression | None
    ) -> Relation | None:
        parts = mapped_parts(annotation)
        target = self._target(spec.target, mapping)
        if target is None and annotation is not None:
            target = self._annotated(parts[1] if parts else annotation, mapping)
        if target is None:
            return None
        secondary = self._secondary(spec.secondary, mapping)
        listed = parts is not None and (parts[0] != "Mapped" or is_collection(parts[1]))
        listed = listed or (parts is None and annotation is not None and is_collection(annotation))
        kind = (
            "m2m"
            if secondary
            else self._direction(mapping, target, spec, listed=listed, annotated=annotation is not None)
        )
        scalar = spec.many is False or kind == "m2o" or (annotation is not None and not listed)
        if spec.many and kind == "m2o":
            kind, scalar = "o2m", False
        return Relation(
            mapping,
            name,
            target,
            kind,
            scalar=scalar,
            secondary=secondary,
            cascade=spec.cascade,
            dynamic=KINDS.get(parts[0] if parts else "", spec.lazy if spec.lazy in MANY else ""),
            view_only=spec.view_only,
            passive_deletes=spec.passive_deletes,
            linked_back=bool(spec.backref or spec.back_populates),
            eager=spec.lazy in EAGER,
            reads=frozenset({*target.tables, *({secondary} if secondary else ())}),
            keyed=bool(spec.collection),
        )

    @staticmethod
    def _add_backref(relation: Relation, spec: RelationSpec) -> None:
        name, target, source = spec.backref or "", relation.target, relation.source
        kind = REVERSED[relation.kind]
        target.relations.setdefault(
            name,
            Relation(
                target,
                name,
                source,
                kind,
                scalar=kind == "m2o" or not spec.backref_many,
                secondary=relation.secondary,
                cascade=spec.backref_cascade,
                dynamic=spec.backref_lazy if spec.backref_lazy in MANY else "",
                view_only=relation.view_only,
                passive_deletes=spec.backref_passive,
                linked_back=True,
                eager=spec.backref_lazy in EAGER,
                reads=frozenset({*source.tables, *({relation.secondary} if relation.secondary else ())}),
            ),
        )

    # --- what it names --------------------------------------------------------------------------------

    def _target(self, value: Value, mapping: Mapping) -> Mapping | None:
        value = self._called(value, mapping)
        for found in self._mappings.of_value(value):
            return found
        for text in strings(value):
            found_ = self._mappings.named(text.replace(":", "."), mapping.cls)
            if found_ is not None:
                return found_
        return None

    def _annotated(self, node: code.Expression, mapping: Mapping) -> Mapping | None:
        """The mapped class in an annotation: `list["Order"]`, `Optional[Order]`."""
        for name in names_in(node):
            found = self._mappings.named(name, mapping.cls)
            if found is not None:
                return found
        return None

    def _called(self, value: Value, mapping: Mapping) -> Value:
        """`lambda: Order` stands for what it gives."""
        if not any(isinstance(atom, Function) for atom in value):
            return value
        evaluator = self._interpreter.class_evaluator(mapping.cls)
        functions = frozenset(atom for atom in value if isinstance(atom, Function))
        return join((value - functions, self._interpreter.calls.unknown_call(evaluator, functions)))

    def _secondary(self, value: Value, mapping: Mapping) -> str | None:
        value = self._called(value, mapping)
        for spec in specs([value], TableSpec):
            if isinstance(spec, TableSpec):
                return spec.full_name
        for found in self._mappings.of_value(value):
            return found.table
        mentioned = tables_of(value)
        if mentioned:
            return min(mentioned)
        return next((one for text in strings(value) if (one := self._spelled_table(text, mapping))), None)

    @property
    def _written(self) -> dict[str, TableSpec]:
        held: dict[str, TableSpec] = self._interpreter.frameworks.state.get("sqlalchemy tables", {})
        return held

    def _spelled_table(self, text: str, mapping: Mapping) -> str | None:
        """The table that a string names: by its name, by its class, or in an expression (`"orders.join(...)"`)."""
        if re.fullmatch(r"[\w.]+", text):
            bare = text.removesuffix(".__table__")
            held = self._mappings.named(bare, mapping.cls) if text not in self._written else None
            return held.table if held is not None else self._qualified(text, mapping.schema)
        for word in re.findall(r"\w+", text):
            if word in self._written:
                return str(word)
            named = self._mappings.named(word, mapping.cls)
            if named is not None:
                return named.table
        return None

    def _qualified(self, table: str, schema: str | None) -> str:
        written = self._written
        if schema and table not in written and f"{schema}.{table}" in written:
            return f"{schema}.{table}"
        return table

    def key_tables(self, key: ForeignKeySpec, schema: str | None) -> list[str]:
        """The tables that a foreign key points at."""
        found = sorted(tables_of(key.to))
        if found:
            return found[:1]
        for text in strings(key.to):
            table = text.rpartition(".")[0]
            if not table:
                continue
            known, bare = self._mappings.by_table, table.rpartition(".")[2]
            if table not in known and f"{schema}.{table}" in known:
                return [f"{schema}.{table}"]
            return [table if table in known or bare not in known else bare]  # the schema of its class may be unknown
        return []

    def _direction(
        self,
        mapping: Mapping,
        target: Mapping,
        spec: RelationSpec,
        *,
        listed: bool,
        annotated: bool,
    ) -> str:
        """Which side holds the foreign key."""
        named = self._foreign_side(spec.foreign_keys, mapping)
        if mapping.table == target.table or mapping in target.parents:
            return "m2o" if spec.remote_side or (annotated and not listed) else "o2m"
        if named is not None:
            return "m2o" if named in mapping.tables else "o2m"
        forward = self._mappings.keys_between(mapping.tables, target.tables)
        backward = self._mappings.keys_between(target.tables, mapping.tables)
        if forward != backward:
            return "m2o" if forward else "o2m"
        if annotated:
            return "o2m" if listed else "m2o"
        return "m2o" if forward and spec.many is False else "o2m"

    def _foreign_side(self, value: Value, mapping: Mapping) -> str | None:
        value = self._called(value, mapping)
        found = sorted(tables_of(value))
        if len(found) == 1:
            return found[0]
        for text in strings(value):
            for name in re.findall(r"(\w+)\.\w+", text):
                named = self._mappings.named(name, mapping.cls)
                if named is not None:
                    return named.table
        if specs([value], tuple) and value:
            return mapping.table  # a column of the class body itself
        return None


def names_in(node: object) -> list[str]:
    """The names in an annotation, those in its strings too."""
    match node:
        case code.Name(id=name):
            return [name]
        case code.Attribute(name=name):
            return [name]
        case code.Constant(value=str(text)):
            return re.findall(r"[A-Za-z_]\w*", text)
        case code.Subscript(value=value, index=index):
            return [*names_in(index), *names_in(value)]
        case code.Display(items=items) | code.Operation(operands=items):
            return [name for item in items for name in names_in(item)]
        case _:
            return []


def is_collection(node: code.Expression) -> bool:
    """Whether an annotation is of many objects."""
    if type(node) is CONSTANT and isinstance(node.value, str):
        return any(re.search(rf"\b{name}\[", node.value) for name in COLLECTIONS)
    if type(node) is SUBSCRIPT:
        value = node.value
        name = value.id if type(value) is NAME else getattr(value, "name", "")
        if name in {"Optional", "Annotated", "Union"}:
            return any(is_collection(one) for one in _parts(node.index))
        return name in COLLECTIONS
    if type(node) is OPERATION:
        return any(is_collection(one) for one in node.operands)
    return False


def _parts(node: code.Expression) -> tuple[code.Expression, ...]:
    return node.items if type(node) is DISPLAY else (node,)


__all__ = ["BOTTOM", "Relation", "Relations"]
