"""What do collections of MongoDB do?  They are tables; each call of a method is one statement, as a rule on its own.

db.orders.insert_one({"state": "new"})
db["orders"].update_many({}, {"$set": {"state": "old"}}, session=session)
db.orders.bulk_write([InsertOne({}), DeleteMany({})])

A collection whose name is not known is a blind spot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Instance
from boundary.link.frameworks.own_statements import Statement
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pymongo.pipelines import touch_stages
from boundary.link.frameworks.pymongo.statements import has_session
from boundary.link.frameworks.tables_by_name import name_of, named_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

CLIENT: Final = "pymongo.mongo_client.MongoClient"
DATABASE: Final = "pymongo.database.Database"
COLLECTION: Final = "pymongo.collection.Collection"
CURSOR: Final = "pymongo.cursor.Cursor"
OPERATION: Final = "pymongo.operations.Operation"
NAMED: Final = "pymongo collection"
"""What the site of a collection begins with, of which the name stands behind."""
SAID: Final = "pymongo.said"
UNNAMED: Final = "the name of a collection is not known"
AGGREGATIONS: Final = ("aggregate", "aggregate_raw_batches")
OPS: Final[dict[str, tuple[Operation, ...]]] = {
    **dict.fromkeys(("insert_one", "insert_many", "insert"), ("insert",)),
    **dict.fromkeys(("update_one", "update_many", "replace_one", "update"), ("update",)),
    **dict.fromkeys(("find_one_and_update", "find_one_and_replace", "find_and_modify"), ("update",)),
    "save": ("insert", "update"),
    **dict.fromkeys(("delete_one", "delete_many", "find_one_and_delete", "remove", "drop"), ("delete",)),
    **dict.fromkeys(("find", "find_raw_batches", "find_one", "find_one_or_404", "distinct", "watch"), ("read",)),
    **dict.fromkeys(("count", "count_documents", "estimated_document_count", "group"), ("read",)),
    **dict.fromkeys((*AGGREGATIONS, "map_reduce", "inline_map_reduce"), ("read",)),
}
"""What the methods of a collection do; `bulk_write` does what it is given."""
SEARCHES: Final = frozenset({"find", "find_raw_batches", "watch", *AGGREGATIONS})
"""What gives a cursor."""
UPSERTING: Final = frozenset({"update_one", "update_many", "replace_one", "update"})
"""What inserts where nothing is found, if it is told so as the third."""
FINDING: Final = frozenset({"find_one_and_update", "find_one_and_replace", "find_and_modify"})
"""What inserts where nothing is found, if it is told so by name."""
BULK: Final = "bulk_write"
OLD_BULKS: Final = frozenset({"initialize_ordered_bulk_op", "initialize_unordered_bulk_op"})
OF_OPERATIONS: Final[dict[str, Operation]] = {
    "InsertOne": "insert",
    **dict.fromkeys(("ReplaceOne", "UpdateOne", "UpdateMany"), "update"),
    **dict.fromkeys(("DeleteOne", "DeleteMany"), "delete"),
}
KEPT: Final = frozenset(
    {
        *("create_index", "create_indexes", "drop_index", "drop_indexes", "ensure_index", "index_information"),
        *("list_indexes", "options", "reindex", "rename", "create_search_index", "list_search_indexes"),
    }
)
"""What tells of a collection, or sets up how it is kept."""
ABOUT: Final = frozenset({"name", "full_name", "codec_options", "read_preference", "read_concern", "write_concern"})


def collections(evaluator: Evaluator, names: Value) -> Value:
    """Collections of these names."""
    return named_tables(evaluator, COLLECTION, names, NAMED)


class Clients(Hook):
    """Clients: databases by their names."""

    base = CLIENT

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`client.shop`."""
        del line
        return None if name.startswith("_") else self.item(evaluator, atom, UNKNOWN)

    def item(self, evaluator: Evaluator, atom: Instance, index: Value) -> Value | None:
        """`client["shop"]`."""
        del atom, index
        cls = evaluator.interpreter.library_class(DATABASE)
        return evaluator.atoms.instance(cls) if cls is not None else None


