"""What does Prisma's client for Python do?  Its models' actions, transactions, batches, SQL.

    post = await db.post.create(data={"title": "A", "author": {"connect": {"id": 1}}}, include={"author": True})
    await Post.prisma().delete_many(where={"author": {"is": {"name": "A"}}})
    async with db.tx() as tx, db.batch_() as batch: ...

What an action is told decides what else is touched: rows of related models are made, changed or deleted in the same
transaction (`data`), fetched (`include`) or looked at (`where`). What it gives is plain data.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, External, Instance
from boundary.link.frameworks.prisma.schema import schema
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.prisma.schema import Model, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

CLIENT: Final = "prisma.client.Client"
BATCH: Final = "prisma.client.Batch"
ACTIONS: Final = "prisma.client.Actions"
SAID: Final = "prisma.said"
OF: Final = "prisma model"
"""What the site of a model's actions begins with; the name of the model stands behind."""
OPS: Final[dict[str, tuple[Operation, ...]]] = {
    **dict.fromkeys(("create", "create_many"), ("insert",)),
    **dict.fromkeys(("find_unique", "find_unique_or_raise", "find_first", "find_first_or_raise"), ("read",)),
    **dict.fromkeys(("find_many", "count", "group_by"), ("read",)),
    **dict.fromkeys(("update", "update_many"), ("update",)),
    "upsert": ("read", "insert", "update"),
    **dict.fromkeys(("delete", "delete_many"), ("delete",)),
}
WRITTEN: Final[dict[str, tuple[Operation, ...]]] = {
    **dict.fromkeys(("create", "createMany", "create_many"), ("insert",)),
    **dict.fromkeys(("connectOrCreate", "connect_or_create"), ("read", "insert")),
    **dict.fromkeys(("update", "updateMany", "update_many"), ("update",)),
    "upsert": ("read", "insert", "update"),
    **dict.fromkeys(("delete", "deleteMany", "delete_many"), ("delete",)),
}
"""What `data` says of the rows of a relation."""
TIED: Final = frozenset({"connect", "disconnect", "set", *WRITTEN})
"""What ties rows to the one at hand, or unties them: their keys change, where they hold them."""
DATA: Final = ("data", "create", "update")
"""Under which words an action, or what `data` says of a relation, is told what to write."""
WORK: Final = ("prisma",)


