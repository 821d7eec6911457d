"""Which rows depend on a row?  `row.delete_instance(recursive=True)`, `for query, key in row.dependencies(): ...`.

Rows depend on a row by their foreign keys, and others on those, step by step; what a key that may be null leads to is
followed only where that is asked for. The models are far too many for values of their own: all of them that one class
of fields leads to are one value, so that a test of that class (`isinstance(key, OwnerField)`) tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.asking import truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.peewee.models import MODEL, records
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import Record  # noqa: TC001 - a compiled named tuple looks up what its fields are

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Records, Relation

QUERY: Final = "peewee.Query"
KEY: Final = "peewee.ForeignKeyField"
DEPENDENT: Final = "peewee.Dependent"
QUERIES: Final = {"select": "read", "delete": "delete", "update": "update"}


class Dependents(NamedTuple):
    """The records that depend on one, by keys of one class of fields."""

    records: tuple[Record, ...]


def depending(held: Records, record: Record, *, through_nullable: bool) -> Iterator[tuple[Record, Relation]]:
    """What depends on a record, directly or through others, each with the relation by which it does."""
    stack, seen = [record], {record}
    while stack:
        for holder, relation in held.pointing(stack.pop()):
            yield holder, relation
            if holder not in seen and (through_nullable or not relation.nullable):
                seen.add(holder)
                stack.append(holder)


def _records(call: NativeCall) -> tuple[Records, Record | None]:
    held = records(call.interpreter)
    return held, held.linked(call.receiver.cls) if isinstance(call.receiver, Instance) else None


def _asked(call: NativeCall, position: int, name: str) -> bool | None:
    """Whether an option is on; it is not where it is not given, and None is for what is not known."""
    value = call.arguments.get(position, name)
    return False if value is None else truth(value)


def delete_instance(call: NativeCall) -> Value:
    """`row.delete_instance(recursive=True)`: keys that may be null are set to it, unless `delete_nullable` is, too."""
    held, record = _records(call)
    if record is None:
        return UNKNOWN
    nullable = _asked(call, 1, "delete_nullable")
    with call.evaluator.believed(mapped.doubt(call.receiver)):
        mapped.touch(call.evaluator, record, "delete", call.line)
        held.cascade(call.evaluator, record, call.line)
        if not _asked(call, 0, "recursive"):
            return UNKNOWN
        for holder, relation in depending(held, record, through_nullable=nullable is not False):
            if relation.nullable and nullable is not True:
                mapped.touch(call.evaluator, holder, "update", call.line, because="cascade")
            if not relation.nullable or nullable is not False:
                mapped.touch(call.evaluator, holder, "delete", call.line, because="cascade")
            between = held.linked(relation.target)
            if between is not None and between is not record:  # `DELETE FROM lines WHERE order IN (SELECT ...)`
                mapped.touch(call.evaluator, between, "read", call.line, because="cascade")
    return UNKNOWN


def dependencies(call: NativeCall) -> Value:
    """`row.dependencies(search_nullable)`: pairs of a condition and the key by which a model depends on the row."""
    held, record = _records(call)
    key = call.interpreter.library_class(KEY)
    if record is None or key is None:
        return UNKNOWN
    through = _asked(call, 0, "search_nullable") is not False
    kinds: dict[ClassInfo, dict[Record, None]] = {}
    for holder, relation in depending(held, record, through_nullable=through):
        kinds.setdefault(relation.kind or key, {})[holder] = None
    keys = join(
        call.atoms.instance(kind, model=record.cls, site=Dependents(tuple(holders))) for kind, holders in kinds.items()
    )
    pair = call.atoms.container("tuple", keys | UNKNOWN, (UNKNOWN, keys))
    return call.atoms.container("list", pair)


class Keys(Hook):
    """The keys by which models depend on a row."""

    base = KEY

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`key.model`: all the models."""
        del line
        made = evaluator.interpreter.library_class(DEPENDENT)
        if not isinstance(atom.site, Dependents) or made is None:
            return None
        if name in {"model", "model_class"}:
            return evaluator.atoms.instance(made, model=atom.model, site=atom.site)
        return UNKNOWN if name in {"name", "null", "column_name"} else None


class Models(Hook):
    """The models that depend on a row, as if they were one."""

    base = DEPENDENT

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`key.model.delete()`."""
        del line
        return evaluator.atoms.native("peewee.dependents", (atom, name)) if name in QUERIES else UNKNOWN


def query(call: NativeCall) -> Value:
    """`key.model.delete()`, `.update(...)`: a query that does this to all the models when it is executed."""
    atom, name = call.receiver
    made = call.interpreter.library_class(QUERY)
    if made is None:
        return UNKNOWN
    return call.atoms.instance(made, model=atom.model, rows=QUERIES[name], site=atom.site)


HOOKS: Final = (Keys(), Models())
NATIVES: Final[dict[str, Handler]] = {
    f"{MODEL}.delete_instance": delete_instance,
    f"{MODEL}.dependencies": dependencies,
    "peewee.dependents": query,
}
