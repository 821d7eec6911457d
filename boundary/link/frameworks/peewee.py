"""What do peewee's models do?  Queries that are executed, rows that are saved and deleted, transactions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.link.arguments import NO_ARGUMENTS, Arguments
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.records import Mapper, Relation, given, is_stored, option, text
from boundary.link.symbols import CHILDREN
from boundary.link.values import BOTTOM, UNKNOWN, ClassAtom, Instance, join, strings, truth
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Record, Records
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value
    from boundary.model.scan import ForeignKey, Operation, Table

MODEL = "peewee.Model"
QUERY = "peewee.Query"
ASKING = frozenset({"get", "first", "count", "exists", "scalar", "get_or_none", "peek", "tuples", "dicts", "iterator"})
RELATING = ("ForeignKeyField", "ManyToManyField", "DeferredForeignKey")
MODELS = ("model", "rel_model")
"""What the parameter is called that names the model of a relation."""
ROWS = frozenset({"get", "first", "get_or_none", "peek"})


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`Meta.table_name`, else the class's name in lower case; None for a base without fields of its own."""
    named = text(option(interpreter, cls, "table_name", "db_table"))
    if named:
        return named
    if not any(True for _ in mapped.made(interpreter, cls, MAPPER.is_field)):
        return None
    snake = truth(option(interpreter, cls, "legacy_table_names")) is False
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.name) if snake else cls.name
    return re.sub(r"\W+", "_", name).lower()


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`ForeignKeyField(User, backref="tweets", on_delete="CASCADE")`, `ManyToManyField`."""
    for name, call, owner in mapped.made(interpreter, cls, _may_relate):
        evaluator = interpreter.class_evaluator(owner)
        kind, own = _kind(evaluator, call)
        value = _target(evaluator, call, own)
        if not kind or not value:
            continue
        targets = [atom.cls for atom in value if isinstance(atom, ClassAtom)]
        if strings(value) == ["self"]:
            targets = [cls]
        held = {key: text(evaluator.evaluate(one)) for key in ("backref", "related_name", "on_delete")
                if (one := given(call, -1, key)) is not None}  # fmt: skip
        back = held.get("backref") or held.get("related_name") or f"{cls.name.lower()}_set"
        many = kind == "ManyToManyField"
        for target in targets:
            table = _table(interpreter, cls) or ""
            other = _table(interpreter, target) or ""
            link = f"{table}_{other}_through" if many else None
            yield Relation(name, target, back, held.get("on_delete"), link, call.line)


def _may_relate(name: str) -> bool:
    return name in RELATING or name.endswith("Field")


def _kind(evaluator: Evaluator, call: code.Call) -> tuple[str, ClassInfo | None]:
    """Which of peewee's relations a call in a class body makes, and the project's own class that it is made by."""
    name = getattr(call.function, "id", getattr(call.function, "name", ""))
    if name in RELATING:
        return name, None
    for atom in evaluator.evaluate(call.function):
        if isinstance(atom, ClassAtom) and not atom.cls.library:
            for kind in RELATING:
                if evaluator.interpreter.classes.is_subclass(atom.cls, f"peewee.{kind}"):
                    return kind, atom.cls
    return "", None


def _target(evaluator: Evaluator, call: code.Call, own: ClassInfo | None) -> Value:
    """The model that a relation leads to: as the call says, else as the project's own class of fields does."""
    first = _first_parameter(own) if own is not None else "model"
    model = given(call, 0 if first in MODELS else -1, *MODELS)
    if model is not None:
        return evaluator.evaluate(model)
    if own is None:
        return BOTTOM
    for node in _said_by(own):
        value = evaluator.interpreter.module_evaluator(own.module).evaluate(node)
        if any(isinstance(atom, ClassAtom) for atom in value):
            return value
    return BOTTOM


def _constructor(cls: ClassInfo) -> code.Function | None:
    held = [one.statement for one in cls.bindings.get("__init__", ())]
    return next((one for one in held if isinstance(one, code.Function)), None)


def _first_parameter(cls: ClassInfo) -> str:
    made = _constructor(cls)
    names = [one.name for one in made.parameters[1:2]] if made is not None else ["model"]
    return names[0] if names else ""


