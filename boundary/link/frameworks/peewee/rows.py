"""What do peewee's models do?  Queries that are executed, rows that are saved and deleted, transactions."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.operands import expressions_among
from boundary.link.frameworks.peewee.dependents import Dependents
from boundary.link.frameworks.peewee.models import MODEL, records, through
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.records import RowsMade, asked, doubt, is_stored

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Record
    from boundary.model.scan import Operation

QUERY: Final = "peewee.Query"
FIELD: Final = "peewee.Field"
METADATA: Final = "peewee.Metadata"
ASKING: Final = frozenset({"get", "first", "count", "exists", "scalar", "get_or_none", "peek", "iterator"})
PLAIN: Final = frozenset({"dicts", "namedtuples", "tuples"})
"""What a query gives then is no rows of the model."""
MANY: Final = frozenset({"add", "remove", "clear"})
OF_FIELDS: Final = frozenset({"rel_model", "through_model", "get_through_model"})
LINKING: Final[tuple[Operation, ...]] = ("delete", "insert")
ROWS: Final = frozenset({"get", "first", "get_or_none", "peek"})


# --- queries ----------------------------------------------------------------------------------------------


def mentioned(interpreter: Interpreter, values: Arguments) -> frozenset[str]:
    """The tables of the models and queries among arguments."""
    return mapped.mentioned(records(interpreter), chain.from_iterable(values.every()))


def query(op: Operation) -> Handler:
    """`Model.select()`, `.update()`, `.delete()`, `.insert()`: a query that does this when it is executed."""

    def handler(call: NativeCall) -> Value:
        made = call.interpreter.library_class(QUERY)
        if made is None:
            return UNKNOWN
        held, joins = records(call.interpreter), mentioned(call.interpreter, call.arguments)
        paths = call.arguments.keywords if call.name.endswith(".filter") else ()  # `filter(customer__name="x")`
        found = [(cls, joins | mapped.along(held, cls, paths)) for cls in asked(call)]
        return join(call.atoms.instance(made, model=cls, rows=op, joins=every) for cls, every in found) or UNKNOWN

    return handler


def run(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """Execute a query."""
    held = records(evaluator.interpreter)
    record = held.linked(atom.model)
    if record is None or atom.model is None:
        return UNKNOWN
    if isinstance(atom.site, Dependents):
        for one in atom.site.records:
            mapped.touch(evaluator, one, atom.rows, line, because="cascade")  # type: ignore[arg-type]
        return UNKNOWN
    with evaluator.believed(doubt(atom)):
        mapped.touch(evaluator, record, atom.rows, line)  # type: ignore[arg-type]
        for table in sorted(atom.joins - {record.table}):
            evaluator.touch(table, "read", line)
        if atom.rows == "delete":
            held.cascade(evaluator, record, line)
    if atom.rows != "read" or atom.site == PLAIN:
        return UNKNOWN
    return mapped.row(evaluator, atom.model, guessed=atom.guessed)


class Queries(Hook):
    """What can be said to a query: more conditions, or to run."""

    base = QUERY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.where`, `query.get`."""
        del line
        if name in MANY and isinstance(atom.site, tuple):
            return evaluator.atoms.native(f"peewee.many.{name}", atom.site)
        kind = "ask" if name in ASKING else "refine"
        return evaluator.atoms.native(f"peewee.{kind}", (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for row in query`, `query[0]`."""
        return run(evaluator, atom, line)


def refine(call: NativeCall) -> Value:
    """`query.where(...)`, `query.join(Other)`: the same query, with the tables that are mentioned."""
    atom, name = call.receiver
    joins = atom.joins | mentioned(call.interpreter, call.arguments)
    site = PLAIN if name in PLAIN else atom.site
    kept = {"model": atom.model, "rows": atom.rows, "site": site, "guessed": atom.guessed}
    return call.atoms.instance(atom.cls, joins=joins, **kept)


def ask(call: NativeCall) -> Value:
    """`query.get()`, `query.count()`."""
    atom, name = call.receiver
    rows = run(call.evaluator, atom, call.line)
    if name == "iterator":
        return call.atoms.container("list", rows)
    return rows if name == "get" else rows | call.atoms.none if name in ROWS else UNKNOWN


def execute(call: NativeCall) -> Value:
    """`query.execute()`."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    rows = run(call.evaluator, call.receiver, call.line)
    return call.atoms.container("list", rows) if call.receiver.rows == "read" else UNKNOWN


# --- rows ---------------------------------------------------------------------------------------------------


def create(call: NativeCall) -> Value:
    """`Model.create(...)`."""
    return join(mapped.created(call.evaluator, cls, call.line) for cls in asked(call)) or UNKNOWN


def save(call: NativeCall) -> Value:
    """`row.save()`: an insert or an update."""
    forced = truth(call.arguments.get(0, "force_insert") or BOTTOM)
    for cls in asked(call):
        op: Operation = "insert" if forced or not is_stored(call.receiver) else "update"
        with call.evaluator.believed(doubt(call.receiver)):
            mapped.touch(call.evaluator, records(call.interpreter).of(cls), op, call.line)
    return UNKNOWN


def on_rows(*ops: Operation, gives: str = "") -> Handler:
    """A method of a model that touches its table at once."""

    def handler(call: NativeCall) -> Value:
        held = records(call.interpreter)
        found: list[Value] = []
        for cls in asked(call):
            record = held.linked(cls)
            for table in sorted(mentioned(call.interpreter, call.arguments) - {record.table if record else ""}):
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
    return call.atoms.container("list", join(mapped.row(call.evaluator, cls) for cls in asked(call)))


class Rows(RowsMade):
    """Rows: relations are followed when they are read."""

    base = MODEL

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`tweet.user`, `user.tweets`."""
        record = records(evaluator.interpreter).linked(atom.cls)
        if name == "_meta":
            return metadata(evaluator, atom.cls)
        if record is None:
            return None
        relation = record.relations.get(name)
        if relation is not None:
            if relation.link_table is not None:
                return linked_rows(evaluator, relation.link_table, relation.target, guessed=atom.guessed)
            return mapped.followed(evaluator, records(evaluator.interpreter), atom, relation.target, line)
        if name in record.back:
            holder, back = record.back[name]
            if back.link_table is not None:
                return linked_rows(evaluator, back.link_table, holder.cls, guessed=atom.guessed)
            made = evaluator.interpreter.library_class(QUERY)
            if made is None:
                return None
            return evaluator.atoms.instance(made, model=holder.cls, rows="read", guessed=atom.guessed)
        return UNKNOWN if name in record.columns else None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`student.courses = [course]`: what was there is taken out, and what is given is put in."""
        del value
        record = records(evaluator.interpreter).linked(atom.cls)
        _, back = record.back.get(name, (None, None)) if record is not None else (None, None)
        relation = record.relations.get(name, back) if record is not None else None
        if relation is None or relation.link_table is None:
            return False
        for op in LINKING:
            evaluator.touch(relation.link_table, op, line, because="m2m")
        return True

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Model.field`: a column, which mentions its model."""
        del line
        record: Record | None = records(evaluator.interpreter).of(atom.cls)
        if name == "_meta":
            return metadata(evaluator, atom.cls)
        field = evaluator.interpreter.library_class(FIELD)
        if record is None or field is None or name.startswith("_"):
            return None
        held = evaluator.interpreter.classes.lookup(atom.cls, name)[1]
        derives = evaluator.interpreter.classes.derives
        kinds = [one.cls for one in held if isinstance(one, Instance) and derives(one.cls, field)]
        if name == "id" or kinds:
            return join(evaluator.atoms.instance(one, model=atom.cls, site=("field", name)) for one in kinds or [field])
        return None

    def rows(self, evaluator: Evaluator, atom: ClassAtom, line: int) -> Value | None:
        """`for user in User`, `User[1]`."""
        record = records(evaluator.interpreter).linked(atom.cls)
        mapped.touch(evaluator, record, "read", line)
        return mapped.row(evaluator, atom.cls) if record is not None else None


def linked_rows(evaluator: Evaluator, link_table: str, target: ClassInfo, *, guessed: bool) -> Value | None:
    """`student.courses`: a query of the rows behind a table of pairs, which can be added to and taken out."""
    made = evaluator.interpreter.library_class(QUERY)
    if made is None:
        return None
    site = (link_table, target)
    return evaluator.atoms.instance(
        made, model=target, rows="read", joins=frozenset({link_table}), site=site, guessed=guessed
    )


def metadata(evaluator: Evaluator, cls: ClassInfo) -> Value | None:
    """What is known of a model."""
    made = evaluator.interpreter.library_class(METADATA)
    return evaluator.atoms.instance(made, model=cls) if made is not None else None


class Metadata(Hook):
    """`Model._meta`: how the table is called that a model stands for."""

    base = METADATA

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Model._meta.table_name`, as what a function makes for each model calls its own after it."""
        del line
        record = records(evaluator.interpreter).of(atom.model)
        if atom.model is None:
            return None
        if name == "model":
            return evaluator.atoms.class_(atom.model)
        if name == "name":
            return evaluator.atoms.constant(atom.model.name.lower())
        return evaluator.atoms.constant(record.table) if name == "table_name" and record is not None else None


class Fields(Hook):
    """Columns: conditions on them mention their model."""

    base = FIELD

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Model.field.rel_model`: the model that a relation leads to; `through_model`, that of the table of pairs."""
        del line
        record = records(evaluator.interpreter).linked(atom.model)
        if name not in OF_FIELDS or record is None or not (isinstance(atom.site, tuple) and atom.site[0] == "field"):
            return None
        relation = record.relations.get(atom.site[1])
        if relation is None:
            return None
        if name == "rel_model":
            return evaluator.atoms.class_(relation.target)
        cls = through(evaluator.interpreter, record, relation)
        if cls is None:
            return None
        pairs = evaluator.atoms.class_(cls)
        return pairs if name == "through_model" else evaluator.atoms.native("peewee.through", cls)

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Model.field.in_(query)`, `fn.count(query)`."""
        del line
        return evaluator.atoms.native("peewee.condition", (atom, name))


def through_model(call: NativeCall) -> Value:
    """`Model.field.get_through_model()`."""
    return call.atoms.class_(call.receiver)


def condition(call: NativeCall) -> Value:
    """`Model.field.in_(query)`, `fn.count(query)`: still of its model, with the tables of the query."""
    atom, _ = call.receiver
    joins = atom.joins | mentioned(call.interpreter, call.arguments)
    return call.atoms.instance(atom.cls, model=atom.model, joins=joins)


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`(Model.field << query) & (Model.other == 1)`: a condition that mentions the tables of both sides."""
    made = evaluator.interpreter.library_class(FIELD) if evaluator.interpreter.frameworks.imports("peewee") else None
    fields = expressions_among(evaluator, FIELD, values) if made is not None else []
    if made is None or not fields:
        return None
    joins = mentioned(evaluator.interpreter, Arguments(tuple(values)))
    return evaluator.atoms.instance(made, model=fields[0].model, joins=joins)


combined = operated


def many(op: Operation) -> Handler:
    """`student.courses.add(...)`: rows of the table between."""

    def handler(call: NativeCall) -> Value:
        table, _ = call.receiver
        call.evaluator.touch(table, op, call.line, because="m2m")
        return UNKNOWN

    return handler


HOOKS: Final = (Queries(), Rows(), Metadata(), Fields())
NATIVES: Final[dict[str, Handler]] = {
    "peewee.refine": refine,
    "peewee.ask": ask,
    "peewee.condition": condition,
    "peewee.through": through_model,
    "peewee.many.add": many("insert"),
    "peewee.many.remove": many("delete"),
    "peewee.many.clear": many("delete"),
    f"{QUERY}.execute": execute,
    f"{MODEL}.create": create,
    f"{MODEL}.save": save,
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
}
