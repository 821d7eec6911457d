"""What do SQLObject's queries touch?  Rows of a class, with the tables that their conditions mention.

    Order.select(AND(Order.q.customerID == Customer.q.id, Customer.q.name == "x"))      Order.selectBy(total=1)
    orders.count()      orders.getOne(None)     orders.throughTo.customer       Order.deleteMany(Order.q.total > 1)

What is selected is asked for where it is iterated over, counted or indexed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join, uncollected
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.operands import expressions_among
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.records import asked, doubt
from boundary.link.frameworks.sqlobject.models import OBJECT, holding, joins, parts, records
from boundary.link.frameworks.sqlobject.rows import RESULTS, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

EXPRESSION: Final = "sqlobject.sqlbuilder.SQLExpression"
COLUMNS: Final = "sqlobject.sqlbuilder.SQLObjectTable"
THROUGH: Final = "sqlobject.sresults.Through"
STEP: Final = "sqlobject.step"
SAID: Final = "sqlobject.said"
REFINED: Final = frozenset(
    ["orderBy", "connection", "limit", "lazyColumns", "reversed", "distinct", "newClause", "filter", "clone"]
)
WRITES: Final[dict[str, Operation]] = {"Insert": "insert", "Update": "update", "Delete": "delete", "Replace": "insert"}
WRITTEN: Final = "sqlobject written"


def mentioned(evaluator: Evaluator, values: Iterable[Value]) -> frozenset[str]:
    """The tables that expressions among values mention."""
    found: set[str] = set()
    for atom in uncollected(values):
        if isinstance(atom, Instance) and atom.cls.library:
            found |= atom.joins
        elif isinstance(atom, ClassAtom):
            record = records(evaluator.interpreter).of(atom.cls)
            found |= {record.table} if record is not None else set()
    return frozenset(found)


def expression(evaluator: Evaluator, tables: frozenset[str], site: object = None) -> Value:
    """An expression that mentions tables."""
    made = evaluator.interpreter.library_class(EXPRESSION)
    return UNKNOWN if made is None else evaluator.atoms.instance(made, joins=tables, site=site)


def columns_of(evaluator: Evaluator, cls: ClassInfo) -> Value | None:
    """What stands for the columns of a class in conditions."""
    made = evaluator.interpreter.library_class(COLUMNS)
    return evaluator.atoms.instance(made, model=cls) if made is not None else None


class Classes(Hook):
    """Classes: what their conditions are made of."""

    base = OBJECT

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.q`."""
        del line
        return columns_of(evaluator, atom.cls) if name in {"q", "j"} else None

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.q`."""
        del line
        return columns_of(evaluator, atom.cls) if name in {"q", "j"} else None


class Columns(Hook):
    """`Order.q`: its columns."""

    base = COLUMNS

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.q.total`."""
        del line
        if name.startswith("__") or atom.model is None:
            return None
        record = holding(evaluator.interpreter, atom.model, name.removesuffix("ID"))
        return expression(evaluator, frozenset({record.table}) if record is not None else frozenset())


class Expressions(Hook):
    """Expressions: what is made of them mentions the same."""

    base = EXPRESSION

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.q.name.startswith("x")`."""
        del line
        return None if name.startswith("__") else evaluator.atoms.native(STEP, atom)