def _said_by(cls: ClassInfo) -> Iterator[code.Expression]:
    """What the constructor of a class hands on as the model: `kwargs["model"] = User`, `super().__init__(User)`."""
    made = _constructor(cls)
    stack: list[object] = list(made.body) if made is not None else []
    while stack:
        node = stack.pop(0)
        if isinstance(node, list):
            stack[:0] = node
            continue
        match node:
            case code.Assign(targets=[code.Subscript(index=code.Constant(value=key))], value=value) if key in MODELS:
                if value is not None:
                    yield value
            case code.Call(function=code.Attribute(name="__init__"), arguments=arguments):
                yield from (one for one in arguments if isinstance(one, (code.Name, code.Attribute)))
            case code.Keyword(name=key, value=value) if key in MODELS:
                yield value
        stack[:0] = [getattr(node, child) for child in CHILDREN.get(type(node), ())]


MAPPER = Mapper(MODEL, _table, _relations)


def records(interpreter: Interpreter) -> Records:
    """The models of peewee."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of peewee's models."""
    yield from records(interpreter).described()


# --- queries ----------------------------------------------------------------------------------------------


def _models(call: NativeCall) -> list[ClassInfo]:
    receiver = call.receiver
    return [receiver.cls] if isinstance(receiver, (ClassAtom, Instance)) else []


def mentioned(interpreter: Interpreter, values: Arguments) -> frozenset[str]:
    """The tables of the models and queries among arguments."""
    found: set[str] = set()
    for value in values.every():
        for atom in value:
            cls = atom.cls if isinstance(atom, ClassAtom) else atom.model if isinstance(atom, Instance) else None
            record = records(interpreter).of(cls)
            if record is not None:
                found.add(record.table)
            if isinstance(atom, Instance):
                found |= atom.joins
    return frozenset(found)


def query(op: Operation) -> Handler:
    """`Model.select()`, `.update()`, `.delete()`, `.insert()`: a query that does this when it is executed."""

    def handler(call: NativeCall) -> Value:
        made = call.interpreter.library_class(QUERY)
        if made is None:
            return UNKNOWN
        joins = mentioned(call.interpreter, call.arguments)
        return join(call.atoms.instance(made, model=cls, rows=op, joins=joins) for cls in _models(call)) or UNKNOWN

    return handler


