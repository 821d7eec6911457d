"""What does an expression of Storm mention?  Columns carry their table, expressions those of all that they are made of.

`Order.customer_id == Customer.id` mentions both tables, `And(...)`, `Select(...)` and `LeftJoin(...)` those of their
parts. `Insert`, `Update` and `Delete` say in addition which table they write once they are executed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.operands import expressions_among
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.storm.models import COLUMN, STORM, column, records
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

EXPR: Final = "storm.expr.Expr"
CONDITION: Final = "storm.condition"
INFO: Final = "storm.info.ClassInfo"
TABLE: Final = "storm.expr.Table"
WRITES: Final[dict[str, Operation]] = {"Insert": "insert", "Update": "update", "Delete": "delete"}
TABLE_AT: Final = {"Insert": 1, "Update": 2, "Delete": 1}
"""Where the table of such a statement stands among its arguments."""
TEXTS: Final = frozenset({"SQL", "SQLRaw"})
NAMED: Final = frozenset({"Table", "Alias"})
RELATION: Final = "_relation"
OF_COLUMN: Final = frozenset({"cls", "_cls", RELATION})
"""What a column or a reference knows of itself: its class, and the columns that it stands for."""


def members_of(value: Value) -> Iterator[Atom]:
    """The atoms of a value, those in lists, tuples and dicts too."""
    for atom in value:
        if isinstance(atom, Container):
            for part in containers.parts(atom):
                yield from members_of(part)
            for key, _ in atom.entries or () if atom.kind == "dict" else ():
                if isinstance(key, tuple):
                    yield from (one for one in key if isinstance(one, Instance))
        else:
            yield atom


def tables_in(interpreter: Interpreter, values: Iterable[Value]) -> frozenset[str]:
    """The tables that values mention: those of mapped classes, of columns and of expressions."""
    return mapped.mentioned(records(interpreter), [atom for value in values for atom in members_of(value)])


def expression(evaluator: Evaluator, tables: frozenset[str], cls: ClassInfo | None = None) -> Value:
    """An expression that mentions tables."""
    made = cls or evaluator.interpreter.library_class(EXPR)
    return evaluator.atoms.instance(made, joins=tables) if made is not None else UNKNOWN


def written(evaluator: Evaluator, name: str, cls: ClassInfo, arguments: Arguments) -> str | None:
    """The table that `Insert(...)`, `Update(...)` or `Delete(...)` writes: its own, else that of its columns."""
    given = arguments.get(_table_at(evaluator, name, cls), "table") or arguments.get(2, "default_table") or BOTTOM
    texts = strings(given)
    found = texts[:1] or sorted(tables_in(evaluator.interpreter, [given]))
    columns = [arguments.get(0, "map")] if name != "Delete" else [arguments.get(0, "where")]
    for value in columns if not found else ():
        found = sorted(tables_in(evaluator.interpreter, [value or BOTTOM]))
    return found[0] if found else None


def _table_at(evaluator: Evaluator, name: str, cls: ClassInfo) -> int:
    """Where such a statement takes its table: a class of the project's own says so by a parameter."""
    for atom in evaluator.interpreter.classes.lookup(cls, "__init__")[1] if not cls.library else ():
        if isinstance(atom, Function):
            names = [one.name for one in atom.function.parameters[1:]]
            return names.index("table") if "table" in names else TABLE_AT[name]
    return TABLE_AT[name]


def _writing(cls: ClassInfo) -> str:
    """Which statement a class is, its own or the project's (`BulkUpdate`); none for other expressions."""
    return next((one for one in WRITES if cls.name.endswith(one)), "")