def step(call: NativeCall) -> Value:
    """`Order.q.name.startswith("x")`."""
    return expression(call.evaluator, call.receiver.joins | mentioned(call.evaluator, call.arguments.every()))


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`Order.q.total > 1`, `(a) & (b)`."""
    if not evaluator.interpreter.frameworks.imports("sqlobject") or not expressions_among(
        evaluator, EXPRESSION, values
    ):
        return None
    return expression(evaluator, mentioned(evaluator, values))


combined = operated


def built(call: NativeCall) -> Value:
    """`AND(a, b)`, `IN(Order.q.id, Select(...))`, `LEFTJOINOn(...)`, `Select(Order.q.id)`."""
    return expression(call.evaluator, mentioned(call.evaluator, call.arguments.every()))


def statement(call: NativeCall) -> Value:
    """`Insert("orders", values={...})`, `Update(...)`, `Delete(...)`: something to be executed."""
    name = call.name.rpartition(".")[2]
    target = call.arguments.get(0, "table") or BOTTOM
    tables = mentioned(call.evaluator, [target]) | frozenset(strings(target))
    others = mentioned(call.evaluator, [*call.arguments.positional[1:], *call.arguments.keywords.values()])
    return expression(call.evaluator, tables | others, (WRITTEN, WRITES[name], tables))


# --- results ----------------------------------------------------------------------------------------------


def selected(call: NativeCall) -> Value:
    """`Order.select(...)`, `Order.selectBy(...)`."""
    made = call.interpreter.library_class(RESULTS)
    if made is None:
        return UNKNOWN
    tables = mentioned(call.evaluator, call.arguments.every()) if not call.name.endswith("selectBy") else frozenset()
    named = {text for value in call.arguments.every() for one in value for text in _tables_named(one)}
    return join(call.atoms.instance(made, model=cls, joins=tables | named) for cls in asked(call))


def _tables_named(atom: object) -> list[str]:
    """`clauseTables=["customer"]`."""
    return strings(atom.element) if isinstance(atom, Container) and atom.kind in {"list", "tuple"} else []


def ask(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """The rows of a query are read."""
    with evaluator.believed(doubt(atom)):
        rows = read(evaluator, atom.model, line, guessed=atom.guessed)
        for table in sorted(atom.joins):
            evaluator.touch(table, "read", line)
    return rows


class Results(Hook):
    """What is selected: refined, or asked for."""

    base = RESULTS

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`orders.count`, `orders.throughTo`."""
        del line
        made = evaluator.interpreter.library_class(THROUGH)
        if name == "throughTo" and made is not None:
            return evaluator.atoms.instance(made, model=atom.model, joins=atom.joins, guessed=atom.guessed)
        return None if name.startswith("__") else evaluator.atoms.native(SAID, (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for order in orders`, `orders[0]`."""
        return ask(evaluator, atom, line)


class Through(Hook):
    """`orders.throughTo`: what its rows lead to, by one statement."""

    base = THROUGH

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`orders.throughTo.customer`, `customers.throughTo.orders`."""
        del line
        interpreter = evaluator.interpreter
        made = interpreter.library_class(RESULTS)
        if made is None or atom.model is None:
            return None
        other = joins(interpreter, atom.model).get(name)
        held = parts(interpreter, atom.model)
        targets = [one.relations[name].target for one in held if name in one.relations]
        target = other.target if other is not None else targets[0] if targets else None
        tables = {one.table for one in held} | ({other.between} if other is not None and other.between else set())
        return evaluator.atoms.instance(made, model=target, joins=atom.joins | tables, guessed=atom.guessed)


def said(call: NativeCall) -> Value:
    """A method of what is selected."""
    atom, name = call.receiver
    if name in REFINED:
        more = mentioned(call.evaluator, call.arguments.every())
        return call.atoms.instance(atom.cls, model=atom.model, joins=atom.joins | more, guessed=atom.guessed)
    rows = ask(call.evaluator, atom, call.line)
    if name == "getOne":
        return rows | (call.arguments.get(0, "default") or BOTTOM)
    return call.atoms.container("list", rows) if name in {"lazyIter", "list"} else UNKNOWN


def deleted(call: NativeCall) -> Value:
    """`Order.deleteMany(Order.q.total > 1)`, `Order.deleteBy(total=1)`: rows of this table alone."""
    by = call.name.endswith("deleteBy")
    for cls in asked(call):
        record = records(call.interpreter).linked(cls)
        for table in sorted(mentioned(call.evaluator, () if by else call.arguments.every())):
            if record is None or table != record.table:
                call.evaluator.touch(table, "read", call.line)
        mapped.touch(call.evaluator, record, "delete", call.line)
    return call.atoms.none


def executed(call: NativeCall) -> Value:
    """`connection.query(connection.sqlrepr(Update(...)))`, `connection.queryAll("SELECT ...")`."""
    given = call.arguments.get(0, "s") or UNKNOWN
    built_ = [one for one in given if isinstance(one, Instance)]
    for one in built_:
        site = one.site if isinstance(one.site, tuple) and one.site[0] == WRITTEN else None
        written: frozenset[str] = site[2] if site is not None else frozenset()
        for table in sorted(written):
            call.evaluator.touch(table, site[1], call.line)  # type: ignore[index]
        for table in sorted(one.joins - written):
            call.evaluator.touch(table, "read", call.line)
    left = given.difference(built_)
    if left:
        touch_sql(call, left)
    return UNKNOWN


def represented(call: NativeCall) -> Value:
    """`connection.sqlrepr(statement)`: the statement as text."""
    return call.first


NEEDS: Final = ("sqlobject",)
HOOKS: Final = (Classes(), Columns(), Expressions(), Results(), Through())
BUILDERS: Final = (
    *("AND", "OR", "NOT", "IN", "NOTIN", "LIKE", "RLIKE", "STARTSWITH", "ENDSWITH", "CONTAINSSTRING", "ISNULL"),
    *("ISNOTNULL", "EXISTS", "NOTEXISTS", "SOME", "ANY", "ALL", "DESC", "Select", "Union", "Alias", "ILIKE", "COUNT"),
    *("JOIN", "INNERJOIN", "LEFTJOIN", "LEFTOUTERJOIN", "INNERJOINOn", "LEFTJOINOn", "LEFTOUTERJOINOn", "JOINOn"),
)
CONNECTION: Final = "sqlobject.dbconnection.DBAPI"
NATIVES: Final[dict[str, Handler]] = {
    STEP: step,
    SAID: said,
    **{f"sqlobject.sqlbuilder.{name}": built for name in BUILDERS},
    **{f"sqlobject.sqlbuilder.{name}": statement for name in WRITES},
    f"{OBJECT}.select": selected,
    f"{OBJECT}.selectBy": selected,
    f"{OBJECT}.deleteMany": deleted,
    f"{OBJECT}.deleteBy": deleted,
    f"{OBJECT}.clearTable": deleted,
    **{f"{CONNECTION}.{name}": executed for name in ("query", "queryAll", "queryOne", "queryAllDescription")},
    f"{CONNECTION}.sqlrepr": represented,
    "sqlobject.sqlbuilder.sqlrepr": represented,
}