class Clients(Hook):
    """Clients, also those of a transaction or a batch: each model is an attribute."""

    base = CLIENT

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.post`."""
        del atom
        return _actions(evaluator, name, line)


class Actions(Hook):
    """What can be done with the rows of a model."""

    base = ACTIONS

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.post.create`."""
        del line
        return evaluator.atoms.native(SAID, (atom, name)) if name in OPS else None


def _actions(evaluator: Evaluator, name: str, line: int) -> Value | None:
    """The actions of a model by its name, in lower letters."""
    cls = evaluator.interpreter.library_class(ACTIONS)
    if cls is None or name.startswith("_"):
        return None
    models = schema(evaluator.interpreter).models
    if name not in models:
        if not models:
            evaluator.blind(line, "no schema of Prisma says what the client has")
        return None
    return evaluator.atoms.instance(cls, site=(OF, name))


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """What is generated: `Post.prisma()` gives the actions of a model, `PostCreateInput(title="A")` is a dict."""
    match atom.dotted.split("."):
        case ["prisma", "models", name, "prisma"]:
            return _actions(evaluator, name.lower(), line)
        case ["prisma", "types", _]:
            entries = [(evaluator.atoms.constant(name), held) for name, held in arguments.keywords.items()]
            return containers.make_dict(evaluator, entries)
        case _:
            return None


# --- what actions touch -------------------------------------------------------------------------------------


def said(call: NativeCall) -> Value:
    """An action on the rows of a model."""
    atom, name = call.receiver
    model = schema(call.interpreter).models[atom.site[1]]
    with call.evaluator.implicit(call.line) if _writes_more(call, model) else nullcontext():
        _act(call, model, OPS[name])
    return UNKNOWN


def _writes_more(call: NativeCall, model: Model) -> bool:
    """Whether an action writes along relations, beside its own row."""
    return any(name in model.relations for data in _data(call.arguments.keywords) for name in _entries(data))


def _act(call: NativeCall, model: Model, ops: tuple[Operation, ...]) -> None:
    evaluator, keywords = call.evaluator, call.arguments.keywords
    for op in ops:
        _touch(evaluator, model, op, call.line)
    for data in _data(keywords):
        _write(evaluator, model, data, call.line)
    for word in ("include", "where"):
        _read(evaluator, model, keywords.get(word, BOTTOM), call.line)


def _touch(evaluator: Evaluator, model: Model, op: Operation, line: int) -> None:
    evaluator.touch(model.table, op, line)
    if op == "delete":
        schema(evaluator.interpreter).cascade(evaluator, model, line)


def _data(told: dict[str, Value]) -> Iterator[Value]:
    """What is to be written, of one row or of several; `data` of an upsert says both what to make and to change."""
    for word in DATA:
        for value in _each(told.get(word, BOTTOM)):
            yield value
            yield from (one for nested in DATA[1:] for one in _each(_entries(value).get(nested, BOTTOM)))


def _each(value: Value) -> Iterator[Value]:
    """A value, or what is in a list of them."""
    for atom in value:
        if isinstance(atom, Container) and atom.kind != "dict":
            yield from _each(atom.element)
        else:
            yield atom.alone


def _entries(value: Value) -> dict[str, Value]:
    """What a dict has under its texts."""
    return {key: held for key, held in (containers.pairs(value) or {}).items() if isinstance(key, str)}


def _related(model: Model, value: Value) -> Iterator[tuple[Relation, Value]]:
    for name, held in _entries(value).items():
        relation = model.relations.get(name)
        if relation is not None:
            yield relation, held


def _write(evaluator: Evaluator, model: Model, data: Value, line: int) -> None:
    """`{"author": {"connect": {...}}, "tags": {"create": [{...}]}}`."""
    for relation, told in _related(model, data):
        words = _entries(told)
        for word in words:
            for op in WRITTEN.get(word, ()):
                _touch(evaluator, relation.target, op, line)
            if word in TIED and relation.between is not None:
                for op in ("insert", "delete") if word == "set" else ("delete" if word == "disconnect" else "insert",):
                    evaluator.touch(relation.between, op, line, because="m2m")
            elif word in {"connect", "disconnect", "set"} and not relation.holds:
                evaluator.touch(relation.target.table, "update", line)
            for inner in _each(words[word]):
                _write(evaluator, relation.target, inner, line)
                for one in _data(_entries(inner)):
                    _write(evaluator, relation.target, one, line)


def _read(evaluator: Evaluator, model: Model, told: Value, line: int) -> None:
    """`{"author": True, "tags": {"include": {...}, "where": {...}}}`, `{"author": {"is": {...}}}`."""
    for relation, held in _related(model, told):
        if relation.between is not None:
            evaluator.touch(relation.between, "read", line, because="m2m")
        evaluator.touch(relation.target.table, "read", line)
        for inner in _each(held):
            _read(evaluator, relation.target, inner, line)
            for word in ("include", "where", "is", "is_not", "some", "every", "none"):
                _read(evaluator, relation.target, _entries(inner).get(word, BOTTOM), line)
    for word in ("AND", "OR", "NOT"):
        for inner in _each(_entries(told).get(word, BOTTOM)):
            _read(evaluator, model, inner, line)


# --- transactions, SQL ----------------------------------------------------------------------------------------


def transaction(call: NativeCall) -> Value:
    """`db.tx()`: entered, or started by hand, it gives a client."""
    inner = call.receiver.alone if isinstance(call.receiver, Instance) else BOTTOM
    return call.atoms.wrapped("atomic", inner, "default")


def batch(call: NativeCall) -> Value:
    """`db.batch_()`: what is asked of it is done at its end, as one transaction."""
    call.evaluator.drop_work()
    return call.instance_of(BATCH)


def committed(call: NativeCall) -> Value:
    """`await batch.commit()`."""
    call.evaluator.end_work(call.line)
    return UNKNOWN


def queried(call: NativeCall) -> Value:
    """`db.query_raw("SELECT ...")`, `db.execute_raw("UPDATE ...")`."""
    touch_sql(call, call.arguments.get(0, "query") or BOTTOM)
    return UNKNOWN


HOOKS: Final = (Clients(), Actions())
NATIVES: Final[dict[str, Handler]] = {
    SAID: said,
    f"{CLIENT}.tx": transaction,
    f"{CLIENT}.batch_": batch,
    f"{BATCH}.commit": committed,
    **{f"{CLIENT}.{name}": queried for name in ("query_raw", "query_first", "execute_raw")},
    **{f"{ACTIONS}.{name}": queried for name in ("query_raw", "query_first")},
}
