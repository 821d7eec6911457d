"""What do the models of pynamodb do?  Each is a table of DynamoDB; a `TransactWrite` is a transaction of several.

    class Order(Model):
        class Meta:
            table_name = "orders"
    Order("1", state="new").save()
    with TransactWrite(connection=connection) as transaction:
        transaction.save(order)
        transaction.delete(line)

What rows and models do by themselves is a statement on its own, wherever it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.own_statements import act
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import Mapper, RowsMade, asked, option, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Records
    from boundary.model.scan import ForeignKey, Operation, Table

MODEL: Final = "pynamodb.models.Model"
BATCH: Final = "pynamodb.models.BatchWrite"
INDEX: Final = "pynamodb.indexes.Index"
WRITING: Final = "pynamodb.transactions.TransactWrite"
READING: Final = "pynamodb.transactions.TransactGet"
PUT: Final[tuple[Operation, ...]] = ("insert", "update")
"""`save` stores a row that is new, or in the place of another."""
INDEXED: Final = "pynamodb.indexed"


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`Meta.table_name`; none for what several models have in common."""
    told = option(interpreter, cls, "table_name")
    if not told:
        return None
    interpreter.frameworks.stores_read.add("pynamodb")
    return text(told) or cls.name


MAPPER: Final = Mapper(MODEL, _table, lambda _interpreter, _cls: iter(()))


def records(interpreter: Interpreter) -> Records:
    """The models of pynamodb."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables of models."""
    yield from records(interpreter).described()


def _touch(call: NativeCall, classes: list[ClassInfo], ops: tuple[Operation, ...], *, joins: bool) -> None:
    held = [record for cls in classes if (record := records(call.interpreter).of(cls)) is not None]
    act(call.evaluator, [(op, record.table) for record in held for op in ops], call.line, joins=joins)


def doing(ops: tuple[Operation, ...], gives: str = "") -> Handler:
    """A method of a model, or of its rows."""

    def handler(call: NativeCall) -> Value:
        classes = asked(call)
        _touch(call, classes, ops, joins=False)
        rows = join([mapped.row(call.evaluator, cls) for cls in classes]) or UNKNOWN
        return rows if gives == "row" else call.atoms.container("list", rows) if gives else UNKNOWN

    return handler


def told(ops: tuple[Operation, ...], *, joins: bool) -> Handler:
    """A method of a transaction or a batch, which is given a row or a model."""

    def handler(call: NativeCall) -> Value:
        _touch(call, [one.cls for one in call.first if isinstance(one, (ClassAtom, Instance))], ops, joins=joins)
        return UNKNOWN

    return handler


def batch(call: NativeCall) -> Value:
    """`with Order.batch_write() as batch:`."""
    return call.instance_of(BATCH)


class Transactions(Hook):
    """`TransactWrite(connection=connection)`: a block."""

    base = WRITING

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """What is entered is told what to do."""
        del arguments, line
        return evaluator.atoms.wrapped("atomic", evaluator.atoms.instance(cls), "default")


class Rows(RowsMade):
    """Models and their rows."""

    base = MODEL

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.by_customer.query("1")`: an index asks its model."""
        del line
        held = evaluator.interpreter.classes.lookup(atom.cls, name)[1]
        for one in held:
            if isinstance(one, Instance) and evaluator.interpreter.classes.is_subclass(one.cls, INDEX):
                return evaluator.atoms.instance(one.cls, model=atom.cls)
        return None


class Indexes(Hook):
    """Indexes: what they are asked, their model is."""

    base = INDEX

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.by_customer.query`."""
        del line
        return evaluator.atoms.native(INDEXED, atom) if atom.model and name in {"query", "scan", "count"} else None


def indexed(call: NativeCall) -> Value:
    """`Order.by_customer.query("1")`."""
    _touch(call, [call.receiver.model], ("read",), joins=False)
    return call.atoms.container("list", mapped.row(call.evaluator, call.receiver.model))


NEEDS: Final = ("pynamodb",)
HOOKS: Final = (Rows(), Indexes(), Transactions())
NATIVES: Final[dict[str, Handler]] = {
    f"{MODEL}.save": doing(PUT),
    f"{MODEL}.update": doing(("update",)),
    f"{MODEL}.delete": doing(("delete",)),
    f"{MODEL}.refresh": doing(("read",)),
    f"{MODEL}.count": doing(("read",)),
    f"{MODEL}.get": doing(("read",), "row"),
    **{f"{MODEL}.{name}": doing(("read",), "rows") for name in ("batch_get", "query", "scan")},
    f"{MODEL}.batch_write": batch,
    f"{BATCH}.save": told(PUT, joins=False),
    f"{BATCH}.delete": told(("delete",), joins=False),
    f"{WRITING}.save": told(PUT, joins=True),
    f"{WRITING}.update": told(("update",), joins=True),
    f"{WRITING}.delete": told(("delete",), joins=True),
    f"{WRITING}.condition_check": told(("read",), joins=True),
    f"{READING}.get": told(("read",), joins=False),
    INDEXED: indexed,
}
