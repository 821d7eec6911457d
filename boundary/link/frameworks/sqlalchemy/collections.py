"""What do the collections of relationships do?  `order.lines.append(line)`, dynamic and write-only ones.

A dynamic one is a query of the project's own class, where sessions are told one (`order.lines.newest()`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Instance
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.sqlalchemy.events import attribute_event
from boundary.link.frameworks.sqlalchemy.flushed import objects_in, related, unrelated
from boundary.link.frameworks.sqlalchemy.ordering import REORDERS, renumber
from boundary.link.frameworks.sqlalchemy.related import Relation
from boundary.link.frameworks.sqlalchemy.results import stored
from boundary.link.frameworks.sqlalchemy.rows import COLLECTION
from boundary.link.frameworks.sqlalchemy.specs import CORE, OWN_QUERIES
from boundary.link.frameworks.sqlalchemy.statements import Shape, statement

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler

ADDS: Final = frozenset({"append", "add", "extend", "insert", "update", "add_all", "setdefault", "appendleft"})
REMOVES: Final = frozenset({"remove", "discard", "pop", "clear", "difference_update", "popitem"})
BUILDS: Final = frozenset({"insert", "update", "delete", "select"})


class CollectionHook(Hook):
    """Collections: what is put in and taken out is written by the next flush."""

    base = COLLECTION
    slices = True

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The methods of lists, sets and dicts; statements of write-only collections."""
        relation = atom.relation
        if not isinstance(relation, Relation):
            return None
        if name in BUILDS and relation.dynamic == "write_only":
            return evaluator.atoms.native("sqlalchemy.collection.build", (atom, name))
        if name in {"update", "insert"} and relation.dynamic:
            return None
        if name in ADDS or name in REMOVES:
            return evaluator.atoms.native("sqlalchemy.collection", (atom, name))
        if name == REORDERS and relation.ordered:
            return evaluator.atoms.native("sqlalchemy.collection.reorder", atom)
        if name in {"copy", "values", "keys", "items"}:
            return evaluator.atoms.native("sqlalchemy.collection.copy", (atom, name))
        return of_own_query(evaluator, atom, name, line) if relation.dynamic == "dynamic" else None


def of_own_query(evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
    """`order.lines.newest`: a method of the project's own class of queries."""
    interpreter = evaluator.interpreter
    own: ClassInfo | None = interpreter.frameworks.state.get(OWN_QUERIES)
    owner = interpreter.classes.lookup(own, name)[0] if own is not None else None
    if own is None or owner is None or owner.library:
        return None
    query = evaluator.atoms.instance(own, model=atom.model, joins=atom.joins, site=atom.site, guessed=atom.guessed)
    return interpreter.attributes.get(evaluator, query, name, line)


def altered(call: NativeCall) -> Value:
    """`.append(x)`, `.remove(x)`."""
    atom, name = call.receiver
    given = frozenset().union(*call.arguments.every()) if any(call.arguments.every()) else BOTTOM
    holder = call.atoms.instance(atom.relation.source.cls, stored=atom.stored)
    event = "remove" if name in REMOVES else "append"
    given = given or (stored(call.evaluator, atom.relation.target.cls) if event == "remove" else BOTTOM)
    attribute_event(call.evaluator, atom.relation.source, atom.relation.name, event, holder, given, call.line)
    renumber(call, atom.relation, name, guessed=atom.guessed)
    if name in REMOVES:
        unrelated(call.evaluator, atom.relation, call.line, holder=atom)
        return stored(call.evaluator, atom.relation.target.cls) if name.startswith("pop") else call.atoms.none
    related(call.evaluator, atom.relation, given, call.line, holder=atom)
    if not any(True for _ in objects_in(given)) and atom.relation.kind == "o2m" and atom.relation.creator is None:
        call.evaluator.touch(atom.relation.target.table, "insert", call.line, confidence="inferred")
    return call.atoms.none


def put_by_key(call: NativeCall) -> Value:
    """`order.notes["color"] = note`, `order.lines[0] = line`: a list has nothing under a text, nor has a query."""
    atom = call.receiver
    if not isinstance(atom, Instance) or not isinstance(atom.relation, Relation):
        return UNKNOWN
    key, value = call.arguments.get(0, "key") or UNKNOWN, call.arguments.get(1, "value") or UNKNOWN
    if not atom.relation.keyed and all(isinstance(one, Constant) and isinstance(one.value, str) for one in key):
        return call.atoms.none
    put = NativeCall(call.evaluator, call.name, (atom, "append"), Arguments((value,)), call.line)
    return altered(put)


def built(call: NativeCall) -> Value:
    """`user.posts.select()`, `.insert()`, `.update()`, `.delete()` of a write-only collection."""
    atom, name = call.receiver
    relation: Relation = atom.relation
    if name == "select":
        return statement(call.evaluator, f"{CORE}.Select", Shape(entities=(relation.target.cls,)), atom.joins)
    shape = Shape(name, relation.target.table)
    return statement(call.evaluator, f"{CORE}.{name.title()}", shape, frozenset(atom.joins) - {relation.target.table})


def copied(call: NativeCall) -> Value:
    """`.copy()`, `.values()`: the objects."""
    atom, _ = call.receiver
    cls = atom.relation.target.cls
    return call.atoms.container("list", stored(call.evaluator, cls, guessed=atom.guessed)) or UNKNOWN


HOOKS: Final = (CollectionHook(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{COLLECTION}.__setitem__": put_by_key,
    "sqlalchemy.collection": altered,
    "sqlalchemy.collection.build": built,
    "sqlalchemy.collection.copy": copied,
}