class Databases(Hook):
    """Databases: collections by their names."""

    base = DATABASE

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.orders`."""
        del atom, line
        return None if name.startswith("_") or name in ABOUT else collections(evaluator, evaluator.atoms.constant(name))

    def item(self, evaluator: Evaluator, atom: Instance, index: Value) -> Value | None:
        """`db["orders"]`."""
        del atom
        return collections(evaluator, index)


class Collections(Hook):
    """Collections: what they do, what they are called, and those below them."""

    base = COLLECTION

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Collection(db, "orders")`."""
        del line
        return collections(evaluator, arguments.get(1, "name") or UNKNOWN) if cls.dotted == COLLECTION else None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.orders.find`, `db.orders.name`, `db.orders.archive`."""
        del line
        if name in OPS or name == BULK or name in OLD_BULKS:
            return evaluator.atoms.native(SAID, (atom, name))
        held = name_of(atom, NAMED)
        if name == "name" and held is not None:
            return evaluator.atoms.constant(held)
        if name.startswith("_") or name in KEPT or name in ABOUT:
            return None
        return self.item(evaluator, atom, evaluator.atoms.constant(name))

    def item(self, evaluator: Evaluator, atom: Instance, index: Value) -> Value | None:
        """`db.orders["archive"]`, which is the collection `orders.archive`."""
        held = name_of(atom, NAMED)
        below = [evaluator.atoms.constant(f"{held}.{name}") for name in strings(index)] if held is not None else []
        names: Value = frozenset().union(*below) or UNKNOWN
        return collections(evaluator, names)


# --- what is done -------------------------------------------------------------------------------------------


def said(call: NativeCall) -> Value:
    """A method of a collection."""
    atom, name = call.receiver
    pipeline = (call.arguments.get(0, "pipeline") or UNKNOWN) if name in AGGREGATIONS else BOTTOM
    act(call, name_of(atom, NAMED), _operations(call, name), pipeline)
    if name in SEARCHES:
        return call.instance_of(CURSOR)
    return UNKNOWN


def act(call: NativeCall, name: str | None, ops: list[Operation], pipeline: Value = BOTTOM) -> None:
    """One statement about a collection, and what a pipeline says that it does to others."""
    evaluator = call.evaluator
    with Statement(evaluator, call.line, joins=has_session(call)):
        if name is None:
            evaluator.blind(call.line, UNNAMED)
        for op in ops if name is not None else ():
            call.interpreter.frameworks.stores_read.add("pymongo")
            evaluator.touch(str(name), op, call.line)
        touch_stages(evaluator, [pipeline], call.line)


def _operations(call: NativeCall, name: str) -> list[Operation]:
    """What a method does to its own collection."""
    if name == BULK:
        return sorted(set(_bulk(call.first)))
    if name in OLD_BULKS:
        return ["insert", "update", "delete"]
    ops = list(OPS[name])
    told = call.arguments.keywords.get("upsert") if name in FINDING else None
    upsert = call.arguments.get(2, "upsert") if name in UPSERTING else told
    if upsert is not None and truth(upsert) is not False:
        ops.append("insert")
    return ops


def _bulk(requests: Value) -> Iterator[Operation]:
    """What the operations in a list do; where none is known, something is changed."""
    known = False
    for atom in requests:
        for one in atom.element if isinstance(atom, Container) else ():
            if isinstance(one, Instance) and isinstance(one.site, tuple) and one.site[:1] == (OPERATION,):
                known = True
                yield from one.site[1]
    if not known:
        yield "update"


class Operations(Hook):
    """`UpdateOne({"id": 1}, {"$set": {}}, upsert=True)`, for `bulk_write`."""

    base = OPERATION

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """An operation says what it does."""
        del line
        op = OF_OPERATIONS.get(cls.name)
        if op is None:
            return None
        upsert = arguments.get(2, "upsert") if op == "update" else None
        ops = (op, "insert") if upsert is not None and truth(upsert) is not False else (op,)
        return evaluator.atoms.instance(cls, site=(OPERATION, ops))


HOOKS: Final = (Clients(), Databases(), Collections(), Operations())
NATIVES: Final[dict[str, Handler]] = {SAID: said}
