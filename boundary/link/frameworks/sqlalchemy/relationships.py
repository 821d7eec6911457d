"""Which relations do the relationships of mappings declare?  By what is handed over, and what annotations say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Function
from boundary.link.frameworks.sqlalchemy.declared import mapped_parts
from boundary.link.frameworks.sqlalchemy.related import Relation, is_ordered
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
            back=spec.backref or spec.back_populates or "",
            eager=spec.lazy in EAGER,
            reads=frozenset({*target.tables, *({secondary} if secondary else ())}),
            keyed=bool(spec.collection),
            ordered=is_ordered(spec.collection),
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
                back=relation.name,
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