class Expressions(Hook):
    """Expressions: made of others, and said more of."""

    base = EXPR

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`And(...)`, `Select(...)`, `Update({Order.total: 1}, Order.id == 2)`."""
        del line
        name = cls.name
        if evaluator.interpreter.classes.is_subclass(cls, COLUMN) and (not cls.library or name != "Column"):
            return None
        tables = tables_in(evaluator.interpreter, arguments.every())
        if name in TEXTS:
            more = tables | frozenset(strings(arguments.get(2, "tables") or BOTTOM))
            return evaluator.atoms.instance(cls, joins=more, site=("sql", arguments.get(0, "expr") or UNKNOWN))
        writing = _writing(cls)
        if writing:
            site = writing, written(evaluator, writing, cls, arguments)
            return evaluator.atoms.instance(cls, joins=tables, site=site)
        if name in NAMED:
            return evaluator.atoms.instance(cls, joins=tables | frozenset(strings(arguments.get(0, "name") or BOTTOM)))
        if name == "Returning":
            return arguments.get(0, "expr") or UNKNOWN
        return expression(evaluator, tables, cls)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """Parts of an expression, as of the columns of a reference."""
        del line
        return expression(evaluator, tables_in(evaluator.interpreter, [atom.alone]))

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.id.is_in(...)`."""
        del line
        if name in OF_COLUMN:
            return evaluator.atoms.class_(atom.model) if atom.model is not None and name != RELATION else atom.alone
        return None if name.startswith("__") else evaluator.atoms.native(CONDITION, (atom, name))


class Columns(Hook):
    """Columns of a mapped class: of the class an expression, of a row a value of its own."""

    base = "storm.properties.Property"

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """`order.total`: after a commit the row is read again."""
        del name, held
        if evaluator.expired and line and holder.stored is not False:
            mapped.touch(evaluator, records(evaluator.interpreter).of(holder.cls), "read", line)
        return None if holder.cls.library else UNKNOWN


class Classes(Hook):
    """Mapped classes, of which columns are asked for."""

    base = STORM

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.total`, `Order.customer`: they mention the class."""
        del line
        kind = column(evaluator.interpreter, atom.cls, name)
        record = records(evaluator.interpreter).of(atom.cls) if kind is not None else None
        return evaluator.atoms.instance(kind, model=atom.cls) if kind is not None and record is not None else None


def condition(call: NativeCall) -> Value:
    """`Order.id.is_in(Select(...))`: an expression with the tables of both."""
    atom, _ = call.receiver
    return expression(call.evaluator, tables_in(call.interpreter, [atom.alone, *call.arguments.every()]))


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`(Order.id == Line.order_id) & (Line.left > 0)`."""
    if not expressions_among(evaluator, EXPR, values):
        return None
    return expression(evaluator, tables_in(evaluator.interpreter, values))


combined = operated


def expressions_in(interpreter: Interpreter, value: Value) -> list[Instance]:
    """The expressions among values."""
    made = interpreter.library_class(EXPR)
    held = [one for one in members_of(value) if isinstance(one, Instance)]
    return [one for one in held if made is not None and interpreter.classes.derives(one.cls, made)]


class Infos(Hook):
    """What Storm knows of a class: its table, its columns."""

    base = INFO

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`info.table` has the table's name, `info.primary_key` and the like are columns of it."""
        del line
        record = records(evaluator.interpreter).of(atom.model)
        made = evaluator.interpreter.library_class(TABLE)
        if record is None or made is None:
            return None
        if name == "table":
            return evaluator.atoms.instance(made, joins=frozenset({record.table}), site=("table", record.table))
        if name == "cls":
            return evaluator.atoms.class_(record.cls)
        column_ = expression(evaluator, frozenset({record.table}))
        return evaluator.atoms.container("tuple", column_) if name in {"primary_key", "columns"} else None


class Tables(Hook):
    """Tables by their names."""

    base = TABLE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`get_cls_info(Order).table.name`."""
        del line
        site = atom.site
        named = name == "name" and isinstance(site, tuple) and site[:1] == ("table",)
        return evaluator.atoms.constant(site[1]) if named and isinstance(site, tuple) else None


def class_info(call: NativeCall) -> Value:
    """`get_cls_info(Order)`."""
    made = call.interpreter.library_class(INFO)
    classes = [one.cls for one in call.first if isinstance(one, ClassAtom)] if made is not None else []
    return join(call.atoms.instance(made, model=one) for one in classes if made is not None) or UNKNOWN


NEEDS: Final = ("storm",)
HOOKS: Final = (Expressions(), Columns(), Classes(), Infos(), Tables())
NATIVES: Final[dict[str, Handler]] = {CONDITION: condition, "storm.info.get_cls_info": class_info}