def run(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """Execute a query."""
    held = records(evaluator.interpreter)
    record = held.linked(atom.model)
    if record is None or atom.model is None:
        return UNKNOWN
    mapped.touch(evaluator, record, atom.rows, line)  # type: ignore[arg-type]
    for table in atom.joins - {record.table}:
        evaluator.touch(table, "read", line)
    if atom.rows == "delete":
        held.cascade(evaluator, record, line)
    return mapped.row(evaluator, atom.model) if atom.rows == "read" else UNKNOWN


class Queries(Hook):
    """What can be said to a query: more conditions, or to run."""

    base = QUERY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.where`, `query.get`."""
        del line
        kind = "ask" if name in ASKING else "refine"
        return evaluator.atoms.native(f"peewee.{kind}", (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for row in query`, `query[0]`."""
        return run(evaluator, atom, line)


def refine(call: NativeCall) -> Value:
    """`query.where(...)`, `query.join(Other)`: the same query, with the tables that are mentioned."""
    atom, _ = call.receiver
    joins = atom.joins | mentioned(call.interpreter, call.arguments)
    return call.atoms.instance(atom.cls, model=atom.model, rows=atom.rows, joins=joins)


def ask(call: NativeCall) -> Value:
    """`query.get()`, `query.count()`."""
    atom, name = call.receiver
    rows = run(call.evaluator, atom, call.line)
    if name in {"tuples", "dicts", "iterator"}:
        return call.atoms.container("list", rows if name == "iterator" else UNKNOWN)
    return rows if name == "get" else rows | call.atoms.none if name in ROWS else UNKNOWN


def execute(call: NativeCall) -> Value:
    """`query.execute()`."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    rows = run(call.evaluator, call.receiver, call.line)
    return call.atoms.container("list", rows) if call.receiver.rows == "read" else UNKNOWN


# --- rows ---------------------------------------------------------------------------------------------------


def create(call: NativeCall) -> Value:
    """`Model.create(...)`: a row is made and saved, by `save` as the model has it."""
    found: list[Value] = []
    for cls in _models(call):
        value = call.atoms.instance(cls, stored=False)
        save = call.interpreter.attributes.get(call.evaluator, value, "save", call.line)
        call.interpreter.calls.call(call.evaluator, save, NO_ARGUMENTS, call.line)
        found.append(mapped.row(call.evaluator, cls))
    return join(found) or UNKNOWN


def save(call: NativeCall) -> Value:
    """`row.save()`: an insert or an update."""
    forced = truth(call.arguments.get(0, "force_insert") or BOTTOM)
    for cls in _models(call):
        op: Operation = "insert" if forced or not is_stored(call.receiver) else "update"
        mapped.touch(call.evaluator, records(call.interpreter).of(cls), op, call.line)
    return UNKNOWN


def delete_instance(call: NativeCall) -> Value:
    """`row.delete_instance(recursive=True)`."""
    held = records(call.interpreter)
    recursive = truth(call.arguments.get(0, "recursive") or BOTTOM)
    for cls in _models(call):
        record = held.linked(cls)
        mapped.touch(call.evaluator, record, "delete", call.line)
        if record is not None:
            held.cascade(call.evaluator, record, call.line)
            for holder, relation in record.back.values() if recursive else ():
                if relation.link_table is None:
                    mapped.touch(call.evaluator, holder, "delete", call.line, because="cascade")
    return UNKNOWN


def on_rows(*ops: Operation, gives: str = "") -> Handler:
    """A method of a model that touches its table at once."""

    def handler(call: NativeCall) -> Value:
        held = records(call.interpreter)
        found: list[Value] = []
        for cls in _models(call):
            record = held.linked(cls)
            for table in mentioned(call.interpreter, call.arguments) - {record.table if record else ""}:
                call.evaluator.touch(table, "read", call.line)
            for op in ops:
                mapped.touch(call.evaluator, record, op, call.line)
            if "delete" in ops and record is not None:
                held.cascade(call.evaluator, record, call.line)
            found.append(mapped.row(call.evaluator, cls))
        if gives == "pair":
            values = [join(found), UNKNOWN]
            return call.atoms.container("tuple", join(values), tuple(values))
        if gives == "maybe":
            found.append(call.atoms.none)
        return join(found) if gives else UNKNOWN

    return handler


def get_or_create(call: NativeCall) -> Value:
    """`Model.get_or_create(...)`: the row is read, and inserted in a transaction where there is none."""
    with call.evaluator.implicit(call.line):
        return on_rows("read", "insert", gives="pair")(call) or UNKNOWN


def raw(call: NativeCall) -> Value:
    """`Model.raw("SELECT ...")`."""
    touch_sql(call, call.first)
    return call.atoms.container("list", join(mapped.row(call.evaluator, cls) for cls in _models(call)))


class Rows(Hook):
    """Rows: relations are followed when they are read."""

    base = MODEL

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Model(...)`: a row that is not stored yet."""
        value = evaluator.atoms.instance(cls, stored=False)
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`tweet.user`, `user.tweets`."""
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is None:
            return None
        relation = record.relations.get(name)
        if relation is not None:
            if relation.link_table is not None:
                return evaluator.atoms.native("peewee.many", (relation.link_table, relation.target))
            mapped.touch(evaluator, records(evaluator.interpreter).of(relation.target), "read", line)
            return mapped.maybe(evaluator, relation.target)
        if name in record.back:
            holder, back = record.back[name]
            if back.link_table is not None:
                return evaluator.atoms.native("peewee.many", (back.link_table, holder.cls))
            made = evaluator.interpreter.library_class(QUERY)
            return evaluator.atoms.instance(made, model=holder.cls, rows="read") if made else None
        return UNKNOWN if name in record.columns else None

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Model.field`: a column, which mentions its model."""
        del line
        record: Record | None = records(evaluator.interpreter).of(atom.cls)
        field = evaluator.interpreter.library_class("peewee.Field")
        if record is None or field is None or name.startswith("_"):
            return None
        held = evaluator.interpreter.classes.lookup(atom.cls, name)[1]
        derives = evaluator.interpreter.classes.derives
        if name == "id" or any(isinstance(one, Instance) and derives(one.cls, field) for one in held):
            return evaluator.atoms.instance(field, model=atom.cls)
        return None

    def rows(self, evaluator: Evaluator, atom: ClassAtom, line: int) -> Value | None:
        """`for user in User`, `User[1]`."""
        record = records(evaluator.interpreter).linked(atom.cls)
        mapped.touch(evaluator, record, "read", line)
        return mapped.row(evaluator, atom.cls) if record is not None else None


class Fields(Hook):
    """Columns: conditions on them mention their model."""

    base = "peewee.Field"

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Model.field.in_(query)`."""
        del line
        return evaluator.atoms.native("peewee.condition", (atom, name))


def condition(call: NativeCall) -> Value:
    """`Model.field.in_(query)`: still of its model, with the tables of the query."""
    atom, _ = call.receiver
    joins = atom.joins | mentioned(call.interpreter, call.arguments)
    return call.atoms.instance(atom.cls, model=atom.model, joins=joins)


def many(op: Operation) -> Handler:
    """`student.courses.add(...)`: rows of the table between."""

    def handler(call: NativeCall) -> Value:
        table, _ = call.receiver
        call.evaluator.touch(table, op, call.line, because="m2m")
        return UNKNOWN

    return handler


# --- databases ------------------------------------------------------------------------------------------------


def database_of(receiver: object) -> str:
    """The name of a database that a constant names where it is made."""
    site = receiver.site if isinstance(receiver, Instance) else None
    return site[1] if isinstance(site, tuple) and site[0] == "database" else "default"


def atomic(call: NativeCall) -> Value:
    """`database.atomic()`."""
    return call.atoms.wrapped("atomic", BOTTOM, database_of(call.receiver))


def commit(call: NativeCall) -> Value:
    """`database.commit()`."""
    call.evaluator.end_work(call.line, database_of(call.receiver))
    return UNKNOWN


def rollback(call: NativeCall) -> Value:
    """`database.rollback()`, `database.begin()`."""
    call.evaluator.drop_work()
    return UNKNOWN


def execute_sql(call: NativeCall) -> Value:
    """`database.execute_sql("...")`."""
    touch_sql(call, call.first)
    return UNKNOWN


def nothing(call: NativeCall) -> Value:
    """What connects and changes no rows."""
    return call.atoms.none


WORK = ("peewee", "playhouse")


class Proxies(Hook):
    """What stands for a database, or for something else, until that is known: each for its own."""

    base = "peewee.Proxy"
    distinct = True
    holding = True


HOOKS = (Queries(), Rows(), Fields(), Proxies())
NATIVES: dict[str, Handler] = {
    "peewee.refine": refine,
    "peewee.ask": ask,
    "peewee.condition": condition,
    "peewee.many.add": many("insert"),
    "peewee.many.remove": many("delete"),
    "peewee.many.clear": many("delete"),
    f"{QUERY}.execute": execute,
    f"{MODEL}.create": create,
    f"{MODEL}.save": save,
    f"{MODEL}.delete_instance": delete_instance,
    f"{MODEL}.select": query("read"),
    f"{MODEL}.filter": query("read"),
    f"{MODEL}.insert": query("insert"),
    f"{MODEL}.insert_many": query("insert"),
    f"{MODEL}.insert_from": query("insert"),
    f"{MODEL}.replace": query("insert"),
    f"{MODEL}.replace_many": query("insert"),
    f"{MODEL}.update": query("update"),
    f"{MODEL}.delete": query("delete"),
    f"{MODEL}.raw": raw,
    f"{MODEL}.get": on_rows("read", gives="row"),
    f"{MODEL}.get_or_none": on_rows("read", gives="maybe"),
    f"{MODEL}.get_by_id": on_rows("read", gives="row"),
    f"{MODEL}.get_or_create": get_or_create,
    f"{MODEL}.set_by_id": on_rows("update"),
    f"{MODEL}.delete_by_id": on_rows("delete"),
    f"{MODEL}.truncate_table": on_rows("delete"),
    f"{MODEL}.bulk_create": on_rows("insert"),
    f"{MODEL}.bulk_update": on_rows("update"),
    "peewee.Database.atomic": atomic,
    "peewee.Database.transaction": atomic,
    "peewee.Database.savepoint": atomic,
    "peewee.Database.commit": commit,
    "peewee.Database.rollback": rollback,
    "peewee.Database.begin": rollback,
    "peewee.Database.execute_sql": execute_sql,
    "peewee.Database.connection_context": nothing,
}
